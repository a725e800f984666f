import { outer } from './lib.mjs';
process.nextTick(() => console.log('never'));
Promise.resolve().then(() => console.log('microtask'));
console.log('before');
outer();
