/**
 * Values in short as the log keeps them (protocol/log.ts: TextCode), made cheaply: integers are their own code, other primitives
 * and kinds of objects are looked up, lists of arguments are lists of codes. Only what is shown `inFull` costs a preview.
 */
import {
  type Frame,
  firstArgument,
  FunctionData,
  functionName,
  type HiddenClass,
  type Isolate,
  JSObject,
  JSSymbol,
  type Value,
} from '../../engine/index.ts';
import { TextCode } from '../../protocol/log.ts';
import type { LogBuilder } from './log-builder.ts';
import { preview } from './value-preview.ts';

/** Of a call with more arguments, the log keeps so many. */
const maxArguments = 12;
/** Remembered primitives: beyond, each is looked up by its text. */
const maxRemembered = 50_000;
const maxRememberedLength = 1000;

const largestInteger = TextCode.lastInteger - TextCode.zero;
const smallestInteger = TextCode.firstInteger - TextCode.zero;

export class ValueCodes {
  private readonly log: LogBuilder;
  private readonly isolate: Isolate;
  private readonly primitives = new Map<Value, number>();
  /** Ordinary objects by the id of their hidden class, as long as no prototype has changed. */
  private objects = new Int32Array(4096).fill(unknownCode);
  /** Maps and sets by their hidden class and their size. */
  private readonly collections = new Map<HiddenClass, number[]>();
  private epoch = -1;
  private readonly arrays: (number | undefined)[] = [];
  private readonly functions = new Map<object, { readonly name: string; readonly code: number }>();
  private readonly promises: { pending?: number; fulfilled?: number; rejected?: number } = {};

  constructor(log: LogBuilder, isolate: Isolate) {
    this.log = log;
    this.isolate = isolate;
  }

  /** `inFull`: objects with what is in them; else only what they are. */
  code(value: Value, inFull: boolean): number {
    if (typeof value === 'number' && (value | 0) === value && (value !== 0 || Object.is(value, 0))) {
      if (value >= smallestInteger && value <= largestInteger) return value + TextCode.zero;
    }
    if (!(value instanceof JSObject)) return this.primitive(value);
    return inFull ? this.log.valueText(preview(value)) : this.brief(value);
  }

  /** The arguments that a frame was called with. */
  arguments(frame: Frame, inFull: boolean): number {
    const count = frame.argumentCount;
    if (count === 0) return TextCode.none;
    const { stack } = this.isolate.interpreter;
    const first = firstArgument(frame);
    if (count === 1) {
      const { extraArguments } = frame;
      return this.code(extraArguments === undefined ? stack[first] : extraArguments[0], inFull);
    }
    const declared = Math.min(count, frame.bytecode.parameterCount - 1);
    const shown = Math.min(count, maxArguments);
    // The codes come first: making one may start no list of its own, so they stay together.
    const code = this.log.startList(shown + (count > shown ? 1 : 0));
    for (let index = 0; index < shown; index++) {
      const value = index < declared ? stack[first + index] : frame.extraArguments![index - declared];
      this.log.addToList(this.code(value, inFull));
    }
    if (count > shown) this.log.addToList(this.log.text('…'));
    return code;
  }

  private primitive(value: Value): number {
    let code = this.primitives.get(value);
    // A Map takes 0 and -0 for the same.
    if (code === undefined || value === 0) {
      code = this.log.valueText(preview(value));
      if (this.primitives.size < maxRemembered && isRemembered(value)) this.primitives.set(value, code);
    }
    return code;
  }

  /** The commonest kinds of objects without making a text. */
  private brief(object: JSObject): number {
    const { internal, hiddenClass } = object;
    if (internal === undefined) {
      if (hiddenClass.instanceType === 'object') return this.plainObject(object, hiddenClass);
      if (hiddenClass.instanceType === 'array' && object.length < maxRememberedLength)
        return (this.arrays[object.length] ??= this.log.valueText(preview(object, 0)));
    } else if (internal instanceof FunctionData) {
      return this.function(object, internal);
    } else if (internal.kind === 'promise') {
      return (this.promises[internal.state] ??= this.log.valueText(preview(object, 0)));
    } else if (internal.kind === 'collection' && internal.size < maxRememberedLength) {
      return this.collection(object, internal.size);
    }
    return this.log.valueText(preview(object, 0));
  }

  /** Closures of one literal have the same text as long as they have the same name. */
  private function(object: JSObject, data: FunctionData): number {
    const key = data.shared ?? data.native;
    if (key === undefined) return this.log.valueText(preview(object, 0));
    const name = functionName(object);
    let known = this.functions.get(key);
    if (known?.name !== name) {
      known = { name, code: this.log.valueText(preview(object, 0)) };
      this.functions.set(key, known);
    }
    return known.code;
  }

  private plainObject(object: JSObject, hiddenClass: HiddenClass): number {
    if (hiddenClass.heap.prototypeEpoch !== this.epoch) this.forgetClasses(hiddenClass);
    const { id } = hiddenClass;
    const known = id < this.objects.length ? this.objects[id]! : unknownCode;
    return known === unknownCode ? this.newPlainObject(object, id) : known;
  }

  private newPlainObject(object: JSObject, id: number): number {
    if (id >= this.objects.length) {
      const larger = new Int32Array(id * 2).fill(unknownCode);
      larger.set(this.objects);
      this.objects = larger;
    }
    return (this.objects[id] = this.log.valueText(preview(object, 0)));
  }

  private collection(object: JSObject, size: number): number {
    const { hiddenClass } = object;
    if (hiddenClass.heap.prototypeEpoch !== this.epoch) this.forgetClasses(hiddenClass);
    let codes = this.collections.get(hiddenClass);
    if (codes === undefined) this.collections.set(hiddenClass, (codes = []));
    return (codes[size] ??= this.log.valueText(preview(object, 0)));
  }

  /** A prototype has changed: it may tell another constructor. */
  private forgetClasses({ heap }: HiddenClass): void {
    this.objects.fill(unknownCode);
    this.collections.clear();
    this.epoch = heap.prototypeEpoch;
  }
}

/** No text has it. */
const unknownCode = -1;

/** Long strings are found by their text: to remember them would keep them. */
function isRemembered(value: Value): boolean {
  return !(value instanceof JSSymbol) && typeof value !== 'bigint' && (typeof value !== 'string' || value.length <= 40);
}
