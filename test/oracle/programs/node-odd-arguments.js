// What smaller modules of Node refuse, and how decoders and functions that are timed show themselves.
'use strict';
process.noDeprecation = true;
const { AsyncLocalStorage } = require('async_hooks');
const crypto = require('crypto');
const http = require('http');
const readline = require('readline');
const buffer = require('buffer');
const { StringDecoder } = require('string_decoder');
const { markAsUntransferable, isMarkedAsUntransferable } = require('worker_threads');

function attempt(name, run) {
  for (const value of [undefined, null, true, 0, -1, 1.5, NaN, 1n, '', 'x', Symbol('s'), {}, ['a'], function named() {}, /r/])
    try {
      console.log(name, run(value));
    } catch (error) {
      console.log(name, error.name, error.code, error.message);
    }
}
const storage = new AsyncLocalStorage();
attempt('run', (value) => (typeof value === 'function' ? 0 : storage.run(1, value)));
attempt('exit', (value) => (typeof value === 'function' ? 0 : storage.exit(value)));
attempt('timingSafeEqual', (value) => crypto.timingSafeEqual(value, value));
attempt('timingSafeEqual', (value) => crypto.timingSafeEqual(Buffer.from('a'), value));
attempt('hash', (value) => crypto.hash('sha1', value));
attempt('hash', (value) => crypto.hash(value, 'x'));
attempt('randomUUID', (value) => typeof crypto.randomUUID(value));
attempt('header', (value) => http.validateHeaderName(value));
attempt('header', (value) => http.validateHeaderValue(value));
attempt('parsers', (value) => http.setMaxIdleHTTPParsers(value));
const stream = { write: (...args) => JSON.stringify(args) };
for (const name of ['clearLine', 'clearScreenDown', 'cursorTo', 'moveCursor']) {
  attempt(name, (value) => readline[name](value, 1, 1));
  attempt(name, (value) => readline[name](stream, value));
  attempt(name, (value) => readline[name](stream, 1, value));
}
attempt('isUtf8', (value) => buffer.isUtf8(value));
attempt('isAscii', (value) => buffer.isAscii(value));
attempt('toString', (value) => Buffer.from('a').toString(value));
attempt('big', (value) => Buffer.alloc(8).writeBigUInt64BE(value));
attempt('decoder', (value) => new StringDecoder(value));
attempt('untransferable', (value) => [markAsUntransferable(value), isMarkedAsUntransferable(value)]);
attempt('blob', (value) => new Blob([], value).size);
attempt('response', (value) => new Response('text', value).status);
attempt('umask', (value) => (value === undefined || value === null ? 0 : (process.umask(value), process.umask(0o22))));
attempt('maps', (value) => process.setSourceMapsEnabled(value));
attempt('chdir', (value) => (value === '' ? 0 : process.chdir(value && typeof value === 'object' ? value : 5)));
console.log(performance.timerify(function timed(a, b) {}), Number.isInteger(process.memoryUsage().heapUsed));

for (const encoding of ['utf8', 'utf16le', 'base64', 'latin1', 'hex', 'base64url']) {
  const decoder = new StringDecoder(encoding);
  for (const bytes of [[0xe2], [0x82], [0xac, 0xf0, 0x9f], [0x98], [0x80, 0x3d], [0xd8], [0x00], [0xdc, 0x41], [0xc3, 0x28, 0xff]])
    console.log(JSON.stringify(decoder.write(Buffer.from(bytes))), decoder.lastNeed, decoder.lastTotal, decoder.lastChar, decoder);
  console.log(JSON.stringify(decoder.end()), decoder);
}
const whole = Buffer.from('a😀b', 'utf16le');
for (let first = 1; first < whole.length; first++)
  for (let second = first + 1; second <= whole.length; second++) {
    const decoder = new StringDecoder('utf16le');
    console.log(first, second, JSON.stringify([decoder.write(whole.subarray(0, first)), decoder.write(whole.subarray(first, second)), decoder.write(whole.subarray(second)), decoder.end()]));
  }
