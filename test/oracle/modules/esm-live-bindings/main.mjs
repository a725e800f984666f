import { count, increment, default as value, late, setDefault } from './counter.mjs';
import * as counter from './counter.mjs';
console.log(count, counter.count, value);
increment();
console.log(count, counter.count, typeof late, counter);
try {
  count = 5;
} catch (error) {
  console.log(error.name, error.message);
}
try {
  counter.count = 5;
} catch (error) {
  console.log(error.name, error.message);
}
setDefault(9);
console.log(value, counter.default);
console.log(Object.keys(counter), Object.getOwnPropertyDescriptor(counter, 'count'));
console.log(counter[Symbol.toStringTag], Object.isFrozen(counter), Object.isSealed(counter), Reflect.ownKeys(counter));
console.log('count' in counter, 'nothing' in counter, delete counter.nothing, Reflect.set(counter, 'count', 1));
console.log(this, typeof arguments, import.meta.url.endsWith('main.mjs'), typeof module);
export { count as again };
import { again } from './main.mjs';
increment();
console.log(again, eval('count'), new Function('return typeof count')());
