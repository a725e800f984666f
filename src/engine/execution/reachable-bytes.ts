/**
 * About how much memory the guest's reachable objects take, as a mark phase would find it. V8: src/heap/mark-compact.cc.
 * Simplified: the sizes are those that the host needs for its stand-ins. Long strings count once per text, the code of eval
 * by the length of its source, and other code, hidden classes and feedback not at all: they grow with the source and not with the run.
 */
import { SharedFunctionInfo } from '../bytecode/shared-function-info.ts';
import type { Script } from '../parsing/script.ts';
import { bigintBytes } from './bigint-size.ts';
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
/** Most of what is visited are guest objects: their fields are known. */
const guestObjectSlots = 8;
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

export function reachableBytes(isolate: Isolate): number {
  const seen = new Set<object>();
  const texts = new LongTexts();
  const pending: object[] = [];
  let bytes = 0;

  const visit = (value: unknown): void => {
    if (typeof value === 'string') {
      if (value.length < longString) bytes += value.length * bytesPerCharacter;
      else if (texts.add(value)) bytes += value.length * bytesPerCharacter;
    } else if (typeof value === 'bigint') {
      bytes += bigintBytes(value);
    } else if (typeof value === 'object' && value !== null && !seen.has(value)) {
      seen.add(value);
      pending.push(value);
    }
  };

  const visitCode = ({ script }: SharedFunctionInfo): void => {
    for (
      let made: Script | undefined = script;
      made?.kind === 'eval' && !seen.has(made);
      made = made.evalOrigin?.script
    ) {
      seen.add(made);
      bytes += codeBytes(made.source);
    }
  };

  for (const root of isolate.roots()) visit(root);
  for (let object = pending.pop(); object !== undefined; object = pending.pop()) {
    if (object instanceof JSObject) {
      bytes += objectBytes + guestObjectSlots * slotBytes;
      visit(object.hiddenClass.prototype);
      visit(object.properties);
      visit(object.elements);
      visit(object.dictionary);
      visit(object.sparse);
      visit(object.internal);
    } else if (object instanceof HiddenClass) visit(object.prototype);
    else if (Array.isArray(object)) {
      bytes += objectBytes + object.length * slotBytes;
      object.forEach(visit);
    } else if (object instanceof ArrayBuffer || object instanceof SharedArrayBuffer) bytes += object.byteLength;
    else if (object instanceof Map || object instanceof Set) {
      bytes += objectBytes + object.size * 4 * slotBytes;
      object.forEach((value: unknown, key: unknown) => {
        visit(key);
        visit(value);
      });
    } else if (!ArrayBuffer.isView(object)) {
      bytes += objectBytes;
      for (const [key, value] of Object.entries(object)) {
        bytes += slotBytes;
        if (key === 'shared' && value instanceof SharedFunctionInfo) visitCode(value);
        else if (!code.has(key)) visit(value);
      }
    }
  }
  return bytes;
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
