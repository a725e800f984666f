/*---
---*/
$262.evalScript('var fromScript = 7;');
assert.sameValue(fromScript, 7);
