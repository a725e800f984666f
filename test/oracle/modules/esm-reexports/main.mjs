import * as all from './hub.mjs';
import { one, uno, inner, default as d } from './hub.mjs';
console.log(all);
console.log(one, uno, inner, d, inner === all.inner);
console.log(Object.keys(all));
