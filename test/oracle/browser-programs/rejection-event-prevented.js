// preventDefault keeps it off the console.
onunhandledrejection = (event) => {
  console.log('handler', event.reason);
  if (event.reason === 'quiet') event.preventDefault();
};
Promise.reject('quiet');
Promise.reject('loud');
