// Errors are told by their stacks.
class OwnError extends Error {
  name = 'OwnError';
}
class Named extends TypeError {}
const make = [
  () => new Error('plain'),
  () => new RangeError('range'),
  () => new OwnError('own'),
  () => new Named('named'),
  () => new DOMException('aborted', 'AbortError'),
  () => new Error(''),
  () => new Error('two\nlines'),
  () => new Error('with a cause', { cause: 1 }),
];
for (const one of make) {
  setTimeout(() => {
    throw one();
  }, 0);
}
