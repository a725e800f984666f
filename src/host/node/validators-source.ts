/**
 * What Node's modules check their arguments with, and their errors: what builtin-module-sources.ts says of such sources holds
 * in this folder. Node: lib/internal/validators.js, lib/internal/errors.js.
 */
export const validatorsSource = String.raw`function (require, global) {
  const { Number, Array, String, Object, Error } = global;
  const typeError = (code, message) => %NodeError('TypeError', code, message);
  const rangeError = (code, message) => %NodeError('RangeError', code, message);
  const plainError = (code, message) => %NodeError('Error', code, message);
  function validateNumber(value, name, min, max) {
    if (typeof value !== 'number') %ThrowInvalidType(name, 'of type number', value);
    const isTooSmall = min !== undefined && min !== null && value < min;
    const isTooLarge = max !== undefined && max !== null && value > max;
    if (!isTooSmall && !isTooLarge && !((min !== undefined || max !== undefined) && value !== value)) return;
    const lower = min !== undefined && min !== null ? '>= ' + min : '';
    const upper = max !== undefined && max !== null ? '<= ' + max : '';
    %ThrowOutOfRange(name, lower + (lower !== '' && upper !== '' ? ' && ' : '') + upper, value);
  }
  function validateInteger(value, name, min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER) {
    if (typeof value !== 'number') %ThrowInvalidType(name, 'of type number', value);
    if (!Number.isInteger(value)) %ThrowOutOfRange(name, 'an integer', value);
    if (value < min || value > max) %ThrowOutOfRange(name, '>= ' + min + ' && <= ' + max, value);
  }
  function validateUint32(value, name, isPositive = false) {
    if (typeof value !== 'number') %ThrowInvalidType(name, 'of type number', value);
    if (!Number.isInteger(value)) %ThrowOutOfRange(name, 'an integer', value);
    const min = isPositive ? 1 : 0;
    if (value < min || value > 4294967295) %ThrowOutOfRange(name, '>= ' + min + ' && <= 4294967295', value);
  }
  function validateObject(value, name) {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) %ThrowInvalidType(name, 'of type object', value);
  }
  function validateArray(value, name) {
    if (!Array.isArray(value)) %ThrowInvalidType(name, 'an instance of Array', value);
  }
  function listed(values) {
    const shown = [];
    for (let i = 0; i < values.length; i++) shown[i] = typeof values[i] === 'string' ? "'" + values[i] + "'" : String(values[i]);
    return shown.join(', ');
  }
  function throwInvalidValue(name, value, reason = 'is invalid') {
    let shown = require('internal/inspect').inspect(value);
    if (shown.length > 128) shown = shown.slice(0, 128) + '...';
    throw typeError('ERR_INVALID_ARG_VALUE', 'The ' + (name.includes('.') ? 'property' : 'argument') + " '" + name + "' " + reason + '. Received ' + shown);
  }
  function validateOneOf(value, name, values) {
    if (!values.includes(value)) throwInvalidValue(name, value, 'must be one of: ' + listed(values));
  }
  function validateAbortSignal(signal, name) {
    if (signal !== undefined && (signal === null || typeof signal !== 'object' || !('aborted' in signal)))
      %ThrowInvalidType(name, 'an instance of AbortSignal', signal);
  }
  class AbortError extends Error {
    constructor(message = 'The operation was aborted', options = undefined) {
      super(message, options);
      this.code = 'ABORT_ERR';
      this.name = 'AbortError';
    }
  }
  return {
    typeError, rangeError, plainError, throwInvalidValue, AbortError,
    validateNumber, validateInteger, validateUint32, validateObject, validateArray, validateOneOf, validateAbortSignal,
    validateString(value, name) { %ValidateString(value, name); },
    validateBoolean(value, name) { %ValidateBoolean(value, name); },
    validateFunction(value, name) { %ValidateFunction(value, name); },
    validateInt32(value, name, min = -2147483648, max = 2147483647) { validateInteger(value, name, min, max); },
    abortedWith(signal) { return new AbortError(undefined, { cause: signal.reason }); },
  };
}`;
