// Fields, private names, statics: when they are made, in which order, and what they see.
const log = [];
const at = (name) => (log.push(name), name);
class Base {
  [at('computed key')] = at('field of base');
  constructor() { log.push(`base constructor sees ${this.kind}`); this.init?.(); }
}
class Derived extends Base {
  static made = at('static field');
  static { log.push(`static block sees ${this.made}`); }
  kind = at('field of derived');
  again = this.kind.length;
  arrow = () => this.kind;
  constructor() { log.push('before super'); super(); log.push('after super'); }
  init() { log.push(`init sees ${this.kind}`); }
}
const d = new Derived();
console.log(log.join('\n'));
console.log(d.again, d.arrow.call(null), Object.keys(d));

class Account {
  #balance = 0;
  static #count = 0;
  static get count() { return Account.#count; }
  constructor(start) { this.#balance = start; Account.#count++; }
  get #doubled() { return this.#balance * 2; }
  set #doubled(v) { this.#balance = v / 2; }
  #check(sum) { if (sum > this.#balance) throw new RangeError('not enough'); return this; }
  pay(sum) { this.#check(sum).#balance -= sum; return this.#balance; }
  static isAccount(o) { return #balance in o; }
  trick() { this.#doubled = 50; return [this.#doubled, ++this.#balance, this.#balance++, this.#balance, (this.#balance **= 2)]; }
  static steal(o) { return o.#balance; }
}
const account = new Account(100);
console.log(account.pay(30), Account.count, Account.isAccount(account), Account.isAccount({}), account.trick());
for (const attempt of [() => account.pay(1e9), () => Account.steal({}), () => Account.isAccount(1), () => new Account(1).pay.call({}, 1)]) {
  try { attempt(); } catch (error) { console.log(`${error.name}: ${error.message}`); }
}
console.log(account, Object.getOwnPropertyNames(account));
// A field defines, it does not assign: the setter of the base class is not asked.
class WithSetter { set value(v) { console.log('setter', v); } }
console.log(Object.getOwnPropertyDescriptor(new (class extends WithSetter { value = 1; })(), 'value'));
// A base class may return another object; the fields land on it.
class Stamper extends (function (o) { return o; }) { #mark = 1; static has(o) { return #mark in o; } }
const plain = {};
new Stamper(plain);
console.log(Stamper.has(plain), Stamper.has({}));
try { new Stamper(plain); } catch (error) { console.log(error.message); }
