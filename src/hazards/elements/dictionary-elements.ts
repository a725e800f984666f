/**
 * Elements as a dictionary: an array with an index so far away that V8 will not keep the room between. Each access is a search
 * then.
 *
 * V8: JSObject::ShouldConvertToSlowElements, kMaxGap = 1024.
 */
import type { SiteEvidence } from '../../recorder/evidence/engine-evidence.ts';
import type { AnalyzedProgram } from '../analyzed-program.ts';
import { defineHazard } from '../define-hazard.ts';
import { severityFor, timesRun } from '../heat.ts';
import { counted, grouped, times } from '../hover-text.ts';
import { endOfToken } from '../shape-table.ts';
import { accessesOf, accessPlaces, accessText, elementsChanges, isElementWrite } from './element-places.ts';

interface DictionaryElements {
  readonly program: AnalyzedProgram;
  readonly text: string;
  readonly isArray: boolean;
  readonly elements: number;
  readonly sites: readonly SiteEvidence[];
  readonly ran: number;
}

const dictionary = 'DICTIONARY_ELEMENTS';

export const dictionaryElementsHazard = defineHazard<DictionaryElements>({
  id: 'dictionary-elements',
  title: 'Dictionary elements',
  docs: `A write to an index 1,024 or more behind what an array has room for turns its elements into a dictionary: V8 does not keep
memory for the gap. Each read and write by index is a search from then on, 12 to 44 times as long (Node 24). It goes back to fast
elements only when enough of the gap is filled. \`a[1023] = x\` on an empty array leaves holes, \`a[1024] = x\` makes the
dictionary. As a table from numbers to values a \`Map\` says what is meant.`,
  examples: {
    bad: [
      {
        source:
          'const byYear = [];\nbyYear[2026] = "now";\nbyYear[1970] = "then";\nconsole.log(byYear.length, Object.keys(byYear));',
      },
      {
        source: `function total(list) {
  let sum = 0;
  for (let i = 0; i < 3; i++) sum += list[i];
  return sum;
}
const list = [1, 2, 3];
list[100000] = 4;
let all = 0;
for (let round = 0; round < 1200; round++) all += total(list);
console.log(all);`,
      },
    ],
    good: [
      {
        source:
          'const list = [1, 2];\nObject.defineProperty(list, 0, { get: () => 3 });\nconsole.log(list[0], Object.preventExtensions([4]));',
      },
      { source: 'const list = [];\nlist[1023] = 1;\nconsole.log(list.length);' },
      {
        source: 'const byYear = new Map([[2026, "now"], [1970, "then"]]);\nconsole.log(byYear.size, byYear.get(2026));',
      },
    ],
  },
  *detect(program, evidence) {
    if (evidence === undefined) return;
    const { shapes, changes } = evidence.engine;
    for (const change of elementsChanges(evidence, ({ to }) => to === dictionary)) {
      const { position, count, firstEvent, elements } = change;
      // Freezing makes a dictionary, too, and so does an accessor: that is not what is meant here.
      if (!isElementWrite(program, position)) continue;
      const before = changes.find((each) => each.kind === 'elements' && each.position === position)?.shape ?? 0;
      const { sites, ran } = accessesOf(program, evidence, [dictionary]);
      yield {
        start: position,
        end: endOfToken(program, position),
        happened: { count, firstEvent },
        data: {
          program,
          text: accessText(program, position),
          isArray: shapes.get(before)?.instanceType === 'array',
          elements,
          sites,
          ran: Math.max(ran, timesRun(program, evidence, position)),
        },
      };
    }
  },
  judge: ({ isArray, ran }) => ({ kind: 'finding', severity: isArray ? severityFor(ran, 'high') : 'hint' }),
  message: ({ isArray, sites }) =>
    `This index is so far away that the elements of the ${isArray ? 'array' : 'object'} become a dictionary${sites.length > 0 ? `: ${counted(sites.length, 'access')} by index ${sites.length === 1 ? 'searches' : 'search'} it` : ''}. Grow in order, or use a Map.`,
  hover: ({ isArray, text, elements, sites, ran }, { count }) => ({
    verdict: isArray
      ? 'No array any more: each index is looked up.'
      : 'An object with numbers for keys: a table, and a Map says so.',
    run: `${text} did it ${times(count)}, with ${grouped(elements)} elements before; ${sites.length === 0 ? 'no access met it later' : `${counted(sites.length, 'access')} met it, the hottest ran ${times(ran)}`}.`,
    cost: 'each access by index takes 12 to 44× as long as on fast elements (Node 24).',
    free: 'gaps below 1,024 leave holes only; `new Array(n)` has room for up to 33,554,432.',
    instead: 'a Map where the numbers are names; an array that grows in order where they count.',
    code: 'const byId = new Map();\nbyId.set(100000, value);',
  }),
  related: ({ program, sites }) => accessPlaces(program, sites, 'this access meets the dictionary'),
});
