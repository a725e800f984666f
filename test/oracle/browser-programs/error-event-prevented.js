// preventDefault keeps it off the console.
addEventListener('error', (event) => {
  console.log('listener', event.message);
  if (event.error === 'quiet') event.preventDefault();
});
setTimeout(() => {
  throw 'quiet';
}, 0);
setTimeout(() => {
  throw 'loud';
}, 0);
