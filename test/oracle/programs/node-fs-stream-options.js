// Streams of files over an fs of the program's own, over descriptors, and what their options refuse.
const fs = require('fs');
const path = require('os').tmpdir() + '/stream-fs-' + process.pid;
fs.writeFileSync(path, 'what a file holds');
const shown = (stream) => [Object.hasOwn(stream, 'path'), stream.path === path, stream.flags, stream.mode, stream.fd === null, stream.pending, stream.start, stream.end, stream.pos, stream.bytesRead, stream.bytesWritten];
const fd = fs.openSync(path, 'r+');
for (const options of [{}, { fd }, { start: 2, end: 4 }, { fd, start: 1, flags: 'a', mode: 1 }]) for (const kind of ['createReadStream', 'createWriteStream']) {
  const stream = fs[kind]('fd' in options ? null : path, { flags: 'r+', autoClose: false, ...options });
  stream.on('error', () => {});
  console.log(kind, shown(stream), stream.autoClose);
}
const quiet = { open() {}, close() {}, read() {}, write() {} };
for (const options of [{ fs: {} }, { fs: 5 }, { fs: { open() {} } }, { fs: { open: 1 } }, { fs: { ...quiet, close: 'x' } }, { fs: { ...quiet, close: 'x' }, autoClose: false }, { fs: { ...quiet, read: 5, write: 5 } }, { fs: { ...quiet, write: undefined, writev: 5 } }, { fd: 'x' }, { fd: {} }, { fd: -1 }, { fd: 1.5 }, { flush: 1 }, { start: 'x' }, { start: -1 }, { end: 'x' }, { end: -1, start: 0 }, { start: 5, end: 2 }, { encoding: 'nope' }, { signal: 5 }, { flags: 'zz' }, { mode: 'x' }, 5, 'nope', null])
  for (const kind of ['createReadStream', 'createWriteStream']) try { const stream = fs[kind](path, options && typeof options === 'object' ? { flags: 'r+', ...options } : options ?? { flags: 'r+' }); stream.on('error', (e) => console.log('error', kind, e.code, e.message)); stream.destroy(); console.log(kind, 'fine'); } catch (e) { console.log(kind, options, e.name, e.code, e.message); }
for (const bad of [undefined, null, 5, {}, 'a\0b']) for (const kind of ['createReadStream', 'createWriteStream']) try { fs[kind](bad).on('error', () => {}); } catch (e) { console.log(kind, e.code, e.message); }
const calls = [];
const own = (name) => (...args) => { calls.push([name, ...args.slice(0, -1).map((arg) => (ArrayBuffer.isView(arg) ? 'view ' + arg.byteLength : Array.isArray(arg) ? arg.length : arg === path ? 'path' : arg))]); return fs[name](...args); };
const mine = { open: own('open'), close: own('close'), read: own('read'), write: own('write'), writev: own('writev') };
setTimeout(() => {
  const reader = fs.createReadStream(path, { fs: mine, highWaterMark: 10, encoding: 'utf8' });
  const parts = [];
  reader.on('data', (part) => parts.push(part)).on('close', () => {
    console.log(parts, calls.map((call) => call.filter((x) => typeof x !== 'number' || call[0] === 'open')).join(' | '));
    calls.length = 0;
    const writer = fs.createWriteStream(path, { fs: mine });
    writer.write('one');
    writer.write(Buffer.from(' two'));
    writer.write(' three');
    writer.end();
    writer.on('close', () => {
      console.log(calls.map((call) => call.filter((x) => typeof x !== 'number' || call[0] === 'open')).join(' | '), fs.readFileSync(path, 'utf8'), writer.bytesWritten);
      const { open, write, close } = mine;
      calls.length = 0;
      const plain = fs.createWriteStream(path, { fs: { open, write, close } });
      plain.cork(); plain.write('a'); plain.write('b'); plain.uncork(); plain.end();
      plain.on('close', () => { console.log(calls.map((call) => call[0]).join(' '), fs.readFileSync(path, 'utf8')); fs.closeSync(fd); fs.unlinkSync(path); });
    });
  });
}, 5);
