// Forms that change which registers and jumps V8 uses.
function nullish(a, b) {
  return (a ?? b) ?? (a?.b ?? b?.[a]);
}
function chains(a, b) {
  return (a || b) || (a && b);
}
function negations(a) {
  !a;
  !a();
  typeof a;
  void a;
}
function updates(o, k) {
  o[k] -= o.a++;
  o.a += o.b--;
  return o.a++ + --o[k] + (k++ + ++k);
}
function deletions(o, k) {
  delete o?.a.b;
  delete o?.[k];
  return delete o?.a?.[k];
}
nullish({}, null);
chains(0, 1);
negations(() => 1);
updates({ a: 1, b: 2, c: 3 }, 'c');
deletions({ a: {} }, 'c');
