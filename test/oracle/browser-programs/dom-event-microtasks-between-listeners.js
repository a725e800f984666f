const b = document.createElement('button');
document.body.append(b);
b.addEventListener('click', () => {
  console.log('one');
  Promise.resolve().then(() => console.log('microtask of one'));
});
b.addEventListener('click', () => {
  console.log('two');
  queueMicrotask(() => console.log('microtask of two'));
});
b.click();
console.log('after click()');
setTimeout(() => {
  b.click();
  console.log('after click() in a timer');
});
window.addEventListener('load', () => {
  console.log('load one');
  Promise.resolve().then(() => console.log('between'));
});
window.addEventListener('load', () => console.log('load two'));
Promise.resolve().then(() => console.log('behind the script'));
