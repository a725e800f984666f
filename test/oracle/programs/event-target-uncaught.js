const target = new EventTarget();
target.addEventListener('go', function listener() { throw new TypeError('nobody catches it'); });
target.addEventListener('go', () => console.log('still called'));
target.dispatchEvent(new Event('go'));
console.log('after dispatch');
queueMicrotask(() => console.log('never'));
setTimeout(() => console.log('never'));
