function change(point, key) {
  point.x += 1;
  point.y ??= 2;
  point.inner.count++;
  --point[key];
  point.label = 'a' + 'b' + key;
  return point;
}
const point = {
  get x() {
    return 1;
  },
  x: 3,
  inner: { count: 0 },
  get ['com' + 'puted']() {
    return this.inner;
  },
};
change(point, 'x');
point.computed.count += change(point, 'y').x;
class Empty extends null {}
try {
  new Empty();
} catch {
  point.x = 0;
}
