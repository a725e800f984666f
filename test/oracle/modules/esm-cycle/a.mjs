import { b, hoisted, readA } from './b.mjs';
console.log('a runs', b, hoisted());
export const a = 'a';
export function readB() {
  return b + readA();
}
export function fromA() {
  return 'function of a';
}
