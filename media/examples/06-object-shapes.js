// The same properties, in the same and in different orders
//
// An object's hidden class says where its properties lie. Objects that are built alike share it, and code that meets only
// one hidden class is fastest. Here x and y come in one order, then in the other: the sum is the same, the shapes are not.

function makePoint(x, y) {
  return { x, y };
}

function makeMirrored(x, y) {
  return { y, x };
}

function length(point) {
  return Math.hypot(point.x, point.y);
}

const same = [makePoint(3, 4), makePoint(6, 8), makePoint(9, 12)];
for (const point of same) console.log('one shape:', length(point));

const mixed = [makePoint(3, 4), makeMirrored(6, 8), makePoint(9, 12)];
for (const point of mixed) console.log('two shapes:', length(point));

// Properties that are added later make a new shape at each step; in the constructor they would all be there at once.
class Circle {
  constructor(radius) {
    this.radius = radius;
  }
}
const plain = new Circle(1);
const coloured = new Circle(1);
coloured.colour = 'red';
console.log(Object.keys(plain), Object.keys(coloured));
