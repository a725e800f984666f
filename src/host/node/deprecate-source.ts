/** What util.deprecate gives, which Node's own modules use too. Node: deprecate in lib/internal/util.js. */
export const deprecateSource = String.raw`function (require, { Object, Reflect }) {
  const process = require('process');
  const warnedCodes = {};
  return function deprecate(original, message, code) {
    if (code !== undefined) %ValidateString(code, 'code');
    let hasWarned = false;
    function deprecated(...args) {
      if (!process.noDeprecation && !hasWarned) {
        hasWarned = true;
        if (code === undefined) process.emitWarning(message, 'DeprecationWarning', deprecated);
        else if (!warnedCodes[code]) {
          warnedCodes[code] = true;
          process.emitWarning(message, 'DeprecationWarning', code, deprecated);
        }
      }
      return new.target ? Reflect.construct(original, args, new.target) : %Apply(original, this, args);
    }
    Object.setPrototypeOf(deprecated, original);
    if (original.prototype) deprecated.prototype = original.prototype;
    Object.defineProperty(deprecated, 'length', { __proto__: null, ...Object.getOwnPropertyDescriptor(original, 'length') });
    return deprecated;
  };
}`;
