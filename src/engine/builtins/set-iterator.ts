/** %SetIteratorPrototype%. V8: src/builtins/builtins-collections-gen.cc (SetIteratorPrototypeNext). */
import { throwTypeError } from '../execution/errors.ts';
import type { Isolate } from '../execution/isolate.ts';
import { JSObject } from '../objects/js-object.ts';
import { describeReceiver } from './collection-receiver.ts';
import { nextEntry } from './collections.ts';
import { methods, toStringTag } from './install.ts';
import { iteratorResult } from './iterator-result.ts';

export function installSetIterator(isolate: Isolate): void {
  const prototype = isolate.realm.plainPrototype(isolate.realm.iteratorPrototype);
  isolate.realm.intrinsics.set('%SetIteratorPrototype%', prototype);
  methods(isolate, prototype, {
    next: [
      0,
      (current, receiver) => {
        const internal =
          receiver instanceof JSObject && receiver.hiddenClass.instanceType === 'set iterator'
            ? receiver.internal
            : undefined;
        if (internal?.kind !== 'iterator') {
          return throwTypeError(
            current,
            'IncompatibleMethodReceiver',
            'Set Iterator.prototype.next',
            describeReceiver(receiver),
          );
        }
        const entry = nextEntry(internal);
        if (entry === undefined) return iteratorResult(current, undefined, true);
        const value = internal.mode === 'entries' ? current.realm.newTaggedArray([entry.key, entry.key]) : entry.key;
        return iteratorResult(current, value, false);
      },
    ],
  });
  toStringTag(isolate, prototype, 'Set Iterator');
}
