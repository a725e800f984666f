// Timers that reset timers; the output depends on the order alone.
function debounce(action, ms) {
  let timer;
  return function (...args) {
    clearTimeout(timer);
    timer = setTimeout(() => action.apply(this, args), ms);
  };
}
function throttle(action, ms) {
  let waiting = false;
  let last;
  return (...args) => {
    last = args;
    if (waiting) return;
    waiting = true;
    action(...last);
    setTimeout(() => {
      waiting = false;
      if (last !== args) action(...last, 'trailing');
    }, ms);
  };
}
const search = debounce(function (text) { console.log(this.id, 'searches', text); }, 200);
const scroll = throttle((y, when = 'leading') => console.log('scroll', y, when), 400);
const box = { id: 'box', search };
let step = 0;
const typing = setInterval(() => {
  box.search('hello'.slice(0, ++step));
  scroll(step * 10);
  if (step === 5) clearInterval(typing);
}, 20);
const calls = [];
const once = (f) => { let done = false; let result; return (...args) => (done ? result : ((done = true), (result = f(...args)))); };
const init = once((x) => { calls.push(x); return x * 2; });
console.log(init(1), init(2), calls);
const memo = (f, cache = new Map()) => (n) => cache.get(n) ?? cache.set(n, f(n)).get(n);
const fib = memo((n) => (n < 2 ? n : fib(n - 1) + fib(n - 2)));
console.log(fib(50));
