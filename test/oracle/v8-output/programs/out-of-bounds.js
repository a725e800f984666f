function at(list, i) {
  return list[i];
}
const list = [1, 2, 3];
for (let i = 0; i < 700; i++) at(list, i % 3);
at(list, 10);
for (let i = 0; i < 700; i++) at(list, i % 3);
at(list, -1);
