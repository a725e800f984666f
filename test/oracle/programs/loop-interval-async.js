// An interval whose callback awaits.
let count = 0;
const interval = setInterval(async () => {
  const number = ++count;
  console.log('begins', number);
  if (number === 2) clearInterval(interval);
  await null;
  console.log('ends', number);
}, 20);
