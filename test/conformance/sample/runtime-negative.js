/*---
negative:
  phase: runtime
  type: TypeError
---*/
undefined.x;
