// Decorators before declarations, members and parameters of all forms.
const log = (...a) => console.log(...a);
const d = (n) => (...a) => log(n, a.length, typeof a[0], String(a[1]), a[2] && typeof a[2] === 'object' ? Object.keys(a[2]).join() : a[2]);
const cls = (n) => (c) => { log('class', n, c.name, Object.getOwnPropertyNames(c).join()); };
// generic, abstract, nested
@cls('abs') abstract class Abs<T> { @d('am') abstract am(): void; @d('ap') abstract ap: T; @d('ac') protected ac(): void {} }
@cls('sub') class Sub extends Abs<string> { am() {} ap = 'x'; @d('super') override ac() { super.ac(); return log('sub ac'); } }
new Sub().ac();
// decorators using the class and outer variables
const box = { deco: { deep: (n) => d(n) }, arr: [d('arr0')] };
class Chain { @box.deco.deep('deep') a; @(box.arr[0]) b; @(true ? d('cond') : d('no')) c() {} @(() => {}) e; }
// modifiers and comments
class Mod { /* c1 */ @d('x') /* c2 */ public readonly x: number = 1; @d('y') private static async *y() {} @d('z')
  static
  get z() { return 1 } @d('w') public override w?(): void {} ; @d('q')
  q!: string; @d('sr') static readonly sr = 1 }
log(Object.keys(new Mod));
// getter/setter, separated
class Acc { @d('g') get a() { return 1 } b() {} set a(v) {} static get a() { return 2 } @d('sset') static set a(v) {} get [1]() { return 1 } @d('num') set [1](v) {} @d('s1') get 's'() { return 1 } set s(v) {} }
// param decorators in all forms
class Par { constructor(@d('c0') private a, @d('c1') readonly b = 1, @d('c2') { c } = { c: 1 }, @d('c3') [e] = [2], @d('c4') ...rest) { log(a, b, c, e, rest); }
 static s(@d('s0') x, @d('s1') y?) {} m(@d('m0') @d('m0b') x: number) {} set v(@d('v0') x) {} @d('only set') set w(@d('w0') x) {} get [`t`](){return 1} }
new Par(1);
log(Par.length, Par.prototype.m.length);
// order across classes with inheritance expression
@cls('outer') class Outer { @d('in') inner = (() => { @cls('inner') class Inner { @d('ii') static x = Inner } return Inner })(); static make() { @cls('made') class Made { self = Made } return new Made() } }
log(new Outer().inner.name, Outer.make().constructor.name, Outer.make());
// replaced class & instanceof & static inheritance
const wrap = (c) => { const W = class extends c { static w = 1 }; return W };
@wrap class Rep { static s = 1; static get self() { return Rep } m() { return Rep.w + ' ' + (this instanceof Rep) } clone() { return new Rep() } }
log(Rep.name, Rep.s, Rep.w, Rep.self === Rep, new Rep().m(), new Rep().clone().constructor === Rep);
@wrap class Rep2 extends Rep { m() { return 'r2 ' + super.m() } static t = super.s }
log(new Rep2().m(), Rep2.t, Rep2);
// returns
const over = (v) => () => v;
try { @over(5) class N {} log(typeof N, N) } catch (e) { log(e.message) }
try { @over({ a: 1 }) class N {} log(typeof N, N) } catch (e) { log(e.message) }
try { class N { @over(5) m() {} } log(N) } catch (e) { log(e.message) }
try { class N { @over({ value: 7 }) x } log(Object.getOwnPropertyDescriptors(N.prototype)) } catch (e) { log(e.message) }
try { class N { @over({ value: 7 }) static x = 1 } log(Object.getOwnPropertyDescriptors(N).x) } catch (e) { log(e.message) }
try { @(null) class N {} log(N) } catch (e) { log(e.message) }
try { class N { @(undefined) m() {} } log(N) } catch (e) { log(e.message) }
try { class N { m(@(undefined) x) {} } log(N) } catch (e) { log(e.message) }
try { class N { @d('frozen') @((t) => { Object.freeze(t) }) m() {} } log(N) } catch (e) { log(e.message) }
try { @missing class N {} } catch (e) { log(e.message) }
try { class N { @((() => { throw new Error('thrown') })()) m() {} } } catch (e) { log(e.message) }
try { class N { m(@((...a) => { throw new Error('param ' + a.slice(1)) }) x) {} } } catch (e) { log(e.message) }
// closures & loops
const all = []; for (let i = 0; i < 3; i++) { class L { @((t, k) => { all.push([i, k]) }) ['m' + i]() { return L } } } log(all);
function* gen() { class G { @(yield 'dec') m() {} } return G } const g = gen(); g.next(); log(typeof g.next(d('yielded')).value);
label: { @cls('blk') class B {} break label; }
if (true) { @cls('if') class If { static t = If } log(If.t.name) }
namespace A.B { @cls('ns') export class C { static c = C; d = C } export const made = new C(); @cls('priv') class P { c = C } export const p = new P() }
namespace A.B { export const again = C.name }
log(A.B.C.c === A.B.C, A.B.made, A.B.p, A.B.again);
enum E { X = 1 } 
class UseEnum { @d('enum') [E.X] = 2; @d(`${E.X}`) m() { return E.X } }
log(new UseEnum());
class Typed { @d('t') a: typeof log; m<T>(this: Typed, @d('gen') x: T): x is T { return true } @d('opt') o?: number; @d('idx') [k: string]: any }
log(hoisted()); function hoisted() { @cls('fn') class F { } return F.name }
const arrow = (n) => class { [n] = 1; accessor [n + 'a'] = 2 }; const [X1, X2] = [arrow('p'), arrow('q')]; log(new X1(), new X2(), new X1().pa, new X2().qa);
var v1 = class V { m() { return V } }; log(new v1().m() === v1);
