// Closures of one scope share a context, and each of them keeps all of it.
function share() {
  const rows = watch('used by a sibling only', [1, 2, 3]);
  const apart = watch('used by no closure', [4]);
  const sum = () => rows.length;
  let ticks = sum() + apart.length;
  return () => ticks++;
}
const tick = share();
function own() {
  const rows = watch('of another function', [1, 2, 3]);
  const sum = () => rows.length;
  return (
    (count) => () =>
      count++
  )(sum());
}
const count = own();
function blocks() {
  let later;
  {
    const inner = watch('of a block whose closure is gone', {});
    (() => inner)();
  }
  {
    const kept = watch('of a block whose closure is kept', {});
    later = () => kept;
  }
  return later;
}
const block = blocks();
setInterval(() => [tick, count, block], 1000);
