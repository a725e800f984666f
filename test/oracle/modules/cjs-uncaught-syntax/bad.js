// The error is below.
function f() {
  return 1 +;
}
