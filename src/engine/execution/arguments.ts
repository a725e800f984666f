/** arguments objects and rest parameters. V8: src/builtins/arguments.tq. */
import { HiddenClass } from '../objects/hidden-class.ts';
import { ElementsKind } from '../objects/elements-kind.ts';
import { JSObject } from '../objects/js-object.ts';
import { AccessorPair } from '../objects/accessor-pair.ts';
import { Attribute, builtinAttributes, PropertyKind } from '../objects/property-details.ts';
import type { Value } from '../objects/value.ts';
import { throwTypeError } from './errors.ts';
import type { Frame } from './frame.ts';
import type { Isolate } from './isolate.ts';
import type { FunctionData } from '../objects/internal-slots.ts';

export function createArgumentsObject(isolate: Isolate, frame: Frame, args: Value[], isMapped: boolean): JSObject {
  const realm = isolate.realm;
  const parameterSlots = isMapped ? mappedSlots(frame) : undefined;
  // Without parameters there is nothing to alias: V8 makes the same kind of object, elements are its own.
  const root = argumentsHiddenClass(isolate, isMapped);
  const object = new JSObject(root);
  object.elements = args;
  const iterator = realm.intrinsics.get('Array.prototype.values');
  if (isMapped) {
    object.properties = [args.length, frame.closure, iterator];
    object.internal = {
      kind: 'arguments',
      mapped: args.map((_, i) => parameterSlots?.[i] ?? -1),
      context: frame.context!,
    };
  } else {
    object.properties = [
      args.length,
      new AccessorPair(throwTypeErrorFunction(isolate), throwTypeErrorFunction(isolate)),
      iterator,
    ];
  }
  isolate.listener?.argumentsObject(isMapped, args.length);
  return object;
}

function argumentsHiddenClass(isolate: Isolate, isMapped: boolean): HiddenClass {
  const realm = isolate.realm;
  const root = realm.root(
    isMapped ? 'sloppy arguments' : 'arguments',
    realm.objectPrototype,
    ElementsKind.PACKED_ELEMENTS,
  );
  const kind = isMapped ? PropertyKind.data : PropertyKind.accessor;
  return root
    .withProperty('length', builtinAttributes, PropertyKind.data)
    .withProperty('callee', isMapped ? builtinAttributes : Attribute.none, kind)
    .withProperty(isolate.symbols.iterator, builtinAttributes, PropertyKind.data);
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
export function throwTypeErrorFunction(isolate: Isolate): JSObject {
  const known = isolate.realm.intrinsics.get('ThrowTypeError');
  if (known !== undefined) return known;
  const thrower = isolate.realm.newNative('', 0, (() => throwTypeError(isolate, 'StrictPoisonPill')) as NonNullable<
    FunctionData['native']
  >);
  thrower.hiddenClass = thrower.hiddenClass.withoutExtensibility(
    Attribute.configurable,
    'frozen',
    thrower.hiddenClass.elementsKind,
  );
  isolate.realm.intrinsics.set('ThrowTypeError', thrower);
  return thrower;
}

export function createRestParameter(isolate: Isolate, frame: Frame, args: Value[]): JSObject {
  return isolate.realm.newArray(args.slice(frame.bytecode.parameterCount - 1));
}
