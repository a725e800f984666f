// What is in a path: of a context and of Path2D.
const L = (n, f) => {
  try {
    const v = f();
    console.log(n + ' -> ' + (Array.isArray(v) ? v.join() : String(v)));
  } catch (e) {
    console.log(n + ' !! ' + e.name + ': ' + e.message);
  }
};
const c = document.createElement('canvas').getContext('2d');
const P = (n, f, pts) =>
  L(n, () => {
    const c = document.createElement('canvas').getContext('2d');
    f(c);
    return pts
      .map(
        ([x, y]) =>
          (c.isPointInPath(x, y) ? 1 : 0) +
          '' +
          (c.isPointInPath(x, y, 'evenodd') ? 1 : 0) +
          (c.isPointInStroke(x, y) ? 1 : 0),
      )
      .join(' ');
  });
const grid = [];
for (let x = -1; x < 12; x += 2.5) for (let y = -1; y < 12; y += 2.5) grid.push([x, y]);
P('rect', (c) => c.rect(2, 2, 6, 6), [
  ...grid,
  [2, 2],
  [8, 8],
  [5, 2],
  [2, 5],
  [8, 5],
  [5, 8],
  [7.999, 5],
  [8.4, 5],
  [8.6, 5],
  [1.6, 1.6],
]);
P('arc', (c) => c.arc(5, 5, 4, 0, Math.PI * 2), [...grid, [9, 5], [8.9, 5], [9.3, 5]]);
P('half', (c) => c.arc(5, 5, 4, 0, Math.PI), grid);
P('half ccw', (c) => c.arc(5, 5, 4, 0, Math.PI, true), grid);
P('over', (c) => c.arc(5, 5, 4, 0, 20), grid);
P('overccw', (c) => c.arc(5, 5, 4, 0, 20, true), grid);
P('negang', (c) => c.arc(5, 5, 4, -1, -4), grid);
P(
  'tri',
  (c) => {
    c.moveTo(0, 0);
    c.lineTo(10, 0);
    c.lineTo(5, 10);
  },
  grid,
);
P(
  'tri wide',
  (c) => {
    c.lineWidth = 4;
    c.moveTo(0, 0);
    c.lineTo(10, 0);
    c.lineTo(5, 10);
    c.closePath();
  },
  grid,
);
P(
  'two',
  (c) => {
    c.rect(0, 0, 10, 10);
    c.rect(3, 3, 4, 4);
  },
  grid,
);
P(
  'two opp',
  (c) => {
    c.rect(0, 0, 10, 10);
    c.rect(7, 3, -4, 4);
  },
  grid,
);
P('ell', (c) => c.ellipse(5, 5, 5, 2, Math.PI / 4, 0, Math.PI * 2), grid);
P(
  'bez',
  (c) => {
    c.moveTo(0, 0);
    c.bezierCurveTo(0, 10, 10, 10, 10, 0);
  },
  grid,
);
P(
  'quad',
  (c) => {
    c.moveTo(0, 0);
    c.quadraticCurveTo(5, 20, 10, 0);
  },
  grid,
);
P(
  'arcTo',
  (c) => {
    c.moveTo(0, 0);
    c.arcTo(10, 0, 10, 10, 5);
    c.lineTo(10, 10);
    c.lineTo(0, 10);
  },
  [...grid, [9.5, 0.5]],
);
P('round', (c) => c.roundRect(0, 0, 10, 10, 5), [...grid, [0.5, 0.5], [1.7, 1.7]]);
P('round2', (c) => c.roundRect(0, 0, 10, 10, [8, 0]), [...grid, [0.5, 0.5], [9.5, 9.5], [9.5, 0.5]]);
P('round neg', (c) => c.roundRect(10, 10, -10, -10, 20), [...grid, [0.5, 0.5]]);
P(
  'transform',
  (c) => {
    c.translate(5, 0);
    c.scale(0.5, 1);
    c.rect(0, 0, 10, 10);
  },
  grid,
);
P(
  'transform after',
  (c) => {
    c.rect(0, 0, 10, 10);
    c.translate(5, 0);
    c.scale(0.5, 2);
  },
  grid,
);
P(
  'lineTo first',
  (c) => {
    c.lineTo(0, 0);
    c.lineTo(10, 0);
    c.lineTo(0, 10);
  },
  grid,
);
P(
  'nan',
  (c) => {
    c.moveTo(0, 0);
    c.lineTo(NaN, 5);
    c.lineTo(10, 0);
    c.lineTo(0, 10);
  },
  grid,
);
P(
  'begin',
  (c) => {
    c.rect(0, 0, 9, 9);
    c.beginPath();
  },
  grid,
);
P('empty', () => 0, grid);
P(
  'line',
  (c) => {
    c.lineWidth = 3;
    c.moveTo(0, 5);
    c.lineTo(10, 5);
  },
  grid,
);
P(
  'line square',
  (c) => {
    c.lineWidth = 6;
    c.lineCap = 'square';
    c.moveTo(3, 5);
    c.lineTo(6, 5);
  },
  grid,
);
P(
  'line round',
  (c) => {
    c.lineWidth = 6;
    c.lineCap = 'round';
    c.moveTo(3, 5);
    c.lineTo(6, 5);
  },
  grid,
);
P(
  'scale0',
  (c) => {
    c.scale(0, 0);
    c.rect(0, 0, 10, 10);
  },
  grid,
);
L('nanpt', () => {
  c.beginPath();
  c.rect(0, 0, 5, 5);
  return c.isPointInPath(NaN, 1);
});
for (const d of [
  'M0 0L10 0L5 10Z',
  'M0,0h10v10h-10z',
  'm2 2 6 0 0 6z',
  'M0 0C0 10 10 10 10 0',
  'M0 0Q5 20 10 0',
  'M0 5A5 5 0 0 1 10 5',
  'M0 5a5 5 0 1 0 10 0z',
  'M0 0 L10 10 nonsense L0 10',
  'nonsense',
  'M0 0S5 10 10 0T 3 3',
  'M1e1.5.5L3-4',
  '',
])
  L('path ' + d, () => {
    const p = new Path2D(d);
    return grid.map(([x, y]) => (c.isPointInPath(p, x, y) ? 1 : 0)).join('');
  });
L('p2', () => {
  const p = new Path2D();
  p.rect(0, 0, 5, 5);
  const q = new Path2D(p);
  q.addPath(p, { e: 5, f: 5 });
  const n = new Path2D(q);
  n.rect(0, 0, 20, 20);
  return (
    grid.map(([x, y]) => (c.isPointInPath(q, x, y) ? 1 : 0)).join('') +
    c.isPointInPath(q, 7, 7, 'evenodd') +
    c.isPointInStroke(q, 5, 2)
  );
});
