// A parser parses every kind of statement, and a walker counts what it found.
import * as acorn from 'acorn';
import jsx from 'acorn-jsx';
import { full } from 'acorn-walk';

const source = `class A { #x = 1; static { this.y = 2 } get z() { return this.#x } }
for (const [a, { b = 3 }] of xs) label: while (a) { if (b) break label; else continue; }
export default async function* f() { yield* await g\`t\${1}\`; try { throw 1n } catch { debugger } }`;
const counts = {};
full(acorn.parse(source, { ecmaVersion: 'latest', sourceType: 'module' }), ({ type }) => {
  counts[type] = (counts[type] ?? 0) + 1;
});
console.log(counts);
console.log(
  JSON.stringify(
    acorn.Parser.extend(jsx()).parse('<a b={1}>text {c}</a>', { ecmaVersion: 2022 }).body[0].expression.children,
  ),
);
try {
  acorn.parse('let a; let a', { ecmaVersion: 2020, locations: true });
} catch (error) {
  console.log(error.name, error.message, error.pos, error.loc);
}
