const { StringDecoder } = require('string_decoder');
const bytes = Buffer.from('a€😀é\u0800x');
for (const encoding of ['utf8', 'utf-8', 'utf16le', 'base64', 'hex', 'latin1', 'ascii', 'base64url']) {
  for (const size of [1, 2, 3, 5]) {
    const decoder = new StringDecoder(encoding);
    const parts = [];
    for (let at = 0; at < bytes.length; at += size) parts.push(decoder.write(bytes.subarray(at, at + size)));
    parts.push(decoder.end());
    console.log(encoding, size, JSON.stringify(parts));
  }
}
for (const odd of [[0xe2, 0x82], [0xff, 0x41], [0xf0, 0x9f, 0x41], [0xe0, 0x80, 0x80], [0xc3], [0xed, 0xa0, 0x80], [0xf5, 0x80]]) {
  const decoder = new StringDecoder();
  const parts = odd.map((byte) => decoder.write(Buffer.from([byte])));
  console.log(odd, JSON.stringify([...parts, decoder.end()]), JSON.stringify(new StringDecoder('utf8').end(Buffer.from(odd))));
}
const high = new StringDecoder('utf16le');
console.log(JSON.stringify([high.write(Buffer.from([0x3d])), high.write(Buffer.from([0xd8, 0x00])), high.write(Buffer.from([0xde])), high.end()]));
console.log(new StringDecoder().encoding, new StringDecoder('UCS2').encoding, new StringDecoder().write('text'));
try { new StringDecoder('nope'); } catch (error) { console.log(error.code, error.message); }
try { new StringDecoder().write(1); } catch (error) { console.log(error.code, error.message); }
