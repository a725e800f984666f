// Every builtin function, called on receivers and with arguments that it may refuse: the errors in V8's words.
const names = ['Object', 'Array', 'Number', 'String', 'Boolean', 'Symbol', 'BigInt', 'Date', 'RegExp', 'Map', 'Set', 'WeakMap', 'WeakSet', 'WeakRef', 'FinalizationRegistry', 'Promise', 'Proxy', 'Reflect', 'Error', 'AggregateError', 'TypeError', 'SuppressedError', 'Math', 'JSON', 'ArrayBuffer', 'SharedArrayBuffer', 'DataView', 'Atomics', 'Uint8Array', 'Float64Array', 'BigInt64Array', 'Iterator', 'DisposableStack', 'AsyncDisposableStack', 'parseInt', 'parseFloat', 'isNaN', 'isFinite', 'decodeURI', 'decodeURIComponent', 'encodeURI', 'encodeURIComponent', 'escape', 'unescape', 'Function'];
const receivers = [undefined, null, 1, 'x', {}, [], Symbol('r'), () => {}];
const label = (v) => (typeof v === 'symbol' ? 'symbol' : typeof v === 'function' ? 'function' : Array.isArray(v) ? '[]' : typeof v === 'object' && v ? (v === Object(v) && Object.keys(v).length ? '{a}' : '{}') : typeof v === 'string' ? JSON.stringify(v) : String(v));
const lists = [[], [undefined], [null], [-1], ['x'], [{}], [Symbol('a')], [1n], [[1, 2]], [{}, 'a', 1], [1, -1], [{ a: 1 }, 5], [Infinity]];
const groups = new Map();
function attempt(name, fn, receiver, args, isNew) {
  try {
    const result = isNew ? Reflect.construct(fn, args) : Reflect.apply(fn, receiver, args);
    if (result instanceof Promise) result.catch(() => {});
  } catch (error) {
    const words = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    const where = `${isNew ? 'new ' : `${label(receiver)} `}${args.map(label).join()}`;
    const key = `${name} > ${words}`;
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(where);
  }
}
function sweep(name, fn) {
  if (/^Atomics\.(wait|pause|notify)|Promise\.(prototype\.finally)|from$/.test(name) && /Async|waitAsync/.test(name)) return;
  if (/^Function|prepareStackTrace|RegExp\.(input|\$_)|rawJSON|pause|Iterator\.prototype\.flatMap|Float16|fromAsync|stack$|captureStackTrace|toLocale|localeCompare|Date$|Date\.now|Math\.random/.test(name)) return;
  for (const receiver of receivers) for (const args of lists) attempt(name, fn, receiver, args, false);
}
for (const name of names) {
  const value = globalThis[name];
  if (value === undefined) { console.log('missing', name); continue; }
  if (typeof value === 'function') {
    sweep(name, value);
    if (name !== 'Function') for (const args of lists) attempt(name, value, undefined, args, true);
  }
  for (const [holder, prefix] of [[value, name], [value.prototype, `${name}.prototype`]]) {
    if (!holder || typeof value === 'function' && holder === value && /parse|is|code|escape/.test(name)) continue;
    for (const key of Reflect.ownKeys(holder)) {
      const d = Object.getOwnPropertyDescriptor(holder, key);
      const full = `${prefix}.${String(key)}`;
      if (key === 'constructor') continue;
      if (typeof d.value === 'function') sweep(full, d.value);
      if (d.get) sweep(`get ${full}`, d.get);
      if (d.set) sweep(`set ${full}`, d.set);
    }
  }
}
for (const [key, where] of groups) console.log(key, '|', where.length > 3 ? `${where.length} ${where.slice(0, 3).join(' ; ')}` : where.join(' ; '));
