// The names that stack traces give to functions without a name.
const u = undefined; function rep(list) { for (const f of list) try { f(); } catch (e) { console.log(String(f), '|', e.stack.split('\n').filter((l) => l.includes(' at ')).slice(0,2).map((l) => l.trim().replaceAll(__filename,'')).join(' < ')); } }
rep([() => u.a, () => ((a = u.x) => a)(), () => u.b]);
const after = 1;
rep([() => u.c]);
rep([() => u.d, () => ((a = u.y) => a)()]);
let z; z = () => 1;
rep([() => u.e, () => ((a) => u.q)()]);
rep([() => new u.x(), () => u.x(), () => u.e]);
z = function () {};
rep([() => u.f]); z.y = 5;
rep([() => u.g]);
rep([() => u.h, { a: 1 }, () => u.i]);
