// A window over the last thousand: most die old enough to have been copied.
const recent = [];
for (let i = 0; i < 150000; i++) {
  recent[i % 1000] = { i, text: [i, i + 1] };
}
