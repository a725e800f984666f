// Property loads at a site that sees four hidden classes.
export function run(iterations, done) {
  const objects = [
    { a: 1, x: 1 },
    { b: 1, x: 2 },
    { c: 1, x: 3 },
    { d: 1, x: 4 },
  ];
  let sum = 0;
  for (let i = 0; i < iterations; i++) {
    const object = objects[i & 3];
    sum += object.x;
    object.x = (object.x + 1) & 7;
  }
  done(sum);
}
