const crypto = require('crypto');
for (const algorithm of ['md5', 'sha1', 'sha256', 'sha384', 'sha512', 'SHA256', 'RSA-SHA1']) {
  for (const text of ['', 'abc', 'x'.repeat(55), 'x'.repeat(56), 'x'.repeat(64), 'y'.repeat(1000), 'ü€😀']) console.log(algorithm, crypto.createHash(algorithm).update(text).digest('hex'));
  console.log(crypto.createHmac(algorithm, 'key').update('The quick brown fox').digest('base64'), crypto.createHmac(algorithm, Buffer.alloc(200, 'k')).update('x').update('y').digest('base64url'));
}
console.log(crypto.createHash('md5').update(Buffer.from([1, 2, 3])).update('ff', 'hex').digest(), crypto.hash('sha1', 'abc'), crypto.hash('sha256', 'abc', 'base64'));
const half = crypto.createHash('sha256').update('a');
console.log(half.copy().update('b').digest('hex') === crypto.createHash('sha256').update('ab').digest('hex'), half.digest('hex').length);
for (const run of [() => crypto.createHash('nope'), () => crypto.createHash(), () => half.update('x'), () => half.digest(), () => crypto.createHash('md5').update(5), () => crypto.createHmac('nope', 'k'), () => crypto.createHmac('md5'), () => crypto.randomBytes(-1), () => crypto.randomBytes('x'), () => crypto.randomInt(0), () => crypto.randomInt(5, 3), () => crypto.randomInt(1.5), () => crypto.timingSafeEqual(Buffer.from('a'), Buffer.from('ab'))]) {
  try { run(); console.log('ok'); } catch (error) { console.log(error.name, error.code, error.message); }
}
console.log(crypto.randomBytes(8).length, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(crypto.randomUUID()), crypto.timingSafeEqual(Buffer.from('a'), Buffer.from('a')));
const number = crypto.randomInt(10, 12);
console.log(number === 10 || number === 11, crypto.randomFillSync(Buffer.alloc(3)).length);
crypto.randomBytes(4, (error, bytes) => console.log(error, bytes.length));
const stream = crypto.createHash('sha1');
stream.on('readable', () => { const data = stream.read(); if (data) console.log('streamed', data.toString('hex')); });
stream.write('some ');
stream.end('data');
const piped = crypto.createHash('md5');
require('stream').Readable.from(['a', 'b']).pipe(piped);
piped.on('data', (bytes) => console.log('piped', bytes.toString('hex')));
