/**
 * Objects that get so many properties under computed names that V8 gives up on hidden classes, and literals that are so big.
 *
 * V8: Map::TooManyFastProperties in src/objects/map-inl.h (kMaxNumberOfDescriptors, kFastPropertiesSoftLimit).
 */
import type { AnalyzedProgram } from '../analyzed-program.ts';
import { defineHazard } from '../define-hazard.ts';
import type { HazardEvidence } from '../evidence.ts';
import { counted, times } from '../hover-text.ts';
import { birthPlaces, shapeTable } from '../shape-table.ts';
import { type ShapeCause, causesOf } from './causes.ts';
import { causeSeverity } from './cause-words.ts';
import { objectLiterals } from './object-literals.ts';
import { tokenAt } from './places.ts';

interface Table {
  readonly program: AnalyzedProgram;
  readonly evidence: HazardEvidence | undefined;
  /** How many objects became dictionaries. */
  readonly dictionaries: number;
  /** Accesses that met the shapes on the way. */
  readonly cause: ShapeCause | undefined;
  /** Of a literal in the text. */
  readonly literalKeys: number;
}

/** V8 14.1 (Node 25) makes literals with so many properties dictionaries. */
const bigLiteral = 128;

export const objectAsTableHazard = defineHazard<Table>({
  id: 'object-as-table',
  title: 'Object used as a table',
  docs: `An object to which properties are added under computed names goes through a hidden class for each, until V8 makes a dictionary of it:
\`{}\` with the 20th such property (Node 20 to 26). A dictionary is right for a table; what it costs is that code which also reads
it by fixed names meets many shapes on the way. A \`Map\` is a table from the beginning, takes keys of any type and knows its size.
Adding properties under fixed names does not do this, up to 1,020 of them. Literals with 128 properties and more are dictionaries
since Node 25, and have fast properties before.`,
  examples: {
    bad: [
      {
        source: `const counts = {};
for (let i = 0; i < 40; i++) counts['word' + (i % 30)] = i;
console.log(Object.keys(counts).length);`,
      },
      {
        source: `function tableOf(names) {
  const table = { size: 0 };
  for (const name of names) {
    table[name] = 1;
    table.size++;
  }
  return table;
}
const sizeOf = (table) => table.size;
let total = 0;
const lists = ['a b', 'b c', 'c d', 'd e', 'e f', 'f g'].map((text) => text.split(' '));
for (let i = 0; i < 2000; i++) total += sizeOf(tableOf(lists[i % 6]));
console.log(total);`,
      },
      {
        source: `const big = { ${Array.from({ length: 130 }, (_, index) => `k${index}: ${index}`).join(', ')} };\nconsole.log(big.k7);`,
      },
    ],
    good: [
      {
        source: `const counts = new Map();
for (let i = 0; i < 40; i++) counts.set('word' + (i % 30), i);
console.log(counts.size);`,
      },
      {
        source: `const counts = {};
for (let i = 0; i < 40; i++) counts['word' + (i % 7)] = i;
console.log(Object.keys(counts).length);`,
      },
      {
        source: `const table = Object.create(null);
for (let i = 0; i < 40; i++) table['word' + i] = i;
console.log(table.word7);`,
      },
    ],
  },
  *detect(program, evidence) {
    for (const { node, keys } of objectLiterals(program)) {
      if (keys === undefined || keys.length < bigLiteral) continue;
      const data = { program, evidence, dictionaries: 0, cause: undefined, literalKeys: keys.length };
      yield { start: node.start, end: node.start + 1, data };
    }
    if (evidence === undefined) return;
    const causes = new Map(fixedNames(causesOf('keyed', program, evidence)).map((cause) => [cause.position, cause]));
    const changes = evidence.engine.changes.filter(({ kind, from }) => kind === 'dictionary' && from === 'tooMany');
    for (const position of new Set([...causes.keys(), ...changes.map((change) => change.position)])) {
      const cause = causes.get(position);
      const here = changes.filter((change) => change.position === position);
      const dictionaries = here.reduce((sum, { count }) => sum + count, 0);
      yield {
        ...tokenAt(program, position),
        data: { program, evidence, dictionaries, cause, literalKeys: 0 },
        happened: {
          count: Math.max(dictionaries, cause?.ran ?? 0),
          firstEvent: here[0]?.firstEvent ?? cause?.firstEvent ?? -1,
        },
      };
    }
  },
  judge: ({ cause }) => ({ kind: 'finding', severity: cause === undefined ? 'hint' : causeSeverity(cause) }),
  message({ literalKeys, dictionaries, cause }) {
    if (literalKeys > 0)
      return `A literal of ${literalKeys} properties is a dictionary since Node 25, and fast before. For a table, a Map says so.`;
    if (dictionaries > 0)
      return `${dictionaries === 1 ? 'An object became a dictionary' : `${dictionaries} objects became dictionaries`} here, by too many computed names. That is right for a table; a Map says so.`;
    return `Properties with computed names make a shape for each set of names: ${counted(cause?.sites.length ?? 0, 'place')} that also use fixed names meet ${cause?.met.length ?? 0}. Use a Map for the table.`;
  },
  hover: ({ program, evidence, literalKeys, dictionaries, cause }) => ({
    verdict: 'An object whose names are computed is a table.',
    run:
      literalKeys > 0
        ? 'the literal has fast properties in the simulated engine, if it is one before Node 25.'
        : dictionaries > 0
          ? `${counted(dictionaries, 'object')} became a dictionary here.`
          : `the hottest of the accesses ran ${times(cause?.ran ?? 0)}.`,
    ...(evidence === undefined || cause === undefined
      ? {}
      : { table: shapeTable(program, evidence.engine.shapes, cause.met) }),
    cost: 'a hidden class for each name until the 20th on `{}`; then the dictionary, whose reads by fixed names take 10 to 27× as long (Node 24).',
    free: 'up to 1,020 properties under fixed names, and tables that are only read by computed names.',
    instead: 'a Map: it is a table from the beginning.',
    code: 'const counts = new Map();\ncounts.set(word, (counts.get(word) ?? 0) + 1);',
  }),
  related: ({ program, evidence, cause }) =>
    evidence === undefined || cause === undefined
      ? []
      : birthPlaces(program, evidence.engine.shapes, cause.met).slice(0, 3),
  shapes: ({ cause }) => (cause === undefined ? [] : cause.met.map(({ number }) => number)),
});

/** Where the objects are also used by fixed names; filling a table is no trouble in itself. */
function fixedNames(causes: readonly ShapeCause[]): readonly ShapeCause[] {
  return causes.flatMap((cause) => {
    const sites = cause.sites.filter(({ kind }) => !kind.includes('Keyed'));
    return sites.length === 0 ? [] : [{ ...cause, sites }];
  });
}
