// DOMMatrix and DOMPoint, and the transformations of a 2D context.
const L = (n, f) => {
  try {
    const v = f();
    console.log(n + ' -> ' + (Array.isArray(v) ? v.join() : String(v)));
  } catch (e) {
    console.log(n + ' !! ' + e.name + ': ' + e.message);
  }
};
for (const a of [
  [],
  [[1, 2, 3, 4, 5, 6]],
  ['matrix(1,2,3,4,5,6)'],
  ['translate(10px, 20px)'],
  ['rotate(45deg)'],
  ['none'],
  [''],
  ['nonsense'],
  ['translate(50%)'],
  [[1, 2]],
  [[1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]],
  [[1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 2, 0, 0, 0, 5, 1]],
  ['scale(2) translate(3px)'],
  [5],
  [null],
  [{}],
  [new Float32Array(6)],
  ['matrix3d(1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1)'],
])
  L('new ' + JSON.stringify(a), () => {
    const m = new DOMMatrix(...a);
    return m + ' ' + m.is2D + ' ' + m.isIdentity;
  });
const m = () => new DOMMatrix([1, 2, 3, 4, 5, 6]);
for (const [k, ...as] of [
  ['translate', [1, 2], [1], [], [1, 2, 3], ['x']],
  ['scale', [2], [2, 3], [2, 3, 1, 10, 20], [], [0]],
  ['scale3d', [2]],
  ['rotate', [90], [45], [], [30, 0, 0]],
  ['rotateFromVector', [1, 1], [0, 0], [1, 0]],
  ['rotateAxisAngle', [0, 0, 1, 90], [1, 0, 0, 90]],
  ['skewX', [30]],
  ['skewY', [30]],
  ['flipX', []],
  ['flipY', []],
  ['inverse', []],
  ['multiply', [new DOMMatrix([2, 0, 0, 2, 1, 1])], [], [{ a: 2 }], [{ m11: 3, m41: 5 }], [5], [{ a: 1, m11: 2 }]],
])
  for (const a of as)
    L(k + '(' + a + ')', () => {
      const x = m();
      const r = x[k](...a);
      return r + ' ' + (r === x) + ' ' + r.is2D + ' ' + r.constructor.name;
    });
for (const [k, a] of [
  ['translateSelf', [1, 2]],
  ['scaleSelf', [2]],
  ['rotateSelf', [90]],
  ['multiplySelf', [new DOMMatrix([2, 0, 0, 2, 1, 1])]],
  ['preMultiplySelf', [new DOMMatrix([2, 0, 0, 2, 1, 1])]],
  ['invertSelf', []],
  ['skewXSelf', [10]],
  ['setMatrixValue', ['scale(3)']],
])
  L(k, () => {
    const x = m();
    const r = x[k](...a);
    return r + ' ' + (r === x);
  });
L('sing', () => new DOMMatrix([0, 0, 0, 0, 0, 0]).inverse());
L('sing2', () => {
  const x = new DOMMatrix([1, 2, 2, 4, 0, 0]).inverse();
  return x.is2D + ' ' + x.a + ' ' + JSON.stringify(x);
});
L('json', () => JSON.stringify(m()));
L('f32', () => m().toFloat32Array());
L('f64', () => m().toFloat64Array());
L('pt', () => {
  const p = m().transformPoint(new DOMPoint(1, 1));
  return [p.x, p.y, p.z, p.w, p.constructor.name];
});
L('pt2', () => {
  const p = m().transformPoint({ x: 2 });
  return [p.x, p.y, p.z, p.w];
});
L('pt3', () => {
  const p = m().transformPoint();
  return [p.x, p.y, p.z, p.w];
});
L('set', () => {
  const x = m();
  x.a = 9;
  x.m42 = 7;
  x.m33 = 2;
  return x + ' ' + x.is2D + x.f + x.m11;
});
L('ro', () => {
  const x = new DOMMatrixReadOnly([1, 0, 0, 1, 0, 0]);
  x.a = 5;
  return x.a + ' ' + x.translate(1, 2).constructor.name + typeof x.translateSelf;
});
L(
  'from',
  () => DOMMatrix.fromMatrix({ a: 2, e: 5 }) + ' ' + DOMMatrix.fromFloat32Array(new Float32Array([1, 2, 3, 4, 5, 6.1])),
);
L('nan', () => new DOMMatrix([NaN, 0, 0, 1, 0, 0]) + '');
L('point', () => {
  const p = new DOMPoint(1, 2);
  p.x = 5;
  return JSON.stringify(p) + DOMPoint.fromPoint({ y: 3 }).y + p.matrixTransform(m()).x + JSON.stringify(new DOMPoint());
});
const c = document.createElement('canvas').getContext('2d');
L('t', () => c.getTransform());
L('t1', () => {
  c.translate(10, 20);
  c.scale(2, 3);
  return c.getTransform();
});
L('t2', () => {
  c.rotate(Math.PI / 2);
  return c.getTransform();
});
L('t3', () => {
  c.transform(1, 2, 3, 4, 5, 6);
  return c.getTransform();
});
L('t4', () => {
  c.setTransform(1, 2, 3, 4, 5, 6);
  return c.getTransform();
});
L('t5', () => {
  c.setTransform(new DOMMatrix([2, 0, 0, 2, 0, 0]));
  return c.getTransform();
});
L('t6', () => {
  c.setTransform({ e: 5 });
  return c.getTransform();
});
L('t7', () => {
  c.setTransform();
  return c.getTransform();
});
L('t8', () => {
  c.translate(NaN, 1);
  c.scale(2);
  return 1;
});
L('t9', () => {
  c.save();
  c.translate(1, 1);
  c.restore();
  return c.getTransform();
});
L('t10', () => {
  c.scale(0, 1);
  return c.getTransform();
});
L('t11', () => {
  c.resetTransform();
  c.rotate(0.3);
  c.translate(0.1, 0.7);
  return c.getTransform();
});
L('t12', () => {
  c.scale(2, 2);
  c.reset();
  return c.getTransform();
});
L('eq', () => c.getTransform() === c.getTransform());
L('d', () => {
  const o = [];
  for (const v of [[1, 2], [3], [1, 2, 3], [-1, 2], [], [NaN], ['4', 5], [Infinity, 1], [0, 0], [1.1, 2]]) {
    try {
      c.setLineDash(v);
    } catch (e) {
      o.push(e.message);
    }
    o.push('[' + c.getLineDash() + ']');
  }
  return o;
});
L('d2', () => {
  c.setLineDash([1, 2]);
  c.save();
  c.setLineDash([3]);
  c.restore();
  c.restore();
  return c.getLineDash();
});
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
L('p3', () => new Path2D(5));
L('p4', () => Path2D());
L('p5', () => new Path2D().addPath({}));
L('p6', () => c.isPointInPath({}, 1, 2));
L('p7', () => c.fill({}));
L('p8', () => c.isPointInPath(new Path2D('M0 0h9v9h-9z'), 1));
L('p9', () => {
  c.setTransform(2, 0, 0, 2, 0, 0);
  const p = new Path2D('M0 0h5v5h-5z');
  return c.isPointInPath(p, 9, 9) + ' ' + c.isPointInPath(p, 11, 9);
});
