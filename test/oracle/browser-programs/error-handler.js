// onerror gets five arguments; true says that it is dealt with.
window.onerror = function (message, source, line, column, error) {
  console.log('onerror', arguments.length, message, typeof source, line, column, error.message, this === window);
  return error.message === 'dealt with';
};
setTimeout(() => {
  throw new Error('dealt with');
}, 0);
setTimeout(() => {
  throw new Error('told');
}, 0);
setTimeout(() => console.log(typeof onerror), 10);
