// Names of classes and lengths of typed arrays are read as any program reads them.
class A { static name() {} constructor() { this.x = 1; } }
console.log(new A(), A, [new A()]);
class B { static get name() { console.log('asked'); return 'Given'; } }
console.log(new B(), B);
class C { static name = 5 } console.log(new C(), C);
class D { static name = '' } console.log(new D(), D);
class E { static name = undefined } console.log(new E(), E);
class F { static name = { toString() { return 'text'; } } } console.log(new F(), F);
class G { static name = Symbol('s') } try { console.log(new G()); } catch (e) { console.log(e.message); }
function H() {} delete H.name; console.log(new H(), H);
class I extends A {} console.log(new I(), I);
const t = (own) => { const list = new Float32Array([0.1, -0]); Object.defineProperty(list, 'length', own); try { console.log(list); } catch (e) { console.log(e.message); } };
t({ get: (a, b) => b - a }); t({ value: 1 }); t({ value: 'x', enumerable: true }); t({ get() { throw new Error('no'); }, enumerable: true }); t({ value: 0 });
const bigs = new BigInt64Array([1n]); Object.defineProperty(bigs, 'length', { value: 0 }); console.log(bigs);
class L extends Uint8Array { get length() { console.log('length'); return 9; } } console.log(new L(2), [new L(0)]);
console.log(Object.setPrototypeOf(new Uint8Array(2), null));
