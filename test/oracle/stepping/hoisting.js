hoisted();
function hoisted() {
  var local = later;
  return local;
}
var later = 1;
{
  function inBlock() {
    return later;
  }
  inBlock();
}
let empty;
const expression = function named() {
  return named.name;
};
expression();
label: {
  if (later) break label;
  later = 2;
}
