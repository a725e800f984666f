/**
 * A function that returns objects of several shapes, and callers that pay: an access to the result is polymorphic although the
 * caller does nothing else than to call that one function.
 *
 * V8: src/ic/ic.cc. Simplified: the shapes are the function's where they were born in its own text.
 */
import { walk } from '../../engine/index.ts';
import type { AnyNode } from '../../engine/index.ts';
import type { MetShape, ShapeEvidence, SiteEvidence } from '../../recorder/evidence/engine-evidence.ts';
import type { AnalyzedProgram, NodeOf } from '../analyzed-program.ts';
import { defineHazard } from '../define-hazard.ts';
import type { HazardEvidence } from '../evidence.ts';
import { severityFor, timesRun } from '../heat.ts';
import { counted, inlineCode, quoted, times } from '../hover-text.ts';
import { birthPlaces, endOfToken, shapeTable } from '../shape-table.ts';
import { shapeCauses } from '../shapes/causes.ts';
import { functionToken } from './function-places.ts';

interface PolymorphicReturn {
  readonly program: AnalyzedProgram;
  readonly shapes: ReadonlyMap<number, ShapeEvidence>;
  readonly name: string;
  readonly met: readonly MetShape[];
  readonly sites: readonly SiteEvidence[];
  readonly ran: number;
}

export const polymorphicReturnHazard = defineHazard<PolymorphicReturn>({
  id: 'polymorphic-return',
  title: 'Polymorphic return type',
  docs: `A function that returns \`{ value }\` on one path and \`{ error, code }\` on another hands two shapes to whoever calls it. Each
access to the result then meets both, in every caller: 1.2 to 1.7 times as long as with one shape, and 3 to 8 times from the fifth
on (Node 24). One literal with all properties, the ones that are not there as \`undefined\`, is one shape.`,
  examples: {
    bad: [
      {
        source: `function find(id) {
  if (id % 2 === 0) return { found: true, name: "n" + id };
  return { found: false, reason: "odd", id };
}
let found = 0;
for (let i = 0; i < 1200; i++) {
  const result = find(i);
  if (result.found) found++;
}
console.log(found);`,
      },
      {
        source: `const shapes = {
  make(kind) {
    return kind === "circle" ? { kind, radius: 1 } : { kind, width: 1, height: 2 };
  },
};
const names = ["circle", "box"].map((kind) => shapes.make(kind).kind);
for (let i = 0; i < 100; i++) names.push(shapes.make(i % 2 ? "circle" : "box").kind);
console.log(names.length);`,
      },
      {
        source: `function pair(i) {
  if (i % 3 === 0) return [i];
  if (i % 3 === 1) return "n" + i;
  return { length: 0 };
}
let total = 0;
for (let i = 0; i < 1200; i++) total += pair(i).length;
console.log(total);`,
      },
    ],
    good: [
      {
        source: `function find(id) {
  const found = id % 2 === 0;
  return { found, name: found ? "n" + id : undefined, reason: found ? undefined : "odd" };
}
let found = 0;
for (let i = 0; i < 1200; i++) {
  const result = find(i);
  if (result.found) found++;
}
console.log(found);`,
      },
      {
        source: `function sum(point) {
  return point.x + point.y;
}
let total = 0;
for (let i = 0; i < 1200; i++) total += sum({ x: i, y: 1 });
console.log(total);`,
      },
    ],
  },
  *detect(program, evidence) {
    if (evidence === undefined) return;
    for (const { functionEnd, found } of returnsIn(program, evidence)) {
      yield {
        ...functionToken(program, { end: functionEnd }),
        happened: { count: found.ran, firstEvent: found.met.at(-1)!.firstEvent },
        data: found,
      };
    }
  },
  judge: ({ ran }) => ({ kind: 'finding', severity: severityFor(ran, 'low') }),
  message: ({ name, met, sites }) =>
    `${quoted(name)} returns objects of ${counted(met.length, 'shape')}, and ${counted(sites.length, 'access')} to its result ${sites.length === 1 ? 'meets' : 'meet'} them all. Return one shape, with what is missing as null.`,
  hover: ({ program, shapes, met, sites, ran }) => ({
    verdict: 'One function, several shapes: its callers pay at each access.',
    run: `${counted(sites.length, 'access')} to what it returned met ${counted(met.length, 'shape')}, the hottest ran ${times(ran)}.`,
    table: shapeTable(program, shapes, met),
    cost: 'up to four shapes 1.2 to 1.7× the access with one; from the fifth on 3 to 8× (Node 24).',
    free: 'where the result is only passed on, or its properties are taken apart in code that is seldom run.',
    instead: 'make the result in one literal that has all the properties.',
    code: 'return { found, name: found ? name : null, reason: found ? null : reason };',
  }),
  related: ({ program, shapes, met, sites }) => [
    ...birthPlaces(program, shapes, met),
    ...sites.slice(0, 5).map(({ position, key, state }) => ({
      start: position,
      end: endOfToken(program, position),
      message: `${inlineCode(key)} of the result: ${state.toLowerCase()}`,
    })),
  ],
  shapes: ({ met }) => met.map(({ number }) => number),
});

interface ReturnsOf {
  readonly functionEnd: number;
  readonly found: PolymorphicReturn;
}

/** Functions whose results met accesses in several shapes that nothing else explains. */
function returnsIn(program: AnalyzedProgram, evidence: HazardEvidence): readonly ReturnsOf[] {
  const { shapes, sites } = evidence.engine;
  const explained = new Set(shapeCauses(program, evidence).causes.flatMap((cause) => cause.sites));
  const byFunction = new Map<number, PolymorphicReturn>();
  for (const site of sites) {
    if (site.shapes.length < 2 || explained.has(site) || !/^(LoadProperty|SetNamed)/.test(site.kind)) continue;
    const name = calleeOf(program, site.position);
    if (name === undefined) continue;
    const maker = makerOf(program, site, shapes, name);
    if (maker === undefined) continue;
    const ran = timesRun(program, evidence, site.position);
    const known = byFunction.get(maker);
    const met = [...(known?.met ?? []), ...site.shapes];
    byFunction.set(maker, {
      program,
      shapes,
      name,
      met: met.filter(({ number }, index) => met.findIndex((each) => each.number === number) === index),
      sites: [...(known?.sites ?? []), site],
      ran: Math.max(known?.ran ?? 0, ran),
    });
  }
  return [...byFunction].map(([functionEnd, found]) => ({ functionEnd, found }));
}

/** The name by which the object of an access was had: `find(…).x`, or `const r = find(…)` and `r.x`. */
function calleeOf(program: AnalyzedProgram, position: number): string | undefined {
  const access = program.pathAt(position).findLast((node) => node.type === 'MemberExpression');
  const value = access === undefined ? undefined : program.knownValue(access.object);
  if (value?.type !== 'CallExpression') return undefined;
  return nameOf(value);
}

function nameOf({ callee }: NodeOf<'CallExpression'>): string | undefined {
  if (callee.type === 'Identifier') return callee.name;
  if (callee.type !== 'MemberExpression' || callee.computed) return undefined;
  return callee.property.type === 'Identifier' ? callee.property.name : undefined;
}

/** Where the text of the function ends that made all of them, if it has that name. */
function makerOf(
  program: AnalyzedProgram,
  site: SiteEvidence,
  shapes: ReadonlyMap<number, ShapeEvidence>,
  name: string,
): number | undefined {
  const met = site.shapes.flatMap(({ number }) => shapes.get(number) ?? []);
  const made = met.filter(({ instanceType }) => instanceType === 'object');
  const others = met.filter(({ instanceType }) => instanceType !== 'object');
  const ends = new Set(made.map(({ birth }) => (birth.position < 0 ? -1 : birth.functionEnd)));
  const [end = -1] = ends;
  if (ends.size !== 1 || end < 0) return undefined;
  if (others.length === 0 && new Set(made.map(({ birth }) => birth.position)).size < 2) return undefined;
  const token = functionToken(program, { end });
  if (program.source.slice(token.start, token.end) !== name) return undefined;
  const returned = returnedKinds(program, end);
  return others.every(({ instanceType }) => returned.has(instanceType.replace('internalized ', ''))) ? end : undefined;
}

/** Arrays, strings and numbers have no birth of their own: so by the literals that the function returns. */
function returnedKinds(program: AnalyzedProgram, end: number): ReadonlySet<string> {
  const code = program.pathAt(end - 1).find((node) => node.end === end && /^(Function|Arrow)/.test(node.type));
  const kinds = new Set<string>();
  if (code === undefined) return kinds;
  const note = (value: AnyNode): void => {
    if (value.type === 'ArrayExpression') kinds.add('array');
    if (value.type === 'TemplateLiteral' || value.type === 'BinaryExpression') kinds.add('primitive string');
    if (value.type === 'Literal') kinds.add(`primitive ${typeof value.value}`);
    if (value.type === 'ConditionalExpression') [value.consequent, value.alternate].forEach(note);
    if (value.type === 'LogicalExpression') [value.left, value.right].forEach(note);
  };
  if (code.type === 'ArrowFunctionExpression') note(code.body);
  walk(code, (node) => {
    if (node !== code && /^(Function|Arrow)/.test(node.type)) return false;
    if (node.type === 'ReturnStatement' && node.argument) note(node.argument);
    return undefined;
  });
  return kinds;
}
