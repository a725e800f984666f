// Found by the fuzzer: delete of an optional chain that ends in a call.
const object = { a: { b: { c: 1 }, f: () => (console.log('called'), false) } };
const missing = undefined;
console.log(delete object?.a?.b?.c, object);
console.log(delete missing?.a.b.c, delete object.x?.y);
console.log(delete object.a?.f(), delete object.a.g?.(), delete missing?.(console.log('never')));
console.log(delete true?.a?.b?.[[]]?.(0));
for (let count = 0; count < 2; count++) if (delete object?.a?.nothing?.(count)) console.log('once', count);
