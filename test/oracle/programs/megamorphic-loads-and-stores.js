// A store that has met many hidden classes, and a load that has: what the one knows is not what the other knows.
function make(index) {
  const object = {};
  object['own' + index] = index;
  object.x = index;
  return object;
}
const objects = Array.from({ length: 16 }, (_, i) => make(i));
let sum = 0;
for (let i = 0; i < 2000; i++) {
  const object = objects[i & 15];
  sum += object.x;
  object.x = i & 31;
}
console.log(sum, objects.map(({ x }) => x).join());
class Named {
  set value(v) {
    this.kept = v;
  }
  get value() {
    return this.kept;
  }
}
const many = [new Named(), { value: 1 }, { a: 0, value: 2 }, { b: 0, value: 3 }, { c: 0, value: 4 }, { d: 0, value: 5 }];
for (let i = 0; i < 600; i++) for (const each of many) each.value = i + each.value;
console.log(many.map((each) => each.value).join());
