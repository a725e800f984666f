// Constructors, keys and initialisers of all forms.
const log = console.log;
class B { constructor(...a) { log('B', a, Object.keys(this)); this.hook?.(); } hook() {} }
class C1 extends B { x = log('x'); constructor(a, b = (log('default'), 2)) { super(a, b); log(Object.keys(this)); } }
new C1(1);
class C2 extends B { x = 1; constructor() { const s = () => super(); s(); log(this.x) } }
try { new C2() } catch (e) { log(e.message) }
class C3 extends B { x = 1; constructor() { if (true) { super(); } log(this.x) } }
try { new C3() } catch (e) { log(e.message) }
class C4 extends B { x = 1; constructor() { log('pre'); try { log('in'); super(); log('post', this.x) } catch (e) { log(e.message) } } }
new C4();
class C5 extends B { x = 1; constructor() { return super(), this } }
try { log(new C5()) } catch (e) { log(e.message) }
class C6 extends B { x = 1; constructor() { const t = super(); log(t === this) } }
try { log(new C6()) } catch (e) { log(e.message) }
class C7 extends B { x = () => this.y; y = 3; constructor() { super(); super.hook() } z = this.x() }
log(new C7());
class C8 extends Array { last = 1; constructor() { super(3) } } log(new C8());
class C9 extends Array { last = 1 } log(new C9(1, 2), C9.length);
class CE extends Error { code = 'E'; name = 'CE'; constructor(m) { super(m) } } log(Object.keys(new CE('m')), String(new CE('m')));
class N extends null { x = 1; static y = 2 } log(N.y); try { new N() } catch (e) { log(e.message) }
const o = { m() { return class { a = this; b = super.toString; static c = this } } };
try { const K = o.m(); log(typeof new K().b, K.c === K) } catch (e) { log(e.message) }
class Acc { get v() { return this._v } set v(x) { log('set v', x); this._v = x } }
class AccD extends Acc { v = 5; static set s(x) { log('s', x) } } log(new AccD(), new AccD().v);
class AccE extends AccD { static s = 1 } log(Object.keys(AccE));
class Proto { x = 1; 'y z' = 2; 5 = 3; [Symbol.for('s')] = 4; ['__proto__'] = { inherited: 1 }; __proto__ = { two: 2 } } log(new Proto(), new Proto().two, new Proto().inherited);
class G<T> { a?: T; b!: T; readonly c: number; private d = 1; protected static e; public static f = 2; declare g: T; static readonly h = G.f + 1; static i } log(new G(), G.h, Object.keys(G));
class Order { a = log('a'); [(log('k1'), 'b')] = log('b'); static c = log('c'); static [(log('k2'), 'd')] = log('d'); e = log('e'); static { log('blk') } static f = log('f'); [(log('k3'), 'm')]() {} static [(log('k4'), 'g')]; h = log('h') } log('made'); new Order();
class Fn { static name2 = 'x'; static fn = () => this; static af = async () => {}; static cls = class {}; static named = class Named {}; f = function () { return this }; g = function* named() {} } const f = new Fn(); log(f.f.name, f.g.name, Fn.fn.name, Fn.af.name, Fn.cls.name, Fn.named.name, Fn.fn() === Fn);
class Priv { #a = 1; #b = this.#a + 1; c = this.#b + 1; #d = this.c + 1; get() { return [this.#a, this.#b, this.c, this.#d] } #m() { return 7 } e = this.#m(); static #s = 3; static t = Priv.#s; static has(o) { return #a in o } } log(new Priv().get(), new Priv(), Priv.t, Priv.has(new Priv()), Priv.has({}));
class AccOnly { accessor a = 1; accessor b = this.a + 1; c = this.b + 1; static accessor d = 4; static e = this.d } log(new AccOnly(), new AccOnly().b, AccOnly.e);
class PP { constructor(public a, private b = a + 1, readonly c = this?.a) { log(Object.keys(this)) } d = this.a; e = this.b } log(new PP(1));
class PP2 extends B { constructor(public a, x) { super(x); log('after', this.a) } d = this.a; hook() { log('hook', this.a, this.d) } } new PP2(5, 6);
class Sh { x = 1; constructor(public x2) { var x = 2; { class Inner { y = x; z = x2 } log(new Inner()) } } } new Sh(9);
function fact(k) { return class { static [k] = k; [k + '1'] = k; } } log(fact('a'), new (fact('b'))(), new (fact('c'))());
const objs = [1, 2].map((n) => class { ['p' + n] = n }); log(objs.map((c) => new c()));
class Outer { inner = class { v = 1; static s = 2 }; arr = [class { w = 3 }] } log(new Outer().inner.s, new (new Outer().inner)(), new (new Outer().arr[0])());
log(class { static a = 1 }.a, new (class { b = 2 })().b, (class X { static self = X }).self.name);
class Gen { static *items() { yield new (class { q = 1 })() } } log([...Gen.items()]);
class Del { x = 1; y } const del = new Del(); log(delete del.x, 'y' in del);
try { class Th { static a = (() => { throw new Error('static') })() } } catch (e) { log(e.message) }
try { class Th { a = (() => { throw new Error('inst') })() } new Th() } catch (e) { log(e.message) }
log(Object.getOwnPropertyDescriptor(class { static z = 1 }, 'z'), new (class { constructor() { return { r: 1 } } t = 1 })());
class EvalThis { a = eval('this') === this; b = new.target === EvalThis } log(new EvalThis());
