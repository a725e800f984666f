// Node's streams as the web's, and back.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');
const { pipeline: pipe } = require('stream/promises');
console.log(require('node:stream/web').ReadableStream === ReadableStream);
console.log([Readable.fromWeb, Readable.toWeb, Writable.fromWeb, Writable.toWeb, Duplex.fromWeb, Duplex.toWeb].map((f) => [f.name, f.length]));
const text = (chunk) => (typeof chunk === 'string' ? chunk : chunk instanceof Uint8Array ? Buffer.from(chunk).toString() : chunk);
const web = (chunks) => new ReadableStream({ start(c) { for (const chunk of chunks) c.enqueue(chunk); c.close(); } });
async function all(stream) { const out = []; for await (const chunk of stream) out.push([chunk.constructor.name, text(chunk)]); return out; }
const attempt = async (label, run) => { try { console.log(label, await run()); } catch (error) { console.log(label, 'threw', error.name, error.code, error.message); } };
(async () => {
  await attempt('fromWeb', () => all(Readable.fromWeb(web([new Uint8Array([97, 98]), 'cd']))));
  await attempt('fromWeb objects', () => all(Readable.fromWeb(web([{ a: 1 }, 2]), { objectMode: true })));
  await attempt('fromWeb encoding', () => all(Readable.fromWeb(web([Buffer.from('é').subarray(0, 1), Buffer.from('é').subarray(1)]), { encoding: 'utf8' })));
  await attempt('toWeb', () => all(Readable.toWeb(Readable.from([Buffer.from('x'), Buffer.from('y')], { objectMode: false }))));
  await attempt('toWeb objects', () => all(Readable.toWeb(Readable.from([{ a: 1 }, 'two', 3]))));
  await attempt('toWeb strategy', async () => { const r = Readable.toWeb(new Readable({ read() { this.push('a'.repeat(10)); this.push(null); } }), { strategy: new CountQueuingStrategy({ highWaterMark: 1 }) }); return all(r); });
  await attempt('toWeb bytes', async () => { const r = Readable.toWeb(Readable.from([Buffer.alloc(5, 'bytes')]), { type: 'bytes' }); const reader = r.getReader({ mode: 'byob' }); const { value, done } = await reader.read(new Uint8Array(3)); return [text(value), done]; });
  await attempt('toWeb error', async () => { const r = new Readable({ read() {} }); const w = Readable.toWeb(r); setTimeout(() => r.destroy(new Error('broken')), 1); return all(w); });
  await attempt('toWeb premature', async () => { const r = new Readable({ read() {} }); const w = Readable.toWeb(r); setTimeout(() => r.destroy(), 1); return all(w); });
  await attempt('toWeb cancel', async () => { const r = new Readable({ read() { this.push('z'); } }); r.on('error', (e) => console.log('error', e.message)).on('close', () => console.log('close', r.destroyed)); const w = Readable.toWeb(r); await w.cancel(new Error('enough')); await new Promise((resolve) => setTimeout(resolve, 2)); return r.errored?.message; });
  await attempt('toWeb destroyed', async () => { const r = new Readable({ read() {} }); r.destroy(); return all(Readable.toWeb(r)); });
  await attempt('fromWeb error', () => all(Readable.fromWeb(new ReadableStream({ pull(c) { c.error(new Error('web broke')); } }))));
  await attempt('fromWeb destroy', async () => { const r = Readable.fromWeb(new ReadableStream({ cancel(reason) { console.log('cancelled', reason?.message); } })); r.on('error', (e) => console.log('error', e.message)); r.destroy(new Error('stop')); await new Promise((resolve) => r.on('close', resolve)); return r.destroyed; });
  await attempt('fromWeb signal', async () => { const ac = new AbortController(); const r = Readable.fromWeb(new ReadableStream({}), { signal: ac.signal }); setTimeout(() => ac.abort(), 1); return all(r); });
  await attempt('locked', () => Readable.fromWeb((() => { const w = web([]); w.getReader(); return w; })()));
  const sink = (log) => new WritableStream({ write(chunk) { log.push(text(chunk)); }, close() { log.push('closed'); }, abort(reason) { log.push('aborted ' + reason?.message); } });
  await attempt('Writable.fromWeb', async () => { const log = []; const w = Writable.fromWeb(sink(log)); w.write('one'); w.write(Buffer.from('two')); w.end('three'); await new Promise((resolve) => w.on('finish', resolve)); return log; });
  await attempt('Writable.fromWeb objects', async () => { const log = []; const w = Writable.fromWeb(sink(log), { objectMode: true }); w.cork(); w.write({ a: 1 }); w.write(2); w.uncork(); w.end(); await new Promise((resolve) => w.on('close', resolve)); return log; });
  await attempt('Writable.fromWeb destroy', async () => { const log = []; const w = Writable.fromWeb(sink(log)); w.on('error', (e) => log.push(e.message)); w.destroy(new Error('gone')); await new Promise((resolve) => w.on('close', resolve)); return log; });
  await attempt('Writable.fromWeb error', async () => { const log = []; const w = Writable.fromWeb(new WritableStream({ write() { throw new Error('full'); } })); w.on('error', (e) => log.push(e.message)); w.write('x'); await new Promise((resolve) => w.on('close', resolve)); return log; });
  await attempt('Writable.toWeb', async () => { const log = []; const w = Writable.toWeb(new Writable({ highWaterMark: 2, write(chunk, encoding, callback) { log.push(encoding, chunk.toString()); setImmediate(callback); }, final(callback) { log.push('final'); callback(); } })); const writer = w.getWriter(); console.log(writer.desiredSize); await writer.write('abc'); await writer.write(new Uint8Array([100])); await writer.close(); return log; });
  await attempt('Writable.toWeb abort', async () => { const node = new Writable({ write(chunk, encoding, callback) { callback(); } }); node.on('error', (e) => console.log('error', e.message)); const writer = Writable.toWeb(node).getWriter(); await writer.abort(new Error('no more')); return node.destroyed; });
  await attempt('Writable.toWeb error', async () => { const node = new Writable({ write(chunk, encoding, callback) { callback(new Error('disk')); } }); const writer = Writable.toWeb(node).getWriter(); writer.closed.catch((e) => console.log('closed', e.message)); await writer.write('a'); await writer.write('b'); });
  await attempt('Writable.toWeb ended', async () => { const node = new PassThrough(); node.end(); const w = Writable.toWeb(node); return w.getWriter().closed; });
  await attempt('Duplex.toWeb', async () => { const { readable, writable } = Duplex.toWeb(new Transform({ transform(chunk, encoding, callback) { callback(null, chunk.toString().toUpperCase()); } })); const writer = writable.getWriter(); writer.write('up'); writer.close(); return all(readable); });
  await attempt('Duplex.fromWeb', async () => { const duplex = Duplex.fromWeb(new TransformStream({ transform(chunk, c) { c.enqueue(text(chunk) + '!'); } }), { encoding: 'utf8' }); duplex.end('hi'); return all(duplex); });
  await attempt('Duplex.fromWeb pair', async () => { const log = []; const duplex = Duplex.fromWeb({ readable: web(['r']), writable: sink(log) }, { objectMode: true }); duplex.write('w'); const got = await all(duplex); duplex.end(); return [got, log, duplex.allowHalfOpen]; });
  await attempt('pipe', async () => { const log = []; await pipe(Readable.fromWeb(web(['a', 'b'])), new PassThrough(), Writable.fromWeb(sink(log))); return log; });
  for (const [label, run] of Object.entries({
    a: () => Readable.fromWeb({}), b: () => Readable.fromWeb(web([]), 1), c: () => Readable.fromWeb(web([]), { encoding: 'nope' }), d: () => Readable.fromWeb(web([]), { objectMode: 1 }),
    e: () => Readable.toWeb({}), f: () => Readable.toWeb(new PassThrough(), { type: 'x' }), g: () => Writable.fromWeb(web([])), h: () => Writable.fromWeb(sink([]), { decodeStrings: 1 }), i: () => Writable.toWeb(null),
    j: () => Duplex.fromWeb({}), k: () => Duplex.fromWeb({ readable: web([]), writable: 1 }), l: () => Duplex.toWeb(1), m: () => Writable.fromWeb(sink([]), { objectMode: 1 }), n: () => Duplex.fromWeb(null), o: () => Duplex.fromWeb(new TransformStream(), null), p: () => Readable.toWeb(new PassThrough(), null), q: () => Duplex.fromWeb(new TransformStream(), { encoding: 'x' }), r: () => Readable.toWeb(new PassThrough(), { strategy: 1 }),
  })) await attempt(label, run);
  const cases = {
    ended: async () => { const r = Readable.from(['x']); r.resume(); await finishedOf(r); return Readable.toWeb(r); },
    failed: async () => { const r = new Readable({ read() {} }); r.on('error', () => {}); r.destroy(new Error('bad')); await new Promise((f) => setImmediate(f)); return Readable.toWeb(r); },
    failing: async () => { const r = new Readable({ read() {} }); r.on('error', () => {}); r.destroy(new Error('bad')); return Readable.toWeb(r); },
    destroyed: async () => { const r = new Readable({ read() {} }); r.destroy(); await new Promise((f) => setImmediate(f)); return Readable.toWeb(r); },
    writeOnly: async () => Readable.toWeb(new Duplex({ readable: false, write(c, e, f) { f(); } })),
    half: async () => { const d = new Duplex({ read() { this.push('half'); this.push(null); }, write(c, e, f) { f(); } }); return Readable.toWeb(d); },
  };
  const finishedOf = (s) => new Promise((resolve) => finished(s, resolve));
  for (const name in cases) await attempt(name, async () => all(await cases[name]()));
  await attempt('big', async () => { const seen = []; const w = Readable.toWeb(new Readable({ highWaterMark: 4, n: 0, read() { seen.push('read'); this.push(seen.length < 6 ? Buffer.alloc(3, 97) : null); } })); const reader = w.getReader(); await new Promise((f) => setTimeout(f, 5)); seen.push('wait'); while (!(await reader.read()).done) seen.push('got'); return seen.join(' '); });
  await attempt('array buffer', async () => { const log = []; const writer = Writable.toWeb(new Writable({ write(c, e, f) { log.push(c); f(); } })).getWriter(); await writer.write(new ArrayBuffer(2)); await writer.write('s'); await writer.close(); return log; });
  await attempt('fs', async () => { const chunks = []; for await (const chunk of Readable.toWeb(require('fs').createReadStream(__filename, { highWaterMark: 1000, end: 2500 }))) chunks.push(chunk.length); return chunks; });
  await attempt('decode', async () => { const log = []; for await (const line of Readable.toWeb(Readable.from(['ab', 'cd'], { objectMode: false })).pipeThrough(new TextDecoderStream())) log.push(line); return log; });
  await attempt('consume', async () => new Response(Readable.toWeb(Readable.from([Buffer.from('body')], { objectMode: false }))).text());
  await attempt('body', async () => all(Readable.fromWeb(new Response('answer').body)));
})();
