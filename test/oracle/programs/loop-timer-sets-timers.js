// A chain of timers, with a promise in each link.
let link = 0;
setTimeout(function next() {
  console.log('link', ++link);
  Promise.resolve().then(() => console.log('promise of link', link));
  if (link < 5) setTimeout(next, 5);
}, 5);
