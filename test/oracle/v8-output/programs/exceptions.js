function risky(n) {
  try {
    if (n > 1) throw new Error('big');
    return n;
  } catch (e) {
    return e.message;
  } finally {
    n = 0;
  }
}
function nested() {
  try {
    try {
      null.x;
    } finally {
      risky(1);
    }
  } catch ({ name }) {
    return name;
  }
}
function loop() {
  for (const n of [1, 2, 3]) {
    try {
      if (n === 2) continue;
      if (n === 3) break;
    } finally {
      risky(n);
    }
  }
}
risky(1);
risky(2);
nested();
loop();
