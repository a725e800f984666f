// Found by the fuzzer: what stands beside the methods of a literal with super is not in the context of its home object.
let t = 1;
(() => t)();
const attempt = (f) => { try { console.log(f()); } catch (e) { console.log(e.message); } };
attempt(() => ({ a: (() => t)(), m() { return super.c; } }));
attempt(() => ({ a: (class { static x = t }), m() { return super.c; } }));
attempt(() => ({ a: (class { static x = t }), m() { return 1; } }));
attempt(() => ({ a: (class { static x() { return t } }).x(), m() { return super.c; } }));
attempt(() => ({ ...(class { static x = t }), m() { return super.c; } }));
attempt(() => ({ ...(class { static x = t; y = () => super.toString }), m() { return super.c; } }));
attempt(() => new ({ a: (class { x = t }), m() { return super.c; } }).a);
attempt(() => ({ a: (class K { static x = [t, K.name] }), m() { return super.c; } }));
attempt(() => { { let q = t; return (() => q)() + ({ a: (class K { static x = [t, K.name, q] }), m() { return super.c; } }).a.x.join(); } });
attempt(() => ({ a: eval('t + 1'), m() { return [super.toString === Object.prototype.toString, eval('t'), eval('super.toString').name]; }, [eval('"k" + t')]: eval('t') }).m());
attempt(() => { const o = { get [`x${t}`]() { return super.y; }, __proto__: { y: () => t }, b: () => t, async *g() { yield super.y; } }; return [o.x1(), o.b()]; });
attempt(() => ({ m() { return super.x }, m: (() => t)() }));
function* g() { const o = { a: yield t, m() { return super.valueOf() === this }, b: (() => t)() }; return [o.m(), o.a, o.b]; }
const it = g(); console.log(it.next(), it.next(5));
attempt(() => { let q = 1; return { f: (() => { q++; return q })(), m() { q++; return [super.z, q]; } }.m(); });
