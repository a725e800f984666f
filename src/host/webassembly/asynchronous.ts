/** WebAssembly.compile and instantiate: modules are made aside, and promises are settled in tasks. V8: AsyncCompileJob. */
import {
  fulfillPromise,
  GuestException,
  JSObject,
  newPromise,
  rejectPromise,
  throwError,
  type Value,
} from '../../engine/index.ts';
import type { Host } from '../host.ts';
import { bytesOf, hostObject, newInstance, newModule } from './instances.ts';
import type { Border } from './objects.ts';

/** How fast modules are compiled aside, in virtual time. */
const bytesPerMillisecond = 10_000;

/** A module is made aside; its promise is settled in a task. */
export function compiling(
  host: Host,
  border: Border,
  words: string,
  source: Value,
  use: (module: JSObject) => Value,
  check?: () => void,
): JSObject {
  const { isolate } = host;
  const promise = newPromise(isolate);
  settling(host, promise, () => {
    check?.();
    const bytes = bytesOf(border, source, words);
    host.request({
      kind: 'webAssembly',
      name: words,
      source: 'webAssembly',
      delay: bytes.length / bytesPerMillisecond,
      holds: promise,
      run: () =>
        settling(host, promise, () => {
          fulfillPromise(isolate, promise, use(newModule(border, bytes, words)));
        }),
    });
  });
  return promise;
}

function settling({ isolate }: Host, promise: JSObject, action: () => void): void {
  try {
    action();
  } catch (error) {
    if (!(error instanceof GuestException)) throw error;
    rejectPromise(isolate, promise, error.value);
  }
}

/** Simplified: with a module too the promise is settled at once, as V8 does it for small ones. */
export function instantiateAsync(host: Host, border: Border, source: Value, imports: Value): JSObject {
  const { isolate } = host;
  const words = 'WebAssembly.instantiate()';
  const check = (): void => {
    if (!(source instanceof JSObject))
      throwError(isolate, 'TypeError', `${words}: Argument 0 must be a buffer source or a WebAssembly.Module object`);
    if (imports !== undefined && !(imports instanceof JSObject))
      throwError(isolate, 'TypeError', `${words}: Argument 1 must be an object`);
  };
  if (hostObject(source, WebAssembly.Module) !== undefined) {
    const promise = newPromise(isolate);
    settling(host, promise, () => {
      check();
      fulfillPromise(isolate, promise, newInstance(border, source, imports, words));
    });
    return promise;
  }
  const withInstance = (module: JSObject): Value =>
    host.newPlainObject({ module, instance: newInstance(border, module, imports, words) });
  return compiling(host, border, words, source, withInstance, check);
}
