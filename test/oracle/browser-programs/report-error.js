// reportError does what an exception would do, and returns.
addEventListener('error', (event) => console.log('event', event.message));
console.log('before');
reportError(new Error('reported'));
reportError('a text');
console.log('behind', reportError(5));
try {
  reportError();
} catch (error) {
  console.log(error.message);
}
