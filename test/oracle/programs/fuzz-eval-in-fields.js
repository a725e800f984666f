// Found by the fuzzer: eval in the initializer of a field has no arguments, not even in an arrow function.
const attempt = (make) => {
  try {
    console.log(make());
  } catch (error) {
    console.log(error.name, error.message);
  }
};
attempt(() => new (class { x = eval('typeof arguments'); })().x);
attempt(() => (class { static x = eval('(() => { return typeof arguments; })()'); }).x);
attempt(() => new (class { x = eval('({ arguments: 1 }).arguments'); })().x);
attempt(() => new (class { x = eval('(function () { return arguments.length; })(1, 2)'); })().x);
attempt(() => new (class { x = (0, eval)('typeof arguments'); })().x);
attempt(() => new (class { m() { return eval('arguments.length'); } })().m(1, 2, 3));
