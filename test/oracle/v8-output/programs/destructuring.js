function point({ x, y = 2, ...rest }, [a, b] = [1, 2]) {
  return x + y + a + b + Object.keys(rest).length;
}
let p, q;
({
  p,
  q: [q],
} = { p: 1, q: [2] });
const { [`k${1}`]: computed, deep: { er = 3 } = {} } = { k1: 1 };
point({ x: 1, z: 3 });
for (const [key, value] of Object.entries({ a: 1 })) point({ x: value, key });
