// What a switch is over is evaluated outside of the block's scope, and eval sees the scope that it stands in, whatever ran before.
'use strict';
function log() {}
try {
} catch (error) {
  1;
}
switch (eval('typeof log')) {
  case 7:
    let unused;
  case 'function':
    console.log('function');
}
switch (eval('1')) {
  default:
    let y = () => z,
      z = 2;
    console.log(y(), eval('z'));
}
try {
  switch (eval('early')) {
    default:
      let early = 1;
  }
} catch (error) {
  console.log(error.message);
}
{
  let inner = 1;
  {
    let inner = 2;
  }
  console.log(eval('inner'));
}
