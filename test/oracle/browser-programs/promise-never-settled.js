// What waits for ever keeps nothing alive.
(async () => {
  console.log('before');
  await new Promise(() => {});
  console.log('never');
})();
setTimeout(() => console.log('timer'), 10);
