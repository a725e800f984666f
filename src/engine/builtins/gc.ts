/** gc(), which --expose-gc makes. V8: src/extensions/gc-extension.cc. */
import { newPromise, fulfillPromise } from '../execution/promises.ts';
import type { Isolate } from '../execution/isolate.ts';
import { getProperty } from '../execution/property-access.ts';
import { toBoolean } from '../execution/conversions.ts';
import { JSObject } from '../objects/js-object.ts';
import { addOwn } from '../objects/own-properties.ts';
import { Attribute } from '../objects/property-details.ts';
import type { Value } from '../objects/value.ts';

interface GcOptions {
  readonly isMinor: boolean;
  readonly isAsync: boolean;
}

export function installGc(isolate: Isolate): void {
  const gc = isolate.realm.newNative('gc', 0, (current: Isolate, _receiver, [options]) => {
    const { isMinor, isAsync } = readOptions(current, options);
    const collect = (): void => {
      if (isMinor) current.collector.scavenge('testing');
      else current.collector.markCompact('testing');
    };
    if (!isAsync || current.postTask === undefined) {
      collect();
      return undefined;
    }
    const promise = newPromise(current);
    current.postTask({
      name: 'gc',
      run: () => {
        collect();
        fulfillPromise(current, promise, undefined);
      },
    });
    return promise;
  });
  addOwn(isolate.realm.globalObject, 'gc', gc, Attribute.writable | Attribute.enumerable);
}

/** Anything true that names none of the options asks for a minor collection, as it once did. */
function readOptions(isolate: Isolate, options: Value): GcOptions {
  if (options instanceof JSObject) {
    const type = getProperty(isolate, options, 'type');
    const execution = getProperty(isolate, options, 'execution');
    const isType = type === 'minor' || type === 'major' || type === 'major-snapshot';
    if (isType || execution === 'async' || execution === 'sync')
      return { isMinor: type === 'minor', isAsync: execution === 'async' };
  }
  return { isMinor: toBoolean(options), isAsync: false };
}
