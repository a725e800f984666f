/** Natives that ask what elements an object has. V8: ELEMENTS_KIND_CHECK_RUNTIME_FUNCTION in src/runtime/runtime-test.cc. */
import type { Isolate } from '../execution/isolate.ts';
import { isCopyOnWrite } from '../objects/elements-capacity.ts';
import { elementsKindName } from '../objects/elements-description.ts';
import { JSObject } from '../objects/js-object.ts';
import { type TypedArrayName, typedArrayDataOf } from '../objects/typed-array.ts';
import type { Value } from '../objects/value.ts';
import type { NativeName } from '../parsing/natives.ts';
import { crash, type NativeFunction } from './natives.ts';

export const elementsNatives = {
  HasCowElements: (isolate, [value]) => isCopyOnWrite(objectOf(isolate, 'HasCowElements', value)),
  HasDictionaryElements: ofKind('HasDictionaryElements', (kind) => kind === 'DICTIONARY_ELEMENTS'),
  HasDoubleElements: ofKind('HasDoubleElements', (kind) => /^(?:PACKED|HOLEY)_DOUBLE_ELEMENTS$/.test(kind)),
  HasFastElements: ofKind('HasFastElements', isFast),
  HasFastPackedElements: ofKind('HasFastPackedElements', (kind) => isFast(kind) && kind.startsWith('PACKED')),
  HasFixedBigInt64Elements: typed('BigInt64Array'),
  HasFixedBigUint64Elements: typed('BigUint64Array'),
  HasFixedFloat16Elements: typed('Float16Array'),
  HasFixedFloat32Elements: typed('Float32Array'),
  HasFixedFloat64Elements: typed('Float64Array'),
  HasFixedInt16Elements: typed('Int16Array'),
  HasFixedInt32Elements: typed('Int32Array'),
  HasFixedInt8Elements: typed('Int8Array'),
  HasFixedUint16Elements: typed('Uint16Array'),
  HasFixedUint32Elements: typed('Uint32Array'),
  HasFixedUint8ClampedElements: typed('Uint8ClampedArray'),
  HasFixedUint8Elements: typed('Uint8Array'),
  HasHoleyElements: ofKind('HasHoleyElements', (kind) => isFast(kind) && kind.startsWith('HOLEY')),
  HasObjectElements: ofKind('HasObjectElements', (kind) => /^(?:PACKED|HOLEY)_ELEMENTS$/.test(kind)),
  HasPackedElements: ofKind('HasPackedElements', (kind) => kind === 'PACKED_ELEMENTS'),
  HasSloppyArgumentsElements: ofKind('HasSloppyArgumentsElements', (kind) => kind.includes('SLOPPY_ARGUMENTS')),
  HasSmiElements: ofKind('HasSmiElements', (kind) => /^(?:PACKED|HOLEY)_SMI_ELEMENTS$/.test(kind)),
  HasSmiOrObjectElements: ofKind('HasSmiOrObjectElements', (kind) => /^(?:PACKED|HOLEY)_(?:SMI_)?ELEMENTS$/.test(kind)),
} satisfies Partial<Readonly<Record<NativeName, NativeFunction>>>;

/** V8: IsFastElementsKind; frozen, sealed and non-extensible ones are not among them. */
function isFast(kind: string): boolean {
  return /^(?:PACKED|HOLEY)_(?:SMI_|DOUBLE_)?ELEMENTS$/.test(kind);
}

function ofKind(name: NativeName, test: (kind: string) => boolean): NativeFunction {
  return (isolate, [value]) => test(elementsKindName(objectOf(isolate, name, value)));
}

function typed(type: TypedArrayName): NativeFunction {
  return (_isolate, [value]) =>
    value instanceof JSObject &&
    value.hiddenClass.instanceType === 'typed array' &&
    typedArrayDataOf(value).type === type;
}

function objectOf(isolate: Isolate, name: NativeName, value: Value): JSObject {
  return value instanceof JSObject ? value : crash(isolate, name, 'an object');
}
