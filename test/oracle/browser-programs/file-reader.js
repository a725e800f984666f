// FileReader: its events in their order, what it gives, and what it refuses.
const show = (v, d = 0) => {
  if (typeof v === 'string') return JSON.stringify(v);
  if (typeof v === 'function') return 'function ' + v.name + '/' + v.length;
  if (typeof v !== 'object' || v === null) return Object.is(v, -0) ? '-0' : typeof v === 'bigint' ? v + 'n' : String(v);
  if (v instanceof Error || v instanceof DOMException) return v.name + ': ' + v.message;
  if (typeof Node === 'function' && v instanceof Node)
    return '<' + v.nodeName + (v.id ? '#' + v.id : '') + (v.nodeType === 3 ? ' ' + v.data : '') + '>';
  if (Array.isArray(v) || ArrayBuffer.isView(v))
    return (Array.isArray(v) ? '' : v.constructor.name) + '[' + Array.from(v, (x) => show(x, d + 1)).join(', ') + ']';
  const tag = Object.prototype.toString.call(v).slice(8, -1);
  if (v instanceof Map || v instanceof Set) return tag + show([...v], d + 1);
  if (tag !== 'Object' || d > 3) return tag;
  return (
    '{' +
    Object.keys(v)
      .map((k) => k + ': ' + show(v[k], d + 1))
      .join(', ') +
    '}'
  );
};
const t = (name, run) => {
  let r;
  try {
    r = show(run());
  } catch (e) {
    r = 'throws ' + show(e);
  }
  console.log(name + ' -> ' + r);
};
const all = (list) => {
  for (const f of list)
    t(
      String(f)
        .replace(/^\(\) => /, '')
        .slice(0, 90),
      f,
    );
};
const log = (...a) => console.log(a.map((x) => (typeof x === 'string' ? x : show(x))).join(' '));
const types = ['loadstart', 'progress', 'load', 'abort', 'error', 'loadend'];
const read = (name, method, blob, ...args) =>
  new Promise((resolve) => {
    const r = new FileReader();
    for (const ty of types)
      r['on' + ty] = (e) => {
        log(
          name,
          e.type,
          r.readyState,
          e.loaded,
          e.total,
          e.lengthComputable,
          r.result instanceof ArrayBuffer ? 'buffer ' + r.result.byteLength : r.result,
          r.error,
          e.constructor.name,
        );
        if (ty === 'loadend') resolve(r);
      };
    log(name, 'before', r.readyState, r.result, r.error);
    r[method](blob, ...args);
    log(name, 'after', r.readyState, r.result);
  });
(async () => {
  await read('text', 'readAsText', new Blob(['héllo']));
  await read('latin', 'readAsText', new Blob([new Uint8Array([0xe9])]), 'latin1');
  await read('url', 'readAsDataURL', new Blob(['hi'], { type: 'text/plain' }));
  await read('url2', 'readAsDataURL', new Blob(['hi']));
  await read('buffer', 'readAsArrayBuffer', new File(['abc'], 'n'));
  await read('binary', 'readAsBinaryString', new Blob([new Uint8Array([255, 65])]));
  await read('empty', 'readAsText', new Blob([]));
  const r = new FileReader();
  r.onload = () => log('never');
  r.onabort = () => log('abort', r.readyState, r.result, r.error?.name);
  r.onloadend = () => log('loadend', r.readyState);
  r.readAsText(new Blob(['x']));
  t('busy', () => r.readAsText(new Blob(['y'])));
  r.abort();
  log('aborted', r.readyState, r.result);
  all([
    () => new FileReader().readAsText(),
    () => new FileReader().readAsText('x'),
    () => new FileReader().abort(),
    () => FileReader(),
    () => FileReader.DONE,
    () => new FileReader().LOADING,
    () => new FileReader().addEventListener.name,
    () => Object.prototype.toString.call(new FileReader()),
    () => new FileReader().readAsText({}),
    () => new FileReader().onload,
    () => new FileReader() instanceof EventTarget,
  ]);
  const again = new FileReader();
  let n = 0;
  again.onload = () => {
    log('again', again.result);
    if (n++ < 1) again.readAsText(new Blob(['second']));
  };
  again.onloadend = () => log('end', again.readyState, n);
  again.readAsText(new Blob(['first']));
  await new Promise((f) => setTimeout(f, 400));
  log('order');
  const o = new FileReader();
  o.onloadstart = () => log('loadstart');
  o.onload = () => {
    log('load');
    Promise.resolve().then(() => log('micro'));
  };
  o.onloadend = () => log('loadend');
  o.readAsText(new Blob(['q']));
  Promise.resolve().then(() => log('then'));
  new Blob(['z']).text().then((v) => log('blob.text', v));
  await new Promise((f) => setTimeout(f, 400));
  addEventListener('error', (e) => {
    log('error event', e.message);
    e.preventDefault();
  });
  const th = new FileReader();
  th.onload = () => {
    throw new Error('in load');
  };
  th.onloadend = () => log('still loadend');
  th.readAsText(new Blob(['q']));
})();
