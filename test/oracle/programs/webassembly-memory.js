// Memories, tables and globals, seen from both sides.
const attempt = (action) => {
  try {
    return action();
  } catch (error) {
    return `${error.constructor.name}: ${error.message}`;
  }
};
const memory = new WebAssembly.Memory({ initial: 1, maximum: 3 });
const { buffer } = memory;
new Uint8Array(buffer)[3] = 7;
console.log(memory, buffer.byteLength, memory.buffer === buffer, memory.grow(1));
console.log(buffer.byteLength, buffer.detached, memory.buffer.byteLength, memory.buffer === buffer, new Uint8Array(memory.buffer)[3]);
console.log(attempt(() => memory.grow(5)), attempt(() => memory.buffer.transfer()));
console.log(attempt(() => new Uint8Array(buffer, 0, 1)));
for (const descriptor of [undefined, {}, { initial: 1, maximum: 0 }, { initial: 70000 }, { initial: -1 }, { initial: { valueOf: () => 2 } }])
  console.log(attempt(() => new WebAssembly.Memory(descriptor).buffer.byteLength));

// (import "env" "memory" (memory 1)) (func (export "store") (param i32 i32) local.get 0 local.get 1 i32.store)
// (func (export "grow") (param i32) (result i32) local.get 0 memory.grow)
const bytes = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0,
  1, 11, 2, 0x60, 2, 0x7f, 0x7f, 0, 0x60, 1, 0x7f, 1, 0x7f,
  2, 15, 1, 3, 101, 110, 118, 6, 109, 101, 109, 111, 114, 121, 2, 0, 1,
  3, 3, 2, 0, 1,
  7, 16, 2, 5, 115, 116, 111, 114, 101, 0, 0, 4, 103, 114, 111, 119, 0, 1,
  10, 18, 2, 9, 0, 0x20, 0, 0x20, 1, 0x36, 2, 0, 0x0b, 6, 0, 0x20, 0, 0x40, 0, 0x0b,
]);
const shared = new WebAssembly.Memory({ initial: 1 });
const { store, grow } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory: shared } }).exports;
store(8, 0x01020304);
console.log(new Uint8Array(shared.buffer, 8, 4), new Int32Array(shared.buffer)[2]);
const before = shared.buffer;
console.log(grow(2), shared.buffer.byteLength, before.byteLength, before === shared.buffer);
console.log(attempt(() => store(2 ** 20, 1)), attempt(() => store(-1, 1)));
console.log(attempt(() => new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory: {} } })));

const table = new WebAssembly.Table({ initial: 2, element: 'anyfunc' });
console.log(table, table.length, table.get(0), attempt(() => table.get(5)), attempt(() => table.set(0, () => 1)));
table.set(0, store);
console.log(table.get(0) === store, table.grow(1), table.length);
const anything = new WebAssembly.Table({ initial: 1, element: 'externref' }, memory);
console.log(anything.get(0) === memory);

const counter = new WebAssembly.Global({ value: 'i32', mutable: true }, 41.9);
console.log(counter, counter.value, counter.valueOf());
counter.value = '7';
console.log(counter.value, attempt(() => { new WebAssembly.Global({ value: 'i64' }, 5n).value = 1n; }));
console.log(new WebAssembly.Global({ value: 'f32' }, 0.1).value, new WebAssembly.Global({ value: 'i64' }).value, attempt(() => new WebAssembly.Global({ value: 'x' })));
console.log(attempt(() => WebAssembly.Memory.prototype.grow.call({}, 1)), attempt(() => Object.create(memory).buffer));
