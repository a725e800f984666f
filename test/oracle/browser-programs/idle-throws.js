// An error in an idle callback is reported, and the next one runs.
requestIdleCallback(() => {
  throw new Error('idle');
});
requestIdleCallback(() => console.log('two'));
