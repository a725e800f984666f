/**
 * Modules that have no module text: builtins, CommonJS, JSON. Node: lib/internal/modules/esm/translators.js.
 */
import {
  getProperty,
  GuestException,
  JSObject,
  keyFromString,
  lookupData,
  lookupOwn,
  ownKeys,
  PropertyLookup,
  setSyntheticExport,
  SyntheticModule,
  throwError,
  type Value,
} from '../../engine/index.ts';
import { loadCommonJs } from './cjs-loader.ts';
import { builtinNameOf, standInNameOf } from './builtin-names.ts';
import { commonJsExportNames } from './cjs-exports.ts';
import { jsonValue } from './cjs-files.ts';
import type { Host } from '../host.ts';
import type { ModuleFormat } from './import-attributes.ts';
import { throwLoaderError } from './loader-errors.ts';
import { readSource } from './module-sources.ts';
import { findModule } from '../modules.ts';
import { pathOfFileUrl } from './paths.ts';

export function newSyntheticModuleFor(
  host: Host,
  url: string,
  format: Exclude<ModuleFormat, 'module'>,
  parentUrl: string,
): SyntheticModule {
  switch (format) {
    case 'builtin':
      return builtinModule(host, url);
    case 'json':
      return jsonModule(host, url);
    case 'commonjs':
      return commonJsModule(host, url);
    case 'addon':
      return throwLoaderError(
        host,
        'ERR_DLOPEN_FAILED',
        `Underhood cannot load the native addon ${pathOfFileUrl(url)} that ${parentUrl} imports: it is machine code, ` +
          'and nothing here runs outside the simulation',
      );
  }
}

function builtinModule(host: Host, url: string): SyntheticModule {
  const name = standInNameOf(url) ?? url.slice('node:'.length);
  if (standInNameOf(url) === undefined && builtinNameOf(url) === undefined)
    throwLoaderError(host, 'ERR_UNKNOWN_BUILTIN_MODULE', `No such built-in module: ${url}`);
  const exports = findModule(host, name);
  if (exports === undefined) throwError(host.isolate, 'Error', `Underhood does not simulate the module '${url}' yet`);
  const names = ownKeys(exports).filter((key) => typeof key === 'string' && !functionKeys.has(key)) as string[];
  const found = new PropertyLookup();
  const isLazy = (key: string): boolean => lookupOwn(found, exports, keyFromString(key)) && found.isAccessor;
  const lazy = new Set(names.filter(isLazy));
  const plain = names.filter((key) => !lazy.has(key));
  const module = new SyntheticModule(url, [...new Set([...names, 'default'])], () => {
    for (const key of plain) setSyntheticExport(module, key, lookupData(exports, key));
    setSyntheticExport(module, 'default', exports);
  });
  // What an accessor gives is made when somebody imports it: promises of fs, classes of streams.
  module.whenImported = (key) => {
    if (lazy.delete(key)) setSyntheticExport(module, key, propertyOrUndefined(host, exports, key));
  };
  return module;
}

/** What every function has: no exports of a module that is one. */
const functionKeys: ReadonlySet<string> = new Set(['length', 'name', 'prototype', 'arguments', 'caller']);

function jsonModule(host: Host, url: string): SyntheticModule {
  const value = jsonValue(host, readSource(host, url), url.startsWith('file:') ? pathOfFileUrl(url) : url);
  const module = new SyntheticModule(url, ['default'], () => setSyntheticExport(module, 'default', value));
  return module;
}

/** Runs when it is evaluated; what it exports beside `default` is known from its text. */
function commonJsModule(host: Host, url: string): SyntheticModule {
  const path = pathOfFileUrl(url);
  const names = commonJsExportNames(host, path);
  const module = new SyntheticModule(url, [...new Set([...names, 'default', 'module.exports'])], () => {
    const exports = loadCommonJs(host, path);
    for (const name of names) {
      if (name === 'default' || name === 'module.exports' || !hasOwn(exports, name)) continue;
      setSyntheticExport(module, name, propertyOrUndefined(host, exports as JSObject, name));
    }
    setSyntheticExport(module, 'default', exports);
    setSyntheticExport(module, 'module.exports', exports);
  });
  return module;
}

function hasOwn(object: Value, name: string): boolean {
  return object instanceof JSObject && lookupOwn(new PropertyLookup(), object, keyFromString(name));
}

function propertyOrUndefined(host: Host, object: JSObject, name: string): Value {
  try {
    return getProperty(host.isolate, object, keyFromString(name));
  } catch (error) {
    if (!(error instanceof GuestException)) throw error;
    return undefined;
  }
}
