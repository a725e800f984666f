// Signals that abort by time, and listeners that go with them.
const signal = AbortSignal.timeout(30);
signal.addEventListener('abort', () => console.log('timed out', signal.reason.name));
const controller = new AbortController();
const target = new EventTarget();
target.addEventListener('event', () => console.log('listener'), { signal: controller.signal });
target.dispatchEvent(new Event('event'));
controller.abort();
target.dispatchEvent(new Event('event'));
setTimeout(() => console.log('60'), 60);
