@((c) => console.log(c.name)) export default class { x = 1 }
import X from './exports-3.mjs'; console.log(X.name, new X());
