function first(list) {
  return list[0];
}
function fill(list, value) {
  for (let i = 0; i < 4; i++) list[i] = value;
  return list.length;
}
const kinds = [[1, 2, 3], [1.5, 2], ['a'], [, 1], [1, 'x', 2.5]];
for (const list of kinds) {
  first(list);
  fill(list, 1);
}
const spread = [...kinds[0], 4, ...kinds[1]];
const [one, , three = 3, ...others] = spread;
kinds.push([one, three, others]);
kinds[9] = 1;
