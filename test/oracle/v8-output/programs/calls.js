function none() {
  return 1;
}
function one(a) {
  return a;
}
function many(a, b, c, ...rest) {
  return rest.length + a;
}
const object = {
  method() {
    return this;
  },
  get value() {
    return 1;
  },
  set value(v) {},
};
function calls(f) {
  none();
  one(1);
  f(1, 2);
  many(1, 2, 3, 4, 5);
  object.method();
  object['method']();
  new Date(0, 1);
  return many(...[1, 2], ...'ab');
}
calls(one);
calls(none);
(function () {
  return calls;
})()(many);
object.value = object.value + 1;
