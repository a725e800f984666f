// Labels, break, continue, and finally blocks on the way out.
const trace = [];
outer: for (let i = 0; i < 4; i++) {
  inner: for (let j = 0; j < 4; j++) {
    if (j === i) continue outer;
    if (i + j === 5) break outer;
    if (j === 2) break inner;
    trace.push(`${i}${j}`);
  }
  trace.push('end of ' + i);
}
console.log(trace.join(' '));

block: {
  console.log('in the block');
  if (trace.length) break block;
  console.log('never');
}
a: b: c: for (;;) { for (;;) break b; }

let n = 0;
loop: do {
  n++;
  switch (n) {
    case 2: continue loop;
    case 4: break loop;
    default: console.log('n is', n);
  }
} while (n < 10);
console.log('left with', n);

function search(matrix, wanted) {
  const visited = [];
  rows: for (const [y, row] of matrix.entries()) {
    for (const [x, cell] of row.entries()) {
      try {
        if (cell < 0) continue rows;
        if (cell === wanted) return [x, y, visited.length];
      } finally { visited.push(cell); }
    }
  }
  return visited;
}
console.log(search([[1, -1, 9], [2, 3]], 3), search([[1, -1, 9], [2]], 9));

const order = [];
l: for (const x of [1, 2, 3]) {
  try {
    try { if (x === 1) continue l; if (x === 2) break l; } finally { order.push(`inner ${x}`); }
  } finally { order.push(`outer ${x}`); if (x === 1) { order.push('again'); continue l; } }
}
console.log(order);
// A jump in finally forgets the exception.
function forget() { for (;;) { try { throw new Error('forgotten'); } finally { break; } } return 'calm'; }
console.log(forget());
var i = 0;
while (true) { if (++i % 2) continue; if (i > 6) break; }
for (var k = 0, m = 10; k < m; k++, m--);
console.log(i, k, m);
