// The game of life and a shortest path on a grid: nested loops over arrays of numbers.
'use strict';
const rounds = 10;
const size = 24;

function makeGrid(alive) {
  const grid = [];
  for (let y = 0; y < size; y++) {
    const row = [];
    for (let x = 0; x < size; x++) row.push(alive(x, y) ? 1 : 0);
    grid.push(row);
  }
  return grid;
}

function neighbours(grid, x, y) {
  let count = 0;
  for (let dy = -1; dy <= 1; dy++) {
    for (let dx = -1; dx <= 1; dx++) {
      if (dx === 0 && dy === 0) continue;
      const row = grid[(y + dy + size) % size];
      count += row[(x + dx + size) % size];
    }
  }
  return count;
}

function step(grid) {
  return makeGrid((x, y) => {
    const count = neighbours(grid, x, y);
    return count === 3 || (count === 2 && grid[y][x] === 1);
  });
}

function distances(grid) {
  const found = new Int32Array(size * size).fill(-1);
  const queue = [0];
  found[0] = 0;
  for (let head = 0; head < queue.length; head++) {
    const at = queue[head];
    const x = at % size;
    const y = (at - x) / size;
    for (const [dx, dy] of [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
    ]) {
      const nextX = x + dx;
      const nextY = y + dy;
      if (nextX < 0 || nextY < 0 || nextX >= size || nextY >= size) continue;
      const next = nextY * size + nextX;
      if (found[next] >= 0 || grid[nextY][nextX] === 1) continue;
      found[next] = found[at] + 1;
      queue.push(next);
    }
  }
  return queue.length;
}

let grid = makeGrid((x, y) => (x * 7 + y * 13) % 5 === 0);
let reached = 0;
for (let round = 0; round < rounds; round++) {
  grid = step(grid);
  reached += distances(grid);
}
console.log(reached);
