// Found by the fuzzer: all parts of a class are strict code, its head and its computed names too.
let s = 'é', n = 5;
try { class A { [(s.foo = 1)]() {} } } catch (e) { console.log(e.name, e.message); }
try { class A extends (n.foo = 1, Object) { } } catch (e) { console.log(e.name, e.message); }
try { class A { [delete Object.prototype]() {} } } catch (e) { console.log(e.name, e.message); }
try { class A { [undeclared = 1]() {} } } catch (e) { console.log(e.name, e.message); }
try { class A { [(function () { return this })()]() {} } console.log('fine'); } catch (e) { console.log(e.name, e.message); }
try { class A { [Object.freeze([1]).length = 0] = 1 } } catch (e) { console.log(e.name, e.message); }
try { class A { [(Object.freeze({a: 1}).a &&= 0)] = 1 } } catch (e) { console.log(e.name, e.message); }
