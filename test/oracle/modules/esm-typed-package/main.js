import { where } from './lib.js';
import common from './common.cjs';
console.log(where, common, typeof require);
console.log(__filename);
