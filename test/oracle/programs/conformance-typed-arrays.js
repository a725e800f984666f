// Typed arrays, buffers and views: values, exotic properties, resizing, messages, printing.
const attempt = (run) => {
  try {
    return run();
  } catch (error) {
    return `${error.name}: ${error.message}`;
  }
};
console.log(new Uint8Array([1, 257, -1]), Uint8ClampedArray.of(1.5, 300, -3), Float32Array.from([1.1, NaN]));
console.log(new BigInt64Array([1n, -1n]), new ArrayBuffer(3), new DataView(new ArrayBuffer(2), 1), new Int16Array(0));
const bytes = new Uint8Array([5, 3, 200]);
bytes.extra = true;
bytes[9] = 1;
bytes['-0'] = 1;
bytes['1.5'] = 1;
console.log(bytes, Object.keys(bytes), 9 in bytes, '1.5' in bytes, delete bytes[9]);
console.log(Object.getOwnPropertyDescriptor(bytes, 1), Reflect.deleteProperty(bytes, '1'));
console.log(bytes.sort(), bytes.toSorted((a, b) => b - a), bytes.map((x) => x * 2), bytes.filter((x) => x > 3));
console.log(bytes.slice(1), bytes.subarray(1, 2), bytes.with(0, 7), bytes.toReversed(), bytes.at(-1));
console.log(bytes.reduce((a, b) => a + b), bytes.findLast((x) => x < 100), bytes.indexOf(200), bytes.includes(4));
console.log(JSON.stringify(bytes), String(bytes), [...bytes.entries()], Object.prototype.toString.call(bytes));
const buffer = new ArrayBuffer(4, { maxByteLength: 8 });
const tracking = new Uint8Array(buffer);
const fixed = new Uint8Array(buffer, 1, 2);
buffer.resize(8);
console.log(tracking.length, fixed.length, buffer.resizable, buffer.maxByteLength);
buffer.resize(2);
console.log(tracking.length, fixed.length, fixed.byteOffset);
console.log(attempt(() => fixed.fill(1)));
const moved = buffer.transfer();
console.log(buffer.detached, moved.byteLength, tracking.length, buffer);
console.log(attempt(() => tracking.map((x) => x)));
const view = new DataView(new ArrayBuffer(8));
view.setUint16(0, 0x1234);
view.setBigInt64(0, -2n, true);
console.log(view.getUint16(0), view.getUint16(0, true), view.getBigUint64(0, true), view.getFloat32(4));
console.log(attempt(() => view.getInt32(6)));
console.log(attempt(() => new Uint8Array(-1)));
console.log(attempt(() => new Uint16Array(new ArrayBuffer(3))));
console.log(attempt(() => new Uint32Array(new ArrayBuffer(8), 3)));
console.log(attempt(() => new Uint8Array(new ArrayBuffer(3), 4)));
console.log(attempt(() => new Uint8Array(new ArrayBuffer(3), 1, 4)));
console.log(attempt(() => Uint8Array(1)));
console.log(attempt(() => new Uint8Array([1n])));
console.log(attempt(() => new BigInt64Array([1])));
console.log(attempt(() => new BigInt64Array(new Uint8Array(1))));
console.log(attempt(() => Uint8Array.prototype.length));
console.log(attempt(() => Uint8Array.prototype.fill.call([], 1)));
console.log(attempt(() => bytes.set([1, 2, 3, 4])));
console.log(attempt(() => Object.freeze(bytes)));
console.log(attempt(() => bytes.reduce(1)));
console.log(attempt(() => new (Object.getPrototypeOf(Uint8Array))()));
console.log(attempt(() => new DataView({})));
console.log(attempt(() => new DataView(new ArrayBuffer(1), 2)));
console.log(attempt(() => Atomics.add(new Float64Array(1), 0, 1)));
const cells = new Int32Array(new SharedArrayBuffer(8));
console.log(Atomics.add(cells, 0, 5), Atomics.exchange(cells, 1, 7), Atomics.compareExchange(cells, 0, 5, 9), cells);
for (const key in new Uint8Array(2)) console.log(key);
class Mine extends Uint8Array {}
console.log(new Mine(2).map(() => 1), new Mine(1) instanceof Uint8Array, Mine.BYTES_PER_ELEMENT);
