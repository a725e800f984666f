export default @((c) => console.log(c.name)) class Named { #p = 1; static q = Named; @((t) => console.log(Named.name, (o) => o.#p)) m() {} }
import X from './exports-4.mjs'; console.log(X.name, X.q === X);
const z = await Promise.resolve(1);
class Aw { @(await Promise.resolve((t, k) => console.log(k))) [await Promise.resolve('key')]() {} }
