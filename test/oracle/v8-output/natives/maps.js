function Point(x, y) {
  this.x = x;
  this.y = y;
}
const a = new Point(1, 2);
const b = new Point(3, 4);
console.log(%HaveSameMap(a, b), %HasFastProperties(a), %HasOwnConstDataProperty(a, 'x'));
b.x = 5;
console.log(%HaveSameMap(a, b), %HasOwnConstDataProperty(b, 'x'));
b.z = 1;
console.log(%HaveSameMap(a, b), %HasFastProperties(b));
delete b.z;
console.log(%HaveSameMap(a, b), %HasFastProperties(b));
console.log(%HasFastProperties(%ToFastProperties(b)), Object.keys(b).join());
console.log(%HaveSameMap({ x: 1, y: 2 }, { y: 2, x: 1 }), %HaveSameMap({ ...a }, { ...a }));
console.log(
  %IsSmi(1),
  %IsSmi(1.5),
  %IsSmi(2 ** 31),
  %IsJSReceiver({}),
  %IsJSReceiver(1),
  %IsArray([]),
  %IsJSProxy(new Proxy({}, {})),
);
console.log(eval('%HaveSameMap(a, a)'), new Function('x', 'return %HasFastProperties(x)')(a));
