/*---
negative:
  phase: parse
  type: SyntaxError
---*/
break;
