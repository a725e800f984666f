// What streams refuse, and how they are shown.
const closed = (...chunks) =>
  new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
async function attempt(name, run) {
  try {
    console.log(name, await run());
  } catch (error) {
    console.log(name, error.name, error.code, error.message);
  }
}
(async () => {
  const locked = closed(1);
  locked.getReader();
  for (const key of ['getReader', 'cancel', 'tee', 'values']) await attempt(`locked ${key}`, () => locked[key]());
  await attempt('locked pipeTo', () => locked.pipeTo(new WritableStream()));
  await attempt('locked pipeThrough', () => locked.pipeThrough(new TransformStream()));
  await attempt('reader of a number', () => new ReadableStreamDefaultReader(5));
  await attempt('controller', () => new ReadableStreamDefaultController());
  await attempt('byob of others', () => closed(1).getReader({ mode: 'byob' }));
  await attempt('mode', () => closed(1).getReader({ mode: 'x' }));
  let controller;
  const stream = new ReadableStream({ start: (given) => void (controller = given) });
  controller.close();
  await attempt('enqueue', () => controller.enqueue(1));
  await attempt('close', () => controller.close());
  console.log(stream, controller, controller.desiredSize);
  const reader = closed(1).getReader();
  reader.releaseLock();
  await attempt('read', () => reader.read());
  await attempt('closed', () => reader.closed);
  await attempt('cancel', () => reader.cancel());
  const waiting = new ReadableStream().getReader();
  const read = waiting.read();
  waiting.releaseLock();
  await attempt('read that waited', () => read);
  const sink = new WritableStream();
  const writer = sink.getWriter();
  for (const key of ['getWriter', 'abort', 'close']) await attempt(`locked ${key}`, () => sink[key]());
  await attempt('close', () => writer.close());
  await attempt('close again', () => writer.close());
  await attempt('write', () => writer.write(1));
  const released = new WritableStream().getWriter();
  released.releaseLock();
  for (const key of ['write', 'abort', 'close']) await attempt(`released ${key}`, () => released[key](1));
  for (const key of ['ready', 'closed', 'desiredSize']) await attempt(`released ${key}`, () => released[key]);
  await attempt('source', () => new ReadableStream(5));
  await attempt('null', () => new ReadableStream(null));
  await attempt('type', () => new ReadableStream({ type: 'x' }));
  await attempt('pull', () => new ReadableStream({ pull: 5 }));
  for (const highWaterMark of [-1, NaN]) await attempt('mark', () => new ReadableStream({}, { highWaterMark }));
  await attempt('size', () => new ReadableStream({}, { size: 5 }));
  await attempt('size of bytes', () => new ReadableStream({ type: 'bytes' }, { size() {} }));
  await attempt('bad size', () => new ReadableStream({ start: (c) => c.enqueue(1) }, { size: () => -1 }));
  await attempt('sink', () => new WritableStream(5));
  await attempt('sink type', () => new WritableStream({ type: 'x' }));
  await attempt('transformer', () => new TransformStream({ transform: 5 }));
  await attempt('strategy', () => new CountQueuingStrategy());
  await attempt('strategy mark', () => new ByteLengthQueuingStrategy({}));
  await attempt('receiver', () => ReadableStream.prototype.getReader.call({}));
  await attempt('receiver of a promise', () => ReadableStreamDefaultReader.prototype.read.call({}));
  await attempt('pipeTo', () => closed(1).pipeTo(5));
  await attempt('pipeThrough', () => closed(1).pipeThrough({}));
  await attempt('signal', () => closed(1).pipeTo(new WritableStream(), { signal: 5 }));
  await attempt('from', () => ReadableStream.from(5));
  await attempt('a start that throws', () => new ReadableStream({ start: () => { throw new Error('start'); } }));
  const failing = new TransformStream({ transform: () => { throw new Error('transform'); } });
  await Promise.all([
    attempt('write', () => failing.writable.getWriter().write(1)),
    attempt('read', () => failing.readable.getReader().read()),
  ]);
  const ended = new TransformStream({ start: (given) => given.terminate() });
  await attempt('terminated', () => ended.writable.getWriter().write(1));

  let bytes;
  const byteStream = new ReadableStream({ type: 'bytes', start: (given) => void (bytes = given) });
  await attempt('no bytes', () => bytes.enqueue(5));
  await attempt('empty', () => bytes.enqueue(new Uint8Array(0)));
  console.log(bytes.byobRequest, bytes.enqueue(new Uint8Array([1, 2, 3, 4, 5])));
  const byob = byteStream.getReader({ mode: 'byob' });
  console.log(await byob.read(new Uint8Array(2)), await byob.read(new Uint16Array(4)));
  await attempt('view', () => byob.read(5));
  await attempt('empty view', () => byob.read(new Uint8Array(0)));
  const asked = byob.read(new Uint8Array(4), { min: 2 });
  bytes.byobRequest.view[0] = 7;
  bytes.byobRequest.respond(1);
  bytes.enqueue(new Uint8Array([8]));
  console.log(await asked);
  console.log(byob, byteStream, writer, new TransformStream(), new TextEncoderStream(), new CountQueuingStrategy({ highWaterMark: 3 }));
  console.log(new ReadableStream().getReader(), ReadableStream, TransformStream);
  for (const Class of [ReadableStream, WritableStreamDefaultWriter, ReadableByteStreamController, TextDecoderStream])
    console.log(Class.name, Class.length, Object.keys(Class.prototype).join(), Object.keys(Class).join());
})();
