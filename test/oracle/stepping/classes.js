class Shape {
  sides = count();
  name = 'shape';
  static made = 0;
  constructor(size) {
    this.size = size;
    Shape.made++;
  }
  area() {
    return this.size * this.sides;
  }
}
function count() {
  return 4;
}
class Square extends Shape {
  color = this.size;
  constructor(size) {
    super(size);
    this.ready = true;
  }
  area() {
    return super.area() * 2;
  }
}
class Plain extends Shape {}
const square = new Square(2);
const area = square.area();
const plain = new Plain(1);
class Counter {
  #count = 0;
  increment() {
    this.#count++;
    return this.#value();
  }
  #value() {
    return this.#count;
  }
}
new Counter().increment();
