// Parameters that nothing was passed for keep what they were assigned, across await and yield.
async function assigned(a, b) { b = 5; await null; console.log(a, b, arguments.length); a = 6; await null; return [a, b]; }
async function destructured(a, b) { ({ a = 1, b } = { b: 2 }); await null; return [a, b]; }
async function defaults(a = 1, b) { b ??= a + 1; await null; return [a, b]; }
function* generated(a, b) { b = 'b'; a = yield b; yield [a, b, arguments.length]; }
async function* both(a) { a = 'x'; yield a; await null; yield [a, arguments.length]; }
class Counter { async add(by, times) { times ??= 2; await null; return by * times; } }
const arrow = async (a, b) => { b = a; await null; return [a, b]; };
(async () => {
  console.log(await assigned(), await assigned(1), await assigned(1, 2), await assigned(1, 2, 3));
  console.log(await destructured(), await defaults(), await defaults(5), await new Counter().add(4), await arrow(), await arrow(3));
  const iterator = generated();
  console.log(iterator.next(), iterator.next('sent'), iterator.next());
  for await (const value of both()) console.log(value);
})();
