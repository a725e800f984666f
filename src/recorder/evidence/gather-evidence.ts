/** Puts together, after a run, what was noted of it and what the feedback vectors and hidden classes hold now. */
import {
  Attribute,
  type BytecodeArray,
  detailsAttributes,
  detailsIsMutable,
  detailsKind,
  detailsRepresentation,
  elementsKindNames,
  type FeedbackCell,
  FunctionData,
  FunctionTiering,
  type HiddenClass,
  icStates,
  JSObject,
  keyToDisplay,
  operandsOf,
  type InstructionOperands,
  PropertyKind,
  representationNames,
  type SharedFunctionInfo,
  tiers,
} from '../../engine/index.ts';
import { ownerName, shapeNumber, shapeText } from '../engine/shape-names.ts';
import type {
  Birth,
  ChangeEvidence,
  EngineEvidence,
  FunctionEvidence,
  ShapeEvidence,
  ShapeProperty,
  SiteEvidence,
} from './engine-evidence.ts';
import type { EvidenceWatch } from './evidence-watch.ts';

export function gatherEvidence(watch: EvidenceWatch): EngineEvidence {
  const shapes = new Map<number, ShapeEvidence>();
  const primitives: HiddenClass[] = [];
  const numberOf = (map: HiddenClass): number => noteShape(shapes, primitives, watch.births, map);
  const functions: FunctionEvidence[] = [];
  const sites: SiteEvidence[] = [];
  for (const [shared, cells] of watch.functions) {
    functions.push(functionEvidence(shared, cells));
    sites.push(...sitesOf(shared, cells, watch, numberOf));
  }
  for (const map of watch.births.keys()) if (map.keysWereListed) numberOf(map);
  const changes = [...watch.changes.values()].map(({ map, ...change }): ChangeEvidence => ({
    ...change,
    shape: map === undefined ? 0 : numberOf(map),
  }));
  return {
    shapes,
    sites: sites.sort((one, other) => one.position - other.position),
    caches: [...watch.caches.values()],
    normalizations: [...watch.normalizations.values()],
    changes,
    deoptimizations: [...watch.deoptimizations.values()],
    functions,
    promises: watch.promises.promises(),
    rejections: watch.promises.rejections(),
    memory: watch.memory.evidence(),
  };
}

function functionEvidence(shared: SharedFunctionInfo, cells: readonly FeedbackCell[]): FunctionEvidence {
  const tierings = cells.map(({ tiering }) => tiering).filter((tiering) => tiering instanceof FunctionTiering);
  const rank = Math.max(0, ...tierings.map(({ tier }) => tiers.indexOf(tier)));
  return {
    name: shared.name,
    start: shared.start,
    end: shared.end,
    bytes: shared.bytecode?.length ?? 0,
    tier: tiers[rank]!,
    deoptimizations: tierings.reduce((sum, { deoptimizations }) => sum + deoptimizations.length, 0),
  };
}

function sitesOf(
  shared: SharedFunctionInfo,
  cells: readonly FeedbackCell[],
  { sites: allSites, callees: allCallees }: EvidenceWatch,
  numberOf: (map: HiddenClass) => number,
): SiteEvidence[] {
  const noted = allSites.get(shared);
  const callees = allCallees.get(shared);
  const { bytecode } = shared;
  if (bytecode === undefined) return [];
  const vectors = cells.flatMap(({ vector }) => (vector === undefined ? [] : [vector]));
  const result: SiteEvidence[] = [];
  const isDone = new Set<number>();
  for (const [, instruction] of operandsOf(bytecode)) {
    for (const slot of instruction.slots) {
      const kind = bytecode.feedbackSlots[slot];
      if (isDone.has(slot) || kind === undefined || kind === 'Second' || kind === 'JumpLoop') continue;
      isDone.add(slot);
      const note = noted?.get(slot);
      if (note === undefined && vectors.length === 0) continue;
      const states = vectors.map((vector) => vector.state(slot));
      result.push({
        position: instruction.position,
        functionEnd: shared.end,
        kind,
        state: worst(states),
        key: nameOf(instruction, bytecode) ?? vectors.map((vector) => vector.name(slot)).find(Boolean) ?? '',
        shapes: [...(note?.shapes ?? [])].map(([map, firstEvent]) => ({ number: numberOf(map), firstEvent })),
        shapeCount: note?.shapeCount ?? 0,
        names: [...(note?.names ?? [])],
        nameCount: note?.nameCount ?? 0,
        misses: note?.misses ?? 0,
        megamorphicSince: note?.megamorphicSince ?? -1,
        modifiers: [...(note?.modifiers ?? [])],
        steps: note?.steps ?? [],
        calls: kind === 'Call' ? vectors.reduce((sum, { slots }) => sum + ((slots[slot + 1] as number) || 0), 0) : 0,
        callees: callees?.get(slot) ?? [],
      });
    }
  }
  return result;
}

function nameOf({ name, constants: [first] }: InstructionOperands, { constants }: BytecodeArray): string | undefined {
  if (!/Named|Global/.test(name) || first === undefined) return undefined;
  const constant = constants[first];
  return typeof constant === 'string' ? constant : undefined;
}

/** Of several closures' states the one that knows least; operators' states are told by the first that has one. */
function worst(states: readonly string[]): string {
  const ranks: readonly string[] = Object.keys(icStates);
  const sorted = states.toSorted((one, other) => ranks.indexOf(other) - ranks.indexOf(one));
  return sorted.find((state) => !state.endsWith(':None')) ?? sorted[0] ?? 'NO_FEEDBACK';
}

/** Below all numbers of builtins. */
const firstPrimitive = -1_000_000;

/** A hidden class and all that lead to it. */
function noteShape(
  shapes: Map<number, ShapeEvidence>,
  primitives: HiddenClass[],
  births: ReadonlyMap<HiddenClass, Birth>,
  map: HiddenClass,
): number {
  const { instanceType } = map;
  if (instanceType.startsWith('primitive ')) {
    // These have no numbers of their own: the next hidden class of an object gets the same.
    if (!primitives.includes(map)) primitives.push(map);
    const number = firstPrimitive - primitives.indexOf(map);
    const text = instanceType.slice('primitive '.length);
    if (!shapes.has(number)) shapes.set(number, { ...shapeEvidence(map, number, undefined), text });
    return number;
  }
  for (let each: HiddenClass | undefined = map; each !== undefined; each = each.parent) {
    const number = shapeNumber(each);
    if (shapes.has(number)) break;
    shapes.set(number, shapeEvidence(each, number, births.get(each)));
  }
  return shapeNumber(map);
}

function shapeEvidence(map: HiddenClass, number: number, birth: Birth | undefined): ShapeEvidence {
  const { isDictionary, propertyCount, prototype, parent } = map;
  return {
    number,
    text: shapeText(map),
    properties: isDictionary ? [] : Array.from({ length: propertyCount }, (_, row) => propertyAt(map, row)),
    parent: parent === undefined ? 0 : shapeNumber(parent),
    owner: ownerName(map),
    prototype: prototype === null ? 0 : prototype.serial + 1,
    instanceType: map.instanceType,
    elementsKind: elementsKindNames[map.elementsKind] ?? '',
    isDictionary,
    isDeprecated: map.isDeprecated,
    isExtensible: map.isExtensible,
    integrity: integrityOf(map),
    creatorEnd: creatorEnd(map),
    keysWereListed: map.keysWereListed,
    birth: birth ?? { position: -1, functionEnd: -1, instruction: '', event: -1 },
  };
}

function creatorEnd({ creator }: HiddenClass): number {
  const data = creator instanceof JSObject ? creator.internal : creator;
  return data instanceof FunctionData && data.shared?.script.kind === 'main' ? data.shared.end : -1;
}

function integrityOf(map: HiddenClass): ShapeEvidence['integrity'] {
  if (map.isExtensible) return '';
  for (let each: HiddenClass | undefined = map; each !== undefined; each = each.parent) {
    const { specialName } = each;
    if (specialName !== undefined && specialName !== 'elements') return specialName;
  }
  return 'nonextensible';
}

function propertyAt(map: HiddenClass, row: number): ShapeProperty {
  const details = map.detailsAt(row);
  const kind = detailsKind(details);
  const attributes = detailsAttributes(details);
  return {
    key: keyToDisplay(map.keyAt(row)),
    kind: kind === PropertyKind.data ? 'data' : kind === PropertyKind.accessor ? 'accessor' : 'native',
    representation: representationNames[detailsRepresentation(details)] ?? '',
    isConstant: !detailsIsMutable(details),
    isWritable: (attributes & Attribute.writable) !== 0,
    isEnumerable: (attributes & Attribute.enumerable) !== 0,
  };
}
