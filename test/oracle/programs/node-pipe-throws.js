// A write that throws ends the stream that is piped to, and a port is there until it has closed.
'use strict';
const { Readable, Transform, Writable, pipeline } = require('stream');
const assert = require('assert');
const querystring = require('querystring');

const failing = () => new Transform({ transform() { throw new RangeError('no such thing'); } });
pipeline(Readable.from(['a', 'b']), failing(), new Writable({ write(chunk, encoding, callback) { callback(); } }), (error) => console.log('pipeline', error.message));
const target = failing();
target.on('error', (error) => console.log('piped', error.message)).on('close', () => console.log('closed', target.destroyed));
Readable.from(['a']).on('end', () => console.log('end')).pipe(target);
pipeline(Readable.from(['x']), failing(), async (source) => { for await (const part of source) console.log(part); }, (error) => console.log('iterated', error.name));
try {
  failing().write('x');
} catch (error) {
  console.log('written', error.message);
}

const { port1 } = new MessageChannel();
port1.on('close', () => console.log('close', port1));
port1.on('message', () => {});
port1.close();

const partial = (actual, expected) => {
  try {
    assert.partialDeepStrictEqual(actual, expected);
    return true;
  } catch {
    return false;
  }
};
console.log(partial([1, undefined, 3], [1, , 3]), partial([1, , 3], [1, undefined, 3]), partial([1, , 3], [1, , 3]), partial([1, 2, 3], [1, , 3]));
console.log(partial([1, 2, 3], [1, 3]), partial([1, 2, 3], [3, 1]), partial([, 1], [,]), partial([1], [,]), partial([1, 2], [undefined]));
console.log(querystring.escape, querystring.unescape, querystring.stringify);
