/** DataView. ECMAScript 25.3; V8: src/builtins/data-view.tq. */
import { prototypeFromConstructor } from '../execution/construct.ts';
import { toBigInt, toBoolean, toIndex, toNumber } from '../execution/conversions.ts';
import { describeUnquoted } from '../execution/describe.ts';
import { throwRangeError, throwTypeError } from '../execution/errors.ts';
import type { Isolate } from '../execution/isolate.ts';
import { JSObject } from '../objects/js-object.ts';
import { type ArrayBufferData, type DataViewData, isOutOfBounds } from '../objects/typed-array.ts';
import type { Value } from '../objects/value.ts';
import { isArrayBuffer } from './array-buffer.ts';
import { nameFrames } from './frame-marks.ts';
import { constructor, getter, method, type Native, toStringTag } from './install.ts';

/** Bytes per kind of element, in V8's order: the youngest comes last. */
const elementTypes = {
  Int8: 1,
  Uint8: 1,
  Int16: 2,
  Uint16: 2,
  Int32: 4,
  Uint32: 4,
  Float32: 4,
  Float64: 8,
  BigInt64: 8,
  BigUint64: 8,
  Float16: 2,
} as const;

type ElementType = keyof typeof elementTypes;
/** The host's DataView by method name: `getInt8` and so on. */
type HostAccessors = Readonly<Record<string, ((...args: unknown[]) => number | bigint) | undefined>>;

export function installDataView(isolate: Isolate): void {
  const prototype = isolate.realm.plainPrototype();
  constructor(isolate, 'DataView', 1, constructDataView, prototype);
  getter(
    isolate,
    prototype,
    'buffer',
    (current, receiver) => dataOf(current, receiver, 'get DataView.prototype.buffer').buffer,
  );
  getter(isolate, prototype, 'byteLength', (current, receiver) => {
    const data = dataOf(current, receiver, 'get DataView.prototype.byteLength');
    return viewLength(current, data, 'get DataView.prototype.byteLength');
  });
  getter(isolate, prototype, 'byteOffset', (current, receiver) => {
    const data = dataOf(current, receiver, 'get DataView.prototype.byteOffset');
    viewLength(current, data, 'DataView.prototype.byteOffset');
    return data.byteOffset;
  });
  for (const type of Object.keys(elementTypes) as ElementType[]) {
    if ((DataView.prototype as unknown as HostAccessors)[`get${type}`] === undefined) continue;
    method(isolate, prototype, `get${type}`, 1, getValue(type));
    method(isolate, prototype, `set${type}`, 2, setValue(type));
    nameFrames(prototype, {
      [`get${type}`]: `DataView.prototype.get${type}`,
      [`set${type}`]: `DataView.prototype.set${type}`,
    });
  }
  nameFrames(prototype, { byteLength: 'get DataView.prototype.byteLength' });
  toStringTag(isolate, prototype, 'DataView');
}

const constructDataView: Native = (isolate, _receiver, [buffer, wantedOffset, wantedLength], newTarget) => {
  if (newTarget === undefined) return throwTypeError(isolate, 'ConstructorNotFunction', 'DataView');
  if (!isArrayBuffer(buffer)) return throwTypeError(isolate, 'DataViewNotArrayBuffer');
  const store = buffer.internal as ArrayBufferData;
  const offset = toIndex(isolate, wantedOffset, () =>
    throwRangeError(isolate, 'InvalidOffset', describeUnquoted(wantedOffset)),
  );
  const requireBounds = (length: number | undefined): void => {
    if (store.isDetached) throwTypeError(isolate, 'DetachedOperation', 'DataView');
    const available = store.buffer.byteLength;
    if (offset > available) throwRangeError(isolate, 'InvalidOffset', String(offset));
    if (length !== undefined && offset + length > available) {
      throwRangeError(isolate, 'InvalidDataViewLength', String(length));
    }
  };
  requireBounds(undefined);
  const length =
    wantedLength === undefined
      ? undefined
      : toIndex(isolate, wantedLength, () =>
          throwRangeError(isolate, 'InvalidDataViewLength', describeUnquoted(wantedLength)),
        );
  const isTracking = length === undefined && isResizable(store.buffer);
  const fixedLength = isTracking ? undefined : (length ?? store.buffer.byteLength - offset);
  if (length !== undefined && offset + length > store.buffer.byteLength) requireBounds(length);
  const prototype = prototypeFromConstructor(isolate, newTarget, 'DataView.prototype');
  requireBounds(fixedLength);
  const object = new JSObject(isolate.realm.root('data view', prototype));
  object.internal = { kind: 'data view', buffer, byteOffset: offset, fixedLength };
  return object;
};

function isResizable(buffer: ArrayBuffer | SharedArrayBuffer): boolean {
  return buffer instanceof SharedArrayBuffer ? buffer.growable : buffer.resizable;
}

function dataOf(isolate: Isolate, receiver: Value, methodName: string): DataViewData {
  if (receiver instanceof JSObject && receiver.hiddenClass.instanceType === 'data view') {
    return receiver.internal as DataViewData;
  }
  return throwTypeError(isolate, 'IncompatibleMethodReceiver', methodName, describeUnquoted(receiver));
}

function viewLength(isolate: Isolate, data: DataViewData, methodName: string): number {
  if (isOutOfBounds(data)) throwTypeError(isolate, 'DetachedOperation', methodName);
  return data.fixedLength ?? (data.buffer.internal as ArrayBufferData).buffer.byteLength - data.byteOffset;
}

function checkedOffset(
  isolate: Isolate,
  data: DataViewData,
  type: ElementType,
  index: number,
  methodName: string,
): number {
  const length = viewLength(isolate, data, methodName);
  if (index + elementTypes[type] > length) throwRangeError(isolate, 'InvalidDataViewAccessorOffset');
  return index + data.byteOffset;
}

function toViewIndex(isolate: Isolate, value: Value): number {
  return toIndex(isolate, value, () => throwRangeError(isolate, 'InvalidDataViewAccessorOffset'));
}

function hostView(data: DataViewData): HostAccessors {
  return new DataView((data.buffer.internal as ArrayBufferData).buffer) as unknown as HostAccessors;
}

function getValue(type: ElementType): Native {
  const name = `DataView.prototype.get${type}`;
  return (isolate, receiver, [index, littleEndian]) => {
    const data = dataOf(isolate, receiver, name);
    const at = toViewIndex(isolate, index);
    const offset = checkedOffset(isolate, data, type, at, name);
    const host = hostView(data);
    return host[`get${type}`]!.call(host, offset, toBoolean(littleEndian));
  };
}

function setValue(type: ElementType): Native {
  const name = `DataView.prototype.set${type}`;
  return (isolate, receiver, [index, value, littleEndian]) => {
    const data = dataOf(isolate, receiver, name);
    const at = toViewIndex(isolate, index);
    const converted = type.startsWith('Big') ? toBigInt(isolate, value) : toNumber(isolate, value);
    const offset = checkedOffset(isolate, data, type, at, name);
    const host = hostView(data);
    host[`set${type}`]!.call(host, offset, converted, toBoolean(littleEndian));
    return undefined;
  };
}
