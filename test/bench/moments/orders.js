// Orders of a shop: classes with getters, closures over arrays, sorting, destructuring, texts.
'use strict';
const rounds = 10;

class Item {
  #price;
  constructor(name, price, tags) {
    this.name = name;
    this.#price = price;
    this.tags = tags;
  }

  get price() {
    return this.#price;
  }

  isTagged(tag) {
    return this.tags.includes(tag);
  }
}

class Order {
  static count = 0;
  constructor(customer) {
    this.id = ++Order.count;
    this.customer = customer;
    this.lines = [];
  }

  add(item, quantity = 1) {
    const known = this.lines.find((line) => line.item === item);
    if (known) known.quantity += quantity;
    else this.lines.push({ item, quantity });
    return this;
  }

  get total() {
    return this.lines.reduce((sum, { item, quantity }) => sum + item.price * quantity, 0);
  }
}

const items = Array.from({ length: 12 }, (_, index) => {
  const tags = index % 3 === 0 ? ['new', 'sale'] : index % 2 === 0 ? ['sale'] : [];
  return new Item(`item ${index}`, 5 + ((index * 37) % 41), tags);
});
const customers = ['Ada', 'Grace', 'Edsger', 'Barbara', 'Donald'];

function* orders(count) {
  let seed = 7;
  const random = (limit) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * limit);
  };
  for (let index = 0; index < count; index++) {
    const order = new Order(customers[random(customers.length)]);
    for (let line = 0; line < 4; line++) order.add(items[random(items.length)], 1 + random(3));
    yield order;
  }
}

function report(list) {
  const byCustomer = new Map();
  for (const { customer, total, lines } of list) {
    const { sum = 0, pieces = 0, ...rest } = byCustomer.get(customer) ?? {};
    const onSale = lines.filter(({ item }) => item.isTagged('sale')).length;
    byCustomer.set(customer, { ...rest, sum: sum + total, pieces: pieces + lines.length, onSale });
  }
  return [...byCustomer]
    .sort(([, left], [, right]) => right.sum - left.sum)
    .map(([customer, { sum, pieces }]) => `${customer.padEnd(8)} ${String(sum).padStart(6)} ${pieces}`)
    .join('\n');
}

let text = '';
for (let round = 0; round < rounds; round++) text = report([...orders(10)]);
console.log(text);
