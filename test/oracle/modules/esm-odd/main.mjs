// odd corners
export { x as y, x as "z z" }; let x = 1;
export default function () { return 'anon' }
import def, { default as d2 } from './main.mjs';
console.log(def.name, d2 === def, def());
export const arrow = () => {}; export class K { static s = import.meta.url.length > 0 }
console.log(arrow.name, K.s);
try { undeclared = 1 } catch (e) { console.log(e.message) }
console.log((function () { return this })(), typeof globalThis);
label: for (const k of [1]) { for await (const j of [2]) { console.log(j); break label } }
console.log(await (async () => 'x')(), await { then(r) { r('thenable') } });
try { await Promise.reject(new Error('caught')) } catch (e) { console.log(e.message) }
console.log(eval('x + 1'), (0, eval)('typeof x'));
