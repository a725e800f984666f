// The web's classes in the browser: what they give, and what their errors say.
const attempts = {
  'new URL()': () => new URL(),
  "new URL('x')": () => new URL('x'),
  'href of a URL': () => (new URL('http://a').href = 'x'),
  'pairs of one': () => new URLSearchParams([[1]]),
  append: () => new URLSearchParams().append('a'),
  'unknown encoding': () => new TextDecoder('zz'),
  fatal: () => new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.of(255)),
  'decode(5)': () => new TextDecoder().decode(5),
  'new Headers(5)': () => new Headers(5),
  'headers of one': () => new Headers([[1]]),
  'name of a header': () => new Headers({ 'a b': 'c' }),
  'body of GET': () => new Request('http://a', { body: 'x' }),
  method: () => new Request('http://a', { method: 'trace' }),
  status: () => new Response('x', { status: 600 }),
  'null body': () => new Response('x', { status: 204 }),
  redirect: () => Response.redirect('http://a', 200),
  json: () => Response.json(),
  form: () => new FormData().append('a'),
  'file name': () => new FormData().append('a', 'b', 'c'),
  blob: () => new Blob(1),
  mark: () => performance.measure('m', 'none'),
  socket: () => new WebSocket('ftp://a'),
  receiver: () => Object.getOwnPropertyDescriptor(Response.prototype, 'ok').get.call({}),
};
for (const [name, run] of Object.entries(attempts)) {
  try {
    console.log(name, String(run()));
  } catch (error) {
    console.log(name, error.name, error.message);
  }
}
const url = new URL('../c?x=1#top', 'https://example.com/a/b/');
url.searchParams.append('é', '&');
console.log(url.href, url.origin, [...url.searchParams].length, URL.canParse('x'));
const headers = new Headers({ b: '2', A: '1' });
headers.append('b', '3');
console.log(JSON.stringify([...headers]), headers.get('B'));
(async () => {
  console.log(await new Response('text').text(), JSON.stringify(await new Response('{"a":1}').json()));
  const once = new Response('once');
  await once.text();
  await once.text().catch((error) => console.log(error.name, error.message));
  const blob = new Blob(['ab', new Uint8Array([99])], { type: 'Text/Plain' });
  console.log(blob.size, blob.type, await blob.slice(1).text(), (await blob.arrayBuffer()).byteLength);
  const form = new FormData();
  form.append('a', '1');
  form.append('f', blob, 'n.txt');
  const received = await new Response(form).formData();
  console.log(received.get('a'), received.get('f').name, await received.get('f').text());
  console.log(await (await fetch('data:text/plain,hi%20there')).text());
  await fetch('/x', { signal: AbortSignal.abort() }).catch((error) => console.log(error.name, error.message));
  const observer = new PerformanceObserver((list) =>
    console.log(
      list
        .getEntries()
        .map(({ name }) => name)
        .join(),
    ),
  );
  observer.observe({ entryTypes: ['mark'] });
  performance.mark('one', { startTime: 1 });
  performance.mark('two', { startTime: 2 });
  console.log(performance.getEntriesByType('mark').length, performance.measure('m', 'one', 'two').duration);
})();
