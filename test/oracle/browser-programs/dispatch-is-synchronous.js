// Listeners of dispatchEvent run at once, microtasks only when the stack is empty.
addEventListener('custom', () => {
  console.log('one');
  Promise.resolve().then(() => console.log('promise of one'));
});
addEventListener('custom', () => console.log('two'));
console.log('script');
dispatchEvent(new Event('custom'));
console.log('behind');
