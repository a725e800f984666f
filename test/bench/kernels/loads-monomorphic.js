// Property loads that always see one hidden class: own fields, and a method of the prototype.
class Point {
  constructor(x, y) {
    this.x = x;
    this.y = y;
  }
  get0() {
    return this.x;
  }
}

export function run(iterations, done) {
  const point = new Point(1, 2);
  let sum = 0;
  for (let i = 0; i < iterations; i++) {
    sum += point.x + point.y;
    point.x = i & 15;
    if (point.get0() > 16) sum = 0;
  }
  done(sum);
}
