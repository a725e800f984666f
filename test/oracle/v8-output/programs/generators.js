function* count(n) {
  for (let i = 0; i < n; i++) {
    const got = yield i;
    if (got) return got;
  }
}
function* both() {
  try {
    yield* count(2);
    yield* [3, 4];
  } finally {
    yield 5;
  }
}
[...count(3)];
const it = both();
it.next();
it.return(1);
it.next();
for (const v of both()) if (v === 3) break;
