export default class { @((t, k) => console.log(k, t.constructor.name)) m() {} static s = 1 }
import X from './exports-2.mjs'; console.log(X.name, X);
