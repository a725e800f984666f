// A body that comes in pieces is read as it comes.
async function pieces() {
  const response = await fetch('/pieces');
  console.log('head', response.status, response.body instanceof ReadableStream, response.body.locked);
  const reader = response.body.getReader();
  console.log('locked', response.body.locked, response.bodyUsed);
  const decoder = new TextDecoder();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    console.log('piece', value instanceof Uint8Array, value.length, decoder.decode(value));
  }
  console.log('done', response.bodyUsed);
  await reader.closed;
  console.log('closed');
  try {
    await response.text();
  } catch (error) {
    console.log(error.name, error.message);
  }
}
async function whole() {
  const response = await fetch('/pieces');
  console.log('head of the whole');
  console.log('whole', await response.text());
}
async function iterated() {
  const response = await fetch('/later');
  console.log('iterates');
  for await (const chunk of response.body) console.log('chunk', new TextDecoder().decode(chunk));
  console.log('iterated', response.body.locked);
}
async function cancelled() {
  const response = await fetch('/long');
  const reader = response.body.getReader();
  console.log('first of long', new TextDecoder().decode((await reader.read()).value));
  await reader.cancel('enough');
  console.log('cancelled', JSON.stringify(await reader.read()));
}
async function copied() {
  const response = await fetch('/later');
  const copy = response.clone();
  const [first, second] = await Promise.all([response.text(), copy.arrayBuffer()]);
  console.log('copied', first, second.byteLength, response.bodyUsed, copy.bodyUsed);
}
setTimeout(() => console.log('timer between the pieces'), 350);
pieces()
  .then(() => whole())
  .then(() => iterated())
  .then(() => cancelled())
  .then(() => copied())
  .then(() => console.log('end'));
