/**
 * CommonJS modules of files: Module objects, the cache, and the natives of the loader's JavaScript half
 * (cjs-loader-source.ts). Node: lib/internal/modules/cjs/loader.js.
 *
 * Simplified: no NODE_PATH and no global folders, no hooks of node:module.
 */
import {
  AccessorPair,
  addOwn,
  Attribute,
  FunctionData,
  getProperty,
  inspect,
  type Isolate,
  JSObject,
  JSSymbol,
  keyFromString,
  lookupData,
  prototypeFromConstructor,
  setProperty,
  type Value,
} from '../../engine/index.ts';
import { beginCycle, endCycle, hasPlainExports, warnOfMissingExport } from './cjs-cycles.ts';
import { builtinModuleNames, builtinNameOf, standInNameOf } from './builtin-names.ts';
import { compileFile, findExtension, jsonValue, refuseAddon, sourceOf } from './cjs-files.ts';
import { commonJsLoaderSource } from './cjs-loader-source.ts';
import { newApiFunction } from '../globals/web-globals.ts';
import type { Host } from '../host.ts';
import { resolving } from './loader-errors.ts';
import { requireEsm } from './require-esm.ts';
import { formatOfFile } from './module-format.ts';
import { requireModule } from '../modules.ts';
import { throwNodeError, validateString } from '../node-errors.ts';
import { directoryOf, isAbsolute, pathOfFileUrl } from './paths.ts';
import { nodeModulesPaths, resolveCommonJs } from './resolve-commonjs.ts';

/** The loader of one run: node:module's Module with its cache. */
export interface CommonJsLoader {
  readonly constructor: JSObject;
  readonly prototype: JSObject;
  readonly cache: JSObject;
  readonly extensions: JSObject;
  /** The key of a module's parent, which nobody sees. */
  readonly parent: JSSymbol;
  /** Keys that one sees when a module is printed. */
  readonly shown: readonly JSSymbol[];
  main: JSObject | undefined;
  mainRequire: JSObject | undefined;
  /** makeRequire, once the JavaScript half is there. */
  makeRequire: JSObject | undefined;
  /** The prototype of the exports of files that are required while they are being loaded. */
  warner: JSObject | undefined;
}

const shownSymbols = ['kIsMainSymbol', 'kIsCachedByESMLoader', 'kURL', 'kFormat', 'kIsExecuting'];

/** Functions that the JavaScript half puts in place of these when one is first called. */
const lateMethods = ['load', 'require', '_compile'];
const lateExtensions = ['.js', '.json', '.node'];

export function newCommonJsLoader(host: Host): CommonJsLoader {
  const { isolate } = host;
  const { realm } = isolate;
  const prototype = realm.plainPrototype();
  const constructor = realm.newNative('Module', 0, moduleConstructor(host), true);
  addOwn(constructor, 'prototype', prototype, Attribute.writable);
  // An accessor as in Node: that is why printing a module does not show its class.
  const getConstructor = realm.newNative('get constructor', 0, () => constructor);
  addOwn(prototype, 'constructor', new AccessorPair(getConstructor, undefined), Attribute.configurable, true);
  const getParent = realm.newNative('get parent', 0, (_isolate, receiver) =>
    receiver instanceof JSObject ? lookupData(receiver, loader.parent) : undefined,
  );
  addOwn(prototype, 'parent', new AccessorPair(getParent, undefined), Attribute.configurable, true);
  const loader: CommonJsLoader = {
    constructor,
    prototype,
    cache: realm.newObjectWithPrototype(null),
    extensions: realm.newObjectWithPrototype(null),
    parent: new JSSymbol('kModuleParent', true),
    shown: shownSymbols.map((name) => new JSSymbol(name)),
    main: undefined,
    mainRequire: undefined,
    makeRequire: undefined,
    warner: undefined,
  };
  addOwn(constructor, '_cache', loader.cache, Attribute.all);
  addOwn(constructor, '_extensions', loader.extensions, Attribute.all);
  for (const name of lateMethods)
    addOwn(
      prototype,
      name,
      lateFunction(host, () => prototype, name),
      Attribute.all,
    );
  for (const name of lateExtensions)
    addOwn(
      loader.extensions,
      name,
      lateFunction(host, () => loader.extensions, name),
      Attribute.all,
    );
  addOwn(
    constructor,
    '_load',
    lateFunction(host, () => constructor, '_load'),
    Attribute.all,
  );
  const resolveFilename = realm.newNative('_resolveFilename', 4, (_isolate, _receiver, [request, parent]) =>
    resolveFilenameOf(host, request, parent),
  );
  hideFromStacks(resolveFilename);
  addOwn(constructor, '_resolveFilename', resolveFilename, Attribute.all);
  const paths = realm.newNative('_nodeModulePaths', 1, (_isolate, _receiver, [from]) =>
    realm.newArray(nodeModulesPaths(String(from))),
  );
  addOwn(constructor, '_nodeModulePaths', paths, Attribute.all);
  const createRequire = realm.newNative('createRequire', 1, (_isolate, _receiver, [file]) => requireFor(host, file));
  addOwn(constructor, 'createRequire', createRequire, Attribute.all);
  const isBuiltin = realm.newNative(
    'isBuiltin',
    1,
    (_isolate, _receiver, [name]) => typeof name === 'string' && builtinNameOf(name) !== undefined,
  );
  addOwn(constructor, 'isBuiltin', isBuiltin, Attribute.all);
  addOwn(constructor, 'Module', constructor, Attribute.all);
  addOwn(constructor, 'builtinModules', realm.newArray([...builtinModuleNames]), Attribute.all);
  return loader;
}

/** Node's functions are in files of Node, which a stack shows as such; a native has no place. */
function hideFromStacks(native: JSObject): void {
  if (native.internal instanceof FunctionData) native.internal.data = 'hidden';
}

/** Calls what stands in its place once the JavaScript half has been made. */
function lateFunction(host: Host, holder: () => JSObject, name: string): JSObject {
  const native = host.isolate.realm.newNative(name, 1, (isolate: Isolate, receiver: Value, args: Value[]) => {
    startLoader(host);
    return isolate.tailCall(lookupData(holder(), name), receiver, args);
  });
  hideFromStacks(native);
  return native;
}

/** Makes the JavaScript half when the first file is asked for. */
function startLoader(host: Host): JSObject {
  const { isolate, commonJs: loader } = host;
  if (loader.makeRequire !== undefined) return loader.makeRequire;
  installNatives(host);
  const path = isolate.realm.newNative('dirname', 1, (_isolate, _receiver, [file]) => directoryOf(file as string));
  const make = isolate.selfHostedFunction('node:internal/modules/cjs/loader', commonJsLoaderSource);
  loader.makeRequire = isolate.callNested(make, undefined, [loader.constructor, path]) as JSObject;
  return loader.makeRequire;
}

function installNatives(host: Host): void {
  const { isolate } = host;
  const natives: Readonly<Record<string, (args: Value[]) => Value>> = {
    CjsBuiltin: ([request]) => builtinExports(host, request as string),
    CjsCheckId: ([id]) => checkId(host, id),
    CjsSource: ([file]) => sourceOf(host, file as string),
    CjsFormat: ([file]) => resolving(host, () => formatOfFile(host.files, file as string)),
    CjsCompile: ([content, file, format]) => compileFile(host, content as string, file as string, format),
    CjsJson: ([file]) => jsonValue(host, sourceOf(host, file as string).replace(/^\uFEFF/, ''), file as string),
    CjsAddon: ([file]) => refuseAddon(host, file as string),
    RequireEsm: ([module, file]) => requireEsm(host, module as JSObject, file as string),
    AdoptChild: ([parent, child]) => adoptChild(host, parent, child as JSObject, true),
    BeginLoad: ([module, file]) => beginLoad(host, module as JSObject, file as string),
    HasPlainExports: ([module]) => hasPlainExports(host, module),
    BeginCycle: ([module, warner]) => beginCycle(host, module, warner),
    EndCycle: ([module]) => endCycle(host, module),
    WarnOfMissingExport: ([key]) => warnOfMissingExport(host, key),
    FindExtension: ([file, extensions]) => findExtension(file as string, extensions as JSObject),
    DecorateRequire: ([require, module]) => decorateRequire(host, require as JSObject, module as JSObject),
    RemoveElement: ([array, element]) => removeElement(isolate, array as JSObject, element),
  };
  for (const [name, native] of Object.entries(natives)) isolate.runtime.set(name, (_isolate, args) => native(args));
}

// ---------------------------------------------------------------------------------------------------------------------
// Module objects

function moduleConstructor(host: Host) {
  return (isolate: Isolate, receiver: Value, [id = '', parent]: Value[], newTarget: JSObject | undefined): Value => {
    const prototype = newTarget && prototypeFromConstructor(isolate, newTarget, 'Object.prototype');
    const module = prototype === undefined ? receiver : isolate.realm.newObjectWithPrototype(prototype);
    setProperty(isolate, module, 'id', id);
    validateString(isolate, id, 'path');
    fillModule(host, module as JSObject, id as string, parent);
    return prototype === undefined ? undefined : module;
  };
}

function newModule(host: Host, id: string, parent: JSObject | undefined): JSObject {
  const module = host.isolate.realm.newObjectWithPrototype(host.commonJs.prototype);
  addOwn(module, 'id', id, Attribute.all);
  fillModule(host, module, id, parent);
  return module;
}

function fillModule(host: Host, module: JSObject, id: string, parent: Value): void {
  const { realm } = host.isolate;
  const fields: [string, Value][] = [
    ['path', nameOfDirectory(id)],
    ['exports', realm.newObject()],
    ['filename', null],
    ['loaded', false],
    ['children', realm.newArray([])],
  ];
  for (const [key, value] of fields) setProperty(host.isolate, module, key, value);
  addOwn(module, host.commonJs.parent, parent, Attribute.none);
  adoptChild(host, parent, module, false);
}

/** As path.dirname says it: what has no directory is in this one. */
function nameOfDirectory(id: string): string {
  const name = id.replace(/(?<=.)\/+$/, '');
  return name.includes('/') ? directoryOf(name) : '.';
}

/** The module of the main file. */
export function newMainModule(host: Host, path: string): JSObject {
  const module = newModule(host, '.', undefined);
  const { isolate, commonJs } = host;
  setProperty(isolate, module, 'path', directoryOf(path));
  beginLoad(host, module, path);
  addOwn(commonJs.cache, keyFromString(path), module, Attribute.all);
  commonJs.main = module;
  if (host.process !== undefined) addOwn(host.process, 'mainModule', module, Attribute.all);
  return module;
}

function adoptChild(host: Host, parent: Value, child: JSObject, onlyOnce: boolean): Value {
  const children = parent instanceof JSObject ? getProperty(host.isolate, parent, 'children') : undefined;
  if (!(children instanceof JSObject) || children.hiddenClass.instanceType !== 'array') return undefined;
  if (onlyOnce && children.elements.includes(child)) return undefined;
  setProperty(host.isolate, children, children.length, child);
  return undefined;
}

function removeElement(isolate: Isolate, array: JSObject, element: Value): Value {
  const index = array.elements.indexOf(element);
  if (index < 0) return undefined;
  const kept = array.elements.filter((_value, at) => at !== index);
  kept.forEach((value, at) => setProperty(isolate, array, at, value));
  setProperty(isolate, array, 'length', kept.length);
  return undefined;
}

function beginLoad({ isolate, commonJs }: Host, module: JSObject, file: string): Value {
  setProperty(isolate, module, 'filename', file);
  setProperty(isolate, module, 'paths', isolate.realm.newArray(nodeModulesPaths(directoryOf(file))));
  const isMain = getProperty(isolate, module, 'id') === '.';
  const [main, cached, url, format, executing] = commonJs.shown;
  if (isMain) addOwn(module, main!, true, Attribute.all);
  addOwn(module, cached!, false, Attribute.all);
  addOwn(module, url!, undefined, Attribute.all);
  addOwn(module, format!, undefined, Attribute.all);
  addOwn(module, executing!, true, Attribute.all);
  return undefined;
}

// ---------------------------------------------------------------------------------------------------------------------
// require

/** `require` of the main file: a builtin module needs nothing of the loader. */
export function makeMainRequire(host: Host, module: JSObject): JSObject {
  const { isolate } = host;
  const require = newApiFunction(host, 'require', 1, (_isolate, _receiver, [id], newTarget) => {
    checkId(host, id);
    const builtin = builtinExports(host, id as string);
    if (builtin !== undefined) return builtin;
    // Node's own is JavaScript, and stands on the stack.
    const { commonJs } = host;
    commonJs.mainRequire ??= makeRequire(host, module);
    if (newTarget !== undefined) return isolate.callNested(commonJs.mainRequire, undefined, [id]);
    return isolate.tailCall(commonJs.mainRequire, undefined, [id]);
  });
  decorateRequire(host, require, module);
  return require;
}

/** createRequire: for modules, whose files have no module object. */
function requireFor(host: Host, file: Value): Value {
  const { isolate } = host;
  const path = typeof file === 'string' && file.startsWith('file:') ? pathOfFileUrl(file) : file;
  if (typeof path !== 'string' || !isAbsolute(path)) {
    const message = `The argument 'filename' must be a file URL object, file URL string, or absolute path string. Received ${inspect(isolate, file)}`;
    return throwNodeError(isolate, 'TypeError', 'ERR_INVALID_ARG_VALUE', message);
  }
  return makeRequire(host, newModuleAt(host, path));
}

function makeRequire(host: Host, module: JSObject): JSObject {
  return host.isolate.callNested(startLoader(host), undefined, [module]) as JSObject;
}

function newModuleAt(host: Host, path: string): JSObject {
  const module = newModule(host, path, undefined);
  beginLoad(host, module, path);
  return module;
}

function decorateRequire(host: Host, require: JSObject, module: JSObject): Value {
  const { isolate, commonJs } = host;
  const { realm } = isolate;
  const resolve = newApiFunction(host, 'resolve', 2, (_isolate, _receiver, [id, options]) => {
    validateString(host.isolate, id, 'request');
    return resolveFrom(host, id as string, module, options);
  });
  const paths = newApiFunction(host, 'paths', 1, (_isolate, _receiver, [id]) => {
    validateString(host.isolate, id, 'request');
    return /^\.\.?($|\/)/.test(id as string)
      ? realm.newArray([directoryOf(fileNameOf(host, module))])
      : realm.newArray(nodeModulesPaths(directoryOf(fileNameOf(host, module))));
  });
  addOwn(resolve, 'paths', paths, Attribute.all);
  addOwn(require, 'resolve', resolve, Attribute.all);
  addOwn(require, 'main', commonJs.main, Attribute.all);
  addOwn(require, 'extensions', commonJs.extensions, Attribute.all);
  addOwn(require, 'cache', commonJs.cache, Attribute.all);
  return require;
}

function checkId(host: Host, id: Value): Value {
  validateString(host.isolate, id, 'id');
  if (id === '') {
    throwNodeError(
      host.isolate,
      'TypeError',
      'ERR_INVALID_ARG_VALUE',
      "The argument 'id' must be a non-empty string. Received ''",
    );
  }
  return undefined;
}

/** A CommonJS file that a module imports: run if it has not run yet. */
export function loadCommonJs(host: Host, file: string): Value {
  startLoader(host);
  const { isolate, commonJs } = host;
  return isolate.callNested(getProperty(isolate, commonJs.constructor, '_load') as JSObject, commonJs.constructor, [
    file,
  ]);
}

/** Only what is certainly a builtin: the others have to be resolved. */
function builtinExports(host: Host, request: string): Value {
  const isPath = request.startsWith('.') || request.startsWith('/');
  const target = isPath ? undefined : (builtinNameOf(request) ?? standInNameOf(request));
  return target === undefined ? undefined : requireModule(host, target, request);
}

function fileNameOf({ isolate }: Host, module: Value): string {
  const name = module instanceof JSObject ? getProperty(isolate, module, 'filename') : undefined;
  return typeof name === 'string' ? name : '/';
}

function resolveFilenameOf(host: Host, request: Value, parent: Value): Value {
  return resolveFrom(host, request as string, parent, undefined);
}

function resolveFrom(host: Host, request: string, module: Value, options: Value): string {
  const folders = optionPaths(host, options);
  const parent = folders === undefined ? fileNameOf(host, module) : `${folders[0] ?? ''}/noop.js`;
  const target = resolving(host, () => resolveCommonJs(host.files, request, parent, requireStack(host, module)), {
    path: parent,
    request,
  });
  return target.kind === 'builtin' ? request : target.path;
}

/** `require.resolve(id, { paths })`. Simplified: the first folder only. */
function optionPaths({ isolate }: Host, options: Value): string[] | undefined {
  const paths = options instanceof JSObject ? getProperty(isolate, options, 'paths') : undefined;
  return paths instanceof JSObject ? paths.elements.map(String) : undefined;
}

function requireStack(host: Host, module: Value): string[] {
  const result: string[] = [];
  for (let current = module; current instanceof JSObject; current = lookupData(current, host.commonJs.parent)) {
    const name = getProperty(host.isolate, current, 'filename');
    result.push(typeof name === 'string' ? name : String(getProperty(host.isolate, current, 'id')));
  }
  return result;
}
