// Modules from bytes: what they import and export, values that cross, and what is wrong with them.
const section = (id, ...content) => [id, content.length, ...content];
const text = (words) => [words.length, ...[...words].map((each) => each.charCodeAt(0))];
const moduleOf = (...sections) => new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, ...sections.flat()]);
const attempt = (action) => {
  try {
    return action();
  } catch (error) {
    return `${error.constructor.name}: ${error.message}`;
  }
};

// (func (export "add") (param i32 i32) (result i32) local.get 0 local.get 1 i32.add)
const adder = moduleOf(
  section(1, 1, 0x60, 2, 0x7f, 0x7f, 1, 0x7f),
  section(3, 1, 0),
  section(7, 1, ...text('add'), 0, 0),
  section(10, 1, 7, 0, 0x20, 0, 0x20, 1, 0x6a, 0x0b),
);
const adding = new WebAssembly.Module(adder);
console.log(adding, WebAssembly.Module.imports(adding), WebAssembly.Module.exports(adding));
const instance = new WebAssembly.Instance(adding);
const { add } = instance.exports;
console.log(instance, instance.exports, add, add.length, add.name, add === instance.exports.add);
console.log(add(2, 3), add('4', { valueOf: () => 5 }), add(2 ** 31 - 1, 1), add(1.9), add(), add(null, true));
console.log(attempt(() => add(1n)), attempt(() => add(Symbol.iterator)), attempt(() => new add(1, 2)));
console.log(Object.isFrozen(instance.exports), Object.getPrototypeOf(instance.exports), String(add));
console.log(WebAssembly.validate(adder), WebAssembly.validate(adder.slice(0, 20)), WebAssembly.validate(adder.buffer));

// (import "env" "log" (func (param i64 f64 externref) (result f32)))
// (func (export "run") (param externref) (result f32) i64.const 7 f64.const 1.5 local.get 0 call 0)
const caller = moduleOf(
  section(1, 2, 0x60, 3, 0x7e, 0x7c, 0x6f, 1, 0x7d, 0x60, 1, 0x6f, 1, 0x7d),
  section(2, 1, ...text('env'), ...text('log'), 0, 0),
  section(3, 1, 1),
  section(7, 1, ...text('run'), 0, 1),
  section(10, 1, 17, 0, 0x42, 7, 0x44, 0, 0, 0, 0, 0, 0, 0xf8, 0x3f, 0x20, 0, 0x10, 0, 0x0b),
);
const calling = new WebAssembly.Module(caller);
console.log(WebAssembly.Module.imports(calling));
const seen = [];
const run = (log) => new WebAssembly.Instance(calling, { env: { log } }).exports.run;
const marked = { mark: 1 };
console.log(run((...args) => { seen.push(args); return 0.1; })(marked), seen, seen[0][2] === marked);
console.log(run(() => ({ valueOf: () => '2.5' }))(), run(() => undefined)(), attempt(() => run(() => 1n)()));
console.log(attempt(() => run(() => { throw new RangeError('from inside'); })()));
for (const imports of [undefined, {}, { env: 1 }, { env: {} }, { env: { log: 3 } }, 4]) console.log(attempt(() => new WebAssembly.Instance(calling, imports)));
console.log(attempt(() => new WebAssembly.Instance(calling, { env: { log: run(() => 3) } })));
console.log(attempt(() => new WebAssembly.Instance(calling, { env: { log: add } })));
// What imports cross once, they cross in the order of their reading.
new WebAssembly.Instance(calling, { get env() { console.log('read env'); return { get log() { console.log('read log'); return () => 0; } }; } });

// (func (export "trap") unreachable)
const trapping = moduleOf(section(1, 1, 0x60, 0, 0), section(3, 1, 0), section(7, 1, ...text('trap'), 0, 0), section(10, 1, 3, 0, 0, 0x0b));
const { trap } = new WebAssembly.Instance(new WebAssembly.Module(trapping)).exports;
console.log(attempt(trap));
try {
  trap();
} catch (error) {
  console.log(error instanceof WebAssembly.RuntimeError, error instanceof Error, Object.prototype.toString.call(error));
}

for (const bytes of [undefined, {}, new Uint8Array(3), new Uint8Array([0, 97, 115, 109, 2, 0, 0, 0]), new DataView(adder.buffer)])
  console.log(attempt(() => String(new WebAssembly.Module(bytes))));
console.log(attempt(() => WebAssembly.Module(adder)), attempt(() => new WebAssembly.Instance({})));
console.log(Object.keys(WebAssembly).slice(0, 3), typeof WebAssembly, String(WebAssembly));
