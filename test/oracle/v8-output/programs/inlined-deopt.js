function get(o) {
  return o.v;
}
function use(o) {
  return get(o) + 1;
}
for (let i = 0; i < 2000; i++) use({ v: i });
use({ w: 1, v: 2 });
use({ v: 1.5 });
for (let i = 0; i < 2000; i++) use({ v: i });
