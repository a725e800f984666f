// A timer that is due can still be cleared.
const names = ['one', 'two', 'three'];
const timers = names.map((name, index) =>
  setTimeout(() => {
    console.log(name);
    clearTimeout(timers[index + 1]);
  }, 0),
);
const late = setTimeout(() => console.log('never'), 20);
setTimeout(() => clearTimeout(late), 10);
setTimeout(() => console.log('over'), 40);
