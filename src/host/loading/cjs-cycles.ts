/**
 * A file that is required while it is still being loaded: until it is done, whoever reads what its exports do not have is told.
 * Node: getExportsForCircularRequire in lib/internal/modules/cjs/loader.js. The proxy is made in cjs-loader-source.ts.
 */
import { getProperty, type Isolate, JSObject, JSSymbol, setPrototype, type Value } from '../../engine/index.ts';
import { emitWarning } from '../globals/process-globals.ts';
import type { Host } from '../host.ts';

/** Neither a proxy nor an instance of a class. */
export function hasPlainExports({ isolate }: Host, module: Value): boolean {
  const exports = exportsOf(isolate, module);
  return exports?.hiddenClass.prototype === isolate.realm.objectPrototype && !isProxy(exports);
}

export function beginCycle({ isolate, commonJs }: Host, module: Value, warner: Value): Value {
  commonJs.warner = warner as JSObject;
  const exports = exportsOf(isolate, module);
  if (exports !== undefined) setPrototype(exports, commonJs.warner);
  return undefined;
}

/** The module has been loaded. */
export function endCycle({ isolate, commonJs }: Host, module: Value): Value {
  if (commonJs.warner === undefined) return undefined;
  const exports = exportsOf(isolate, module);
  if (exports?.hiddenClass.prototype === commonJs.warner && !isProxy(exports))
    setPrototype(exports, isolate.realm.objectPrototype);
  return undefined;
}

export function warnOfMissingExport(host: Host, key: Value): Value {
  const name = key instanceof JSSymbol ? `Symbol(${key.description ?? ''})` : String(key);
  emitWarning(host, `Accessing non-existent property '${name}' of module exports inside circular dependency`);
  return undefined;
}

function exportsOf(isolate: Isolate, module: Value): JSObject | undefined {
  const exports = module instanceof JSObject ? getProperty(isolate, module, 'exports') : undefined;
  return exports instanceof JSObject ? exports : undefined;
}

function isProxy(object: JSObject): boolean {
  return object.hiddenClass.instanceType === 'proxy';
}
