// Timers and promises set each other.
Promise.resolve().then(() => {
  console.log('promise');
  setTimeout(() => {
    console.log('timer in promise');
    Promise.resolve().then(() => console.log('promise in timer in promise'));
  }, 0);
});
setTimeout(() => {
  console.log('timer');
  Promise.resolve().then(() => {
    console.log('promise in timer');
    setTimeout(() => console.log('timer in promise in timer'), 0);
  });
}, 0);
