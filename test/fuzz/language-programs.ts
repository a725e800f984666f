/** Whole programs of the language: declarations that the rest may use, then statements, most of them safe in a `try`. */
import { Choices } from './choices.ts';
import { prelude } from './prelude.ts';
import { deeper, type Place, Program, topPlace } from './program-context.ts';
import { declaration, statement } from './statements.ts';

export function languageProgram(seed: number): string {
  const program = new Program(new Choices(seed));
  const { choices } = program;
  const strict = choices.chance(35);
  let place: Place = { ...topPlace, strict, depth: 2 + choices.below(3) };
  const parts: string[] = [];
  for (let count = 2 + choices.below(4); count > 0; count--) {
    const written = declaration(program, { ...place, depth: Math.max(2, place.depth) });
    // What throws while it is declared would leave nothing to look at: most of these have a simple value.
    if (/^(let|const|var) /.test(written.text) && choices.chance(70)) {
      const name = program.name('x');
      const value = choices.pick([
        '1',
        "'s'",
        '[1, 2, 3]',
        '{ a: 1, b: { c: 2 } }',
        'null',
        '-0',
        'noisy("n", 4, "n")',
        '[]',
        '{}',
      ]);
      parts.push(`${choices.pick(['let', 'var', 'const'])} ${name} = ${value};`);
      place = { ...place, names: { ...place.names, variables: [...place.names.variables, name] } };
    } else {
      parts.push(written.text);
      place = { ...written.place, depth: place.depth };
    }
  }
  for (let count = 2 + choices.below(5); count > 0; count--) {
    if (choices.chance(90)) {
      parts.push(`try { ${statement(program, deeper(place, 0)).text} } catch (error) { log('caught', error); }`);
    } else {
      parts.push(statement(program, place).text);
    }
  }
  const names = [...place.names.variables];
  parts.push(`log(${names.map((name) => `typeof ${name}, ${name}`).join(', ')});`);
  return `${strict ? "'use strict';\n" : ''}${prelude}${parts.join('\n')}\n`;
}
