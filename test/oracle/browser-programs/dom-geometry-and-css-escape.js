// Rectangles as objects, and identifiers of CSS.
const rectangle = new DOMRect();
console.log(rectangle instanceof DOMRect, String(rectangle), JSON.stringify(rectangle));
console.log(JSON.stringify(rectangle.toJSON()), Object.keys(rectangle).length);
const turned = new DOMRect(10, 20, -5, 7);
console.log(turned.left, turned.right, turned.top, turned.bottom);
turned.x = '3';
console.log(turned.x, turned.left, new DOMRectReadOnly(1, 2, 3, 4).right);
console.log(JSON.stringify(DOMRect.fromRect({ width: 5, y: 2 })), DOMRectReadOnly.fromRect() instanceof DOMRect);
const fixed = new DOMRectReadOnly(1);
fixed.x = 9;
console.log(fixed.x, DOMRect.prototype instanceof DOMRectReadOnly);

for (const text of [
  'a',
  '1a',
  '-1',
  '-',
  '--x',
  'a b',
  '\0',
  '\x01',
  '\x7f',
  'é',
  '😀',
  '#id.class',
  'x_1-2',
  '',
  '-a',
  '0',
])
  console.log(JSON.stringify(text), CSS.escape(text));
console.log(CSS.escape(undefined), CSS.escape(5), String(CSS), typeof CSS, CSS.escape.length);
try {
  CSS.escape();
} catch (error) {
  console.log(String(error));
}
const element = document.createElement('i');
element.id = '1:x';
document.body.append(element);
console.log(document.querySelector(`#${CSS.escape('1:x')}`) === element);
