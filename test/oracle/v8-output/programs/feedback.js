function load(o) {
  return o.x;
}
const shapes = [{ x: 1 }, { a: 1, x: 2 }, { b: 1, x: 3 }, { c: 1, x: 4 }, { d: 1, x: 5 }];
for (const shape of shapes) for (let i = 0; i < 20; i++) load(shape);
function keyed(o, k) {
  return o[k];
}
for (let i = 0; i < 20; i++) keyed(shapes[0], 'x');
keyed(shapes[1], 'a');
keyed([1, 2], 1);
