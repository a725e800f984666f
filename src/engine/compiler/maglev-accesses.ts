/**
 * What Maglev checks where properties are loaded and stored, and what it knows of what was loaded. V8:
 * MaglevGraphBuilder::TryBuildNamedAccess, TryBuildElementAccess, BuildCheckMaps.
 */
import { ElementHandler } from '../ic/element-ic.ts';
import { megamorphic } from '../ic/feedback-vector.ts';
import { FieldHandler, HolderHandler, LongStore, TransitionHandler } from '../ic/property-ic.ts';
import { HiddenClass, type NamedKey } from '../objects/hidden-class.ts';
import { JSObject } from '../objects/js-object.ts';
import { detailsIsMutable, detailsKind, detailsRepresentation, PropertyKind } from '../objects/property-details.ts';
import { Representation } from '../objects/representation.ts';
import { JSSymbol } from '../objects/value.ts';
import { type GraphValue, type KnownValues, ValueType } from './known-values.ts';
import type { CompiledFunction } from './optimized-code.ts';

/** end: code is left here in any case; store: a field or element is written; call: anything may have happened. */
export type Effect = 'none' | 'store' | 'call' | 'end';

export interface Visited {
  readonly effect: Effect;
  readonly checks: boolean;
  /** What the accumulator holds afterwards, where something is known of it. */
  readonly result?: GraphValue | undefined;
}

export const nothing: Visited = { effect: 'none', checks: false };
export const unconditional: Visited = { effect: 'end', checks: true };
export const generic: Visited = { effect: 'call', checks: false };

/** Of an object that is known when the code is made. */
export function constantValue(value: unknown, known: KnownValues): GraphValue | undefined {
  return value instanceof JSObject ? known.newValue(ValueType.receiver, undefined, value) : undefined;
}

type Access = readonly [map: HiddenClass, handler: unknown];

/** The hidden classes of a site with what is done for each. */
function accesses({ feedback }: CompiledFunction, slot: number): readonly Access[] {
  const first = feedback[slot];
  const second = feedback[slot + 1];
  if (first instanceof HiddenClass) return [[first, second]];
  const pairs: unknown = first instanceof Array ? first : second;
  if (!(pairs instanceof Array)) return [];
  const result: Access[] = [];
  for (let i = 0; i < pairs.length; i += 2)
    if (pairs[i] instanceof HiddenClass) result.push([pairs[i] as HiddenClass, pairs[i + 1]]);
  return result;
}

function checkReceiver(receiver: GraphValue, all: readonly Access[], known: KnownValues): boolean {
  const primitives = all.map(([map]) => primitiveType(map));
  if (primitives.length > 0 && !primitives.includes(undefined))
    return known.checkType(
      receiver,
      primitives.reduce<number>((types, type) => types | type!, 0),
    );
  return known.checkMaps(
    receiver,
    all.map(([map]) => map),
  );
}

function primitiveType({ instanceType }: HiddenClass): number | undefined {
  if (instanceType.endsWith('string') && instanceType.startsWith('primitive')) return ValueType.string;
  return instanceType === 'primitive number' ? ValueType.number : undefined;
}

export function namedLoad(
  compiled: CompiledFunction,
  slot: number,
  key: NamedKey,
  receiver: GraphValue,
  known: KnownValues,
): Visited {
  const { feedback } = compiled;
  if (feedback[slot] === undefined) return unconditional;
  const all = accesses(compiled, slot);
  if (all.length === 0 || all.some(([, handler]) => handler instanceof HolderHandler && handler.kind === 'slow')) {
    const isLength = all.length > 0 && all.every(([map]) => primitiveType(map) === ValueType.string);
    if (isLength || (all.length > 0 && all.every(([map]) => map.instanceType === 'array') && key === 'length'))
      return { effect: 'none', checks: checkReceiver(receiver, all, known), result: known.newValue(ValueType.smi) };
    return generic;
  }
  const checks = checkReceiver(receiver, all, known);
  if (all.some(([, handler]) => handler instanceof HolderHandler && handler.kind === 'getter'))
    return { effect: 'call', checks };
  return { effect: 'none', checks, result: all.length === 1 ? loadedValue(all[0]!, key, receiver, known) : undefined };
}

function loadedValue(
  [map, handler]: Access,
  key: NamedKey,
  receiver: GraphValue,
  known: KnownValues,
): GraphValue | undefined {
  const own = typeof receiver.constant === 'object' ? receiver.constant : undefined;
  const holder = handler instanceof HolderHandler ? handler.holder : own;
  const owner = handler instanceof HolderHandler ? handler.holder?.hiddenClass : map;
  const row = owner === undefined || owner.isDictionary ? -1 : owner.lookup(key);
  if (owner === undefined || row < 0 || detailsKind(owner.detailsAt(row)) !== PropertyKind.data) return undefined;
  const details = owner.detailsAt(row);
  if (holder !== undefined && !detailsIsMutable(details)) {
    const constant = constantValue(holder.properties[details >> 9], known);
    if (constant !== undefined) return constant;
  }
  switch (detailsRepresentation(details)) {
    case Representation.smi:
      return known.newValue(ValueType.smi);
    case Representation.double:
      return known.newValue(ValueType.number);
    case Representation.heapObject: {
      const type = owner.fieldTypeAt(row);
      return type instanceof HiddenClass
        ? known.newValue(ValueType.receiver, new Set([type]))
        : known.newValue(ValueType.any & ~ValueType.smi);
    }
    default:
      return undefined;
  }
}

export function keyedLoad(
  compiled: CompiledFunction,
  slot: number,
  receiver: GraphValue,
  key: GraphValue,
  known: KnownValues,
): Visited {
  const first = compiled.feedback[slot];
  if (first === undefined) return unconditional;
  if (first === megamorphic) return generic;
  const all = accesses(compiled, slot);
  if (isName(first)) {
    const checks = checkReceiver(receiver, all, known);
    return { effect: 'none', checks: checks || !isPrivate(first) };
  }
  if (all.some(([, handler]) => handler instanceof ElementHandler && handler.isSlow)) return generic;
  checkReceiver(receiver, all, known);
  known.checkType(key, ValueType.number);
  const kinds = all.map(([map]) => map.elementsKind >> 1);
  const type = kinds.every((kind) => kind === 0)
    ? ValueType.smi
    : kinds.every((kind) => kind === 2)
      ? ValueType.number
      : ValueType.any;
  return { effect: 'none', checks: true, result: known.newValue(type) };
}

function isName(feedback: unknown): boolean {
  return typeof feedback === 'string' || feedback instanceof JSSymbol;
}

/** Names of classes are constants of their contexts. */
function isPrivate(name: unknown): boolean {
  return name instanceof JSSymbol && name.isPrivate;
}

export function namedStore(
  compiled: CompiledFunction,
  slot: number,
  key: NamedKey,
  receiver: GraphValue,
  value: GraphValue,
  known: KnownValues,
): Visited {
  if (compiled.feedback[slot] === undefined) return unconditional;
  const all = accesses(compiled, slot);
  if (all.length === 0) return generic;
  if (all.some(([, handler]) => handler instanceof LongStore && handler.reason !== 'setter')) return generic;
  let checks = checkReceiver(receiver, all, known);
  if (all.some(([, handler]) => handler instanceof LongStore)) return { effect: 'call', checks };
  for (const [map, handler] of all) {
    const next = handler instanceof TransitionHandler ? handler.next : map;
    if (checksFieldValue(next, key, value, known)) checks = true;
    if (handler instanceof FieldHandler && handler.isConstant) checks = true;
    if (handler instanceof TransitionHandler) known.learn(receiver, ValueType.receiver, new Set([next]));
  }
  return { effect: 'store', checks };
}

function checksFieldValue(map: HiddenClass, key: NamedKey, value: GraphValue, known: KnownValues): boolean {
  const row = map.isDictionary ? -1 : map.lookup(key);
  if (row < 0) return false;
  switch (detailsRepresentation(map.detailsAt(row))) {
    case Representation.smi:
      return known.checkType(value, ValueType.smi);
    case Representation.double:
      return known.checkType(value, ValueType.number);
    case Representation.heapObject: {
      const type = map.fieldTypeAt(row);
      if (type instanceof HiddenClass) return known.checkMaps(value, [type]);
      return known.checkType(value, ValueType.any & ~ValueType.smi);
    }
    default:
      return false;
  }
}

export function keyedStore(
  compiled: CompiledFunction,
  slot: number,
  receiver: GraphValue,
  key: GraphValue,
  value: GraphValue,
  known: KnownValues,
): Visited {
  const first = compiled.feedback[slot];
  if (first === undefined) return unconditional;
  if (first === megamorphic) return generic;
  const all = accesses(compiled, slot);
  if (isName(first)) {
    const checks = checkReceiver(receiver, all, known);
    return { effect: 'store', checks: checks || !isPrivate(first) };
  }
  checkReceiver(receiver, all, known);
  known.checkType(key, ValueType.number);
  if (all.every(([map]) => map.elementsKind >> 1 === 0)) known.checkType(value, ValueType.smi);
  else if (all.every(([map]) => map.elementsKind >> 1 === 2)) known.checkType(value, ValueType.number);
  return { effect: 'store', checks: true };
}
