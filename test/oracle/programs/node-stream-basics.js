const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');
console.log(require('stream').getDefaultHighWaterMark(false), require('stream').getDefaultHighWaterMark(true), require('stream') === require('stream').Stream, typeof require('stream').promises.pipeline);
const log = (name) => (...args) => console.log(name, ...args);
const readable = new Readable({ read() {} });
readable.on('data', (chunk) => console.log('data', chunk));
readable.on('end', log('end'));
readable.on('close', log('close'));
readable.push('a');
readable.push(Buffer.from('b'));
readable.push(null);
const writable = new Writable({
  write(chunk, encoding, callback) { console.log('write', chunk, encoding); setImmediate(callback); },
  final(callback) { console.log('final'); callback(); },
  highWaterMark: 3,
});
writable.on('drain', log('drain'));
writable.on('finish', log('finish'));
writable.on('close', log('writable close'));
console.log(writable.write('xy'), writable.write('z'), writable.write(Buffer.from('!')), writable.writableLength, writable.writableNeedDrain);
writable.end('last', () => console.log('end callback'));
const upper = new Transform({ transform(chunk, encoding, callback) { callback(null, String(chunk).toUpperCase()); }, flush(callback) { this.push('.'); callback(); } });
pipeline(Readable.from(['one ', 'two ', 'three']), upper, new PassThrough(), async function* (source) { for await (const chunk of source) yield `<${chunk}>`; }, new Writable({ write(chunk, encoding, callback) { console.log('piped', String(chunk)); callback(); } }), (error) => console.log('pipeline done', error));
const objects = new Transform({ objectMode: true, transform(value, encoding, callback) { callback(null, { doubled: value * 2 }); } });
objects.on('data', log('object'));
objects.write(1);
objects.end(2);
finished(objects, (error) => console.log('finished', error));
const duplex = new Duplex({ read() { this.push('from duplex'); this.push(null); }, write(chunk, encoding, callback) { console.log('to duplex', String(chunk)); callback(); } });
duplex.setEncoding('utf8');
duplex.on('data', log('duplex'));
duplex.end('hello');
