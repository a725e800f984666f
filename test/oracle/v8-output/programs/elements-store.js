function store(list, index, value) {
  list[index] = value;
}
const list = [1, 2, 3];
for (let i = 0; i < 20; i++) store(list, i % 3, i);
store(list, 3, 4);
store(list, 0, 1.5);
store(list, 0, 'x');
store({}, 0, 1);
store({}, 'key', 1);
