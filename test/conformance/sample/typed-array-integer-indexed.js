/*---
---*/
var array = new Uint8Array(2);
array['-0'] = 1;
array['1.5'] = 1;
array[7] = 1;
assert.sameValue(Object.keys(array).join(), '0,1');
assert.sameValue('-0' in array, false);
assert.sameValue(Reflect.deleteProperty(array, '0'), false);
assert.sameValue(Reflect.defineProperty(array, '0', { value: 3, configurable: false }), false);
