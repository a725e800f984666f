// One task of each kind that is first come, first served.
const { port1, port2 } = new MessageChannel();
port1.onmessage = () => console.log('port');
onmessage = () => console.log('window');
addEventListener('unhandledrejection', (event) => {
  event.preventDefault();
  console.log('rejection');
});
setTimeout(() => console.log('timer'), 0);
port2.postMessage(null);
postMessage(null);
Promise.reject();
scheduler.postTask(() => console.log('task'));
scheduler.postTask(() => console.log('blocking'), { priority: 'user-blocking' });
scheduler.postTask(() => console.log('background'), { priority: 'background' });
queueMicrotask(() => console.log('microtask'));
Promise.resolve().then(() => console.log('promise'));
console.log('script');
