/** %StringIteratorPrototype%: code points. V8: src/builtins/string-iterator.tq. */
import { throwTypeError } from '../execution/errors.ts';
import type { Isolate } from '../execution/isolate.ts';
import { JSObject } from '../objects/js-object.ts';
import { describeReceiver } from './collection-receiver.ts';
import { methods, toStringTag } from './install.ts';
import { iteratorResult } from './iterator-result.ts';

export function installStringIterator(isolate: Isolate): void {
  const prototype = isolate.realm.plainPrototype(isolate.realm.iteratorPrototype);
  isolate.realm.intrinsics.set('%StringIteratorPrototype%', prototype);
  methods(isolate, prototype, {
    next: [
      0,
      (current, receiver) => {
        const internal =
          receiver instanceof JSObject && receiver.hiddenClass.instanceType === 'string iterator'
            ? receiver.internal
            : undefined;
        if (internal?.kind !== 'iterator') {
          return throwTypeError(
            current,
            'IncompatibleMethodReceiver',
            'String Iterator.prototype.next',
            describeReceiver(receiver),
          );
        }
        const text = internal.target as string;
        if (internal.index >= text.length) return iteratorResult(current, undefined, true);
        const character = String.fromCodePoint(text.codePointAt(internal.index)!);
        internal.index += character.length;
        return iteratorResult(current, character, false);
      },
    ],
  });
  toStringTag(isolate, prototype, 'String Iterator');
}

export function newStringIterator(isolate: Isolate, text: string): JSObject {
  const iterator = new JSObject(
    isolate.realm.root('string iterator', isolate.realm.intrinsic('%StringIteratorPrototype%')),
  );
  iterator.internal = { kind: 'iterator', target: text, index: 0, mode: 'values', extra: undefined };
  return iterator;
}
