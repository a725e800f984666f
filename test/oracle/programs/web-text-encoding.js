// TextEncoder and TextDecoder.
console.log(new TextEncoder(), new TextDecoder('latin1'), new TextDecoder('UTF-16', { fatal: true, ignoreBOM: true }));
console.log(new TextEncoder().encode('aé€😀\ud800'), new TextEncoder().encode());
const room = new Uint8Array(5);
console.log(new TextEncoder().encodeInto('é€😀', room), room);
console.log(new TextDecoder().decode(new Uint8Array([0xef, 0xbb, 0xbf, 0x61, 0xff, 0xe2, 0x82])));
console.log(new TextDecoder('utf-8', { ignoreBOM: true }).decode(new Uint8Array([0xef, 0xbb, 0xbf])).length);
console.log(new TextDecoder('utf-16le').decode(new Uint16Array([104, 105, 0xd83d, 0xde00])));
console.log(new TextDecoder('utf-16be').decode(new Uint8Array([0, 104, 0, 105])));
console.log(new TextDecoder('latin1').decode(new Uint8Array([0x80, 0xe9])), new TextDecoder('iso-8859-2').encoding);
console.log(new TextDecoder('shift_jis').decode(new Uint8Array([0x82, 0xa0])), new TextDecoder('gbk').encoding);
const pieces = new TextDecoder();
const bytes = new TextEncoder().encode('😀€');
console.log([...bytes].map((byte) => pieces.decode(Uint8Array.of(byte), { stream: true })), pieces.decode());
console.log(new TextDecoder().decode(bytes.buffer), new TextDecoder().decode(new DataView(bytes.buffer, 4, 3)));
const attempts = [
  () => new TextDecoder('zz'),
  () => new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.of(255)),
  () => new TextDecoder().decode(5),
  () => new TextEncoder().encodeInto(1, 2),
  () => new TextEncoder().encodeInto('a', 2),
  () => new TextEncoder().encode(Symbol('s')),
];
for (const attempt of attempts) {
  try {
    console.log('no error', attempt());
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}
for (const Class of [TextEncoder, TextDecoder]) console.log(Class, Class.length, Object.keys(Class.prototype).join());
