// Globals stay, whoever declared them.
var declared = watch('by var', {});
let lexical = watch('by let', {});
globalThis.assigned = watch('assigned', {});
implicit = watch('without a declaration', {});
let cleared = watch('set to undefined', {});
cleared = undefined;
var removed = 1;
globalThis.deleted = watch('deleted', {});
delete globalThis.deleted;
{
  let inBlock = watch('by let in a block', {});
  var throughBlock = watch('by var in a block', {});
}
function f() {
  const local = watch('of a function that has returned', {});
  this.kept = watch('stored in this', {});
}
f();
