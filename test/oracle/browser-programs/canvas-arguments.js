// What the operations of a 2D context and ImageData require, and how they refuse.
const context = document.createElement('canvas').getContext('2d');
const tell = (name, run) => {
  try {
    console.log(name, String(run()));
  } catch (error) {
    console.log(name, error.name, error.message);
  }
};
for (const [n, a] of [
  ['fillRect', [1, 2, 3]],
  ['roundRect', [1, 2, 3, 4]],
  ['roundRect', [1, 2, 3, 4, -1]],
  ['roundRect', [1, 2, 3, 4, [1, 2, 3, 4, 5]]],
  ['roundRect', [1, 2, 3, 4, []]],
  ['arc', [1, 2, -3, 0, 1]],
  ['ellipse', [1, 2, -3, 4, 0, 0, 1]],
  ['ellipse', [1, 2, 3, -4, 0, 0, 1]],
  ['arcTo', [1, 2, 3, 4, -1]],
  ['createRadialGradient', [0, 0, -1, 0, 0, 1]],
  ['createLinearGradient', [0, 0, NaN, 0]],
  ['createLinearGradient', [0, 0, 0, 0]],
  ['createConicGradient', [0, 0, 0]],
  ['createImageData', [0, 1]],
  ['createImageData', [2, 3]],
  ['createImageData', [-2, 3]],
  ['createImageData', [2]],
  ['getImageData', [0, 0, 0, 1]],
  ['getImageData', [0, 0, 2, 2]],
  ['getImageData', [0, 0, -2, 2]],
  ['putImageData', [{}, 0, 0]],
  ['putImageData', [new ImageData(2, 2), 0, 0]],
  ['putImageData', [new ImageData(2, 2), NaN, 0]],
  ['setLineDash', [[1, 2, 3]]],
  ['setLineDash', [[1, -2, 3]]],
  ['setLineDash', [5]],
  ['setLineDash', [[]]],
  ['fill', ['x']],
  ['fill', ['evenodd']],
  ['fill', [5]],
  ['clip', ['x']],
  ['stroke', ['x']],
  ['stroke', [new Path2D()]],
  ['fill', [new Path2D(), 'evenodd']],
  ['drawImage', [{}, 0, 0]],
  ['drawImage', [new Image(), 0, 0]],
  ['drawImage', [document.createElement('canvas'), 0, 0]],
  ['drawImage', [document.createElement('canvas'), 0, 0, 1]],
  ['createPattern', [{}, 'repeat']],
  ['createPattern', [document.createElement('canvas'), 'repeat']],
  ['createPattern', [document.createElement('canvas'), 'x']],
  ['createPattern', [document.createElement('canvas'), null]],
  ['createPattern', [document.createElement('canvas'), '']],
  ['createPattern', [new Image(), 'repeat']],
  ['isPointInPath', [1]],
  ['isPointInPath', [1, 2, 'x']],
  ['isPointInPath', [1, 2]],
  ['isPointInStroke', [1, 2]],
  ['setTransform', [1, 2]],
  ['setTransform', [5]],
  ['setTransform', [{ a: 2 }]],
  ['setTransform', []],
  ['setTransform', [1, 2, 3, 4, 5, 6]],
  ['transform', [1, 2, 3]],
  ['getContextAttributes', []],
  ['isContextLost', []],
  ['reset', []],
  ['drawFocusIfNeeded', [document.body]],
  ['strokeText', ['a', 1]],
  ['moveTo', ['a', {}]],
  ['rotate', []],
  ['getLineDash', []],
])
  tell(
    n +
      '(' +
      a
        .map((v) =>
          typeof v === 'object'
            ? Array.isArray(v)
              ? JSON.stringify(v)
              : Object.prototype.toString.call(v)
            : String(v),
        )
        .join() +
      ')',
    () => Object.prototype.toString.call(context[n](...a)),
  );
for (const a of [
  [1, 2],
  [0, 1],
  [1.5, 2],
  [],
  [1],
  [new Uint8ClampedArray(16), 2],
  [new Uint8ClampedArray(16), 2, 2],
  [new Uint8ClampedArray(16), 2, 3],
  [new Uint8ClampedArray(15), 2],
  [new Uint8ClampedArray(0), 2],
  [new Uint8ClampedArray(16), 3],
  [new Uint8Array(16), 2],
  ['a', 'b'],
])
  tell('ImageData ' + a.map((x) => (typeof x === 'object' ? x.constructor.name + x.length : x)).join(), () => {
    const i = new ImageData(...a);
    return (
      i.width +
      ' ' +
      i.height +
      ' ' +
      i.colorSpace +
      ' ' +
      i.data.length +
      ' ' +
      i.data.constructor.name +
      ' ' +
      Object.keys(i) +
      ' ' +
      i.pixelFormat
    );
  });
