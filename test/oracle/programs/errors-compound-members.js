// Reading for a compound assignment has no place of its own: errors are where the statement or what came before it is.
let u;
function t(f) { try { f(); } catch (e) { console.log(e.message, e.stack.split('\n')[1].replace(/\(?[^ ]*\//, '')); } }
t(() => { const q = 1;   u.a += 1; });
t(() => { let n;   n.a += 1; });
t(() => { let n;   n.a.b++; });
t(() => { let n;   n.a++; });
t(() => { let n = {};   n.a.b++; });
t(() => { let n = {};   n.a.b ??= 1; });
t(() => { let n;   n['x'] += 1; });
t(() => { let n;   u[n] += 1; });
t(() => { let n;   [1, n.x += 2]; });
t(() => { let n;   for (const x of [1]) n.x += 2; });
t(() => { let n;   if (1) console.log(n.x ||= 2); });
t(() => { let n = 'com' + 'puted' + u.x; });
