// The state of a 2D context: what is no value is ignored, fonts are told in their own way.
const T = {
  lineWidth: [0, -1, '2', NaN, Infinity, null, undefined, 'x', 1.1, {}, true],
  lineCap: ['round', 'ROUND', 'square', 'x', 'butt ', 1, null],
  lineJoin: ['round', 'bevel', 'miter', 'x'],
  miterLimit: [0, 5, -1, '7', NaN],
  lineDashOffset: [-5, '3', NaN, Infinity],
  globalAlpha: [0, 0.5, 1.5, -1, '0.25', NaN, 0.3],
  globalCompositeOperation: [
    'lighter',
    'copy',
    'xor',
    'multiply',
    'clear',
    'plus-lighter',
    'x',
    'Source-Over',
    'source-in',
    'destination-atop',
    'hue',
    'luminosity',
    'color-dodge',
  ],
  textAlign: ['center', 'x', 'CENTER', 'end', 'left'],
  textBaseline: ['top', 'middle', 'ideographic', 'x', 'hanging', 'bottom'],
  direction: ['rtl', 'x', 'inherit', 'ltr'],
  shadowBlur: [5, -1, '3', NaN, Infinity],
  shadowOffsetX: [-5, NaN, '4'],
  shadowOffsetY: [Infinity, 3],
  imageSmoothingEnabled: [false, '', 1, null, 'no'],
  imageSmoothingQuality: ['high', 'medium', 'x', 'low'],
  filter: ['blur(5px)', 'none', 'x', 'brightness(50%)  contrast(2)', '', 'url(#a)', 'BLUR(2px)'],
  fontKerning: ['normal', 'none', 'auto', 'x'],
  fontStretch: ['condensed', 'x', 'normal'],
  fontVariantCaps: ['small-caps', 'x', 'normal'],
  letterSpacing: ['3px', '3', 'x', '1em', '-1px', '0px'],
  wordSpacing: ['2px', 'x'],
  textRendering: ['optimizeSpeed', 'x', 'geometricPrecision', 'auto'],
  lang: ['en', 'x', 'inherit'],
  font: [
    'bold 12px   Arial',
    '12px',
    'Arial',
    'italic bold 12px/30px Georgia, serif',
    '12PX arial',
    '1em serif',
    '150% serif',
    'small-caps 10px "Foo Bar", sans-serif',
    'normal normal 400 12px Arial',
    '700 12px Arial',
    '900 12px Arial',
    '350 12px a',
    '1px a',
    '0px a',
    '-1px a',
    'bold italic 12px Arial',
    'oblique 12px Arial',
    '12px Foo Bar',
    "12px 'Foo'",
    '12px Foo,Bar',
    'inherit',
    'initial',
    'larger serif',
    'medium serif',
    '12pt serif',
    '1in serif',
    '2rem serif',
    '12px/1.5 serif',
    '12px/normal serif',
    'condensed 12px serif',
    'lighter 12px serif',
    'bolder 12px serif',
    '10.5px serif',
    'calc(1px + 2px) serif',
    'var(--x) serif',
    '',
    'nonsense',
    '12px Arial !important',
    'small serif',
    '12 serif',
    'italic 12px "1a"',
    '12px 1a',
    '12px system-ui',
    '12px Sans-Serif',
    '1000 12px a',
    '0 12px a',
    '1001 12px a',
    '12px "Helvetica Neue", Helvetica, Arial, sans-serif',
    'oblique 10deg 12px Arial',
    'BOLD 12px Arial',
    'normal 12px Arial',
    'italic small-caps bold condensed 16px/2 cursive',
    '.5em a',
    '12px a,',
    '  12px a  ',
    '12px "a\\"b"',
    'xx-large serif',
    '5vw serif',
  ],
};
for (const [k, vs] of Object.entries(T)) {
  const o = [];
  const x = document.createElement('canvas').getContext('2d');
  o.push(JSON.stringify(x[k]));
  for (const v of vs) {
    try {
      x[k] = v;
    } catch (e) {
      o.push('!!' + e.message);
    }
    o.push((typeof v === 'string' ? JSON.stringify(v) : String(v)) + ' => ' + JSON.stringify(x[k]));
  }
  console.log(k + ': ' + o.join(', '));
}

const tell = (name, run) => {
  try {
    console.log(name, String(run()));
  } catch (error) {
    console.log(name, error.name, error.message);
  }
};
tell('stop', () => {
  const g = x.createLinearGradient(0, 0, 1, 1);
  return g.addColorStop(0, 'nonsense');
});
tell('stop2', () => {
  const g = x.createLinearGradient(0, 0, 1, 1);
  return g.addColorStop(2, 'red');
});
tell('stop3', () => {
  const g = x.createLinearGradient(0, 0, 1, 1);
  return g.addColorStop(NaN, 'red');
});
tell('stop5', () => {
  const g = x.createLinearGradient(0, 0, 1, 1);
  return g.addColorStop(-1, 'nonsense');
});
tell('stop4', () => {
  const g = x.createLinearGradient(0, 0, 1, 1);
  g.addColorStop(0.5, 'currentcolor');
  x.fillStyle = g;
  const same = x.fillStyle === g;
  x.fillStyle = 5;
  return same + ' ' + (x.fillStyle === g);
});
tell('fs obj', () => {
  x.fillStyle = {
    toString() {
      return 'lime';
    },
  };
  return x.fillStyle;
});
tell('fs pattern', () => {
  x.fillStyle = x.createPattern(document.createElement('canvas'), 'repeat');
  return x.fillStyle;
});
tell('ctx twice', () => {
  const c = document.createElement('canvas');
  return c.getContext('2d') === c.getContext('2d') && c.getContext('webgl');
});
tell('ctx bogus', () => document.createElement('canvas').getContext('bogus'));
tell('ctx 2D', () => document.createElement('canvas').getContext('2D'));
tell('width resets', () => {
  const c = document.createElement('canvas');
  const x = c.getContext('2d');
  x.fillStyle = 'red';
  x.save();
  x.lineWidth = 3;
  x.setLineDash([1]);
  x.translate(2, 2);
  c.width = c.width;
  return x.fillStyle + x.lineWidth + x.getLineDash() + x.getTransform();
});
tell('w -5', () => {
  const c = document.createElement('canvas');
  c.width = -5;
  return c.width + ' ' + c.getAttribute('width');
});
tell('w x', () => {
  const c = document.createElement('canvas');
  c.setAttribute('width', 'x');
  return c.width;
});
tell('createImageData(imgdata)', () => {
  const i = new ImageData(2, 3);
  i.data[0] = 5;
  const j = x.createImageData(i);
  return j.width + ' ' + j.height + ' ' + j.data[0];
});
tell('gid', () => {
  const i = document.createElement('canvas').getContext('2d').getImageData(0, 0, 2, -2);
  return i.width + ' ' + i.height + ' ' + i.data.join();
});
const context = document.createElement('canvas').getContext('2d');
tell('pattern', () => {
  const p = context.createPattern(document.createElement('canvas'), 'repeat');
  return Object.keys(CanvasPattern.prototype) + p.setTransform(new DOMMatrix());
});
tell('reset', () => {
  context.fillStyle = 'red';
  context.font = '20px a';
  context.save();
  context.reset();
  context.fillStyle = 'blue';
  context.restore();
  return context.fillStyle + context.font;
});
tell(
  'attrs',
  () =>
    JSON.stringify(context.getContextAttributes()) +
    JSON.stringify(
      document
        .createElement('canvas')
        .getContext('2d', { alpha: false, willReadFrequently: true })
        .getContextAttributes(),
    ),
);
for (const name of ['lineWidth', 'miterLimit', 'lineDashOffset', 'shadowBlur', 'shadowOffsetX', 'globalAlpha']) {
  context[name] = 0.7;
  console.log(name, context[name]);
}
context.setLineDash([0.7, 1]);
context.resetTransform();
context.scale(0.7, 0.3);
context.translate(0.7, 0.3);
console.log(String(context.getLineDash()), String(context.getTransform()));
context.setTransform(0.7, 0.1, 0.3, 1, 0.9, 0.2);
context.transform(0.7, 0.1, 0.3, 1, 0.9, 0.2);
console.log(String(context.getTransform()));
