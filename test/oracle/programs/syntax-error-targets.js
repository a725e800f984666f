// Syntax errors in V8's words: what stands before an arrow and is no list of parameters, and what patterns cannot assign to.
const t = (s) => { try { (0, eval)(s); console.log('ok', s); } catch (e) { console.log(s, e.name, e.message); } };
for (const head of ['', '-', 'typeof ', '--', '++', 'a + ', 'a + b * ', 'a ?? ', 'new ', '!']) t(`${head}() => 1`);
for (const head of ['f()', 'a.b', 'a?.b', '[a]', '1', '/x/', 'this', 'x++', '(a) + (b)', '(a)(b)', 'async f()', 'a ? b : c.d']) t(`${head} => 1`);
const targets = ['a.b', 'a[0]', 'f()', '1', '(a)', '(a = 1)', '{ a(){} }', '{ get a(){} }', '{ async *a(){} }', '{ ...{a} }', '{ ...a.b }', '{ ...f() }', 'b.c = 1'];
for (const target of targets) {
  for (const pattern of [`(${target})`, `([${target}])`, `({ x: ${target} })`, `([...${target}])`, `(x, ${target})`]) t(`${pattern} => 1`);
  t(`async (${target}) => 1`);
  t(`([${target}] = 1)`);
}
for (const s of ['let {a: b[0]} = 1', 'let {a: b[c]} = 1', 'var {a: b()} = 1', 'for (async of []) ;', 'async () => { for await (x in y) ; }']) t(s);
for (const s of ['1eval()', '1e', '1e+', '0x', '012n', 'a\\x', 'f(import 1)', 'import(a b)', 'f(a b)']) t(s);
