import { a, fromA } from './a.mjs';
import * as own from './b.mjs';
console.log('b runs', fromA());
try {
  console.log(a);
} catch (error) {
  console.log(error.name, error.message);
}
try {
  console.log(own.late);
} catch (error) {
  console.log(error.name, error.message, own);
}
export const b = 'b';
export const late = 1;
export function hoisted() {
  return 'hoisted ' + own.late;
}
export const readA = () => a;
