function tree(depth) {
  return depth === 0 ? null : { left: tree(depth - 1), right: tree(depth - 1) };
}
const kept = [];
for (let i = 0; i < 12; i++) kept.push(tree(13));
