// Property loads at a site that sees sixteen hidden classes, and methods of sixteen classes.
function make(index) {
  const object = {};
  object['own' + index] = index;
  object.x = index;
  return object;
}

function makeShape(index) {
  return new (class {
    constructor() {
      this.side = index;
    }
    area() {
      return this.side;
    }
  })();
}

export function run(iterations, done) {
  const objects = [];
  const shapes = [];
  for (let i = 0; i < 16; i++) {
    objects.push(make(i));
    shapes.push(makeShape(i));
  }
  let sum = 0;
  for (let i = 0; i < iterations; i++) {
    const object = objects[i & 15];
    sum += object.x + shapes[i & 15].area();
    object.x = i & 31;
  }
  done(sum);
}
