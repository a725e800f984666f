// Writes the numbers of the instruction table into the interpreter's switch: `case 12: // Star`. The host makes a jump
// table of literal labels only. Run it after a change of the table's order; a test checks that nothing is out of step.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Op } from '../src/engine/bytecode/bytecodes.ts';

const file = path.resolve(import.meta.dirname, '../src/engine/execution/interpreter.ts');
const number = (name) => {
  if (Op[name] === undefined) throw new Error(`no bytecode ${name}`);
  return Op[name];
};
const text = readFileSync(file, 'utf8')
  .replace(/case (?:Op\.(\w+)|\d+):(?: \/\/ (\w+))?( \{)?/g, (all, fresh, known) => {
    const name = fresh ?? known;
    if (name === undefined) return all;
    return all.endsWith('{') ? `case ${number(name)}: {` + ` // ${name}` : `case ${number(name)}: // ${name}`;
  })
  .replace(/case \d+: \{ \/\/ (\w+)/g, (_all, name) => `case ${number(name)}: { // ${name}`)
  .replace(/=== (?:Op\.(\w+)|\d+ \/\* (\w+) \*\/)/g, (_all, fresh, known) => `=== ${number(fresh ?? known)} /* ${fresh ?? known} */`);
writeFileSync(file, text);
