/** The hidden classes of a moment as a tree of transitions, and what one of them says of its objects. V8: src/objects/map.h. */
import {
  Attribute,
  detailsAttributes,
  detailsFieldIndex,
  detailsIsMutable,
  detailsKind,
  detailsRepresentation,
  elementsKindNames,
  type HiddenClass,
  keyToDisplay,
  PropertyKind,
  representationNames,
} from '../../engine/index.ts';
import type { Cut, ShapeDetails, ShapeNodeView, ShapePropertyView } from '../../protocol/engine-views.ts';
import type { CapturedMoment } from '../moment/inspection.ts';
import type { RecordedRun } from '../recorded-run.ts';
import { lastEventAt } from '../stops/hits.ts';
import { type EngineWatch, type NotedShape, watchOf } from './engine-watch.ts';
import { ownerName, shapeBrief, shapeNumber } from './shape-names.ts';

const maxShapes = 2_000;
const maxProperties = 500;

/** Those that the program made, with what leads to them, in the order of their birth. */
export function shapesAt(run: RecordedRun, moment: CapturedMoment, isAll: boolean): Cut<ShapeNodeView> | undefined {
  const watch = watchAt(moment);
  if (watch === undefined) return undefined;
  const births = new Map(watch.shapes.map((noted) => [noted.hiddenClass, noted]));
  const wanted = new Set<HiddenClass>();
  for (const { hiddenClass } of watch.shapes) {
    if (shapeNumber(hiddenClass) <= 0 || !(isAll || isOfObjects(hiddenClass))) continue;
    for (let each: HiddenClass | undefined = hiddenClass; each !== undefined && !wanted.has(each); each = each.parent)
      wanted.add(each);
  }
  const sorted = [...wanted].sort((a, b) => a.id - b.id);
  return {
    items: sorted.slice(0, maxShapes).map((each) => nodeOf(run, each, births.get(each))),
    total: sorted.length,
  };
}

export function shapeDetails(run: RecordedRun, moment: CapturedMoment, number: number): ShapeDetails | undefined {
  const watch = watchAt(moment);
  const noted = watch?.shapes.find((each) => shapeNumber(each.hiddenClass) === number);
  const hiddenClass = noted?.hiddenClass ?? (watch === undefined ? undefined : surroundingOf(watch, number));
  if (hiddenClass === undefined) return undefined;
  const { prototype, isDictionary, propertyCount } = hiddenClass;
  const count = isDictionary ? 0 : propertyCount;
  const owner = ownerName(hiddenClass);
  return {
    ...nodeOf(run, hiddenClass, noted),
    prototype: prototype === null ? 'null' : owner === '' ? 'another object' : `${owner}.prototype`,
    elementsKind: elementsKindNames[hiddenClass.elementsKind] ?? '',
    isExtensible: hiddenClass.isExtensible,
    isStable: hiddenClass.isStable,
    inObjectSlots: hiddenClass.inObjectProperties,
    unusedSlots: hiddenClass.unusedPropertyFields,
    properties: {
      items: Array.from({ length: Math.min(count, maxProperties) }, (_, row) => propertyOf(hiddenClass, row)),
      total: count,
    },
  };
}

/** One that the program did not make, but that leads to one that it made. */
function surroundingOf({ shapes }: EngineWatch, number: number): HiddenClass | undefined {
  for (const { hiddenClass } of shapes)
    for (let each: HiddenClass | undefined = hiddenClass; each !== undefined; each = each.parent)
      if (shapeNumber(each) === number) return each;
  return undefined;
}

function watchAt({ standing }: CapturedMoment): EngineWatch | undefined {
  return standing === undefined ? undefined : watchOf(standing.isolate);
}

/** Every function has some of its own, and so has its prototype: they are many, and seldom what somebody looks for. */
function isOfObjects({ instanceType, isPrototype }: HiddenClass): boolean {
  return !isPrototype && !/function|host|generator|iterator/.test(instanceType);
}

function nodeOf(run: RecordedRun, hiddenClass: HiddenClass, noted: NotedShape | undefined): ShapeNodeView {
  const { parent, isDictionary, isDeprecated } = hiddenClass;
  const isOfProgram = shapeNumber(hiddenClass) > 0 && noted !== undefined;
  const script = isOfProgram && noted.frame !== undefined ? indexOfScript(run, noted) : -1;
  return {
    shape: shapeBrief(hiddenClass),
    ...(parent === undefined ? {} : { parent: shapeNumber(parent) }),
    label: labelOf(hiddenClass),
    mode: isDictionary ? 'dictionary' : 'fast',
    isDeprecated,
    birth: {
      event: isOfProgram ? Math.max(lastEventAt(run.log, noted.step), 0) : -1,
      script,
      position: script < 0 ? -1 : noted!.frame!.position,
    },
  };
}

function indexOfScript(run: RecordedRun, { frame }: NotedShape): number {
  return run.simulation.recorder?.indexOfScript(frame!.shared.script) ?? -1;
}

/** What makes it of its parent. */
function labelOf(hiddenClass: HiddenClass): string {
  const { parent, propertyCount, prototype, elementsKind, isDictionary, isPrototype } = hiddenClass;
  if (isDictionary) return 'dictionary';
  if (parent === undefined) return isPrototype ? 'a prototype' : 'root';
  const special = hiddenClass.specialName;
  if (special !== undefined && special !== 'elements') return special;
  if (parent.elementsKind !== elementsKind)
    return `elements ${elementsKindNames[elementsKind]?.replace(/_ELEMENTS$/, '') ?? ''}`;
  if (parent.prototype !== prototype) return 'other prototype';
  if (propertyCount <= parent.propertyCount) return 'changed';
  const row = propertyCount - 1;
  const details = hiddenClass.detailsAt(row);
  const key = hiddenClass.keyAt(row);
  const name = keyToDisplay(key);
  const isPlain = detailsAttributes(details) === Attribute.all || (typeof key === 'object' && key.isPrivate);
  return `+ ${detailsKind(details) === PropertyKind.accessor ? `get/set ${name}` : name}${isPlain ? '' : ` ${attributesText(details)}`}`;
}

function propertyOf(hiddenClass: HiddenClass, row: number): ShapePropertyView {
  const details = hiddenClass.detailsAt(row);
  const kind = detailsKind(details);
  const isData = kind === PropertyKind.data;
  return {
    key: keyToDisplay(hiddenClass.keyAt(row)),
    kind: isData ? 'data' : kind === PropertyKind.accessor ? 'accessor' : 'native',
    representation: isData ? (representationNames[detailsRepresentation(details)] ?? '') : '',
    isConstant: isData && !detailsIsMutable(details),
    isInObject: isData && detailsFieldIndex(details) < hiddenClass.inObjectProperties,
    attributes: attributesText(details),
  };
}

function attributesText(details: number): string {
  const attributes = detailsAttributes(details);
  const letter = (bit: number, shown: string): string => ((attributes & bit) === 0 ? '_' : shown);
  return `[${letter(Attribute.writable, 'W')}${letter(Attribute.enumerable, 'E')}${letter(Attribute.configurable, 'C')}]`;
}
