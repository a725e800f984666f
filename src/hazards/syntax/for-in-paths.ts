/**
 * The for...in loops of a program, and the way on which each got its keys: fast from the enum cache of a hidden class, slow
 * everywhere else. Two hazards share them: an array is another mistake than a slow object.
 *
 * V8: src/runtime/runtime-forin.cc, FastKeyAccumulator in src/objects/keys.cc. Simplified: sites are judged by whole runs;
 * V8 decides anew in each loop.
 */
import { forInPaths } from '../../protocol/events.ts';
import type { ForInPath } from '../../protocol/events.ts';
import type { AnyNode } from '../../engine/index.ts';
import { isGlobal, siteOf } from '../analyzed-program.ts';
import type { AnalyzedProgram } from '../analyzed-program.ts';
import type { Detection } from '../define-hazard.ts';
import { counted, grouped, inlineCode, runOr, times } from '../hover-text.ts';
import type { HoverParts } from '../hover-text.ts';
import type { Seen } from '../site-evidence.ts';

export interface ForInLoop {
  readonly start: number;
  readonly isArray: boolean;
  readonly subject: string;
}

export type SlowPath = Exclude<ForInPath, 'enumCache' | 'empty'>;

/** What each slow path means to the reader, and the better loop. */
const slowPaths: { readonly [Path in SlowPath]: SlowPathText } = {
  array: {
    what: 'goes over an array: the keys are strings, inherited ones come too',
    cost: '48 to 62× an index loop, 19 to 32× a for-of (Node 24).',
    instead: 'for-of gives the values; `entries()` gives index and value.',
    short: 'Use for-of.',
    code: (subject) =>
      `for (const value of ${subject}) { /* … */ }\nfor (const [index, value] of ${subject}.entries()) { /* … */ }`,
  },
  dictionary: {
    what: 'goes over an object in dictionary mode, which has no enum cache',
    cost: 'about 20× the same loop over a fast object (Node 24).',
    instead: 'do not delete from the object; for a table that grows and shrinks, use a Map.',
    short: 'Keep the object fast (no delete), or use a Map.',
    code: () => 'const table = new Map();\nfor (const [key, value] of table) { /* … */ }',
  },
  elements: {
    what: 'goes over an object with integer keys, which no enum cache holds',
    cost: 'about 20× the same loop over named keys (Node 24).',
    instead: 'an array, or a Map where the numbers are far apart.',
    short: 'Use an array or a Map.',
    code: () => 'const byId = new Map([[7, "seven"], [42, "forty-two"]]);\nfor (const [id, value] of byId) { /* … */ }',
  },
  prototype: {
    what: 'meets enumerable properties on the prototype chain and has to merge them',
    cost: 'about 15× for one enumerable property on the prototype, 11 to 13× where the keys are inherited (Node 24).',
    instead: 'put methods where they are not enumerable (a class), or ask for own keys.',
    short: 'Use a class for methods, or Object.keys.',
    code: (subject) => `for (const key of Object.keys(${subject})) { /* own keys only */ }`,
  },
  other: {
    what: 'goes over a string, a primitive or an exotic object, which has no enum cache',
    cost: 'the keys are collected anew for each loop, as for a dictionary: about 20× a fast object (Node 24).',
    instead: 'for-of goes over the characters of a string.',
    short: 'Use for-of or Object.keys.',
    code: (subject) => `for (const item of ${subject}) { /* … */ }`,
  },
};

interface SlowPathText {
  /** Follows "this loop …". */
  readonly what: string;
  readonly cost: string;
  readonly instead: string;
  readonly short: string;
  readonly code: (subject: string) => string;
}

/** A loop over many keys is hot before it has begun a thousand times. */
const keysPerLoop = 10;

export function* forInLoops(program: AnalyzedProgram): Iterable<Detection<ForInLoop>> {
  for (const occurrence of program.all('ForInStatement')) {
    const { node } = occurrence;
    yield {
      start: node.start,
      end: node.start + 'for'.length,
      site: siteOf(occurrence, { start: node.start, end: node.right.end }),
      data: { start: node.start, isArray: isArray(program, node.right), subject: program.textOf(node.right) },
    };
  }
}

/** What the run says, or the text where it did not come here. */
export function worstPath({ isArray: isArrayInText }: ForInLoop, seen: Seen): SlowPath | undefined {
  let worst: SlowPath | undefined;
  for (const path of Object.keys(slowPaths) as SlowPath[]) {
    if ((seen.details.get(path) ?? 0) > (worst === undefined ? 0 : (seen.details.get(worst) ?? 0))) worst = path;
  }
  return worst ?? (seen.count === 0 && isArrayInText ? 'array' : undefined);
}

/** How often it was slow, in loops of ten keys. */
export function slowWeight(seen: Seen): number {
  return seen.isKnown ? Math.max(slowCount(seen), Math.floor(seen.sum / keysPerLoop)) : -1;
}

export function slowMessage(path: SlowPath, seen: Seen): string {
  const { what, short } = slowPaths[path];
  const ran = slowCount(seen) >= 2 ? `, ${times(slowCount(seen))} in this run` : '';
  return `This for...in ${what}${ran}. ${short}`;
}

export function slowHover(path: SlowPath, { subject }: ForInLoop, seen: Seen): Omit<HoverParts, 'verdict' | 'free'> {
  const { cost, instead, code } = slowPaths[path];
  return {
    run: runOr(
      seen,
      () =>
        `${inlineCode(subject)} was enumerated ${times(seen.count)}, ${counted(seen.sum, 'key')} in all: ${pathsText(seen)}.`,
    ),
    cost,
    instead,
    code: code(subject.length <= 30 && !subject.includes('\n') ? subject : 'items'),
  };
}

function slowCount(seen: Seen): number {
  return [...seen.details].reduce(
    (total, [path, count]) => (Object.hasOwn(slowPaths, path) ? total + count : total),
    0,
  );
}

function pathsText({ details }: Seen): string {
  return [...details]
    .map(([path, count]) => `${forInPaths[path as ForInPath]}${details.size > 1 ? ` (${grouped(count)}×)` : ''}`)
    .join('; ');
}

const arrayMethods = [
  'map',
  'filter',
  'slice',
  'concat',
  'flat',
  'flatMap',
  'toSorted',
  'toReversed',
  'toSpliced',
  'split',
];
const arrayFunctions = { Array: ['from', 'of'], Object: ['keys', 'values', 'entries'] } as const;

/** Certainly an array, by the text alone. */
function isArray(program: AnalyzedProgram, expression: AnyNode): boolean {
  const value = program.knownValue(expression);
  if (value === undefined) return false;
  if (value.type === 'ArrayExpression') return true;
  if (value.type !== 'CallExpression' && value.type !== 'NewExpression') return false;
  const { callee } = value;
  if (callee.type === 'Identifier') return callee.name === 'Array' && isGlobal(callee);
  if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier') return false;
  const { object, property } = callee;
  if (object.type === 'Identifier' && isGlobal(object) && Object.hasOwn(arrayFunctions, object.name)) {
    return (arrayFunctions[object.name as keyof typeof arrayFunctions] as readonly string[]).includes(property.name);
  }
  if (!arrayMethods.includes(property.name)) return false;
  const isString = object.type === 'TemplateLiteral' || (object.type === 'Literal' && typeof object.value === 'string');
  return property.name === 'split' ? isString : isArray(program, object);
}
