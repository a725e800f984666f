/*---
flags: [onlyStrict]
negative:
  phase: parse
  type: SyntaxError
---*/
var yield;
