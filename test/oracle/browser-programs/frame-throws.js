// An error in a callback does not stop the others.
requestAnimationFrame(() => {
  throw new Error('in a frame');
});
requestAnimationFrame(() => console.log('two'));
setTimeout(() => console.log('timer'), 60);
