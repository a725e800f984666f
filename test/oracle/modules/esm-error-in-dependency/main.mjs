import './fine.mjs';
import './bad.mjs';
import './after.mjs';
console.log('never');
