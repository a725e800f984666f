// Writes the numbers of the instruction table into the interpreter's switch: `case 12: // Star`. The host makes a jump
// table of literal labels only. A new label may be written `case Op.Star:`. Run it after a change of the table's order,
// then format; a test checks that nothing is out of step.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Op } from '../src/engine/bytecode/bytecodes.ts';

const file = path.resolve(import.meta.dirname, '../src/engine/execution/interpreter.ts');

function number(name) {
  if (Op[name] === undefined) throw new Error(`no bytecode ${name}`);
  return Op[name];
}

const text = readFileSync(file, 'utf8')
  .replace(
    /case \d+:( \{)?(\s*)\/\/ (\w+)/g,
    (_all, brace = '', gap, name) => `case ${number(name)}:${brace}${gap}// ${name}`,
  )
  .replace(/case Op\.(\w+):( \{)?/g, (_all, name, brace = '') => `case ${number(name)}:${brace} // ${name}`)
  .replace(/=== \d+ \/\* (\w+) \*\//g, (_all, name) => `=== ${number(name)} /* ${name} */`)
  .replace(/=== Op\.(\w+)/g, (_all, name) => `=== ${number(name)} /* ${name} */`);
writeFileSync(file, text);
