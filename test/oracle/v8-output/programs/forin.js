function keys(o) {
  const found = [];
  for (const k in o) found.push(k);
  return found;
}
function sum(o) {
  let s = 0;
  for (const k in o) s += o[k];
  return s;
}
for (let i = 0; i < 30; i++) {
  keys({ a: 1, b: 2 });
  sum({ a: 1, b: 2 });
}
keys([1, 2]);
sum(Object.create({ z: 1 }));
keys(null);
