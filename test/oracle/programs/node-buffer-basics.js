// Buffers: making, showing, converting.
const { Buffer: Same } = require('buffer');
console.log(Same === Buffer, typeof Buffer, Buffer.name, Buffer.poolSize, Object.keys(require('buffer')));
console.log(Buffer.from('hello'), Buffer.from('héllo wörld €😀'), Buffer.alloc(3), Buffer.alloc(5, 'ab'), Buffer.alloc(4, 1), Buffer.from([1, 2, 300, -1, '5', 'x']));
console.log(Buffer.from('68656c6c6f', 'hex'), Buffer.from('aGVsbG8=', 'base64'), Buffer.from('-_-_', 'base64url'), Buffer.from('ab', 'utf16le'), Buffer.from('é', 'latin1'), Buffer.from('abc', 'ASCII'), Buffer.from('zz', 'hex'), Buffer.from('abc', 'hex'));
const text = 'Grüße, 世界! 😀';
for (const encoding of ['utf8', 'hex', 'base64', 'base64url', 'latin1', 'ascii', 'utf16le', 'ucs2', 'binary', 'UTF-8']) {
  const buffer = Buffer.from(text, encoding === 'hex' ? 'utf8' : encoding);
  console.log(encoding, buffer.length, Buffer.byteLength(text, encoding), JSON.stringify(buffer.toString(encoding)), JSON.stringify(Buffer.from(text).toString(encoding)));
}
const a = Buffer.from('abc');
const b = Buffer.from('def');
console.log(b.byteOffset - a.byteOffset, a.byteOffset % 8, a.buffer === b.buffer, a.buffer.byteLength, a.parent === a.buffer, a.offset === a.byteOffset);
console.log(Buffer.concat([a, b]), Buffer.concat([a, b], 4).toString(), Buffer.concat([a], 5), Buffer.concat([]));
console.log(Buffer.compare(a, b), a.compare(b), b.compare(a), a.equals(Buffer.from('abc')), a.compare(Buffer.from('xabcx'), 1, 4), [b, a].sort(Buffer.compare));
const slice = a.subarray(1);
slice[0] = 120;
console.log(a.toString(), slice, a.slice(-1), a.slice(0, -1), a.slice(5), slice instanceof Uint8Array, Buffer.isBuffer(slice), Buffer.isBuffer(new Uint8Array(1)));
console.log(JSON.stringify(Buffer.from('hi')), Buffer.from(JSON.parse(JSON.stringify(Buffer.from('hi')))).toString());
console.log(Buffer.from(new Uint16Array([1, 256, 65535])), Buffer.from(new Uint16Array([1, 256]).buffer), Buffer.from(new ArrayBuffer(8), 2, 3), Buffer.from(new String('boxed')), Buffer.from({ length: 2, 0: 9, 1: 8 }), Buffer.from({ [Symbol.toPrimitive]() { return 'prim'; } }));
console.log(Buffer.from('x'.repeat(60)), Buffer.from('y'.repeat(51)));
console.log([...Buffer.from('ab').entries()], [...Buffer.from('ab')], Buffer.from('abc').map((x) => x + 1), Buffer.from('cab').sort(), Buffer.from('abc').filter((x) => x > 97));
console.log({ nested: [Buffer.from('in an object')] }, [Buffer.from('')], Object.assign(Buffer.from('p'), { extra: 1 }));
console.log(Buffer.from('abcabc').indexOf('c'), Buffer.from('abcabc').indexOf('c', 3), Buffer.from('abcabc').lastIndexOf('a'), Buffer.from('abcabc').includes('bca'), Buffer.from('abcabc').indexOf(98), Buffer.from('abcabc').indexOf(Buffer.from('ca')), Buffer.from('abc').indexOf(''), Buffer.from('abcabc').indexOf('a', -3), Buffer.from('abcabc').lastIndexOf('c', 4), Buffer.from('a\0b\0', 'latin1').indexOf('b', 0, 'utf16le'));
console.log(Buffer.alloc(6).fill('abc'), Buffer.alloc(6).fill('6162', 'hex'), Buffer.alloc(4).fill(0x101), Buffer.alloc(6).fill('x', 2, 4), Buffer.alloc(3).fill('é'), Buffer.alloc(2).fill(''), Buffer.alloc(5).fill(Buffer.from('12')));
const target = Buffer.alloc(8);
console.log(target.write('abc'), target.write('de', 3), target.write('€€€', 5), target, target.write('ffee', 0, 'hex'), target.write('zz', 6, 1), target);
console.log(Buffer.from('source').copy(target, 1, 2, 5), target, Buffer.from('x').copy(target, 10));
console.log(Buffer.from([1, 2, 3, 4]).swap16(), Buffer.from([1, 2, 3, 4]).swap32(), Buffer.from([1, 2, 3, 4, 5, 6, 7, 8]).swap64());
console.log(Buffer.isEncoding('utf8'), Buffer.isEncoding('UTF-16LE'), Buffer.isEncoding('x'), Buffer.isEncoding(1), Buffer.of(1, 2), Buffer.copyBytesFrom(new Uint16Array([1, 2, 3]), 1, 1));
console.log(Buffer.from([0xff, 0xc3, 0x28, 0xe2, 0x82, 0xf0, 0x9f, 0x98]).toString(), Buffer.from('abc').toString('utf8', 1), Buffer.from('abc').toString('utf8', 1, 2), Buffer.from('abc').toString(undefined, -1, 99), `${Buffer.from('tpl')}`, Buffer.from('a') + 'b');
console.log(Buffer.from('\ud800x'), Buffer.allocUnsafe(2).length, Buffer.allocUnsafeSlow(3).byteOffset, Object.prototype.toString.call(a), a.constructor === Buffer, Object.getPrototypeOf(Buffer) === Uint8Array, a.toLocaleString());
class Sub extends Buffer.from('').constructor {}
console.log(typeof Sub, require('buffer').constants, require('buffer').INSPECT_MAX_BYTES);
