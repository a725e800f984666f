'use strict';
// Who has a getter without a setter is told, not whose property was set.
class P { get v() { return 1; } static get s() { return 1; } } class C extends P { set(x) { this.v = 2; } }
const t = (f) => { try { f(); console.log('ok'); } catch (e) { console.log(e.message); } };
t(() => { new C().v = 1; });
t(() => { new P().v = 1; });
t(() => new C().set());
t(() => { C.s = 1; });
const o = { get x() { return 1; } };
t(() => { Object.create(o).x = 1; });
t(() => { o.x = 1; });
t(() => { Object.create(Object.create(o))['x'] = 1; });
t(() => { for (let i = 0; i < 20; i++) Object.create(o)[['x'][0]] = 1; });
t(() => { Object.assign(Object.create(o), { x: 1 }); });
t(() => { 'a'.length = 1; });
t(() => { new Map().size = 1; });
t(() => { class M extends Map {} new M().size = 1; });
class S extends P { go() { super.v = 3; } } t(() => new S().go());
const fr = Object.freeze({ q: 1 }); t(() => { Object.create(fr).q = 2; });
