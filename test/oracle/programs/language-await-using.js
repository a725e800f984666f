// await using: each disposal is awaited; the order of the lines tells after how many microtasks.
const log = (...words) => console.log(...words);
const describe = (error) =>
  error instanceof SuppressedError
    ? `SuppressedError(${describe(error.error)} over ${describe(error.suppressed)})`
    : `${error.name}: ${error.message}`;
const asynchronous = (name, error) => ({
  name,
  async [Symbol.asyncDispose]() {
    log('start', name);
    await null;
    log('end', name);
    if (error !== undefined) throw new Error(error);
  },
});
const synchronous = (name, error) => ({
  name,
  [Symbol.dispose]() {
    log('dispose', name);
    if (error !== undefined) throw new Error(error);
  },
});

async function countTicks(label, run) {
  let done = false;
  const finished = run().then(
    (value) => log(label, 'gives', value),
    (error) => log(label, 'fails', describe(error)),
  );
  finished.then(() => (done = true));
  let ticks = 0;
  while (!done) {
    await undefined;
    ticks++;
  }
  log(label, 'took', ticks);
}

(async () => {
  await countTicks('order', async () => {
    await using a = asynchronous('a');
    using b = synchronous('b');
    await using c = synchronous('c');
    log('body', a.name, b.name, c.name);
    return 1;
  });
  await countTicks('nothing', async () => {
    await using a = null;
    log('body');
  });
  await countTicks('not reached', async () => {
    if (Math.abs(1) === 1) return 'early';
    await using a = null;
  });
  await countTicks('null among others', async () => {
    using a = synchronous('a');
    await using b = null;
    using c = synchronous('c');
  });
  await countTicks('errors', async () => {
    await using a = asynchronous('a', 'first');
    await using b = synchronous('b', 'second');
    throw new RangeError('body');
  });
  await countTicks('error of one', async () => {
    await using a = synchronous('a', 'alone');
  });
  await countTicks('not disposable', async () => {
    await using a = synchronous('made before');
    await using b = {};
  });
  await countTicks('not an object', async () => {
    await using b = 'text';
  });
  await countTicks('loops', async () => {
    for (await using a = asynchronous('for'); ; ) break;
    for (await using each of [asynchronous('x'), asynchronous('y')]) log(each.name);
    async function* generate() {
      await using held = asynchronous('held');
      yield asynchronous('from a generator');
      yield null;
    }
    for await (await using each of generate()) {
      log('each', each.name);
      break;
    }
  });
  await countTicks('block in block', async () => {
    const result = [];
    {
      await using a = asynchronous('outer');
      {
        await using b = asynchronous('inner');
        result.push(b.name);
      }
      result.push(a.name);
    }
    return result.join();
  });
  await countTicks('promise-like', async () => {
    await using a = {
      [Symbol.asyncDispose]: () => ({
        then(resolve) {
          log('then');
          resolve();
        },
      }),
    };
    await using b = { [Symbol.asyncDispose]: () => 'a value' };
    await using c = { [Symbol.dispose]: () => Promise.reject(new Error('nobody waits')).catch(() => log('caught')) };
  });
  for (const source of [
    'async () => { { await using x; } }',
    '() => { await using x = null; }',
    'async () => { for (await using x in {}) {} }',
    'async () => { if (1) await using x = null; }',
    'async () => { switch (1) { case 1: await using x = null; } }',
    'class A { static { await using x = null; } }',
    'async () => { await using\nx = null }',
  ]) {
    try {
      log(typeof (0, eval)(source));
    } catch (error) {
      log(source, describe(error));
    }
  }
})();
