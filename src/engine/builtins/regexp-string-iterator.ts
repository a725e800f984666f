/** %RegExpStringIteratorPrototype%, which matchAll returns. V8: src/builtins/regexp-match-all.tq. */
import { toLength, toStringValue } from '../execution/conversions.ts';
import { throwTypeError } from '../execution/errors.ts';
import type { Isolate } from '../execution/isolate.ts';
import { getProperty, setProperty } from '../execution/property-access.ts';
import { JSObject } from '../objects/js-object.ts';
import { describeReceiver } from './collection-receiver.ts';
import { methods, toStringTag } from './install.ts';
import { iteratorResult } from './iterator-result.ts';
import { regExpExec } from './regexp-exec.ts';
import { advance } from './regexp-fast.ts';

/** In the iterator's `extra`. */
interface MatchAllState {
  readonly text: string;
  readonly isGlobal: boolean;
  readonly isUnicode: boolean;
}

const nextName = '%RegExpStringIterator%.prototype.next';

export function installRegExpStringIterator(isolate: Isolate): void {
  const prototype = isolate.realm.plainPrototype(isolate.realm.iteratorPrototype);
  isolate.realm.intrinsics.set('%RegExpStringIteratorPrototype%', prototype);
  methods(isolate, prototype, {
    next: [
      0,
      (current, receiver) => {
        const isIterator =
          receiver instanceof JSObject && receiver.hiddenClass.instanceType === 'regexp string iterator';
        const internal = isIterator ? receiver.internal : undefined;
        if (internal?.kind !== 'iterator')
          return throwTypeError(current, 'IncompatibleMethodReceiver', nextName, describeReceiver(receiver));
        if (internal.target === undefined) return iteratorResult(current, undefined, true);
        const regexp = internal.target as JSObject;
        const { text, isGlobal, isUnicode } = internal.extra as MatchAllState;
        const result = regExpExec(current, regexp, text, 'RegExp.prototype.exec');
        if (result === null || !isGlobal) internal.target = undefined;
        if (result === null) return iteratorResult(current, undefined, true);
        if (isGlobal && toStringValue(current, getProperty(current, result, 0)) === '') {
          const lastIndex = toLength(current, getProperty(current, regexp, 'lastIndex'));
          setProperty(current, regexp, 'lastIndex', advance(text, lastIndex, isUnicode));
        }
        return iteratorResult(current, result, false);
      },
    ],
  });
  toStringTag(isolate, prototype, 'RegExp String Iterator');
}

export function newRegExpStringIterator(isolate: Isolate, regexp: JSObject, text: string, flags: string): JSObject {
  const prototype = isolate.realm.intrinsic('%RegExpStringIteratorPrototype%');
  const iterator = new JSObject(isolate.realm.root('regexp string iterator', prototype));
  const state: MatchAllState = {
    text,
    isGlobal: flags.includes('g'),
    isUnicode: flags.includes('u') || flags.includes('v'),
  };
  iterator.internal = { kind: 'iterator', target: regexp, index: 0, mode: 'values', extra: state };
  return iterator;
}
