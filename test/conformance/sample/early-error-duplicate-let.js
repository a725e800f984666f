/*---
negative:
  phase: parse
  type: SyntaxError
---*/
throw 'not reached';
let a;
let a;
