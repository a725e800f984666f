'use strict';
function receiver() {
  return this;
}
function args(a) {
  a = 2;
  return arguments[0];
}
receiver();
receiver.call(1);
args(1);
try {
  undeclared = 1;
} catch (e) {
  e.message;
}
try {
  Object.freeze({ x: 1 }).x = 2;
} catch (e) {
  e.message;
}
