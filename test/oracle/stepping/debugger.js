function inner(x) {
  debugger;
  return x;
}
let value = inner(1);
debugger;
value = inner(value);
