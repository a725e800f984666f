/**
 * Fields that hold one kind of value and then another. A field for small integers that meets a fraction gives its objects a new
 * hidden class; one for fractions that meets anything else holds boxed numbers from then on.
 *
 * V8: src/objects/map-updater.cc, Representation in src/objects/property-details.h. Simplified: told of only where hot code
 * runs there, or optimised code was thrown away.
 */
import type { ChangeEvidence } from '../../recorder/evidence/engine-evidence.ts';
import type { AnalyzedProgram } from '../analyzed-program.ts';
import { defineHazard } from '../define-hazard.ts';
import type { HazardEvidence } from '../evidence.ts';
import { heatOf, severityFor, timesRun } from '../heat.ts';
import { counted, quoted, times } from '../hover-text.ts';
import { birthPlaces, shapeTable } from '../shape-table.ts';
import { type BrokenDependency, brokenDependencies, functionPlaces } from './broken-dependencies.ts';
import { tokenAt } from './places.ts';

interface Generalized {
  readonly program: AnalyzedProgram;
  readonly evidence: HazardEvidence;
  readonly change: ChangeEvidence;
  readonly broken: BrokenDependency | undefined;
  readonly ran: number;
}

/** What each change means to the reader; the others cost nothing but the code that counted on the field. */
const meanings: { readonly [FromTo in string]?: { readonly what: string; readonly why: string } } = {
  'Smi Double': {
    what: 'was a small integer and becomes a fraction, -0 or a number beyond 2³¹',
    why: 'its objects get a new hidden class',
  },
  'Double Tagged': {
    what: 'was a number and becomes something else',
    why: 'each number that is stored from now on needs a box of its own',
  },
};

export const fieldRepresentationHazard = defineHazard<Generalized>({
  id: 'field-representation',
  title: 'Field that changes its kind of value',
  docs: `V8 notes for each field of a hidden class what it holds: small integers (Smi), other numbers (Double), objects, or anything (Tagged).
A Smi field that meets a fraction cannot stay as it is: V8 makes a new hidden class with a Double field and deprecates the old one; objects that
have the old one move to the new when they are next touched. A Double field that meets \`null\` or a string becomes Tagged in place: then
each number stored in it is allocated, and stores take 4 to 8.5 times as long (Node 24). Each such change throws away optimised code that counted on the
field, once. A Smi field that becomes Tagged keeps its hidden class.`,
  examples: {
    bad: [
      {
        source: `class Sample {
  constructor(value) {
    this.value = value;
  }
}
const double = (sample) => sample.value * 2;
let total = 0;
for (let i = 0; i < 3000; i++) total += double(new Sample(i));
for (let i = 0; i < 3000; i++) total += double(new Sample(i / 2));
console.log(total);`,
      },
      {
        source: `function Particle(x) {
  this.x = x;
}
function move(particle, by) {
  particle.x = particle.x + by;
}
const particles = [new Particle(0.5), new Particle(1.5)];
for (let i = 0; i < 3000; i++) move(particles[i % 2], 0.25);
for (let i = 0; i < 3000; i++) {
  if (i === 0) particles[0] = new Particle(null);
  move(particles[i % 2], 0.25);
}
console.log(particles[1].x);`,
      },
    ],
    good: [
      {
        source: `class Sample {
  constructor(value) {
    this.value = value;
  }
}
let total = 0;
for (let i = 0; i < 6000; i++) total += new Sample(i + 0.5).value * 2;
console.log(total);`,
      },
      {
        source: `const sample = { value: 1 };
sample.value = 1.5;
sample.value = null;
console.log(sample.value);`,
      },
    ],
  },
  *detect(program, evidence) {
    if (evidence === undefined) return;
    const broken = new Map(brokenDependencies(program, evidence).map((each) => [each.position, each]));
    const told = new Set<number>();
    for (const change of evidence.engine.changes) {
      const { kind, from, to, position } = change;
      if (kind !== 'representation' || told.has(position)) continue;
      const here = broken.get(position);
      const ran = timesRun(program, evidence, position);
      const isDear = meanings[`${from} ${to}`] !== undefined && heatOf(ran) === 'hot';
      if (here === undefined && !isDear) continue;
      told.add(position);
      yield {
        ...tokenAt(program, position),
        data: { program, evidence, change, broken: here, ran },
        happened: { count: ran, firstEvent: change.firstEvent },
      };
    }
  },
  judge: ({ change: { from, to }, ran }) => ({
    kind: 'finding',
    severity: meanings[`${from} ${to}`] === undefined ? 'hint' : severityFor(ran, 'low'),
  }),
  message({ change: { key, from, to } }) {
    const meaning = meanings[`${from} ${to}`];
    return meaning === undefined
      ? `${quoted(key)} holds another kind of value from here on (${from} to ${to}): optimised code that counted on it started anew. Begin with the kind that it will have.`
      : `${quoted(key)} ${meaning.what}: ${meaning.why}. Begin with the kind of value that it will have.`;
  },
  hover: ({ program, evidence, change, broken, ran }) => ({
    verdict: `The field went from ${change.from} to ${change.to}.`,
    run: `the store ran ${times(ran)}; ${broken === undefined ? 'no optimised code counted on the field' : `optimised code was thrown away ${times(broken.count)}`}.`,
    ...(change.shape > 0
      ? {
          table: shapeTable(program, evidence.engine.shapes, [{ number: change.shape, firstEvent: change.firstEvent }]),
        }
      : {}),
    cost:
      change.to === 'Tagged' && change.from === 'Double'
        ? 'each number that is stored is allocated: 4 to 8.5× as long (Node 24).'
        : `once, ${counted(broken?.deoptimizations.length ?? 0, 'function')} back to the interpreter; after that a Double field is as fast as a Smi field.`,
    free: 'fields that hold the same kind from the start; a class field without a value begins as `undefined` and takes anything.',
    instead:
      'begin with a value of the kind that it will have; say "no value" in numbers with Infinity or -1, or in a field beside it.',
    code: 'this.value = Infinity; // a Double from the start',
  }),
  related: ({ program, evidence, change, broken }) => [
    ...birthPlaces(program, evidence.engine.shapes, [{ number: change.shape, firstEvent: change.firstEvent }]),
    ...(broken === undefined ? [] : functionPlaces(program, broken)),
  ],
  shapes: ({ change: { shape } }) => (shape > 0 ? [shape] : []),
});
