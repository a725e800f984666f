// Subclasses: species, the executor's calls, and combinators on a subclass.
let made = 0;
class Counted extends Promise {
  constructor(executor) {
    super(executor);
    made++;
  }
}
const counted = Counted.resolve(1);
const derived = counted.then((value) => value + 1);
console.log(counted instanceof Counted, derived instanceof Counted, made);
console.log(Counted.resolve(counted) === counted, Promise.resolve(counted) === counted);
class Plain extends Promise {
  static get [Symbol.species]() {
    return Promise;
  }
}
console.log(Plain.resolve(1).then(() => {}) instanceof Plain, Plain.resolve(1) instanceof Plain);
Counted.all([1, Counted.resolve(2)]).then((values) => console.log(values, made));
const { promise, resolve } = Counted.withResolvers();
promise.then((value) => console.log('withResolvers', value, promise instanceof Counted));
resolve('ok');
for (const make of [() => Promise(), () => new Promise(), () => Promise.resolve.call(1), () => Promise.prototype.then.call({})]) {
  try {
    make();
  } catch (error) {
    console.log(`${error}`);
  }
}
