class Point {
  constructor(x, y) {
    this.x = x;
    this.y = y;
    this.next = null;
  }
}
const points = [];
for (let i = 0; i < 100000; i++) {
  const point = new Point(i, -i);
  if (points.length > 1000) points[i % 1000].next = point;
  points.push(point);
}
