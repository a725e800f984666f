function sum() {
  let s = 0;
  for (let i = 0; i < arguments.length; i++) s += arguments[i];
  return s;
}
function mapped(a) {
  arguments[0] = 2;
  return a;
}
function scoped(o) {
  with (o) {
    return x + 1;
  }
}
function evil(text) {
  var local = 1;
  eval(text);
  return local;
}
sum(1, 2);
mapped(1);
scoped({ x: 1 });
evil('local = 2');
(0, eval)('var fromEval = 1');
delete fromEval;
