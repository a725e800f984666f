/** Boolean. ECMAScript 20.3; V8: src/builtins/boolean.tq. */
import { hiddenClassFromConstructor } from '../execution/construct.ts';
import { toBoolean } from '../execution/conversions.ts';
import { throwTypeError } from '../execution/errors.ts';
import type { Isolate } from '../execution/isolate.ts';
import type { PrimitiveData } from '../objects/internal-slots.ts';
import { JSObject } from '../objects/js-object.ts';
import type { Value } from '../objects/value.ts';
import { constructor, methods, type Native } from './install.ts';

export function installBoolean(isolate: Isolate): void {
  const prototype = isolate.realm.booleanPrototype;
  constructor(isolate, 'Boolean', 1, construct, prototype);
  methods(isolate, prototype, {
    toString: [0, (_isolate, receiver) => String(thisBoolean(isolate, receiver, 'toString'))],
    valueOf: [0, (_isolate, receiver) => thisBoolean(isolate, receiver, 'valueOf')],
  });
}

const construct: Native = (isolate, _receiver, [value], newTarget) => {
  const primitive = toBoolean(value);
  if (newTarget === undefined) return primitive;
  const wrapper = new JSObject(hiddenClassFromConstructor(isolate, newTarget, 'boolean wrapper', 'Boolean.prototype'));
  wrapper.internal = { kind: 'primitive', value: primitive };
  return wrapper;
};

function thisBoolean(isolate: Isolate, value: Value, name: string): boolean {
  if (typeof value === 'boolean') return value;
  if (value instanceof JSObject && value.hiddenClass.instanceType === 'boolean wrapper')
    return (value.internal as PrimitiveData).value as boolean;
  return throwTypeError(isolate, 'NotGeneric', `Boolean.prototype.${name}`, 'Boolean');
}
