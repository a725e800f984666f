// When each promise of streams settles, counted in microtasks.
const pending = [];
function ticks(label, promise) {
  let count = 0;
  let isDone = false;
  const note = (words) => {
    isDone = true;
    console.log(label, words, count);
  };
  pending.push(
    promise.then(
      () => note('fulfilled after'),
      () => note('rejected after'),
    ),
  );
  (function step() {
    if (isDone || count > 200) return;
    count++;
    Promise.resolve().then(step);
  })();
}
const closed = (...chunks) =>
  new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
ticks('read', closed('a').getReader().read());
ticks('pull', new ReadableStream({ pull: (c) => c.enqueue(1) }).getReader().read());
ticks('slow pull', new ReadableStream({ pull: async (c) => (await 0, c.enqueue(1)) }).getReader().read());
{
  const writer = new WritableStream().getWriter();
  ticks('ready', writer.ready);
  ticks('write', writer.write(1));
  ticks('second write', writer.write(1));
  ticks('close', writer.close());
  ticks('writer.closed', writer.closed);
}
{
  const { writable, readable } = new TransformStream();
  ticks('write to a transform', writable.getWriter().write(1));
  ticks('read from it', readable.getReader().read());
}
ticks('pipeThrough', closed(1).pipeThrough(new TransformStream()).getReader().read());
for (const branch of closed(1).tee()) ticks('tee', branch.getReader().read());
ticks('iterator', closed(1)[Symbol.asyncIterator]().next());
ticks('cancel', closed(1).cancel());
(async () => {
  for await (const chunk of closed(1, 2)) console.log('for await', chunk);
  await Promise.allSettled(pending);
  const log = [];
  let left = 4;
  new ReadableStream({
    pull(controller) {
      log.push('pull');
      if (left-- > 0) controller.enqueue(left);
    },
  }).pipeTo(
    new WritableStream(
      { write: (chunk) => void log.push(`write ${chunk}`) },
      { size: (chunk) => (log.push(`size of ${chunk}`), 1) },
    ),
  );
  for (let n = 0; n < 16; n++) {
    await 0;
    log.push(n);
  }
  console.log(log.join(' '));
})();
