const { Readable, Writable, Transform, pipeline, finished, PassThrough } = require('stream');
const tell = (name) => (error) => console.log(name, error && [error.name, error.code, error.message]);
const destroyed = new Readable({ read() {} });
destroyed.on('error', tell('error event'));
destroyed.on('close', tell('close'));
destroyed.destroy(new Error('destroyed'));
console.log(destroyed.destroyed, destroyed.push('late'));
const ended = new Writable({ write(chunk, encoding, callback) { callback(); } });
ended.on('error', tell('after end'));
ended.end();
ended.write('x', tell('write callback'));
const failing = new Writable({ write(chunk, encoding, callback) { callback(new Error('cannot write')); } });
failing.on('error', tell('failing'));
failing.write('x', tell('failing callback'));
pipeline(Readable.from(['a']), new Transform({ transform(chunk, encoding, callback) { callback(new TypeError('bad chunk')); } }), new PassThrough(), tell('pipeline'));
finished(new Readable({ read() { this.destroy(); } }).resume(), tell('premature'));
const pushed = new Readable({ read() {} });
pushed.on('error', tell('push after end'));
pushed.push(null);
pushed.push('x');
pushed.resume();
for (const run of [() => new Writable().write(null), () => new Writable().write({}), () => new Readable({ highWaterMark: -1 }), () => new Readable().pipe(), () => pipeline(Readable.from([])), () => Readable.from(5), () => new Writable({ write() {} }).write('x', 'nope')]) {
  try { run(); console.log('passed'); } catch (error) { console.log(error.name, error.code, error.message); }
}
const unimplemented = new Readable();
unimplemented.on('error', tell('no read'));
unimplemented.read();
const plain = new Writable();
plain.on('error', tell('no write'));
plain.write('x');
(async () => {
  try { for await (const x of new Readable({ read() { this.destroy(new Error('in iteration')); } })) console.log(x); } catch (error) { console.log('caught', error.message); }
  const { signal } = Object.assign(new AbortController());
  try { await require('stream/promises').pipeline(Readable.from(['x']), async function* () { throw new Error('in step'); }, new PassThrough()); } catch (error) { console.log('promised', error.message, signal.aborted); }
})();
