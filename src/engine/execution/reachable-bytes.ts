/**
 * About how much memory the guest's reachable objects take, as a mark phase would find it. V8: src/heap/mark-compact.cc.
 * Simplified: the sizes are those that the host needs for its stand-ins. Long strings count once per text, the code of eval
 * by the length of its source, and other code, hidden classes and feedback not at all: they grow with the source and not with the run.
 */
import { SharedFunctionInfo } from '../bytecode/shared-function-info.ts';
import type { Script } from '../parsing/script.ts';
import { bigintBytes } from './bigint-size.ts';
import { Context } from '../objects/context.ts';
import { HiddenClass } from '../objects/hidden-class.ts';
import { JSObject } from '../objects/js-object.ts';
import type { Isolate } from './isolate.ts';

/** Whether one is enough cannot be seen from outside. */
export const bytesPerCharacter = 2;
/** Of a script of eval: syntax tree and scopes, roughly. */
const bytesPerScript = 4096;
const bytesPerSourceCharacter = 128;
const objectBytes = 64;
const slotBytes = 8;
const guestObjectSlots = 8;
const contextSlots = 6;
/** Shorter strings are counted where they stand, longer ones once. */
const longString = 256;

/** The host hashes longer texts by their length alone: a set of them would compare each with all others. V8: String::kMaxHashCalcLength. */
const mostHashed = 16_383;
/** Of texts of one length only so many are compared; further ones count each time. */
const mostAlike = 8;

/** Slots that lead to code and its feedback. */
const code = new Set(['shared', 'bytecode', 'feedback', 'feedbackCell', 'initialHiddenClass', 'scopeInfo', 'script']);

/** What the code takes that a text becomes. */
export function codeBytes(source: string): number {
  return bytesPerScript + source.length * bytesPerSourceCharacter;
}

/** What is more than `enough` is not looked at closely: the host copies long texts to compare them. */
export function reachableBytes(isolate: Isolate, enough = Infinity): number {
  const marking = new Marking(isolate, enough);
  for (const root of isolate.roots()) marking.visit(root);
  return marking.finish();
}

class Marking {
  private readonly enough: number;
  private bytes = 0;
  /** A bit for each serial number of an object or context. Most of what is met has one, and a set of them all would be slow. */
  private readonly marks: Uint8Array;
  private readonly seen = new Set<object>();
  private readonly texts = new LongTexts();
  private readonly objects: JSObject[] = [];
  private readonly contexts: Context[] = [];
  private readonly others: object[] = [];

  constructor({ heap }: Isolate, enough: number) {
    this.enough = enough;
    this.marks = new Uint8Array((heap.nextSerial >> 3) + 1);
  }

  visit(value: unknown): void {
    if (typeof value === 'number') return;
    if (value instanceof JSObject) {
      if (this.mark(value)) this.objects.push(value);
    } else if (typeof value === 'string') {
      if (value.length < longString || this.bytes > this.enough || this.texts.add(value))
        this.bytes += value.length * bytesPerCharacter;
    } else if (typeof value === 'bigint') {
      this.bytes += bigintBytes(value);
    } else if (value instanceof Context) {
      if (this.mark(value)) this.contexts.push(value);
    } else if (typeof value === 'object' && value !== null && this.remember(value)) this.others.push(value);
  }

  /** What all that was visited leads to, in bytes. */
  finish(): number {
    for (;;) {
      const object = this.objects.pop();
      const context = object === undefined ? this.contexts.pop() : undefined;
      const other = object === undefined && context === undefined ? this.others.pop() : undefined;
      if (object !== undefined) this.enterObject(object);
      else if (context !== undefined) this.enterContext(context);
      else if (other !== undefined) this.enterOther(other);
      else return this.bytes;
    }
  }

  /** False: it has been visited. What a debugger evaluated has serial numbers that are not given out yet. */
  private mark(object: JSObject | Context): boolean {
    const { serial } = object;
    const before = this.marks[serial >> 3];
    if (before === undefined) return this.remember(object);
    const bit = 1 << (serial & 7);
    this.marks[serial >> 3] = before | bit;
    return (before & bit) === 0;
  }

  private remember(object: object): boolean {
    const { size } = this.seen;
    return this.seen.add(object).size > size;
  }

  private enterObject({ hiddenClass, properties, elements, dictionary, sparse, internal }: JSObject): void {
    this.bytes += objectBytes + guestObjectSlots * slotBytes;
    this.visit(hiddenClass.prototype);
    this.enterList(properties);
    this.enterList(elements);
    this.visit(dictionary);
    this.visit(sparse);
    this.visit(internal);
  }

  private enterContext({ previous, slots, extension }: Context): void {
    this.bytes += objectBytes + contextSlots * slotBytes;
    this.visit(previous);
    this.visit(extension);
    this.enterList(slots);
  }

  /** A list that nobody else has. */
  private enterList(list: readonly unknown[]): void {
    if (list.length === 0) return;
    this.bytes += objectBytes + list.length * slotBytes;
    for (let i = 0; i < list.length; i++) this.visit(list[i]);
  }

  private enterOther(object: object): void {
    if (object instanceof HiddenClass) this.visit(object.prototype);
    else if (Array.isArray(object)) this.enterList(object);
    else if (object instanceof ArrayBuffer || object instanceof SharedArrayBuffer) this.bytes += object.byteLength;
    else if (object instanceof Map || object instanceof Set) {
      this.bytes += objectBytes + object.size * 4 * slotBytes;
      object.forEach((value: unknown, key: unknown) => {
        this.visit(key);
        this.visit(value);
      });
    } else if (!ArrayBuffer.isView(object)) {
      this.bytes += objectBytes;
      for (const [key, value] of Object.entries(object)) {
        this.bytes += slotBytes;
        if (key === 'shared' && value instanceof SharedFunctionInfo) this.enterCode(value);
        else if (!code.has(key)) this.visit(value);
      }
    }
  }

  private enterCode({ script }: SharedFunctionInfo): void {
    for (
      let made: Script | undefined = script;
      made?.kind === 'eval' && !this.seen.has(made);
      made = made.evalOrigin?.script
    ) {
      this.seen.add(made);
      this.bytes += codeBytes(made.source);
    }
  }
}

/** Each long text once. */
class LongTexts {
  private readonly hashed = new Set<string>();
  private readonly byLength = new Map<number, string[]>();

  /** False: it has been added before. */
  add(text: string): boolean {
    if (text.length <= mostHashed) {
      const { size } = this.hashed;
      return this.hashed.add(text).size > size;
    }
    const alike = this.byLength.get(text.length);
    if (alike === undefined) this.byLength.set(text.length, [text]);
    else if (alike.includes(text)) return false;
    else if (alike.length < mostAlike) alike.push(text);
    return true;
  }
}
