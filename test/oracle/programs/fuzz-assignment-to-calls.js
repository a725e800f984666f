// Calls as targets of assignments fail when they run; inside patterns and after logical operators they are syntax errors.
const t = (s) => { try { console.log(s, (0, eval)(s)); } catch (e) { console.log(s, e.name + ': ' + e.message); } };
globalThis.f = (...a) => { console.log('called', ...a); return {}; };
for (const strict of ['', '"use strict"; '])
for (const s of ['f() = 1', 'f() += 1', 'f() &&= 1', 'f() ||= 1', 'f()++', '--f()', '(f()) = 1', 'f(1)(2) = f(3)', 'for (f() of []) ;', 'for (f() of [1]) ;', 'for (f() in {}) ;', 'for (f() in { a: 1 }) ;', 'for (f() = 1;;) break;', '[f()] = [1]', '({ a: f() } = {})', '[f() = 1] = []', 'f?.() = 1', 'f`` = 1', 'new f() = 1', 'async () => { await f() = 1 }', 'f() = f() = 1', 'f() = () => 1', 'var x = f() = 1', 'delete f() = 1', '-f() = 1', 'import("x") = 1', 'super() = 1', 'eval() = 1', 'f().a = 1', '[...f()] = [1]', 'for ([f()] of [[1]]) ;', '(f() = 1) => 1', '([f() = 1]) => 1', 'f() ** 2 = 1', '(f() = 1, 2)', 'for (let f() of []) ;', 'async() = 1', 'for (async() of []) ;', 'f()++ + 1', '({ f() = 1 })'])
  t(strict + s);
