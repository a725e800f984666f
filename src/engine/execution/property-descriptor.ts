/** Descriptor objects to descriptor records and back. ECMAScript: ToPropertyDescriptor, FromPropertyDescriptor. V8: src/objects/property-descriptor.cc. */
import type { PropertyDescriptor } from '../objects/internal-slots.ts';
import { addField, JSObject } from '../objects/js-object.ts';
import { addOwn } from '../objects/own-properties.ts';
import { Attribute } from '../objects/property-details.ts';
import type { Value } from '../objects/value.ts';
import { isCallable } from './calls.ts';
import { toBoolean } from './conversions.ts';
import { describeUnquoted } from './describe.ts';
import { throwTypeError } from './errors.ts';
import type { Isolate } from './isolate.ts';
import { getProperty, hasProperty } from './property-access.ts';

export function toPropertyDescriptor(isolate: Isolate, value: Value): PropertyDescriptor {
  if (!(value instanceof JSObject)) return throwTypeError(isolate, 'PropertyDescObject', describeUnquoted(value));
  const descriptor: PropertyDescriptor = {};
  const read = (name: string): { value: Value } | undefined =>
    hasProperty(isolate, value, name) ? { value: getProperty(isolate, value, name) } : undefined;
  const enumerable = read('enumerable');
  if (enumerable !== undefined) descriptor.enumerable = toBoolean(enumerable.value);
  const configurable = read('configurable');
  if (configurable !== undefined) descriptor.configurable = toBoolean(configurable.value);
  const data = read('value');
  if (data !== undefined) descriptor.value = data.value;
  const writable = read('writable');
  if (writable !== undefined) descriptor.writable = toBoolean(writable.value);
  const getter = read('get');
  if (getter !== undefined) descriptor.getter = accessorFunction(isolate, getter.value, 'ObjectGetterCallable');
  const setter = read('set');
  if (setter !== undefined) descriptor.setter = accessorFunction(isolate, setter.value, 'ObjectSetterCallable');
  const isAccessor = getter !== undefined || setter !== undefined;
  if (isAccessor && (data !== undefined || writable !== undefined)) {
    throwTypeError(isolate, 'ValueAndAccessor', describeUnquoted(value));
  }
  return descriptor;
}

function accessorFunction(
  isolate: Isolate,
  value: Value,
  template: 'ObjectGetterCallable' | 'ObjectSetterCallable',
): JSObject | undefined {
  if (value === undefined || isCallable(value)) return value;
  return throwTypeError(isolate, template, describeUnquoted(value));
}

/** The object that getOwnPropertyDescriptor returns. */
export function fromPropertyDescriptor(isolate: Isolate, descriptor: PropertyDescriptor | undefined): Value {
  if (descriptor === undefined) return undefined;
  const regular = regularDescriptor(isolate, descriptor);
  if (regular !== undefined) return regular;
  const object = isolate.realm.newObject();
  const add = (name: string, value: Value): void => addOwn(object, name, value, Attribute.all);
  if ('value' in descriptor) add('value', descriptor.value);
  if (descriptor.writable !== undefined) add('writable', descriptor.writable);
  if ('getter' in descriptor) add('get', descriptor.getter);
  if ('setter' in descriptor) add('set', descriptor.setter);
  if (descriptor.enumerable !== undefined) add('enumerable', descriptor.enumerable);
  if (descriptor.configurable !== undefined) add('configurable', descriptor.configurable);
  return object;
}

/** ECMAScript: CompletePropertyDescriptor. */
export function completeDescriptor(descriptor: PropertyDescriptor): PropertyDescriptor {
  const common = { enumerable: descriptor.enumerable === true, configurable: descriptor.configurable === true };
  if ('getter' in descriptor || 'setter' in descriptor)
    return { getter: descriptor.getter, setter: descriptor.setter, ...common };
  return { value: descriptor.value, writable: descriptor.writable === true, ...common };
}

/** ECMAScript: IsCompatiblePropertyDescriptor. */
export function isCompatibleDescriptor(
  extensible: boolean,
  wanted: PropertyDescriptor,
  current: PropertyDescriptor | undefined,
): boolean {
  if (current === undefined) return extensible;
  if (current.configurable === true) return true;
  if (wanted.configurable === true) return false;
  if (wanted.enumerable !== undefined && wanted.enumerable !== current.enumerable) return false;
  const wantsAccessor = 'getter' in wanted || 'setter' in wanted;
  const wantsData = 'value' in wanted || wanted.writable !== undefined;
  if (!wantsAccessor && !wantsData) return true;
  const isAccessor = 'getter' in current || 'setter' in current;
  if (wantsAccessor !== isAccessor) return false;
  if (isAccessor) {
    if ('getter' in wanted && wanted.getter !== current.getter) return false;
    return !('setter' in wanted) || wanted.setter === current.setter;
  }
  if (current.writable === true) return true;
  if (wanted.writable === true) return false;
  return !('value' in wanted) || Object.is(wanted.value, current.value);
}

/** Of a property that is there all is known. V8: PropertyDescriptor::IsRegularDataProperty. */
function regularDescriptor(isolate: Isolate, descriptor: PropertyDescriptor): JSObject | undefined {
  const { writable, enumerable, configurable } = descriptor;
  if (enumerable === undefined || configurable === undefined) return undefined;
  const isData = 'value' in descriptor && writable !== undefined;
  if (!isData && !('getter' in descriptor && 'setter' in descriptor)) return undefined;
  const { dataDescriptor, accessorDescriptor } = isolate.realm;
  const object = new JSObject(isData ? dataDescriptor : accessorDescriptor);
  const first = isData ? [descriptor.value, writable] : [descriptor.getter, descriptor.setter];
  for (const [i, value] of [...first, enumerable, configurable].entries()) addField(object, i, value);
  return object;
}
