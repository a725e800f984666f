// What Symbol.iterator gives is looked at before anything of it is asked for, in loops with await and in yield*.
for (const given of [0, '', null, undefined, Symbol('s'), {}, () => 1]) {
  const iterable = { [Symbol.iterator]: () => given };
  const report = (name) => (error) => console.log(name, error.message);
  (async () => {
    for await (const each of iterable) console.log(each);
  })().catch(report('for await'));
  (async function* () {
    yield* iterable;
  })()
    .next()
    .catch(report('yield*'));
  Array.fromAsync(iterable).catch(report('fromAsync'));
}
