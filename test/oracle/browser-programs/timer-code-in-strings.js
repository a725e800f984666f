// A string is a script that runs in the global scope.
var seen = 'global';
function f() {
  const seen = 'local';
  setTimeout('console.log("code", seen, this === window)', 0);
  console.log(seen);
}
f();
setTimeout('var declared = 1', 0);
setTimeout('console.log(declared)', 10);
setTimeout({ toString: () => 'console.log("from an object")' }, 20);
