const controller = new AbortController(),
  t = new EventTarget();
t.addEventListener('a', () => console.log('a'), { signal: controller.signal });
controller.signal.addEventListener('abort', (e) =>
  console.log('abort', e.isTrusted, controller.signal.reason.name, controller.signal.reason.message),
);
controller.signal.onabort = () => console.log('onabort');
t.dispatchEvent(new Event('a'));
controller.abort();
t.dispatchEvent(new Event('a'));
controller.abort(5);
try {
  controller.signal.throwIfAborted();
} catch (e) {
  console.log(e.name, e.code);
}
console.log(
  AbortSignal.abort('r').reason,
  AbortSignal.abort().reason.message,
  AbortSignal.any([AbortSignal.abort(1), AbortSignal.abort(2)]).reason,
);
const x = new AbortController(),
  y = new AbortController(),
  any = AbortSignal.any([x.signal, y.signal]);
any.addEventListener('abort', () => console.log('any', any.reason));
x.signal.addEventListener('abort', () => console.log('x', any.aborted));
x.abort('x');
y.abort('y');
const attempt = (run) => {
  try {
    console.log(run());
  } catch (error) {
    console.log(error.name, error.message);
  }
};
attempt(() => new AbortSignal());
attempt(() => AbortSignal.any());
attempt(() => AbortSignal.any([1]));
attempt(() => AbortSignal.timeout());
attempt(() => AbortSignal.prototype.aborted);
const late = AbortSignal.timeout(20);
late.onabort = () => console.log(late.reason.name, late.reason.message);
console.log(
  Object.keys(AbortSignal.prototype).sort().join(),
  Object.keys(AbortController.prototype).join(),
  Object.keys(AbortSignal).sort().join(),
  AbortSignal.length,
);
