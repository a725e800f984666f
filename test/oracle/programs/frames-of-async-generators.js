// The builtin that resumes an async generator stands once in a stack.
const st = (l) => console.log(l, new Error('a').stack.split('\n').filter((x) => !x.includes('node:')).join('\n'));
async function* g() { st('start'); try { yield 1; st('second'); await null; st('awaited'); yield 2; } finally { st('finally'); } }
async function* d() { yield* g(); }
async function* s() { yield* [1, 2]; yield* (function* () { st('sync'); yield 3; })(); }
async function main() {
  const x = g(); x.next(); x.next(); await x.next(); await x.return();
  for await (const y of g()) { st('body'); break; }
  for await (const y of d()) { st('body of d'); }
  for await (const y of s()) { st('body of s'); }
  const z = g(); await z.next(); await z.throw(1).catch(() => st('catch'));
  [1].forEach(() => g().next());
  await Array.fromAsync(g());
  const w = g(); const n = w.next; Reflect.apply(n, w, []); const [a] = [w.next(), w.next(), w.return(4)]; await a;
}
main();
setTimeout(() => { g().next(); }, 10);
