// process.exit stops everything at once, even inside try and finally.
process.on('exit', (code) => console.log('exit listener', code));
setTimeout(() => console.log('never'), 0);
Promise.resolve().then(() => {
  try {
    console.log('exits in a microtask');
    process.exit(7);
  } finally {
    console.log('never: finally');
  }
});
