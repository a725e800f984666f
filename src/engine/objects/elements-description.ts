/**
 * An object's elements in V8's words: as %DebugPrint says them. V8: PrintJSObjectElements in src/diagnostics/objects-printer.cc,
 * src/objects/elements-kind.cc.
 */
import { capacityOf, isCopyOnWrite } from './elements-capacity.ts';
import { dictionaryElements, ElementsKind, elementsKindNames } from './elements-kind.ts';
import type { SloppyArgumentsData } from './internal-slots.ts';
import type { JSObject } from './js-object.ts';
import { SparseElements } from './sparse-elements.ts';
import { type ArrayBufferData, typedArrayDataOf } from './typed-array.ts';

export type BackingStoreName =
  'FixedArray' | 'FixedDoubleArray' | 'NumberDictionary' | 'ByteArray' | 'SloppyArgumentsElements';

export interface ElementsDescription {
  /** V8's name of the elements kind. */
  readonly kind: string;
  readonly backing: BackingStoreName;
  /** Length of the backing store, as V8 counts it: elements, a dictionary's words, bytes. */
  readonly capacity: number;
  /** Copy-on-write: shared until one of those who share it is changed. */
  readonly isCopyOnWrite: boolean;
}

/** Typed arrays of at most so many bytes have them in the heap. V8: typed_array_max_size_in_heap. */
const maxBytesInside = 64;

export function describeElements(object: JSObject): ElementsDescription {
  const kind = elementsKindName(object);
  const { elementsKind, instanceType } = object.hiddenClass;
  if (instanceType === 'typed array') {
    const { view, buffer } = typedArrayDataOf(object);
    const isInside = (buffer.internal as ArrayBufferData).isInTypedArray === true && view.byteLength <= maxBytesInside;
    return { kind, backing: 'ByteArray', capacity: isInside ? view.byteLength : 0, isCopyOnWrite: false };
  }
  if (kind.endsWith('SLOPPY_ARGUMENTS_ELEMENTS'))
    return { kind, backing: 'SloppyArgumentsElements', capacity: capacityOf(object), isCopyOnWrite: false };
  if (elementsKind === dictionaryElements)
    return {
      kind,
      backing: 'NumberDictionary',
      capacity: (object.sparse ?? SparseElements.empty()).storeLength,
      isCopyOnWrite: false,
    };
  const capacity = capacityOf(object);
  const isDouble =
    elementsKind === ElementsKind.PACKED_DOUBLE_ELEMENTS || elementsKind === ElementsKind.HOLEY_DOUBLE_ELEMENTS;
  return {
    kind,
    // The empty store is the same for all.
    backing: isDouble && capacity > 0 ? 'FixedDoubleArray' : 'FixedArray',
    capacity,
    isCopyOnWrite: isCopyOnWrite(object),
  };
}

/** The hidden class has no kinds of their own for arguments, strings and typed arrays: their instance type says it. */
export function elementsKindName(object: JSObject): string {
  const { elementsKind, instanceType } = object.hiddenClass;
  const isSlow = elementsKind === dictionaryElements;
  switch (instanceType) {
    case 'typed array':
      return `${typedArrayDataOf(object).type.replace('Array', '').replace('Clamped', '_Clamped').toUpperCase()}ELEMENTS`;
    case 'string wrapper':
      return `${isSlow ? 'SLOW' : 'FAST'}_STRING_WRAPPER_ELEMENTS`;
    case 'sloppy arguments':
      // Arguments of a function without parameters are ordinary elements.
      if ((object.internal as SloppyArgumentsData).hasParameters)
        return `${isSlow ? 'SLOW' : 'FAST'}_SLOPPY_ARGUMENTS_ELEMENTS`;
      break;
    default:
  }
  return elementsKindNames[elementsKind] ?? '';
}
