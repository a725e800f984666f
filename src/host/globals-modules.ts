/** What Node's CommonJS wrapper hands to the main file. Node: Module._compile in lib/internal/modules/cjs/loader.js. */
import { addOwn, Attribute, type JSObject, type Value } from '../engine/index.ts';
import type { Host } from './host.ts';
import { makeRequire } from './modules.ts';

export const wrapperParameters = ['exports', 'require', 'module', '__filename', '__dirname'] as const;

/** The values of the wrapper's parameters, and `this`. */
export function wrapperArguments(host: Host): { receiver: JSObject; args: Value[] } {
  const { fileName } = host.environment;
  const { realm } = host.isolate;
  const exports = realm.newObject();
  const require = makeRequire(host);
  const prototype = realm.plainPrototype();
  addOwn(
    prototype,
    'constructor',
    realm.newNative('Module', 1, () => undefined, true),
    Attribute.writable | Attribute.configurable,
  );
  const module = realm.newObjectWithPrototype(prototype);
  const directory = fileName.slice(0, Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\'))) || '/';
  const fields: [string, Value][] = [
    ['id', '.'],
    ['path', directory],
    ['exports', exports],
    ['filename', fileName],
    ['loaded', false],
    ['children', realm.newArray([])],
    ['paths', realm.newArray([])],
  ];
  for (const [key, value] of fields) addOwn(module, key, value, Attribute.all);
  addOwn(require, 'main', module, Attribute.all);
  return { receiver: exports, args: [exports, require, module, fileName, directory] };
}
