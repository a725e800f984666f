// The web's classes with what programs give them: addresses, encodings, forms, headers, bodies, blobs, marks.
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
all([
  () => new URL('http://EXAMPLE.com:80/a/../b?q#h').href,
  () => new URL('//x', 'https://a').href,
  () => new URL('a b', 'http://x/').href,
  () => new URL('http://ü.de').host,
  () => new URL('http://1.2.3').host,
  () => new URL('http://0x7f.1').host,
  () => new URL('http://[::1]:8').host,
  () => new URL('file:///C:/a').pathname,
  () => new URL('data:text/plain,x y').href,
  () => new URL('javascript:alert(1)').origin,
  () => new URL('blob:http://a/x').origin,
  () => new URL('http://a:b@c/').username,
  () => new URL(''),
  () => new URL('http://'),
  () => new URL('http://a:99999'),
  () => new URL('x', 'y'),
  () => new URL('http://%'),
  () => new URL(),
  () => URL('http://a'),
  () => URL.parse('x'),
  () => URL.parse('http://x').href,
  () => URL.canParse('http://a'),
  () => URL.canParse(),
  () => {
    const u = new URL('http://a/b');
    u.port = '8080x';
    u.protocol = 'https';
    u.host = 'q:1';
    u.hash = 'a b';
    u.search = 'x y';
    u.pathname = 'p q';
    u.username = 'ü';
    return u.href;
  },
  () => {
    const u = new URL('http://a?x=1');
    u.searchParams.delete('x');
    return u.href;
  },
  () => {
    const u = new URL('http://a');
    u.searchParams.set('a', 'b c&d');
    u.search = '?z';
    return [u.href, [...u.searchParams]];
  },
  () => {
    const u = new URL('http://a');
    u.href = 'zz';
  },
  () => JSON.stringify(new URL('http://a')),
  () => new URL('http://a/%7Efoo/%C3%A9?%20#%20').href,
  () => String(new URL('mailto:x@y')),
  () => new URL('http://a').toString === URL.prototype.toString,
  () => new URLSearchParams('?a=1&a=2&b').toString(),
  () => new URLSearchParams({ a: 1, b: null }).toString(),
  () =>
    new URLSearchParams([
      ['a', 1],
      ['b', 2],
    ]).toString(),
  () => new URLSearchParams(new Map([['m', 1]])).toString(),
  () => new URLSearchParams('a=1').has('a', '2'),
  () => {
    const p = new URLSearchParams('a=1&b=2&a=3');
    p.delete('a', '3');
    p.append('c', 'é +');
    p.sort();
    return [p.size, String(p), p.getAll('a'), p.get('z'), [...p.keys()]];
  },
  () => new URLSearchParams([['a']]),
  () => new URLSearchParams([1]),
  () => new URLSearchParams(3).toString(),
  () => new URLSearchParams('a+b=%zz%20').get('a b'),
  () => {
    const p = new URLSearchParams('a=1&b=2');
    const o = [];
    p.forEach((v, k) => {
      o.push(k, v);
      if (k === 'a') p.delete('a');
    });
    return o;
  },
  () => new URLSearchParams().append(),
  () => new URLSearchParams(null).toString(),
  () => new URLSearchParams(undefined).toString(),
  () => new TextDecoder().encoding,
  () => new TextDecoder('latin1').encoding,
  () => new TextDecoder('ascii').decode(new Uint8Array([0x80, 0xe9])),
  () => new TextDecoder('utf-16').decode(new Uint8Array([0x41, 0, 0x3d, 0xd8])),
  () => new TextDecoder('shift_jis').decode(new Uint8Array([0x82, 0xa0])),
  () => new TextDecoder('gbk').decode(new Uint8Array([0xc4, 0xe3])),
  () => new TextDecoder('windows-1251').decode(new Uint8Array([0xcf])),
  () => new TextDecoder('x'),
  () => new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array([0xff])),
  () => new TextDecoder().decode(new Uint8Array([0xef, 0xbb, 0xbf, 65])),
  () => new TextDecoder('utf-8', { ignoreBOM: true }).decode(new Uint8Array([0xef, 0xbb, 0xbf, 65])).length,
  () => {
    const d = new TextDecoder();
    return d.decode(new Uint8Array([0xe2, 0x82]), { stream: true }) + d.decode(new Uint8Array([0xac]));
  },
  () => new TextDecoder().decode(),
  () => new TextDecoder().decode('x'),
  () => new TextDecoder().decode(new Uint8Array([0xe2, 0x82, 65, 0xc0, 0x80, 0xed, 0xa0, 0x80])),
  () => new TextEncoder().encode('é😀\ud800'),
  () => new TextEncoder().encode(),
  () => new TextEncoder().encode(undefined),
  () => new TextEncoder().encodeInto('aé😀', new Uint8Array(4)),
  () => new TextEncoder().encodeInto('a', 3),
  () => new TextDecoder().fatal,
  () => atob('aGk='),
  () => atob('a'),
  () => atob('a==='),
  () => atob(' a G k '),
  () => atob('*'),
  () => atob(),
  () => btoa('é'),
  () => btoa('☃'),
  () => btoa(null),
  () => atob(undefined),
  () => btoa(),
  () => crypto.getRandomValues(new Uint8Array(4)).length,
  () => crypto.getRandomValues(new Float32Array(2)),
  () => crypto.getRandomValues(new Uint8Array(65537)),
  () => crypto.getRandomValues([]),
  () => crypto.getRandomValues(),
  () => crypto.randomUUID().length,
  () =>
    crypto
      .randomUUID()
      .replace(/[0-9a-f]/g, 'x')
      .slice(0, 14),
  () => crypto.subtle.constructor.name,
  () => crypto.getRandomValues(new DataView(new ArrayBuffer(2))),
  () => {
    const f = new FormData();
    f.append('a', 1);
    f.append('a', null);
    f.set('b', new Blob(['x']));
    f.append('c', new Blob(['x'], { type: 't' }), 'n.txt');
    return [
      f.getAll('a'),
      f.get('b').name,
      f.get('c').name,
      f.get('c').type,
      f.has('z'),
      f.get('z'),
      [...f.keys()],
      f.get('b') instanceof File,
    ];
  },
  () => {
    const f = new FormData();
    f.append('a', 'x\ny');
    f.set('a', 2);
    f.delete('zz');
    return [...f];
  },
  () => new FormData().set('a'),
  () => new FormData(3),
  () => new FormData().append('a', 'b', 'c'),
  () => new FormData().append('a', {}).x,
  () => {
    const h = new Headers({ 'X-A': '1', b: ' 2 ' });
    h.append('x-a', '3');
    return [[...h], h.get('X-A'), h.has('B'), h.get('zz')];
  },
  () => new Headers({ 'a b': 1 }),
  () => new Headers([['a']]),
  () => new Headers({ a: 'x\n' }).get('a'),
  () => new Headers({ a: 'x\0y' }),
  () => {
    const h = new Headers();
    h.append('Set-Cookie', 'a=1');
    h.append('set-cookie', 'b=2');
    return [h.getSetCookie(), [...h], h.get('set-cookie')];
  },
  () => new Headers('x'),
  () => new Headers(null),
  () => new Headers(undefined).get(),
  () => new Headers({ é: 1 }),
  () => new Headers({ a: 'é' }).get('a'),
  () => new Headers({ a: '☃' }),
  () => new Request('/x').url,
  () => new Request('http://a', { method: 'post', body: 'x' }).method,
  () => new Request('http://a', { method: 'patch' }).method,
  () => new Request('http://a', { method: 'GET', body: 'x' }),
  () => new Request('http://u:p@a'),
  () => new Request('http://['),
  () => new Request(),
  () => {
    const r = new Request('http://a', {
      headers: { a: 1 },
      credentials: 'omit',
      mode: 'no-cors',
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'origin',
      keepalive: true,
      integrity: 'x',
    });
    return [
      r.credentials,
      r.mode,
      r.cache,
      r.redirect,
      r.referrerPolicy,
      r.keepalive,
      r.integrity,
      r.destination,
      r.referrer,
      r.signal.aborted,
      r.bodyUsed,
      r.body,
    ];
  },
  () => new Request('http://a', { mode: 'navigate' }),
  () => new Request('http://a', { method: 'TRACE' }),
  () => new Request('http://a', { method: 'a b' }),
  () => new Request('http://a', { mode: 'x' }),
  () => new Request('http://a', { body: 'x', method: 'POST' }).headers.get('content-type'),
  () => new Request('http://a', { body: new URLSearchParams('a=1'), method: 'POST' }).headers.get('content-type'),
  () => new Request('http://a', { body: new Blob(['x'], { type: 'q/r' }), method: 'POST' }).headers.get('content-type'),
  () => {
    const r = new Response('x', { status: 404, statusText: 'NF', headers: { a: 1 } });
    return [r.ok, r.status, r.statusText, r.type, r.url, r.redirected, r.headers.get('content-type'), r.bodyUsed];
  },
  () => new Response('x', { status: 99 }),
  () => new Response('x', { statusText: 'é☃' }),
  () => new Response(null, { status: 204 }).body,
  () => new Response('x', { status: 304 }),
  () => {
    const r = Response.error();
    return [r.type, r.status];
  },
  () => Response.redirect('/x').headers.get('location'),
  () => Response.redirect('/x', 400),
  () => Response.json({ a: 1 }).headers.get('content-type'),
  () => Response.json(undefined),
  () => {
    const r = new Response('x');
    r.clone();
    r.text();
    return r.bodyUsed;
  },
  () => {
    const r = new Response('x');
    r.text();
    r.clone();
  },
  () => new Response(new ReadableStream()).headers.get('content-type'),
  () => new Response(undefined).body,
  () => new Response('').body.locked,
  () => new Blob(['a', new Uint8Array([98]), new Blob(['c'])]).size,
  () => new Blob('x'),
  () => new Blob({}),
  () => new Blob(null),
  () => new Blob(undefined).size,
  () => new Blob([1, null, {}]).size,
  () => new Blob(['x'], { type: 'É' }).type,
  () => new Blob(['a\r\nb'], { endings: 'native' }).size,
  () => new Blob(['x'], { endings: 'q' }),
  () => new Blob(['abc']).slice(-2, -1).size,
  () => new Blob(['abc']).slice(1, 2, 'T/x').type,
  () => new File(['x'], 'a/b').name,
  () => new File(['x']),
  () => new File('x', 'y'),
  () => new File([], 'n', { lastModified: 5, type: 'a/b' }).lastModified,
  () => Blob([]),
  () => URL.createObjectURL(new Blob([])).slice(0, 22),
  () => URL.createObjectURL({}),
  () => URL.revokeObjectURL('x'),
  () => new Blob([new Uint16Array([1, 2]).subarray(1)]).size,
  () => new Blob([new DataView(new ArrayBuffer(4), 1)]).size,
  () => performance.mark('a').entryType,
  () => performance.mark('b', { detail: { x: 1 }, startTime: 5 }).detail,
  () => performance.measure('m', 'a', 'a').duration,
  () => performance.measure('m2', { start: 1, end: 3 }).duration,
  () => performance.measure('m3', 'nope'),
  () => performance.getEntriesByName('m').length,
  () => performance.getEntriesByType('mark').length,
  () => {
    performance.clearMarks();
    return performance.getEntriesByType('mark').length;
  },
  () => performance.mark('x', { startTime: -1 }),
  () => performance.mark(),
  () => typeof performance.now(),
  () => performance.timeOrigin > 0,
  () => performance.measure('m', { start: 0, end: 1, duration: 1 }),
  () => PerformanceObserver.supportedEntryTypes.includes('mark'),
  () => new PerformanceObserver(() => {}).observe({}),
  () => new PerformanceObserver(() => {}).observe({ entryTypes: ['mark'], type: 'mark' }),
  () => new PerformanceObserver(),
]);
(async () => {
  for (const f of [
    () => new Blob(['é']).text(),
    async () => show(new Uint8Array(await new Blob(['é']).arrayBuffer())),
    () => new Blob(['x']).bytes(),
    async () => {
      const r = new Blob(['hello']).stream().getReader();
      return [await r.read(), await r.read()];
    },
    () => new Response('{"a":').json(),
    () => new Response('x').formData(),
    () =>
      new Response('a=1&b', { headers: { 'content-type': 'application/x-www-form-urlencoded' } })
        .formData()
        .then((f) => [...f]),
    async () => {
      const r = new Response('x');
      await r.text();
      return r.text();
    },
    async () => {
      const r = new Response('x');
      r.body.getReader();
      return r.text();
    },
    () =>
      new Response(
        new ReadableStream({
          start(c) {
            c.enqueue('x');
            c.close();
          },
        }),
      ).text(),
    () =>
      new Response(
        new ReadableStream({
          start(c) {
            c.error(new Error('boom'));
          },
        }),
      ).text(),
    () =>
      new Response(
        new ReadableStream({
          start(c) {
            c.enqueue(new Uint8Array([104]));
            c.close();
          },
        }),
      ).text(),
    () => fetch('http://['),
    () => fetch(),
    () => fetch('data:,hi').then((r) => r.text()),
    () =>
      fetch('data:application/json;base64,eyJhIjoxfQ==').then(async (r) => [
        r.status,
        r.headers.get('content-type'),
        await r.json(),
        r.url,
        r.type,
      ]),
    () =>
      fetch(URL.createObjectURL(new Blob(['blob'], { type: 'x/y' }))).then(async (r) => [
        r.headers.get('content-type'),
        r.headers.get('content-length'),
        await r.text(),
      ]),
    () => fetch('blob:nope'),
    () => fetch('data:nope'),
    () => fetch('about:blank'),
    () => fetch('foo:bar'),
    () => fetch('data:,x', { signal: AbortSignal.abort() }),
    () => fetch('data:,x', { signal: AbortSignal.abort(new Error('mine')) }),
    () => new Response(new Blob(['b'], { type: 'a/b' })).blob().then((b) => [b.size, b.type]),
    () => crypto.subtle.digest('SHA-256', new Uint8Array([1])).then((b) => new Uint8Array(b).slice(0, 4)),
    () => crypto.subtle.digest('MD5', new Uint8Array()),
    () => crypto.subtle.digest('sha-1', 'x'),
    () => crypto.subtle.digest('SHA-1'),
    () => new Response('x').arrayBuffer().then((b) => b.byteLength),
    () => new Response(new FormData()).headers.get('content-type').slice(0, 40),
    () => new Response('[1]').json(),
    () => new Response('\ufeffx').text().then((s) => s.length),
    () => new Response(new URLSearchParams('q=1')).text(),
    () => new Request('http://a', { method: 'POST', body: 'é' }).bytes(),
  ]) {
    try {
      console.log(String(f).slice(0, 70), show(await f()));
    } catch (e) {
      console.log(String(f).slice(0, 70), 'rejects', show(e));
    }
  }
})();
