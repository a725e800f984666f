/**
 * Why the places of a program met several hidden classes where one would have done: each pair that a place met has one cause,
 * decided here, so that each hazard of the family tells of its own and none of another's.
 *
 * V8: src/objects/map.cc. Simplified: of the shapes that a place met the first 16 are known.
 */
import type { MetShape, ShapeEvidence, SiteEvidence } from '../../recorder/evidence/engine-evidence.ts';
import type { AnalyzedProgram } from '../analyzed-program.ts';
import type { HazardEvidence } from '../evidence.ts';
import { timesRun } from '../heat.ts';
import { differenceOf, keysOf } from '../shape-difference.ts';
import { birthOf, literalOf } from './object-literals.ts';
import { classConstructors, isConditional, isPrototypeCall } from './places.ts';

const causeKinds = {
  order: 'the same properties came in another order',
  conditional: 'a property is set on some paths only of what makes the object',
  late: 'a property is added after the object was made',
  origin: 'the same properties, but the object was made in another way',
  keyed: 'properties are added under computed names: the object is a table',
  integrity: 'some of the objects are frozen',
  prototypeSet: 'the prototype of some was set after they were made',
  dictionary: 'some of the objects are dictionaries',
} as const;
export type CauseKind = keyof typeof causeKinds;

export interface ShapeCause {
  readonly kind: CauseKind;
  /** Where the shapes part. */
  readonly position: number;
  /** Properties that it is about. */
  readonly keys: readonly string[];
  /** What added them, where one of them is missing in some shapes. */
  readonly adders: readonly Adder[];
  readonly usual: ShapeEvidence;
  /** The last that was born of those that differ. */
  readonly odd: ShapeEvidence;
  /** All of them, with the usual one, in the order of their birth. */
  readonly met: readonly MetShape[];
  readonly sites: readonly SiteEvidence[];
  /** How often the hottest of the sites ran. */
  readonly ran: number;
  readonly firstEvent: number;
}

export interface Adder {
  readonly key: string;
  readonly position: number;
}

export interface ShapeCauses {
  readonly causes: readonly ShapeCause[];
  /** Megamorphic accesses that would be so without all of these causes, too. */
  readonly unexplained: readonly SiteEvidence[];
}

/** V8: --max-valid-polymorphic-map-count. */
const maxPolymorphism = 4;

export function shapeCauses(program: AnalyzedProgram, evidence: HazardEvidence): ShapeCauses {
  return program.once(findCauses, evidence);
}

export function causesOf(kind: CauseKind, program: AnalyzedProgram, evidence: HazardEvidence): readonly ShapeCause[] {
  return shapeCauses(program, evidence).causes.filter((cause) => cause.kind === kind);
}

interface Parting {
  readonly kind: CauseKind;
  readonly position: number;
  readonly keys: readonly string[];
  readonly adders?: readonly Adder[];
  /** What is told of in one: equal groups, one cause. */
  readonly group: number;
}

function findCauses(program: AnalyzedProgram, evidence: HazardEvidence): ShapeCauses {
  const causes = new Map<string, ShapeCause>();
  const partings = new Map<string, Parting | undefined>();
  const unexplained: SiteEvidence[] = [];
  const { shapes } = evidence.engine;
  for (const site of evidence.engine.sites) {
    if (site.shapes.length < 2 || !isPropertyAccess(site) || isMonomorphic(site)) continue;
    const known = site.shapes
      .flatMap(({ number }) => shapes.get(number) ?? [])
      .filter(({ isDeprecated }) => !isDeprecated);
    const ordered = known.toSorted((one, other) => one.number - other.number);
    let explained = 0;
    for (const [index, odd] of ordered.entries()) {
      if (!isOfProgram(odd)) continue;
      for (const usual of ordered.slice(0, index)) {
        const pair = `${usual.number} ${odd.number}`;
        if (!partings.has(pair)) partings.set(pair, partingOf(program, shapes, usual, odd));
        const parting = partings.get(pair);
        if (parting === undefined) continue;
        explained++;
        const key = `${parting.kind} ${parting.group}`;
        causes.set(key, joined(causes.get(key), parting, usual, odd, site, timesRun(program, evidence, site.position)));
        break;
      }
    }
    if (site.state === 'MEGAMORPHIC' && site.shapeCount - explained > maxPolymorphism) unexplained.push(site);
  }
  return { causes: [...causes.values()], unexplained };
}

function joined(
  known: ShapeCause | undefined,
  { kind, position, keys, adders = [] }: Parting,
  usual: ShapeEvidence,
  odd: ShapeEvidence,
  site: SiteEvidence,
  ran: number,
): ShapeCause {
  const numbers = new Set([...(known?.met.map(({ number }) => number) ?? []), usual.number, odd.number]);
  const firsts = new Map(known?.met.map(({ number, firstEvent }) => [number, firstEvent]));
  for (const { number, firstEvent } of site.shapes) {
    if (numbers.has(number)) firsts.set(number, Math.min(firstEvent, firsts.get(number) ?? Infinity));
  }
  const met = [...numbers]
    .sort((one, other) => one - other)
    .map((number) => ({ number, firstEvent: firsts.get(number) ?? -1 }));
  return {
    kind,
    position: known?.position ?? position,
    keys: [...new Set([...(known?.keys ?? []), ...keys])],
    adders: [
      ...(known?.adders ?? []),
      ...adders.filter((adder) => !known?.adders.some((each) => each.position === adder.position)),
    ],
    usual: known === undefined || usual.number < known.usual.number ? usual : known.usual,
    odd: known === undefined || odd.number > known.odd.number ? odd : known.odd,
    met,
    sites: known === undefined ? [site] : known.sites.includes(site) ? known.sites : [...known.sites, site],
    ran: Math.max(known?.ran ?? 0, ran),
    firstEvent: firsts.get(odd.number) ?? known?.firstEvent ?? -1,
  };
}

/** The cause of two shapes, of which `odd` was born later; undefined where they are different by nature. */
function partingOf(
  program: AnalyzedProgram,
  shapes: ReadonlyMap<number, ShapeEvidence>,
  usual: ShapeEvidence,
  odd: ShapeEvidence,
): Parting | undefined {
  const { kind, keys } = differenceOf(usual, odd);
  if (/^(order|missing|keys|origin)$/.test(kind) && !isOfProgram(usual)) return undefined;
  const line = lineageOf(shapes, odd);
  const at = (shape: ShapeEvidence): number => birthOf(program, shape);
  switch (kind) {
    case 'order': {
      const trunk = new Set(lineageOf(shapes, usual));
      const first = line.find((shape) => !trunk.has(shape) && isOfProgram(shape)) ?? odd;
      const position = at(literalOf(program, odd) === undefined ? first : odd);
      return { kind: 'order', position, keys, group: position };
    }
    case 'missing':
      return missing(program, shapes, usual, odd, keys);
    case 'keys':
      return isTable(shapes, usual) && isTable(shapes, odd)
        ? { kind: 'keyed', position: odd.birth.position, keys: [], group: odd.birth.position }
        : undefined;
    case 'origin': {
      const literal = literalOf(program, odd);
      if (literal !== undefined && literal === literalOf(program, usual)) return undefined;
      const position = at(odd);
      return { kind: 'origin', position, keys: keysOf(odd), group: position };
    }
    case 'integrity': {
      const [open, closed] = odd.integrity === '' ? [odd, usual] : [usual, odd];
      // Read-only for all that is known of them, or for some.
      const first = lineageOf(shapes, closed).find(({ integrity }) => integrity !== '') ?? closed;
      if (open.integrity !== '' || !isOfProgram(first)) return undefined;
      return { kind: 'integrity', position: first.birth.position, keys: [], group: first.birth.position };
    }
    case 'prototype': {
      const set = line.find(({ birth }) => isPrototypeCall(program, birth.position));
      if (set === undefined || usual.instanceType !== odd.instanceType) return undefined;
      return { kind: 'prototypeSet', position: set.birth.position, keys: [], group: set.birth.position };
    }
    case 'dictionary':
      return { kind: 'dictionary', position: odd.birth.position, keys: [], group: 0 };
    default:
      return undefined;
  }
}

/** One has properties that the other lacks: by the code that added the first of them. */
function missing(
  program: AnalyzedProgram,
  shapes: ReadonlyMap<number, ShapeEvidence>,
  one: ShapeEvidence,
  other: ShapeEvidence,
  keys: readonly string[],
): Parting | undefined {
  const full = one.properties.length > other.properties.length ? one : other;
  const line = lineageOf(shapes, full);
  const added = line.filter(({ properties }) => keys.includes(properties.at(-1)?.key ?? ''));
  const [adder] = added;
  if (adder === undefined || !added.every(isOfProgram)) return undefined;
  const adders = added.map(({ properties, birth }) => ({ key: properties.at(-1)!.key, position: birth.position }));
  const { instruction, position, functionEnd } = adder.birth;
  if (/Keyed/.test(instruction)) return { kind: 'keyed', position, keys, adders, group: position };
  if (!/^(SetNamed|DefineNamedOwn)/.test(instruction)) return undefined;
  const maker = makerOf(program, line, full);
  const isMaking = functionEnd === maker || isConstructor(program, shapes, functionEnd);
  // Of what one function makes, whoever adds to it: it is that function that could have them from the start.
  if (!isMaking) return { kind: 'late', position, keys, adders, group: maker };
  return isConditional(program, position, functionEnd)
    ? { kind: 'conditional', position, keys, adders, group: functionEnd }
    : undefined;
}

/** Of a class, or a function that was called with `new`: also as the constructor of what another one begins with. */
function isConstructor(
  program: AnalyzedProgram,
  shapes: ReadonlyMap<number, ShapeEvidence>,
  functionEnd: number,
): boolean {
  return (
    program.once(classConstructors, undefined).has(functionEnd) ||
    [...shapes.values()].some(({ creatorEnd }) => creatorEnd === functionEnd)
  );
}

/** Where the text of the function ends that makes such objects: its constructor, or the one with the literal. */
function makerOf(program: AnalyzedProgram, line: readonly ShapeEvidence[], { creatorEnd }: ShapeEvidence): number {
  if (creatorEnd >= 0) return creatorEnd;
  const literal = line.map((shape) => literalOf(program, shape)).find((each) => each !== undefined);
  return literal?.functionEnd ?? line.find(isOfProgram)?.birth.functionEnd ?? -1;
}

/** From the root of the tree of transitions to the shape. */
export function lineageOf(shapes: ReadonlyMap<number, ShapeEvidence>, shape: ShapeEvidence): readonly ShapeEvidence[] {
  const line: ShapeEvidence[] = [];
  for (let each: ShapeEvidence | undefined = shape; each !== undefined; each = shapes.get(each.parent))
    line.unshift(each);
  return line;
}

/** Properties were added to it under computed names. */
export function isTable(shapes: ReadonlyMap<number, ShapeEvidence>, shape: ShapeEvidence): boolean {
  return lineageOf(shapes, shape).some(({ birth }) => birth.instruction.startsWith('SetKeyed'));
}

/** Of an object that the program's own code made, and no array or function. */
function isOfProgram({ number, birth, instanceType }: ShapeEvidence): boolean {
  return number > 0 && birth.position >= 0 && instanceType === 'object';
}

/** What it met before there was a feedback vector is no matter to the code that is optimised. */
function isMonomorphic({ state }: SiteEvidence): boolean {
  return state === 'MONOMORPHIC';
}

/** What defines the properties of a literal or a class belongs to the making of the object. */
function isPropertyAccess({ kind }: SiteEvidence): boolean {
  return /^(LoadProperty|LoadKeyed|HasKeyed|SetNamed|SetKeyed)/.test(kind);
}
