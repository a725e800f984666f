/** arguments objects and rest parameters. V8: src/builtins/arguments.tq. */
import { allocateList } from '../objects/allocation.ts';
import { HiddenClass } from '../objects/hidden-class.ts';
import { ElementsKind } from '../objects/elements-kind.ts';
import { setIntegrityLevel } from '../objects/integrity-level.ts';
import { JSObject } from '../objects/js-object.ts';
import { AccessorPair } from '../objects/accessor-pair.ts';
import { Attribute, builtinAttributes, PropertyKind } from '../objects/property-details.ts';
import type { Value } from '../objects/value.ts';
import { throwTypeError } from './errors.ts';
import type { Frame } from './frame.ts';
import type { Isolate } from './isolate.ts';
import type { FunctionData } from '../objects/internal-slots.ts';

export function createArgumentsObject(isolate: Isolate, frame: Frame, args: Value[], isMapped: boolean): JSObject {
  let object: JSObject;
  if (isMapped) object = newSloppyArguments(isolate, frame, args, mappedSlots(frame));
  else {
    object = new JSObject(argumentsHiddenClass(isolate, 'arguments'));
    object.elements = args;
    allocateList(isolate.heap, args.length);
    object.properties = [args.length, isolate.realm.intrinsics.get('Array.prototype.values')];
  }
  isolate.listener?.argumentsObject(isMapped, args.length);
  return object;
}

/** `slots`: the context slots that elements are aliases of. */
export function newSloppyArguments(
  isolate: Isolate,
  frame: Frame,
  args: Value[],
  slots: readonly number[] = [],
): JSObject {
  const object = new JSObject(
    slots.length > 0 ? aliasedHiddenClass(isolate) : argumentsHiddenClass(isolate, 'sloppy arguments'),
  );
  object.elements = args;
  allocateList(isolate.heap, args.length);
  object.properties = [args.length, frame.closure, isolate.realm.intrinsics.get('Array.prototype.values')];
  object.internal = {
    kind: 'arguments',
    mapped: args.map((_, i) => slots[i] ?? -1),
    hasParameters: slots.length > 0,
    context: frame.context!,
  };
  return object;
}

function argumentsHiddenClass(isolate: Isolate, type: 'arguments' | 'sloppy arguments'): HiddenClass {
  const realm = isolate.realm;
  const root = realm.root(type, realm.objectPrototype, ElementsKind.PACKED_ELEMENTS);
  return root.propertyCount > 0 ? root : addFirstProperties(isolate, root);
}

function aliasedHiddenClass(isolate: Isolate): HiddenClass {
  const { realm } = isolate;
  const plain = argumentsHiddenClass(isolate, 'sloppy arguments');
  realm.aliasedArguments ??= addFirstProperties(isolate, new HiddenClass(plain.heap, plain.fields()));
  return realm.aliasedArguments;
}

function addFirstProperties(isolate: Isolate, root: HiddenClass): HiddenClass {
  root.append('length', builtinAttributes, PropertyKind.data);
  if (root.instanceType === 'sloppy arguments') root.append('callee', builtinAttributes, PropertyKind.data);
  else {
    const thrower = throwTypeErrorFunction(isolate);
    root.append('callee', Attribute.none, PropertyKind.accessor, new AccessorPair(thrower, thrower));
  }
  return root.append(isolate.symbols.iterator, builtinAttributes, PropertyKind.data);
}

/** Context slot of each parameter; parameters of a function with mapped arguments live in its context. */
function mappedSlots(frame: Frame): number[] {
  const parameters = frame.shared.literal.scope.parameters;
  // Of two parameters with one name the last is the one that the name means.
  return parameters.map((variable, i) =>
    variable.location === 'context' && parameters.lastIndexOf(variable) === i ? variable.index : -1,
  );
}

/** %ThrowTypeError%: one per realm. */
function throwTypeErrorFunction(isolate: Isolate): JSObject {
  const known = isolate.realm.intrinsics.get('ThrowTypeError');
  if (known !== undefined) return known;
  const thrower = isolate.realm.newNative('', 0, (() => throwTypeError(isolate, 'StrictPoisonPill')) as NonNullable<
    FunctionData['native']
  >);
  setIntegrityLevel(thrower, 'frozen');
  isolate.realm.intrinsics.set('ThrowTypeError', thrower);
  return thrower;
}

export function createRestParameter(isolate: Isolate, frame: Frame, args: Value[]): JSObject {
  const array = new JSObject(isolate.realm.array.withElementsKind(ElementsKind.PACKED_ELEMENTS));
  const rest = args.slice(frame.bytecode.parameterCount - 1);
  if (rest.length > 0) array.elements = rest;
  allocateList(isolate.heap, rest.length);
  array.length = rest.length;
  return array;
}
