// Frames of a binary protocol: type, flags, length, payload, checksum.
const types = { text: 1, number: 2, list: 3 };
function encode(value) {
  if (typeof value === 'string') return frame(types.text, Buffer.from(value));
  if (typeof value === 'number') { const payload = Buffer.alloc(8); payload.writeDoubleBE(value); return frame(types.number, payload); }
  return frame(types.list, Buffer.concat(value.map(encode)));
}
function frame(type, payload) {
  const head = Buffer.allocUnsafe(7);
  head.writeUInt8(type, 0);
  head.writeUInt16LE(0xbeef, 1);
  head.writeUInt32BE(payload.length, 3);
  const sum = Buffer.of([...head, ...payload].reduce((a, b) => (a + b) & 0xff, 0));
  return Buffer.concat([head, payload, sum]);
}
function decode(bytes, at = 0) {
  const type = bytes.readUInt8(at);
  if (bytes.readUInt16LE(at + 1) !== 0xbeef) throw new Error('no frame at ' + at);
  const length = bytes.readUInt32BE(at + 3);
  const payload = bytes.subarray(at + 7, at + 7 + length);
  const end = at + 8 + length;
  if (type === types.text) return [payload.toString(), end];
  if (type === types.number) return [payload.readDoubleBE(), end];
  const list = [];
  for (let inner = at + 7; inner < end - 1; ) { const [value, next] = decode(bytes, inner); list.push(value); inner = next; }
  return [list, end];
}
for (const value of ['häuser', 3.14159, -0, ['a', 1, ['nested', [2]]], []]) {
  const bytes = encode(value);
  console.log(bytes.length, bytes.toString('hex'), decode(bytes));
}
try { decode(Buffer.alloc(8)); } catch (error) { console.log(error.message); }
try { decode(encode('cut off').subarray(0, 5)); } catch (error) { console.log(error.name, error.code, error.message); }
const view = new DataView(encode(1.5).buffer, encode(1.5).byteOffset);
console.log(typeof view.getUint8(0), Buffer.from('00ff10', 'hex').readIntBE(0, 3), Buffer.from('ff', 'hex').readInt8());
