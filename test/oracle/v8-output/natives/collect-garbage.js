// %CollectGarbage: weak references are cleared in a later task, not in the one that made them.
var reference = (() => new WeakRef({}))();
console.log(%CollectGarbage(1), typeof reference.deref());
setTimeout(() => {
  %CollectGarbage('anything');
  console.log(typeof reference.deref());
}, 1);
