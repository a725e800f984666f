/*---
flags: [raw]
---*/
if (typeof assert !== 'undefined') throw new Error('harness');
