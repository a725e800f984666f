/**
 * The part of Node's CommonJS loader that calls the program's code, in JavaScript, so that such calls do not nest on the
 * host's stack and that programs can replace parts of it. One function expression; cjs-loader.ts has the natives.
 * Node: lib/internal/modules/cjs/loader.js. The functions stand on the stack as Node's do.
 */
export const commonJsLoaderSource = `function (Module, path) {
  const cache = Module._cache;
  const extensions = Module._extensions;
  function forget(parent, module) {
    const children = parent === undefined || parent === null ? undefined : parent.children;
    if (%IsArray(children)) %RemoveElement(children, module);
  }
  function makeRequire(module) {
    const require = function require(id) { return module.require(id); };
    %DecorateRequire(require, module);
    return require;
  }
  const warningOfMissing = new (%Intrinsic('Proxy'))({}, {
    __proto__: null,
    get(target, prop) {
      if (prop in target || prop === '__esModule') return target[prop];
      %WarnOfMissingExport(prop);
      return undefined;
    },
    getOwnPropertyDescriptor(target, prop) {
      if (prop !== '__esModule') %WarnOfMissingExport(prop);
      return undefined;
    },
  });
  function getExportsForCircularRequire(module) {
    if (%HasPlainExports(module) && !module.exports.__esModule) %BeginCycle(module, warningOfMissing);
    return module.exports;
  }
  Module._load = function _load(request, parent, isMain) {
    const builtin = %CjsBuiltin(request);
    if (builtin !== undefined) return builtin;
    const filename = Module._resolveFilename(request, parent, isMain);
    const known = cache[filename];
    if (known !== undefined) {
      %AdoptChild(parent, known);
      return known.loaded ? known.exports : getExportsForCircularRequire(known);
    }
    const other = %CjsBuiltin(filename);
    if (other !== undefined) return other;
    const module = new Module(filename, parent);
    cache[filename] = module;
    let threw = true;
    try {
      module.load(filename);
      threw = false;
    } finally {
      if (threw) {
        delete cache[filename];
        forget(parent, module);
      } else %EndCycle(module);
    }
    return module.exports;
  };
  function wrapModuleLoad(request, parent, isMain) { return Module._load(request, parent, isMain); }
  Module.prototype.require = function require(id) {
    %CjsCheckId(id);
    return wrapModuleLoad(id, this, false);
  };
  Module.prototype.load = function load(filename) {
    %BeginLoad(this, filename);
    const extension = %FindExtension(filename, extensions);
    extensions[extension](this, filename);
    this.loaded = true;
  };
  Module.prototype._compile = function _compile(content, filename, format) {
    const compiled = %CjsCompile(content, filename, format);
    if (compiled === undefined) {
      %RequireEsm(this, filename, content);
      return undefined;
    }
    return %Call(compiled, this.exports, this.exports, makeRequire(this), this, filename, path(filename));
  };
  extensions['.js'] = function (module, filename) {
    module._compile(%CjsSource(filename), filename, %CjsFormat(filename));
  };
  extensions['.json'] = function (module, filename) { module.exports = %CjsJson(filename); };
  extensions['.node'] = function (module, filename) { %CjsAddon(filename); };
  return makeRequire;
}`;
