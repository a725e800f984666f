/**
 * A walk over what can be reached: it begins at the roots, marks objects and contexts and adds up their bytes. V8:
 * src/heap/mark-compact.cc, scavenger.cc, objects-body-descriptors-inl.h (what an object refers to).
 *
 * Simplified: what only code refers to (boilerplates, template objects) is not visited; symbols are never collected. A text counts
 * once, in one piece, with the first object that holds it; texts of the program's source and those of one character do not count.
 */
import { MarkBits } from '../heap/mark-bits.ts';
import { maxRegularObjectBytes } from '../heap/spaces.ts';
import { AccessorPair } from '../objects/accessor-pair.ts';
import { bytesOfList, heapNumberBytes } from '../objects/allocation.ts';
import { Context } from '../objects/context.ts';
import { ElementsKind } from '../objects/elements-kind.ts';
import { HiddenClass } from '../objects/hidden-class.ts';
import type {
  CollectionData,
  GeneratorData,
  InternalSlots,
  PromiseCapability,
  PromiseReaction,
  WeakCollectionData,
} from '../objects/internal-slots.ts';
import { JSObject } from '../objects/js-object.ts';
import { bigintSize, objectSize, stringSize } from '../objects/object-size.ts';
import { isSmi, JSSymbol } from '../objects/value.ts';
import type { Isolate } from './isolate.ts';
import { Realm } from './realm.ts';

export type HeapObject = JSObject | Context;

/** Of the engine's own data, what leads to code and not to objects. */
const code = new Set(['shared', 'bytecode', 'feedback', 'feedbackCell', 'scopeInfo', 'script', 'descriptor']);

export class HeapWalk {
  private readonly isolate: Isolate;
  /** Objects that were made before are not looked at: they are old and reachable, or gone. */
  private readonly first: number;
  private readonly bits: MarkBits;
  private readonly classBits: MarkBits;
  private readonly pending: HeapObject[] = [];
  private readonly seenData = new Set<object>();
  private readonly texts = new Set<string>();
  private readonly isWeak: boolean;
  /** Reached, with weak references in them. */
  readonly weakCollections: WeakCollectionData[] = [];
  readonly weakObjects: JSObject[] = [];
  /** Told of each object that is reached: its bytes, without those that are objects of their own in large object space. */
  private readonly reached: (object: HeapObject, bytes: number) => void;
  /** Objects that were made since are new. */
  private readonly ageMark: number;
  /** What is visited at the moment refers to new objects. */
  refersToNewest = false;
  /** Of all that was looked into. */
  largeBytes = 0;
  /** As if the turn were over: what frames hold is no root. */
  skipsFrames = false;
  /** What a context holds in that slot is not followed from there. */
  skipsSlot: ((context: Context, slot: number) => boolean) | undefined = undefined;

  constructor(
    isolate: Isolate,
    first: number,
    isWeak: boolean,
    reached: (object: HeapObject, bytes: number) => void,
    ageMark = Infinity,
  ) {
    this.ageMark = ageMark;
    this.isolate = isolate;
    this.first = first;
    this.isWeak = isWeak;
    this.bits = new MarkBits(first, isolate.heap.nextSerial);
    this.classBits = new MarkBits(0, isolate.heap.nextHiddenClassId);
    this.reached = reached;
  }

  isMarked({ serial }: HeapObject): boolean {
    return serial < this.first || this.bits.has(serial);
  }

  /** As if nothing led to it, nor from it: to find what only it keeps. */
  cut(object: object): void {
    if (object instanceof JSObject || object instanceof Context) this.bits.mark(object.serial);
    else this.seenData.add(object);
  }

  /** Any value of the guest's, or data of the engine's or the host's that holds some. */
  readonly visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (value instanceof JSObject || value instanceof Context) {
      const { serial } = value;
      if (serial >= this.ageMark) this.refersToNewest = true;
      if (serial >= this.first && this.bits.mark(serial)) this.pending.push(value);
    } else this.visitData(value);
  };

  /** What an object refers to that is not marked itself: an old one that has been given young ones. */
  visitInside(object: HeapObject): void {
    if (object instanceof Context) this.scanContext(object);
    else this.scan(object);
  }

  finish(): void {
    do {
      for (let object = this.pending.pop(); object !== undefined; object = this.pending.pop()) {
        this.refersToNewest = false;
        this.reached(object, object instanceof Context ? this.scanContext(object) : this.scan(object));
      }
    } while (this.visitEphemerons());
  }

  /** Values of weak collections whose keys are reachable. True: there is more to visit. */
  private visitEphemerons(): boolean {
    for (const { entries } of this.weakCollections)
      for (const [key, value] of entries) if (!(key instanceof JSObject) || this.isMarked(key)) this.visit(value);
    return this.pending.length > 0;
  }

  private scanContext(context: Context): number {
    const { slots, previous, extension } = context;
    let bytes = bytesOfList(slots.length);
    for (let i = 2; i < slots.length; i++) if (this.skipsSlot?.(context, i) !== true) bytes += this.slot(slots[i]);
    this.visit(previous);
    this.visit(extension);
    return bytes;
  }

  private scan(object: JSObject): number {
    const { hiddenClass, properties, internal } = object;
    if (this.classBits.mark(hiddenClass.id)) this.visitHiddenClass(hiddenClass);
    let bytes = this.scanElements(object);
    for (let i = 0; i < properties.length; i++) bytes += this.slot(properties[i]);
    if (object.dictionary !== undefined || object.sparse !== undefined || internal !== undefined)
      return bytes + this.scanRare(object);
    return bytes + this.layout(object);
  }

  /** Bytes of what its elements are, where they are no objects. */
  private scanElements({ elements, hiddenClass }: JSObject): number {
    const kind = hiddenClass.elementsKind;
    if (elements.length === 0 || kind <= ElementsKind.HOLEY_SMI_ELEMENTS || isDouble(kind)) return 0;
    let bytes = 0;
    for (let i = 0; i < elements.length; i++) bytes += this.slot(elements[i]);
    return bytes;
  }

  /** Of most objects: as object-size.ts counts, and faster. */
  private layout({ hiddenClass, elements, capacity, hiddenClass: { instanceBytes } }: JSObject): number {
    const outside = hiddenClass.fieldCount - hiddenClass.inObjectProperties;
    const list = outside > 0 ? this.list(bytesOfList(outside + hiddenClass.unusedPropertyFields)) : 0;
    // What is copy-on-write is shared with a boilerplate.
    if (capacity < 0 || (capacity === 0 && elements.length === 0)) return instanceBytes + list;
    return instanceBytes + list + this.list(bytesOfList(Math.max(capacity, elements.length)));
  }

  /** Of those that few objects are like. */
  private scanRare(object: JSObject): number {
    const { dictionary, sparse, internal } = object;
    let bytes = 0;
    if (dictionary !== undefined) for (const { value } of dictionary.values()) bytes += this.slot(value);
    if (sparse !== undefined) for (const { value } of sparse.values()) bytes += this.slot(value);
    if (internal?.kind === 'collection') bytes += this.scanEntries(internal);
    else if (internal !== undefined) this.visitInternal(object, internal);
    const size = objectSize(object);
    return bytes + size.instance + this.list(size.properties) + this.list(size.elements) + this.list(size.inside);
  }

  private list(bytes: number): number {
    if (bytes <= maxRegularObjectBytes) return bytes;
    this.largeBytes += bytes;
    return 0;
  }

  /** A reference; the bytes of what is no object but has its place in the heap. */
  private slot(value: unknown): number {
    switch (typeof value) {
      case 'object':
        this.visit(value);
        return 0;
      case 'number':
        return isSmi(value) ? 0 : heapNumberBytes;
      case 'string':
        return this.text(value);
      case 'bigint':
        return bigintSize(value);
      default:
        return 0;
    }
  }

  private text(text: string): number {
    if (text.length < 2 || this.isolate.internalizedStrings.has(text)) return 0;
    const { size } = this.texts;
    return this.texts.add(text).size > size ? this.list(stringSize(text)) : 0;
  }

  private visitHiddenClass({ prototype, descriptors, propertyCount }: HiddenClass): void {
    this.visit(prototype);
    for (let row = 0; row < propertyCount; row++) {
      const value: unknown = descriptors.values[row];
      if (value instanceof AccessorPair) this.visitData(value);
    }
  }

  private scanEntries({ entries }: CollectionData): number {
    let bytes = 0;
    for (const entry of entries) if (entry !== undefined) bytes += this.slot(entry.key) + this.slot(entry.value);
    return bytes;
  }

  private visitInternal(object: JSObject, internal: InternalSlots): void {
    switch (internal.kind) {
      case 'function':
        this.visit(internal.context);
        this.visit(internal.homeObject);
        this.visit(internal.instanceMembersInitializer);
        this.visit(internal.boundTarget);
        this.visit(internal.boundThis);
        internal.boundArguments.forEach(this.visit);
        this.visit(internal.data);
        this.visitInitialMap(internal.initialHiddenClass);
        return;
      case 'allocation site':
        return;
      case 'promise':
        this.visit(internal.result);
        for (const reaction of internal.reactions) this.visitReaction(reaction);
        return;
      case 'generator':
        this.visitGenerator(internal);
        return;
      case 'weak collection':
        this.weakCollections.push(internal);
        return;
      case 'weak ref':
        if (this.isWeak) this.weakObjects.push(object);
        else this.visit(internal.target);
        return;
      case 'finalization registry':
        this.visit(internal.cleanup);
        for (const { target, holdings, token } of internal.registrations) {
          this.visit(holdings);
          if (this.isWeak) continue;
          this.visit(target);
          this.visit(token);
        }
        if (this.isWeak) this.weakObjects.push(object);
        for (const holdings of internal.cleared) this.visit(holdings);
        return;
      default:
        this.visitData(internal);
    }
  }

  private visitReaction({
    promise,
    onFulfilled,
    onRejected,
    capability,
    generator,
    asyncContext,
  }: PromiseReaction): void {
    this.visit(promise);
    this.visit(onFulfilled);
    this.visit(onRejected);
    this.visitCapability(capability);
    this.visit(generator);
    this.visit(asyncContext);
  }

  private visitCapability(capability: PromiseCapability | undefined): void {
    this.visit(capability?.promise);
    this.visit(capability?.resolve);
    this.visit(capability?.reject);
  }

  private visitGenerator(data: GeneratorData): void {
    this.visit(data.function);
    this.visit(data.receiver);
    data.saved.forEach(this.visit);
    data.restored.forEach(this.visit);
    this.visit(data.savedContext);
    this.visit(data.input);
    data.extraArguments?.forEach(this.visit);
    this.visit(data.promise);
    for (const { value, capability } of data.queue) {
      this.visit(value);
      this.visitCapability(capability);
    }
  }

  private visitInitialMap(map: object | undefined): void {
    if (map instanceof HiddenClass && this.classBits.mark(map.id)) this.visitHiddenClass(map);
  }

  /** Data of the engine's or the host's. */
  private visitData(data: object): void {
    if (data instanceof JSSymbol || data instanceof Realm || this.seenData.has(data)) return;
    this.seenData.add(data);
    if (data instanceof HiddenClass) this.visitInitialMap(data);
    else if (Array.isArray(data) || data instanceof Set) data.forEach(this.visit);
    else if (data instanceof Map)
      data.forEach((value: unknown, key: unknown) => {
        this.visit(key);
        this.visit(value);
      });
    else if (!ArrayBuffer.isView(data) && !(data instanceof ArrayBuffer))
      for (const [key, value] of Object.entries(data)) if (!code.has(key)) this.visit(value);
  }
}

function isDouble(kind: number): boolean {
  return kind === ElementsKind.PACKED_DOUBLE_ELEMENTS || kind === ElementsKind.HOLEY_DOUBLE_ELEMENTS;
}
