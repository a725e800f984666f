// Who handles what was reported is told of, in a task.
addEventListener('unhandledrejection', ({ reason }) => console.log('unhandled', reason));
addEventListener('rejectionhandled', ({ reason, promise }) =>
  console.log('handled', reason, promise instanceof Promise),
);
const promise = Promise.reject('late');
setTimeout(() => {
  promise.catch((reason) => console.log('caught', reason));
  setTimeout(() => console.log('timer'), 0);
}, 30);
