// A signal that aborts by time, and one of several.
const signal = AbortSignal.timeout(30);
signal.addEventListener('abort', () => console.log('timed out', signal.reason.name));
const controller = new AbortController();
const any = AbortSignal.any([signal, controller.signal]);
any.onabort = () => console.log('any', any.reason.name);
setTimeout(() => console.log('20'), 20);
setTimeout(() => console.log('50'), 50);
