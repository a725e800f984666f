// A fast source and a slow sink: the source pauses at the high water mark.
const { Readable, Writable } = require('stream');
let made = 0;
let stored = 0;
let most = 0;
const source = new Readable({ objectMode: true, highWaterMark: 3, read() { this.push(made < 12 ? made++ : null); } });
const sink = new Writable({ objectMode: true, highWaterMark: 2, write(value, encoding, callback) { setTimeout(() => { stored++; most = Math.max(most, made - stored); callback(); }, 20); } });
source.on('pause', () => console.log('pause at', made, stored));
source.on('resume', () => console.log('resume at', made, stored));
sink.on('drain', () => console.log('drain at', made, stored, sink.writableLength));
sink.on('finish', () => console.log('finish', made, stored, most));
source.pipe(sink);
const manual = new Writable({ highWaterMark: 4, write(chunk, encoding, callback) { setImmediate(callback); } });
const results = [];
(function writeMore(left) {
  while (left-- > 0) {
    const isRoom = manual.write('ab');
    results.push([isRoom, manual.writableLength]);
    if (!isRoom) return manual.once('drain', () => writeMore(left));
  }
  manual.end(() => console.log(results));
})(6);
manual.cork();
manual.write('corked');
console.log(manual.writableCorked, manual.writableLength);
process.nextTick(() => manual.uncork());
