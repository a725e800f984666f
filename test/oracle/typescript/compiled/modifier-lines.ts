// Where a line ends behind a modifier.
class X { static
 x = 1; static
 get y() { return 2 }
 static
 m() {}
 public
 z = 1
 readonly
 w = 2
 static async
 q() { }
 get
 v() { return 1 }
 declare
 k = 3
 static
}
console.log(Object.getOwnPropertyNames(X), new X(), Object.getOwnPropertyNames(X.prototype));
