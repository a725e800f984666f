const point = {
  x: 1,
  get double() {
    return this.x * 2;
  },
  set double(value) {
    this.x = value / 2;
  },
};
point.double = point.double + 2;
class Money {
  constructor(amount) {
    this.amount = amount;
  }
  get cents() {
    return this.amount * 100;
  }
  valueOf() {
    return this.amount;
  }
  toString() {
    return 'money';
  }
}
const money = new Money(2);
const price = money + money.cents;
const label = `${money}`;
const other = money > 1 ? label : price;
