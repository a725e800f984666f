/** Installs a mix of native and self-hosted methods in the order in which V8 has them, which getOwnPropertyNames shows. */
import type { Isolate } from '../execution/isolate.ts';
import type { JSObject } from '../objects/js-object.ts';
import { method, type NativeTable, selfHosted } from './install.ts';

export function installInOrder(
  isolate: Isolate,
  holder: JSObject,
  order: readonly string[],
  natives: NativeTable,
  sources: Readonly<Record<string, string>>,
): void {
  for (const name of order) {
    const native = Object.hasOwn(natives, name) ? natives[name] : undefined;
    const source = sources[name];
    if (native !== undefined) method(isolate, holder, name, native[0], native[1]);
    else if (source !== undefined) selfHosted(isolate, holder, { [name]: source });
    else throw new Error(`no builtin ${name}`);
  }
}
