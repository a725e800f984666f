// Redirects and what a response says of itself.
const show = (name, { status, statusText, ok, type, url, redirected }) =>
  console.log(name, status, JSON.stringify(statusText), ok, type, url, redirected);
async function run() {
  const moved = await fetch('/moved');
  show('moved', moved);
  console.log(await moved.text());
  show('manual', await fetch('/moved', { redirect: 'manual' }));
  const posted = await fetch('/posted', { method: 'POST', body: 'text' });
  show('posted', posted);
  console.log(await posted.text());
  const kept = await fetch('/kept', { method: 'POST', body: 'text' });
  show('kept', kept);
  console.log(await kept.text());
  const headers = await fetch('/headers');
  console.log([...headers.headers].map((pair) => pair.join('=')).join(' | '));
  console.log(headers.headers.get('X-Several'), headers.headers.has('set-cookie'), headers.headers.get('none'));
  try {
    headers.headers.set('x', 'y');
  } catch (error) {
    console.log(error.name, error.message);
  }
  const none = await fetch('/none');
  show('none', none);
  console.log(none.body instanceof ReadableStream, JSON.stringify(await none.text()));
  const head = await fetch('/headers', { method: 'HEAD' });
  show('head', head);
  console.log(head.body === null, JSON.stringify(await head.text()));
  const other = await fetch('/status');
  show('other', other);
  const blob = await (await fetch('/headers')).blob();
  console.log(blob.size, blob.type);
  console.log((await (await fetch('/form')).formData()).get('b'));
  const request = new Request('/headers#part', { headers: { 'X-Mine': '1' } });
  const answered = await fetch(request);
  console.log(answered.url, request.url, request.bodyUsed);
}
run();
