// Accessors: on literals, classes and by defineProperty; inherited, shadowed, compound assignments.
const log = [];
const thermometer = {
  celsius: 20,
  get fahrenheit() { log.push('get'); return this.celsius * 1.8 + 32; },
  set fahrenheit(f) { log.push('set'); this.celsius = (f - 32) / 1.8; },
};
thermometer.fahrenheit += 18;
thermometer.fahrenheit++;
console.log(thermometer.celsius.toFixed(4), log.join());
console.log(thermometer, Object.getOwnPropertyDescriptor(thermometer, 'celsius'));

const child = Object.create(thermometer);
child.fahrenheit = 212;
console.log(Object.keys(child), child.celsius, thermometer.celsius.toFixed(2));

const onlyGet = { get x() { return 1; } };
onlyGet.x = 2;
console.log(onlyGet.x, onlyGet);
(function () {
  'use strict';
  try { onlyGet.x = 2; } catch (error) { console.log(error.message); }
  try { Object.freeze([1]).push(2); } catch (error) { console.log(error.message); }
  try { 'text'.length = 1; } catch (error) { console.log(error.message); }
  try { (5).property = 1; } catch (error) { console.log(error.message); }
})();

const lazy = {
  get data() {
    const value = [1, 2, 3];
    Object.defineProperty(this, 'data', { value, enumerable: true });
    console.log('computed once');
    return value;
  },
};
console.log(lazy.data === lazy.data, Object.getOwnPropertyDescriptor(lazy, 'data').writable);

const key = Symbol('secret');
class Vault {
  static get [Symbol.species]() { return 'species'; }
  get [key]() { return 'opened'; }
  get ['com' + 'puted']() { return 'computed getter'; }
  static set option(v) { console.log('option', v, this === Vault); }
}
Vault.option = 1;
const vault = new Vault();
console.log(vault[key], vault.computed, Vault[Symbol.species], Object.getOwnPropertyNames(Vault.prototype));
console.log(Object.getOwnPropertyDescriptor(Vault.prototype, 'computed').get.name, Object.getOwnPropertyDescriptor(Vault.prototype, key).get.name);
console.log('getter on a primitive:', (function () { Object.defineProperty(String.prototype, 'shout', { get() { 'use strict'; return typeof this; }, configurable: true }); const r = 'x'.shout; delete String.prototype.shout; return r; })());
const many = { get a() { return 1; }, get a() { return 2; }, a: 3, get b() { return 4; }, set b(v) {}, set c(v) {} };
console.log(many, many.c);
