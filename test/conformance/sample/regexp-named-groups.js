/*---
---*/
var match = /(?<year>\d{4})/.exec('in 2026');
assert.sameValue(match.groups.year, '2026');
