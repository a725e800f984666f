export * from './one.mjs';
export * from './two.mjs';
console.log('never printed either');
