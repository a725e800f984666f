// Headers, Request, Response, FormData, Blob and File, without a network.
const attempt = async (name, run) => {
  try {
    console.log(name, await run());
  } catch (error) {
    console.log(name, error.name, error.code, error.message, Object.keys(error).join());
  }
};
(async () => {
  const headers = new Headers({ b: '2', 'X-A': '1' });
  headers.append('B', '3');
  headers.append('set-cookie', 'x=1');
  headers.append('set-cookie', 'y=2');
  console.log(headers, [...headers], headers.get('b'), headers.get('none'), headers.getSetCookie(), headers.has('x-a'));
  headers.set('b', ' trimmed ');
  headers.delete('set-cookie');
  console.log(new Headers([...headers]), headers.keys(), headers.entries().next(), Headers);
  for (const init of [5, [[1]], { 'a b': 'c' }, { a: '\n\0' }, { a: 'ā' }]) await attempt('Headers', () => new Headers(init));
  await attempt('append', () => headers.append('a'));
  await attempt('forEach', () => headers.forEach(5));

  console.log(new Request('http://a.b/c?d#e', { method: 'post', body: 'x', headers: { q: '1' } }));
  console.log(new Response('hello'), Response.error(), Response.json({ a: 1 }, { status: 201, statusText: 'made' }));
  console.log(Response.redirect('http://a/b', 301).headers.get('location'), new Response(null, { status: 204 }).body);
  await attempt('no URL', () => new Request());
  for (const url of ['x', 'http://a:b@c']) await attempt('URL', () => new Request(url));
  for (const init of [{ body: 'x' }, { method: 'T RACE' }, { method: 'trace' }, { mode: 'x' }, { redirect: 5 }])
    await attempt('init', () => new Request('http://a', init));
  for (const status of [101, 600]) await attempt('status', () => new Response('x', { status }));
  await attempt('null body', () => new Response('x', { status: 204 }));
  await attempt('text', () => new Response('x', { statusText: '\n' }));
  await attempt('redirect', () => Response.redirect('http://a', 200));
  await attempt('json', () => Response.json(undefined));

  console.log(await new Response('{"a":[1]}').json(), await new Response('é').text(), await new Response('ab').arrayBuffer());
  console.log(await new Response('x', { headers: { 'content-type': 'Text/Css' } }).blob(), await new Response().text());
  await attempt('bad JSON', () => new Response('nope').json());
  const once = new Response('once');
  console.log(once.bodyUsed, await once.text(), once.bodyUsed);
  await attempt('again', () => once.text());
  await attempt('clone', () => once.clone());
  const locked = new Response('x');
  locked.body.getReader();
  await attempt('locked', () => locked.text());
  const first = new Response('twice', { headers: { a: 'b' } });
  const second = first.clone();
  console.log(await first.text(), await second.text(), second.headers);
  const request = new Request('http://a/', { method: 'PUT', body: 'body', headers: { A: 'b' } });
  const other = new Request(request, { headers: { c: 'd' } });
  console.log(request.bodyUsed, other.method, other.headers, await other.text());
  for (const method of ['get', 'Post', 'delete', 'OPTIONS', 'custom']) console.log(new Request('http://a', { method }).method);
  console.log(await new Response(new ReadableStream({ start: (c) => (c.enqueue(new Uint8Array([104, 105])), c.close()) })).text());
  await attempt('not bytes', () => new Response(new ReadableStream({ start: (c) => c.enqueue(5) })).text());
  await attempt('duplex', () => new Request('http://a/', { method: 'POST', body: new ReadableStream() }));

  const form = new FormData();
  form.append('a', '1');
  form.append('a', 2);
  form.append('f', new Blob(['x'], { type: 'text/css' }), 'n.css');
  console.log(form.get('a'), form.getAll('a'), form.has('g'), form.get('f').name, [...form.keys()]);
  form.set('a', 'only');
  form.delete('f');
  console.log(form, new FormData());
  form.append('f', new File(['line\n'], 'é".txt', { lastModified: 5 }));
  const sent = new Response(form);
  const text = (await sent.clone().text()).replace(/undici-\d+/g, 'boundary');
  console.log(sent.headers.get('content-type').replace(/undici-\d+/, 'boundary'), JSON.stringify(text));
  const received = await sent.formData();
  console.log(received.get('a'), received.get('f').name, await received.get('f').text(), received.get('f').type);
  console.log(await new Response(new URLSearchParams('a=b&c=d%20e')).formData());
  await attempt('no form', () => new Response('x').formData());
  await attempt('append', () => form.append('a'));
  await attempt('file name', () => form.append('a', 'b', 'c'));

  const blob = new Blob(['héllo', new Uint8Array([33]), new Blob(['!'])], { type: 'Text/Plain' });
  console.log(blob, blob.size, await blob.text(), await blob.slice(1, -1).text(), blob.slice(-2, 100, 'a/b'));
  console.log(await blob.slice(0, 2).arrayBuffer(), await new Response(blob.stream()).text(), new Blob(['a\r\nb'], { endings: 'native' }).size);
  console.log(new File(['x'], 'n.txt', { lastModified: 5 }), File.prototype instanceof Blob, new Blob() instanceof Blob);
  await attempt('Blob', () => new Blob(1));
  await attempt('File', () => new File());
  console.log(await (await fetch('data:text/plain,hi%20there')).text(), (await fetch('data:;base64,aGk=')).headers.get('content-type'));
  await attempt('immutable', async () => (await fetch('data:,x')).headers.set('a', 'b'));
  await attempt('scheme', () => fetch('foo:bar'));
  await attempt('relative', () => fetch('/x'));
  await attempt('nothing', () => fetch());
  await attempt('aborted', () => fetch('http://localhost/', { signal: AbortSignal.abort() }));
  await attempt('aborted by', () => fetch('http://localhost/', { signal: AbortSignal.abort(new Error('mine')) }));
  for (const Class of [Headers, Response, FormData, Blob, File])
    console.log(Class, Class.length, Object.keys(Class).join(), Object.prototype.toString.call(Class.prototype));
})();
