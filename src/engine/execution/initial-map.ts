/** What hidden class the objects begin with that a constructor makes. V8: src/objects/js-function.cc (EnsureHasInitialMap). */
import { FunctionData } from '../objects/internal-slots.ts';
import { HiddenClass, maxInObjectProperties } from '../objects/hidden-class.ts';
import type { JSObject } from '../objects/js-object.ts';
import { installDescriptors } from '../objects/map-copies.ts';
import { optimizeAsPrototype } from '../objects/migration.ts';
import { startSlackTracking } from '../objects/slack-tracking.ts';
import { isObject } from '../objects/value.ts';
import { isDerivedConstructorKind } from '../parsing/function-kind.ts';
import { functionPrototypeObject } from './function-prototype.ts';
import type { Isolate } from './isolate.ts';

/** Of `new target`, with that prototype; the same one each time. V8: JSFunction::GetDerivedMap. */
export function initialMapOf(
  isolate: Isolate,
  target: JSObject,
  prototype: JSObject,
  base = isolate.realm.emptyObject,
  tracksSlack = true,
): HiddenClass {
  const data = target.internal as FunctionData;
  const known = data.initialHiddenClass;
  if (known instanceof HiddenClass && known.prototype === prototype && known.instanceType === base.instanceType)
    return known;
  const isDerived = data.shared !== undefined && isDerivedConstructorKind(data.shared.kind);
  if (isDerived && known === undefined) ensureBase(isolate, target);
  if (isDerived || !prototype.hiddenClass.isPrototype) optimizeAsPrototype(prototype);
  // Each constructor starts a family of its own, even where two share a prototype.
  const isSuccessor = known instanceof HiddenClass && known.instanceType === base.instanceType;
  const inObjectProperties = isSuccessor ? known.inObjectProperties : expectedProperties(target);
  const initial = new HiddenClass(isolate.heap, base.fields({ prototype, inObjectProperties, creator: target }));
  if (base.propertyCount > 0) {
    installDescriptors(initial, base.descriptors.copy(base.propertyCount), base.propertyCount, base.fieldCount);
    initial.unusedPropertyFields = Math.max(0, inObjectProperties - base.fieldCount);
    initial.hasTree = true;
  }
  if (known === undefined && tracksSlack) startSlackTracking(initial);
  data.initialHiddenClass = initial;
  const { mapListener } = isolate.heap;
  mapListener.mapEvent('InitialMap', undefined, initial, '');
  if (known !== undefined) mapListener.initialMapChanged(known as HiddenClass);
  return initial;
}

/** V8 derives it from the one of the constructor that makes the object, which gets its own first. V8: FastInitializeDerivedMap. */
function ensureBase(isolate: Isolate, target: JSObject): void {
  let base: JSObject | null = target.hiddenClass.prototype;
  for (; base !== null; base = base.hiddenClass.prototype) {
    const { internal } = base;
    if (!(internal instanceof FunctionData) || internal.shared === undefined) return;
    if (isDerivedConstructorKind(internal.shared.kind)) continue;
    const isOwn = internal.shared.script.kind !== 'builtin' && internal.initialHiddenClass === undefined;
    const prototype = isOwn ? functionPrototypeObject(base) : undefined;
    if (isOwn && isObject(prototype)) initialMapOf(isolate, base, prototype);
    return;
  }
}

/** Generous: what is not used, slack tracking takes back. V8: JSFunction::CalculateExpectedNofProperties. */
function expectedProperties(constructor: JSObject): number {
  let expected = 0;
  for (let object: JSObject | null = constructor; object !== null; object = object.hiddenClass.prototype) {
    const { internal } = object;
    if (!(internal instanceof FunctionData) || internal.boundTarget !== undefined) break;
    expected += ownExpectedProperties(internal);
  }
  return expected > 0 ? Math.min(expected + 8, maxInObjectProperties) : 0;
}

/** V8: SharedFunctionInfo::expected_nof_properties of constructors whose objects have slots. */
const slotsOfBuiltins: Readonly<Record<string, number>> = {
  Object: 4,
  RegExp: 1,
  Error: 3,
  AggregateError: 3,
  EvalError: 3,
  RangeError: 3,
  ReferenceError: 3,
  SuppressedError: 3,
  SyntaxError: 3,
  TypeError: 3,
  URIError: 3,
};

function ownExpectedProperties({ shared, name }: FunctionData): number {
  if (shared === undefined || shared.script.kind === 'builtin') return slotsOfBuiltins[shared?.name ?? name] ?? 0;
  // Without an assignment to `this` in the constructor, properties come later: two, V8 guesses.
  const { classNode, node, expectedPropertyCount } = shared.literal;
  const fields =
    classNode === undefined || classNode === node
      ? 0
      : classNode.body.body.filter((member) => member.type === 'PropertyDefinition' && !member.static).length;
  return expectedPropertyCount + fields || 2;
}
