// Further arguments reach the callback; `this` is the window.
setTimeout(
  function (...values) {
    console.log(values.join(), this === window);
  },
  0,
  'a',
  'b',
  3,
);
setTimeout(() => console.log(typeof this, this === window), 0);
setTimeout(function () {
  'use strict';
  console.log(this === window, arguments.length);
}, 0);
const timer = setInterval(
  function (name) {
    console.log(name, this === window);
    clearInterval(timer);
  },
  5,
  'interval',
);
