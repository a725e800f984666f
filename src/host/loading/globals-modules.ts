/** What Node's CommonJS wrapper hands to the main file. Node: Module._compile in lib/internal/modules/cjs/loader.js. */
import { type JSObject, lookupData, type Value } from '../../engine/index.ts';
import { makeMainRequire, newMainModule } from './cjs-loader.ts';
import type { Host } from '../host.ts';
import { directoryOf } from './paths.ts';

/** The values of the wrapper's parameters, and `this`. */
export function wrapperArguments(host: Host): { receiver: JSObject; args: Value[] } {
  const { fileName } = host.environment;
  const module = newMainModule(host, fileName);
  const exports = lookupData(module, 'exports') as JSObject;
  const require = makeMainRequire(host, module);
  return { receiver: exports, args: [exports, require, module, fileName, directoryOf(fileName)] };
}
