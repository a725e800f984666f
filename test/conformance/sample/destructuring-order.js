/*---
---*/
var log = [];
var { [(log.push('key'), 'a')]: a = log.push('default') } = {};
assert.sameValue(log.join(), 'key,default');
