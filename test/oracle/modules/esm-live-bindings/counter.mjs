export let count = 0;
export function increment() {
  count++;
}
export var late;
let value = 'first';
export function setDefault(x) {
  value = x;
}
export { value as default };
late = () => {};
export const [a, { b = 2, ...rest }] = [1, { c: 3 }];
export class Thing {}
export { increment as 'a name with spaces' };
