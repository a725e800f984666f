const controller = new AbortController();
const { signal } = controller;
console.log(signal.aborted, signal.reason, signal === controller.signal);
signal.onabort = function (event) { console.log('onabort', this === signal, event.type, event.isTrusted, event.target === signal); };
signal.addEventListener('abort', () => console.log('listener', signal.aborted));
const target = new EventTarget();
target.addEventListener('work', () => console.log('works'), { signal });
target.dispatchEvent(new Event('work'));
controller.abort('first reason');
controller.abort('second');
target.dispatchEvent(new Event('work'));
target.addEventListener('work', () => console.log('too late'), { signal });
target.dispatchEvent(new Event('work'));
console.log(signal.reason);
try { signal.throwIfAborted(); } catch (reason) { console.log('thrown', reason); }
const plain = new AbortController();
plain.abort();
console.log(plain.signal.reason.name, plain.signal.reason.message, plain.signal.reason.code, plain.signal.reason instanceof DOMException);
console.log(AbortSignal.abort().aborted, AbortSignal.abort(5).reason, AbortSignal.abort(null).reason);
const a = new AbortController(), b = new AbortController();
const either = AbortSignal.any([a.signal, b.signal]);
const nested = AbortSignal.any([either, AbortSignal.timeout(1000)]);
either.addEventListener('abort', () => console.log('either', either.reason, nested.aborted));
nested.addEventListener('abort', () => console.log('nested', nested.reason));
a.signal.addEventListener('abort', () => console.log('a', either.aborted, nested.aborted));
b.signal.addEventListener('abort', () => console.log('b'));
b.abort('because of b');
a.abort('because of a');
console.log(either.reason, nested.reason, AbortSignal.any([]).aborted, AbortSignal.any([AbortSignal.abort(1), AbortSignal.abort(2)]).reason);
console.log(a.signal.onabort, signal.onabort === null); signal.onabort = 5; console.log(signal.onabort); signal.onabort = null; console.log(signal.onabort);
const late = AbortSignal.timeout(20);
late.onabort = () => console.log('timeout', late.reason.name, late.reason.message);
setTimeout(() => console.log('later', late.aborted), 60);
const unrefed = AbortSignal.timeout(100000);
unrefed.onabort = () => console.log('never: it keeps nothing alive');
function wait(ms, signal) {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const timer = setTimeout(resolve, ms, 'done');
    signal.addEventListener('abort', () => { clearTimeout(timer); reject(signal.reason); }, { once: true });
  });
}
const c = new AbortController();
wait(1000, c.signal).catch((error) => console.log('rejected', error.name));
setTimeout(() => c.abort(), 5);
