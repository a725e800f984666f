/*---
flags: [onlyStrict]
negative:
  phase: parse
  type: SyntaxError
---*/
with ({}) {
}
