async function later(value) {
  await null;
  return value;
}
async function all(list) {
  let sum = 0;
  for (const item of list) sum += await later(item);
  return sum;
}
async function* numbers() {
  yield 1;
  yield* [2, 3];
}
async function loop() {
  for await (const n of numbers()) later(n);
  try {
    await Promise.reject(1);
  } catch {
    return 2;
  } finally {
    later(3);
  }
}
all([1, 2]);
loop();
