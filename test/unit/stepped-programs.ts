/** Short programs in which a debugger steps: calls, exceptions, generators, promises. */

/** By what they have. */
export const steppedPrograms: Readonly<Record<string, string>> = {
  calls: `function fib(n) {
  return n < 2 ? n : fib(n - 1) + fib(n - 2);
}
const list = [3, 1, 2].sort((a, b) => a - b).map((n) => fib(n));
console.log(list.join());
`,
  exceptions: `function fail(n) {
  if (n > 2) throw new Error('too much');
  fail(n + 1);
}
for (let i = 0; i < 3; i++) {
  try { fail(i); } catch (error) { console.log(error.message); } finally { i++; }
}
`,
  generators: `function* numbers() {
  try { for (let i = 0; i < 3; i++) yield i * 2; } finally { console.log('done'); }
}
for (const number of numbers()) if (number > 1) break;
class Point { x = 1; get twice() { return this.x * 2; } }
const { a, b = 2 } = { a: new Point() };
console.log(a.twice + b);
`,
  promises: `async function wait(ms) {
  await new Promise((resolve) => setTimeout(resolve, ms));
  return ms;
}
async function main() {
  const times = await Promise.all([wait(2), wait(1)]);
  for await (const time of times) console.log(time);
  return wait(1);
}
main().then(() => process.nextTick(() => console.log('end')));
`,
};
