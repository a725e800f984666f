/*---
---*/
assert.sameValue([...new Set([1, 2]).union(new Set([3]))].join(), '1,2,3');
