/** %MapIteratorPrototype%. V8: src/builtins/builtins-collections-gen.cc (MapIteratorPrototypeNext). */
import { throwTypeError } from '../execution/errors.ts';
import type { Isolate } from '../execution/isolate.ts';
import { JSObject } from '../objects/js-object.ts';
import { describeReceiver } from './collection-receiver.ts';
import { nextEntry } from './collections.ts';
import { methods, toStringTag } from './install.ts';
import { iteratorResult } from './iterator-result.ts';

export function installMapIterator(isolate: Isolate): void {
  const prototype = isolate.realm.plainPrototype(isolate.realm.iteratorPrototype);
  isolate.realm.intrinsics.set('%MapIteratorPrototype%', prototype);
  methods(isolate, prototype, {
    next: [
      0,
      (current, receiver) => {
        const internal =
          receiver instanceof JSObject && receiver.hiddenClass.instanceType === 'map iterator'
            ? receiver.internal
            : undefined;
        if (internal?.kind !== 'iterator') {
          return throwTypeError(
            current,
            'IncompatibleMethodReceiver',
            'Map Iterator.prototype.next',
            describeReceiver(receiver),
          );
        }
        const entry = nextEntry(internal);
        if (entry === undefined) return iteratorResult(current, undefined, true);
        if (internal.mode === 'keys') return iteratorResult(current, entry.key, false);
        if (internal.mode === 'values') return iteratorResult(current, entry.value, false);
        return iteratorResult(current, current.realm.newTaggedArray([entry.key, entry.value]), false);
      },
    ],
  });
  toStringTag(isolate, prototype, 'Map Iterator');
}
