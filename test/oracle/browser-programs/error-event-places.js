// Where it was made, or thrown if it is no error.
addEventListener('error', ({ lineno, colno, message }) => console.log(message, lineno, colno));
const made = new Error('made above');
setTimeout(() => {
  throw made;
}, 0);
setTimeout(() => {
  throw 'thrown here';
}, 0);
setTimeout(() => missing(), 0);
setTimeout(() => null.property, 0);
setTimeout(() => reportError(new RangeError('reported')), 0);
