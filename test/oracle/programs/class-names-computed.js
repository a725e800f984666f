// A class under a computed key: V8 writes its name over what it has under `name`, before its static fields run if there are any.
const k = 'key';
const d = (c) => JSON.stringify(Object.getOwnPropertyDescriptors(c), (key, v) => typeof v === 'function' ? 'F' + v.length : v);
for (const o of [
 { [k]: class { static set name(v) {} } },
 { [k]: class { static get name() { return 1; } } },
 { [k]: class { static name() {} } },
 { [k]: class { static name = 3 } },
 { [k]: class { static ['na' + 'me']() {} } },
 { [k]: class { static set ['name'](v) {} } },
 { [k]: class { static set name(v) {} static x = 1 } },
 { [k]: class { static x = this.name; } },
 { [k]: class { static x = this.name; static name() {} } },
 { [k]: class { } },
 { key: class { static set name(v) {} } },
 { key: class { static x = this.name; static set name(v) {} } },
]) console.log(d(o.key), o);
class Z { static [k] = class { static set name(v) {} static y = this.name; } ; static [k + 1] = class { static y = this.name; } }
console.log(d(Z.key), d(Z.key1));
let { [k]: q = class { static set name(v) {} } } = {};
console.log(d(q));
class P { static accessorless = class { static set name(v) {} }; static #p = class { static set name(v) {} }; static t() { return this.#p; } }
console.log(d(P.accessorless), d(P.t()));
for (const o of [{ [k]: (class { static x = this.name; }) }, { [k]: (() => 1) }, { [k]: (0, class {}) }, { [k]: class N { static x = this.name } }, {[Symbol('s')]: class { static x = this.name }}, { [Symbol()]: class { static x = this.name; static name() {} } }]) console.log(o);
