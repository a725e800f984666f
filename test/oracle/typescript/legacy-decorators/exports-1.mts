const cls = (n) => (c) => { console.log(n, c.name); };
const rep = (c) => class Wrapped extends c {};
@cls('a') export class A { self = A; static { console.log('sb') } }
@rep export class B { self = B; static b = B }
export @cls('after') class AfterExport {}
export class C { @((t, k) => console.log(k)) m() {} }
@rep export default class D { d = D }
export { A as AA };
import * as self from './exports-1.mjs';
console.log(new self.B().self === self.B, self.B.name, self.B.b === self.B, self.default === D, D.name, new D().d === D);
try { Late; } catch (e) { console.log(e.message) }
@cls('late') class Late {}
export { Late };
