function find(grid, wanted) {
  outer: for (let i = 0; i < grid.length; i++) {
    for (let j = 0; j < grid[i].length; j++) {
      if (grid[i][j] === wanted) break outer;
      if (grid[i][j] < 0) continue outer;
    }
  }
  return wanted;
}
find([[1, 2], [-1, 3], [4]], 4);
block: {
  if (find([[1]], 1)) break block;
  find([], 0);
}
let n = 3;
do {
  n--;
} while (n > 0);
while (n < 3) n += 1;
