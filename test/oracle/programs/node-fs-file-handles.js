// File handles of fs/promises: what each method takes, does and refuses.
const fs = require('fs');
const { open, readFile, writeFile, appendFile, mkdtemp, rm } = require('fs/promises');
const attempt = async (label, run) => { try { console.log(label, await run()); } catch (error) { console.log(label, 'threw', error.name, error.code, error.message); } };
(async () => {
  const folder = await mkdtemp(require('os').tmpdir() + '/handles-');
  const path = folder + '/a.txt';
  const file = await open(path, 'w+');
  const aborted = AbortSignal.abort();
  await attempt('chmod', async () => { await file.chmod(0o640); const before = (await file.stat()).mode & 0o777; await file.chmod('600'); return [before.toString(8), ((await file.stat()).mode & 0o777).toString(8)]; });
  await attempt('chmod bad', () => file.chmod('x'));
  await attempt('chmod none', () => file.chmod());
  await attempt('chown bad', () => file.chown('x', 1));
  await attempt('chown bad gid', () => file.chown(1, -5));
  await attempt('write', async () => { const r = await file.write('héllo'); return [r, Object.getPrototypeOf(r)]; });
  for (const [name, args] of Object.entries({ number: [5], nothing: [], object: [{}], offset: [Buffer.from('abc'), 'x'], far: [Buffer.from('abc'), 4], long: [Buffer.from('abc'), 0, 4], negative: [Buffer.from('abc'), 0, -1], empty: [Buffer.alloc(0)], encoding: ['abc', null, 'hex'], wrong: ['abc', null, 'nope'], options: [Buffer.from('abc'), { offset: 1, position: 0 }], optionsBad: [Buffer.from('abc'), { offset: 9 }], position: [Buffer.from('Z'), 0, 1, 2], nul: [null], text: ['q', 9, 'latin1'], view: [new Uint16Array([65, 66])], at: [Buffer.from('ab'), null, null, null], dv: [new DataView(new ArrayBuffer(2))] }))
    await attempt('write ' + name, async () => { const { bytesWritten, buffer } = await file.write(...args); return [bytesWritten, buffer === args[0]]; });
  await attempt('read all', async () => (await readFile(path)).toString('latin1'));
  for (const [name, args] of Object.entries({ none: [], buffer: [Buffer.alloc(4), 0, 4, 0], options: [{ buffer: Buffer.alloc(3), position: 1 }], second: [Buffer.alloc(5), { offset: 1, length: 2, position: 0 }], far: [Buffer.alloc(2), 3], long: [Buffer.alloc(2), 0, 3], minus: [Buffer.alloc(2), 0, -1], empty: [Buffer.alloc(0), 0, 1], zero: [Buffer.alloc(2), 0, 0], string: ['x'], number: [5], badOffset: [Buffer.alloc(2), 'x'], badPosition: [Buffer.alloc(2), 0, 1, 'x'], big: [Buffer.alloc(2), 0, 1, 1n], huge: [Buffer.alloc(2), 0, 1, 2n ** 63n], badOptions: [{ buffer: 5 }], badOptions2: [Buffer.alloc(1), 5], nul: [null], position: [Buffer.alloc(2), 0, 2, -1], f: [new Float32Array(1), 0, 4, 0] }))
    await attempt('read ' + name, async () => { const { bytesRead, buffer } = await file.read(...args); return [bytesRead, buffer.constructor.name, buffer.byteLength, buffer.byteLength < 10 ? buffer : undefined]; });
  await attempt('readv', async () => { const r = await file.readv([Buffer.alloc(2), Buffer.alloc(3)], 0); return r; });
  await attempt('readv bad', () => file.readv(5));
  await attempt('readv bad item', () => file.readv([5]));
  await attempt('readv none', () => file.readv([]));
  await attempt('writev', async () => { const r = await file.writev([Buffer.from('12'), new Uint8Array([51])], 0); return r; });
  await attempt('writev none', () => file.writev([]));
  await attempt('writev bad', () => file.writev('x'));
  await attempt('truncate', async () => { await file.truncate(4); await file.truncate(); return (await file.stat()).size; });
  await attempt('truncate bad', () => file.truncate('x'));
  await attempt('truncate negative', async () => { await file.truncate(-3); return (await file.stat()).size; });
  await attempt('utimes', async () => { await file.utimes(1, 2); const { atimeMs, mtimeMs } = await file.stat(); return [atimeMs, mtimeMs]; });
  await attempt('writeFile', async () => { await file.truncate(0); await file.writeFile('content'); await file.appendFile(' more'); return (await readFile(path, 'utf8')).replaceAll('\0', '.'); });
  for (const signal of [aborted, {}, 5]) {
    await attempt('writeFile signal', () => file.writeFile('x', { signal }));
    await attempt('appendFile signal', () => file.appendFile('x', { signal }));
    await attempt('readFile signal', () => file.readFile({ signal }));
    await attempt('writeFile path signal', () => writeFile(path, 'x', { signal }));
    await attempt('writeFile iterable signal', () => writeFile(path, ['x'], { signal }));
    await attempt('readFile path signal', () => readFile(path, { signal }));
  }
  for (const data of [5, null, {}, true, Symbol('s'), () => {}]) await attempt('writeFile data', () => file.writeFile(data));
  await attempt('writeFile iterable', async () => { await writeFile(path, (function* () { yield 'a'; yield Buffer.from('b'); })()); return readFile(path, 'utf8'); });
  await attempt('writeFile bad iterable', () => writeFile(path, [1]));
  await attempt('writeFile handle', async () => { const other = await open(path, 'w'); await writeFile(other, 'via'); await appendFile(other, ' handle'); await other.close(); return readFile(path, 'utf8'); });
  await attempt('encoding', () => file.readFile('nope'));
  await attempt('readLines', async () => { await writeFile(path, 'one\ntwo\nthree'); const lines = []; const h = await open(path); for await (const line of h.readLines()) lines.push(line); return [lines, h.fd]; });
  await attempt('readableWebStream', async () => { const h = await open(path); const parts = []; for await (const chunk of h.readableWebStream()) parts.push(chunk.constructor.name, Buffer.from(chunk).toString()); const fd = h.fd > 0; await h.close(); return [parts, fd]; });
  await attempt('readableWebStream twice', async () => { const h = await open(path); h.readableWebStream(); try { h.readableWebStream(); } finally { await h.close(); } });
  await attempt('readableWebStream closed', async () => { const h = await open(path); await h.close(); h.readableWebStream(); });
  await attempt('readableWebStream autoClose', async () => { const h = await open(path); let n = 0; for await (const chunk of h.readableWebStream({ autoClose: true })) n += chunk.byteLength; await new Promise((f) => setImmediate(f)); return [n, h.fd]; });
  await attempt('readableWebStream byob', async () => { const h = await open(path); const reader = h.readableWebStream({ type: 'bytes' }).getReader({ mode: 'byob' }); const { value, done } = await reader.read(new Uint8Array(5)); await h.close(); return [Buffer.from(value).toString(), done]; });
  await attempt('stream', async () => { const h = await open(path); const parts = []; for await (const chunk of h.createReadStream({ start: 1, end: 5, encoding: 'utf8' })) parts.push(chunk); return [parts, h.fd]; });
  await attempt('stream stays', async () => { const h = await open(path); for await (const chunk of h.createReadStream({ autoClose: false })); const fd = h.fd > 0; await h.close(); return fd; });
  await attempt('write stream', async () => { const h = await open(path, 'w'); const stream = h.createWriteStream(); stream.write('streamed '); stream.end('text'); await new Promise((resolve) => stream.on('close', resolve)); return [await readFile(path, 'utf8'), h.fd, stream.bytesWritten, stream.path, stream.fd]; });
  await attempt('close event', async () => { const h = await open(path); const stream = h.createReadStream(); const events = []; stream.on('close', () => events.push('stream')); h.on('close', () => events.push('handle')); await h.close(); await new Promise((f) => setImmediate(f)); return [events, stream.destroyed]; });
  await attempt('twice', async () => { const h = await open(path); await Promise.all([h.close(), h.close()]); await h.close(); return h.fd; });
  await attempt('closed read', async () => { const h = await open(path); await h.close(); return h.read(Buffer.alloc(1)); });
  await attempt('closed stat', async () => { const h = await open(path); await h.close(); return h.stat(); });
  await attempt('closed file', async () => { const h = await open(path); await h.close(); return h.readFile(); });
  await attempt('closed write', async () => { const h = await open(path); await h.close(); return h.writeFile('x'); });
  await attempt('closed chmod', async () => { const h = await open(path); await h.close(); return h.chmod(0o600); });
  await attempt('stat bigint', async () => typeof (await file.stat({ bigint: true })).size);
  await attempt('sync', async () => [await file.sync(), await file.datasync()]);
  await file.close();
  await rm(folder, { recursive: true });
})();
