/**
 * process.emitWarning, and what stands for a rejection with something that is no error, in JavaScript: what builtin-module-sources.ts says of such sources holds here.
 * Node: lib/internal/process/{warning,promises}.js. Simplified: none of the command line's options about warnings.
 */
export const warningSource = `function (require, global) {
  const { Error, String, Array } = global;
  const process = require('process');
  let isHintShown = false;
  function show(warning) {
    if (!(warning instanceof Error)) return;
    const isDeprecation = warning.name === 'DeprecationWarning';
    if (isDeprecation && process.noDeprecation) return;
    let text = '(node:' + process.pid + ') ';
    if (warning.code) text += '[' + warning.code + '] ';
    text += typeof warning.toString === 'function' ? warning.toString() : String(warning.message);
    if (typeof warning.detail === 'string') text += '\\n' + warning.detail;
    if (!isHintShown) {
      text += '\\n(Use \`node ' + (isDeprecation ? '--trace-deprecation' : '--trace-warnings') + ' ...\` to show where the warning was created)';
      isHintShown = true;
    }
    %PrintWarning(text);
  }
  function emit(warning) {
    show(warning);
    %EmitProcessEvent('warning', warning);
  }
  return {
    emitWarning(warning, type, code, from) {
      let detail;
      if (type !== null && typeof type === 'object' && !Array.isArray(type)) {
        from = type.ctor;
        code = type.code;
        if (typeof type.detail === 'string') ({ detail } = type);
        type = type.type || 'Warning';
      } else if (typeof type === 'function') {
        from = type;
        code = undefined;
        type = 'Warning';
      }
      if (type !== undefined) %ValidateString(type, 'type');
      if (typeof code === 'function') {
        from = code;
        code = undefined;
      } else if (code !== undefined) %ValidateString(code, 'code');
      if (typeof warning === 'string') {
        warning = new Error(warning);
        warning.name = String(type || 'Warning');
        if (code !== undefined) warning.code = code;
        if (detail !== undefined) warning.detail = detail;
        Error.captureStackTrace(warning, from || process.emitWarning);
      } else if (!(warning instanceof Error)) %ThrowInvalidType('warning', 'of type string or an instance of Error', warning);
      if (warning.name === 'DeprecationWarning') {
        if (process.noDeprecation) return;
        if (process.throwDeprecation) {
          process.nextTick(() => { throw warning; });
          return;
        }
      }
      process.nextTick(emit, warning);
    },
  };
}`;

export const rejectionErrorSource = `function (require, { Error }) {
  class UnhandledPromiseRejection extends Error {
    code = 'ERR_UNHANDLED_REJECTION';
    constructor(message) {
      super(message);
      this.name = 'UnhandledPromiseRejection';
      Error.captureStackTrace(this);
    }
  }
  return (message) => new UnhandledPromiseRejection(message);
}`;
