// await of a promise of one's own takes one turn, return of it three.
const own = Promise.resolve('own');
async function awaits() {
  console.log('awaits', await own);
  return own;
}
async function returns() {
  return own;
}
async function both() {
  return await own;
}
awaits().then(() => console.log('awaits is over'));
returns().then(() => console.log('returns is over'));
both().then(() => console.log('both is over'));
let turn = 0;
(function count() {
  console.log('turn', ++turn);
  if (turn < 6) Promise.resolve().then(count);
})();
