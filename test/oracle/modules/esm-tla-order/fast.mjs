import './log.mjs';
console.log('fast starts');
await 0;
console.log('fast ends');
export const fast = 'fast';
