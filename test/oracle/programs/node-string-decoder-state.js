// What waits in a decoder, byte by byte.
const { StringDecoder } = require('string_decoder');
const show = (d) => console.log(d.encoding, [...d.lastChar], d.lastNeed, d.lastTotal, d.lastChar.length);
for (const [encoding, bytes] of [['utf8', [0xf0, 0x9f, 0x98, 0x80, 0xe1, 0x88, 0x41, 0xc3, 0xf0, 0x9f]], ['utf16le', [0x3d, 0xd8, 0x4d, 0xdc, 0x61, 0, 0x3d]], ['base64', [1, 2, 3, 4, 5]], ['hex', [1, 2]], ['latin1', [0xe9, 1]], ['ascii', [0xe9]]]) {
  const d = new StringDecoder(encoding);
  show(d);
  for (const byte of bytes) { console.log(JSON.stringify(d.write(Buffer.from([byte])))); show(d); }
  console.log(JSON.stringify(d.end())); show(d);
}
const d = new StringDecoder(); d.write(Buffer.from([0xe1])); console.log(d.text(Buffer.from('ab€'), 1), d); d.write(Buffer.from([0xe2])); console.log(d.end(Buffer.from([0x82]))); show(d);
console.log(Object.keys(d), Object.keys(StringDecoder.prototype), StringDecoder.length, Object.getOwnPropertyDescriptor(StringDecoder.prototype, 'lastChar'));
