/**
 * About how much memory the guest's reachable objects take, as a mark phase would find it. V8: src/heap/mark-compact.cc.
 * Simplified: the sizes are those that the host needs for its stand-ins. Long strings count once per text, and code, hidden classes
 * and feedback not at all: they grow with the source and not with the run.
 */
import { HiddenClass } from '../objects/hidden-class.ts';
import type { Isolate } from './isolate.ts';

const objectBytes = 64;
const slotBytes = 8;
/** Shorter strings are counted where they stand, longer ones once. */
const longString = 256;

/** Slots that lead to code and its feedback. */
const code = new Set(['shared', 'bytecode', 'feedback', 'feedbackCell', 'initialHiddenClass', 'scopeInfo', 'script']);

export function reachableBytes(isolate: Isolate): number {
  const seen = new Set<object>();
  const texts = new Set<string>();
  const pending: object[] = [];
  let bytes = 0;

  const visit = (value: unknown): void => {
    if (typeof value === 'string') {
      if (value.length < longString) bytes += value.length;
      else if (!texts.has(value)) {
        texts.add(value);
        bytes += value.length;
      }
    } else if (typeof value === 'object' && value !== null && !seen.has(value)) {
      seen.add(value);
      pending.push(value);
    }
  };

  for (const root of isolate.roots()) visit(root);
  for (let object = pending.pop(); object !== undefined; object = pending.pop()) {
    if (object instanceof HiddenClass) visit(object.prototype);
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
        if (!code.has(key)) visit(value);
      }
    }
  }
  return bytes;
}
