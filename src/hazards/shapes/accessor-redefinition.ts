/**
 * A property that is turned into a getter, and literals with getters: both make a dictionary of the object.
 *
 * V8: Map::TransitionToAccessorProperty in src/objects/map.cc ("AccessorsOverwriting…").
 */
import type { AnalyzedProgram } from '../analyzed-program.ts';
import { defineHazard } from '../define-hazard.ts';
import { heatOf, severityFor } from '../heat.ts';
import { times } from '../hover-text.ts';
import { callAt, tokenAt } from './places.ts';

interface Redefined {
  readonly program: AnalyzedProgram;
  readonly isLiteral: boolean;
  readonly count: number;
}

export const accessorRedefinitionHazard = defineHazard<Redefined>({
  id: 'accessor-redefinition',
  title: 'Property redefined as an accessor',
  docs: `\`Object.defineProperty\` that turns an existing property into a getter or setter makes a dictionary of the object; so does another getter
in the place of one. A getter under a new name leaves the object fast. A literal with a getter or setter in it is a dictionary from the
beginning. Getters of a class are on its prototype and leave the objects alone. Reads of a dictionary take 10 to 27 times as
long (Node 24), which shows where it happens to many objects in hot code.`,
  examples: {
    bad: [
      {
        source: `const user = { name: 'Ada', age: 36 };
Object.defineProperty(user, 'age', { get() { return 36; } });
console.log(user.name);`,
      },
      {
        source: `const makeRange = (from, to) => ({ from, to, get size() { return to - from; } });
let total = 0;
for (let i = 0; i < 2000; i++) total += makeRange(0, i).size;
console.log(total);`,
      },
    ],
    good: [
      {
        source: `const user = { name: 'Ada' };
Object.defineProperty(user, 'age', { get() { return 36; } });
console.log(user.name);`,
      },
      {
        source: `class Range {
  constructor(from, to) {
    this.from = from;
    this.to = to;
  }
  get size() {
    return this.to - this.from;
  }
}
let total = 0;
for (let i = 0; i < 2000; i++) total += new Range(0, i).size;
console.log(total);`,
      },
      {
        source: `const settings = { depth: 3, get width() { return 2 * this.depth; } };\nconsole.log(settings.width);`,
      },
    ],
  },
  *detect(program, evidence) {
    for (const { kind, from, position, count, firstEvent } of evidence?.engine.changes ?? []) {
      if (kind !== 'dictionary' || from !== 'accessor') continue;
      const call = callAt(program, position);
      const isLiteral =
        call === undefined || !/define(Property|Properties|Getter__|Setter__)/.test(program.textOf(call.callee));
      // One literal with a getter is somebody's settings.
      if (isLiteral && heatOf(count) !== 'hot') continue;
      const literal = program.pathAt(position).findLast(({ type }) => type === 'ObjectExpression');
      const token = isLiteral && literal !== undefined ? { start: literal.start, end: literal.start + 1 } : undefined;
      yield {
        ...(token ?? tokenAt(program, position)),
        data: { program, isLiteral, count },
        happened: { count, firstEvent },
      };
    }
  },
  judge: ({ count }) => ({ kind: 'finding', severity: severityFor(count, 'low') }),
  message({ isLiteral, count }) {
    const objects = count === 1 ? 'the object is' : 'the objects are';
    return isLiteral
      ? `A literal with a getter or setter is a dictionary: ${objects} read slowly. Put it into a class.`
      : `A property that becomes an accessor makes a dictionary of its object: ${objects} read slowly from here on. Define the accessor instead of the property.`;
  },
  hover: ({ isLiteral, count }) => ({
    verdict: isLiteral
      ? 'A getter in a literal costs the object its hidden class.'
      : 'The object is a dictionary from here on.',
    run: `it happened ${times(count)}.`,
    cost: 'reads and writes of the object take 10 to 27× as long (Node 24).',
    free: 'a getter of a class, and one that is defined under a new name.',
    instead: 'a class, whose getters are on the prototype.',
    code: 'class Range {\n  get size() {\n    return this.to - this.from;\n  }\n}',
  }),
});
