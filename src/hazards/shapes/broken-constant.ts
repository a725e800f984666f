/**
 * A field or variable that was written once and is written again after code was optimised that holds its value.
 *
 * V8: PropertyConstness in src/objects/property-details.h, PropertyCellType, const tracking of `let` in script contexts.
 */
import type { AnalyzedProgram } from '../analyzed-program.ts';
import { defineHazard } from '../define-hazard.ts';
import { counted, times } from '../hover-text.ts';
import { type BrokenDependency, brokenDependencies, functionPlaces, functionsLeft } from './broken-dependencies.ts';
import { tokenAt } from './places.ts';

interface Broken {
  readonly program: AnalyzedProgram;
  readonly broken: BrokenDependency;
}

/** Once is what V8 reckons with; so often it is a pattern. */
const oftenBroken = 3;

export const brokenConstantHazard = defineHazard<Broken>({
  id: 'broken-constant',
  title: 'Constant that changes after optimisation',
  docs: `V8 takes a field, a global variable or a \`let\` at the top of a script for a constant until it is written a second time, and puts its value
into optimised code. The second write throws that code away, a lazy deoptimisation: the functions run in the interpreter for a while and are
optimised again without the constant. That happens once for each field or variable, so it is worth a thought only where it hits
code that must not stutter, or where many such fields change one after the other.`,
  examples: {
    bad: [
      {
        source: `let limit = 10;
const settings = { scale: 1 };
function scaled(x) {
  return x * settings.scale;
}
let total = 0;
for (let i = 0; i < 3000; i++) total += scaled(i);
settings.scale = 2;
for (let i = 0; i < 3000; i++) total += scaled(i);
console.log(total, limit);`,
      },
      {
        source: `function Config() {
  this.depth = 3;
}
const config = new Config();
const depthOf = () => config.depth;
let total = 0;
for (let i = 0; i < 3000; i++) total += depthOf();
config.depth = 4;
for (let i = 0; i < 3000; i++) total += depthOf();
console.log(total);`,
      },
    ],
    good: [
      {
        source: `const settings = { scale: 1 };
settings.scale = 2;
function scaled(x) {
  return x * settings.scale;
}
let total = 0;
for (let i = 0; i < 3000; i++) total += scaled(i);
console.log(total);`,
      },
      {
        source: `const settings = { scale: 1 };
function scaled(x) {
  return x * settings.scale;
}
console.log(scaled(1));
settings.scale = 2;
console.log(scaled(1));`,
      },
    ],
  },
  *detect(program, evidence) {
    if (evidence === undefined) return;
    for (const broken of brokenDependencies(program, evidence)) {
      if (broken.kind !== 'constant') continue;
      yield {
        ...tokenAt(program, broken.position),
        data: { program, broken },
        happened: { count: broken.count, firstEvent: broken.deoptimizations[0]?.firstEvent ?? -1 },
      };
    }
  },
  judge: ({ broken }) => ({ kind: 'finding', severity: broken.count >= oftenBroken ? 'information' : 'hint' }),
  message: ({ broken }) =>
    `This write changes what optimised code took for a constant: ${functionsLeft(broken)} started anew. Set it before the hot code runs.`,
  hover: ({ broken }) => ({
    verdict: 'Until it was written a second time, this was a constant to V8.',
    run: `optimised code was thrown away ${times(broken.count)}: ${broken.deoptimizations[0]?.reason ?? ''}.`,
    cost: `${counted(broken.deoptimizations.length, 'function')} back to the interpreter, optimised again after some hundred calls without the constant; it happens once for each field.`,
    free: 'writing it before code that reads it is hot, and every write after the second.',
    instead: 'set up what is constant before the work begins.',
    code: 'const settings = { scale: chooseScale() };',
  }),
  related: ({ program, broken }) => functionPlaces(program, broken),
});
