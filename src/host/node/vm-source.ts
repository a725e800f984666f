/**
 * What of the module `vm` runs in the program's own realm. Node: lib/vm.js.
 * Simplified: no context but the program's, timeouts never come, no columnOffset, nothing cached; the text of a compiled function is
 * its body.
 */
export const vmSource = `function (require, global) {
  const { Object, Symbol, Array, ArrayBuffer } = global;
  const { typeError, validateArray, validateInt32, validateObject, validateString, validateUint32 } = require('internal/validators');
  const constants = Object.freeze(Object.assign(Object.create(null), {
    USE_MAIN_CONTEXT_DEFAULT_LOADER: Symbol('vm_dynamic_import_main_context_default'),
    DONT_CONTEXTIFY: Symbol('vm_context_no_contextify'),
  }));

  function optionsOf(options) {
    if (typeof options === 'string') return { filename: options };
    validateObject(options, 'options');
    return options;
  }
  /** Compile options that all have. */
  function check({ filename, lineOffset = 0, columnOffset = 0, cachedData, produceCachedData = false }, isFunction) {
    if (filename !== undefined) validateString(filename, 'options.filename');
    if (isFunction) validateInt32(columnOffset, 'options.columnOffset');
    validateInt32(lineOffset, 'options.lineOffset');
    validateInt32(columnOffset, 'options.columnOffset');
    if (cachedData !== undefined && !ArrayBuffer.isView(cachedData)) %ThrowInvalidType('options.cachedData', 'an instance of Buffer, TypedArray, or DataView', cachedData);
    %ValidateBoolean(produceCachedData, 'options.produceCachedData');
    if (columnOffset !== 0) %NotSimulated('the option columnOffset of vm');
    if (produceCachedData) %NotSimulated('the option produceCachedData of vm');
    return lineOffset;
  }
  function checkImporter(importer) {
    if (importer === undefined || importer === constants.USE_MAIN_CONTEXT_DEFAULT_LOADER) return;
    %ValidateFunction(importer, 'options.importModuleDynamically');
    %NotSimulated('the option importModuleDynamically of vm');
  }
  function magic(code, name) {
    const start = code.lastIndexOf('//# ' + name + '=');
    return start < 0 ? undefined : code.slice(start + name.length + 5).split(/\\s/)[0];
  }

  class ContextifyScript {
    createCachedData() { %NotSimulated('script.createCachedData'); }
  }
  class Script extends ContextifyScript {
    constructor(code, options = {}) {
      if (typeof code === 'symbol') throw %NewTypeErrorOf('Cannot convert a Symbol value to a string');
      code = %ToString(%IsObject(code) ? %ToPrimitiveString(code) : code);
      options = optionsOf(options);
      super();
      const line = check(options, false);
      checkImporter(options.importModuleDynamically);
      const sourceURL = magic(code, 'sourceURL');
      %CompileVmScript(this, code, sourceURL ?? options.filename ?? 'evalmachine.<anonymous>', line);
      this.sourceURL = sourceURL;
      this.sourceMapURL = magic(code, 'sourceMappingURL');
    }
    runInThisContext(options = {}) {
      validateObject(options, 'options');
      const { timeout, displayErrors = true, breakOnSigint = false } = options;
      if (timeout !== undefined) validateUint32(timeout, 'options.timeout', true);
      %ValidateBoolean(displayErrors, 'options.displayErrors');
      %ValidateBoolean(breakOnSigint, 'options.breakOnSigint');
      return %RunVmScript(this, displayErrors);
    }
    runInContext(contextifiedObject) {
      if (!isContext(contextifiedObject)) %ThrowInvalidType('contextifiedObject', 'an instance of vm.Context', contextifiedObject);
    }
    runInNewContext() { require('vm').runInNewContext(); }
  }
  function createScript(code, options) { return new Script(code, options); }
  function runInThisContext(code, options) {
    if (typeof options === 'string') options = { filename: options };
    return createScript(code, options).runInThisContext(options);
  }
  function isContext(object) {
    if (!%IsObject(object)) %ThrowInvalidType('object', 'of type object', object);
    return false;
  }
  function compileFunction(code, params, options = {}) {
    validateString(code, 'code');
    validateObject(options, 'options');
    if (params !== undefined) {
      validateArray(params, 'params');
      for (let i = 0; i < params.length; i++) validateString(params[i], 'params[' + i + ']');
    }
    const { filename = '', parsingContext, contextExtensions = [] } = options;
    const line = check(options, true);
    if (parsingContext !== undefined) %ThrowInvalidType('options.parsingContext', 'an instance of Context', parsingContext);
    validateArray(contextExtensions, 'options.contextExtensions');
    if (contextExtensions.length > 0) %NotSimulated('the option contextExtensions of vm.compileFunction');
    checkImporter(options.importModuleDynamically);
    return %CompileVmFunction(code, filename, line, params);
  }
  return { Script, createScript, runInThisContext, isContext, compileFunction, constants };
}`;
