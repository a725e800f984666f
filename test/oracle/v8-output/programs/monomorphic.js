function Point(x, y) {
  this.x = x;
  this.y = y;
}
Point.prototype.length = function () {
  return this.x * this.x + this.y * this.y;
};
function measure(p) {
  return p.length();
}
for (let i = 0; i < 700; i++) measure(new Point(i, 1));
measure(new Point(1.5, 1));
Point.prototype.length = () => 0;
measure(new Point(1, 1));
