// When data, drain, end and close come between ticks, microtasks and immediates.
const { Readable, Writable, Transform } = require('stream');
let left = 3;
const source = new Readable({ highWaterMark: 2, read() { console.log('read'); process.nextTick(() => this.push(left > 0 ? String(left--) : null)); } });
const step = new Transform({ transform(chunk, encoding, callback) { console.log('transform', String(chunk)); Promise.resolve().then(() => callback(null, chunk)); } });
const sink = new Writable({ highWaterMark: 1, write(chunk, encoding, callback) { console.log('sink', String(chunk)); setImmediate(() => { console.log('sunk'); callback(); }); } });
for (const [name, stream] of Object.entries({ source, step, sink })) for (const event of ['end', 'finish', 'close', 'pause', 'resume', 'drain', 'pipe', 'unpipe']) stream.on(event, () => console.log(name, event));
source.pipe(step).pipe(sink);
setImmediate(() => console.log('immediate'));
process.nextTick(() => console.log('tick'));
Promise.resolve().then(() => console.log('microtask'));
console.log('script ends');
