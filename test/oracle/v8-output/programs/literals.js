const k = 'key';
function make(v) {
  return {
    a: 1,
    b: v,
    [k]: v,
    c() {
      return v;
    },
    get d() {
      return 1;
    },
    0: v,
    __proto__: null,
    nested: { deep: [1, { x: v }] },
  };
}
make(1);
make(2);
const copy = { ...make(3), extra: 1 };
const empty = {},
  list = [],
  regexp = /a(b)*/gi;
function tpl(v) {
  return `a${v}b${v + 1}`;
}
tpl(1);
tpl('x');
String.raw`x${1}\n`;
