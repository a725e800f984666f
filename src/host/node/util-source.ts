/**
 * The module 'util'. Node: lib/util.js, lib/internal/util.js, lib/internal/util/types.js.
 * Simplified: no MIME types; text is never coloured unless it is asked for.
 */
export const utilSource = String.raw`function (require, global) {
  const { Promise, Object, Reflect, Error, Array, RegExp, String, Number, Symbol } = global;
  const { typeError, plainError, validateObject, validateOneOf, validateNumber } = require('internal/validators');
  const process = require('process');
  const { inspect, format } = require('internal/inspect');
  const types = require('util/types');
  const deprecate = require('internal/deprecate');
  const customPromisify = Symbol.for('nodejs.util.promisify.custom');
  const { customArgs } = require('internal/symbols');

  function promisify(original) {
    %ValidateFunction(original, 'original');
    if (original === global.setTimeout) return require('timers/promises').setTimeout;
    if (original === global.setImmediate) return require('timers/promises').setImmediate;
    if (original[customPromisify]) {
      const chosen = original[customPromisify];
      %ValidateFunction(chosen, 'util.promisify.custom');
      return Object.defineProperty(chosen, customPromisify, { __proto__: null, value: chosen, enumerable: false, writable: false, configurable: true });
    }
    const names = original[customArgs];
    function fn(...args) {
      return new Promise((resolve, reject) => {
        args[args.length] = (error, ...values) => {
          if (error) return reject(error);
          if (names !== undefined && values.length > 1) {
            const named = {};
            for (let i = 0; i < names.length; i++) named[names[i]] = values[i];
            resolve(named);
          } else resolve(values[0]);
        };
        const result = %Apply(original, this, args);
        if (types.isPromise(result)) {
          process.emitWarning('Calling promisify on a function that returns a Promise is likely a mistake.', 'DeprecationWarning', 'DEP0174');
        }
      });
    }
    Object.setPrototypeOf(fn, Object.getPrototypeOf(original));
    Object.defineProperty(fn, customPromisify, { __proto__: null, value: fn, enumerable: false, writable: false, configurable: true });
    const descriptors = Object.getOwnPropertyDescriptors(original);
    return Object.defineProperties(fn, descriptors);
  }
  promisify.custom = customPromisify;

  function rejectedWith(reason, callback) {
    if (!reason) {
      const error = plainError('ERR_FALSY_VALUE_REJECTION', 'Promise was rejected with falsy value');
      error.reason = reason;
      reason = error;
    }
    return callback(reason);
  }
  function callbackify(original) {
    %ValidateFunction(original, 'original');
    function callbackified(...args) {
      const callback = args.pop();
      %ValidateFunction(callback, 'last argument');
      const bound = callback.bind(this);
      %Apply(original, this, args).then(
        (value) => process.nextTick(bound, null, value),
        (reason) => process.nextTick(rejectedWith, reason, bound),
      );
    }
    const descriptors = Object.getOwnPropertyDescriptors(original);
    if (typeof descriptors.length.value === 'number') descriptors.length.value++;
    if (typeof descriptors.name.value === 'string') descriptors.name.value += 'Callbackified';
    return Object.defineProperties(callbackified, descriptors);
  }
  function inherits(constructor, superConstructor) {
    if (constructor === undefined || constructor === null) %ThrowInvalidType('ctor', 'of type function', constructor);
    if (superConstructor === undefined || superConstructor === null) %ThrowInvalidType('superCtor', 'of type function', superConstructor);
    if (superConstructor.prototype === undefined) %ThrowInvalidType('superCtor.prototype', 'of type object', superConstructor.prototype);
    Object.defineProperty(constructor, 'super_', { __proto__: null, value: superConstructor, writable: true, configurable: true });
    Object.setPrototypeOf(constructor.prototype, superConstructor.prototype);
  }

  let isDebugged;
  function debuglog(name, callback) {
    let enabled;
    let write;
    const test = () => {
      if (enabled !== undefined) return enabled;
      if (isDebugged === undefined) {
        const wanted = process.env.NODE_DEBUG;
        const pattern = wanted ? new RegExp('^' + wanted.replace(/[|\\{}()[\]^$+?.]/g, '\\$&').replaceAll('*', '.*').replaceAll(',', '$|^') + '$', 'i') : null;
        isDebugged = (text) => pattern !== null && pattern.test(text);
      }
      name = name.toUpperCase();
      enabled = isDebugged(name);
      return enabled;
    };
    const logger = (...args) => {
      if (!test()) return;
      if (write === undefined) {
        write = (...words) => { process.stderr.write(name + ' ' + process.pid + ': ' + %Apply(format, undefined, words) + '\n'); };
        if (typeof callback === 'function') callback(write);
      }
      %Apply(write, undefined, args);
    };
    Object.defineProperty(logger, 'enabled', { __proto__: null, get: test, configurable: true, enumerable: true });
    return logger;
  }

  const escapes = /[\u001B\u009B][[\]()#;?]*(?:(?:(?:(?:;[-a-zA-Z\d\/\#&.:=?%@~_]+)*|[a-zA-Z\d]+(?:;[-a-zA-Z\d\/\#&.:=?%@~_]*)*)?(?:\u0007|\u001B\u005C|\u009C))|(?:(?:\d{1,4}(?:;\d{0,4})*)?[\dA-PR-TZcf-ntqry=><~]))/g;
  function stripVTControlCharacters(text) {
    %ValidateString(text, 'str');
    return text.includes('\u001B') || text.includes('\u009B') ? text.replace(escapes, '') : text;
  }
  function isColourful(stream) {
    const { FORCE_COLOR, NO_COLOR, NODE_DISABLE_COLORS, TERM } = process.env;
    if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
    return !!stream?.isTTY && NO_COLOR === undefined && NODE_DISABLE_COLORS === undefined && TERM !== 'dumb';
  }
  function styleText(style, text, options) {
    const validateStream = options?.validateStream ?? true;
    %ValidateString(text, 'text');
    if (options !== undefined) validateObject(options, 'options');
    %ValidateBoolean(validateStream, 'options.validateStream');
    const isPlain = validateStream && !isColourful(options?.stream ?? process.stdout);
    const wanted = Array.isArray(style) ? style : [style];
    let open = '';
    let close = '';
    let inner = text;
    for (let i = 0; i < wanted.length; i++) {
      const key = wanted[i];
      if (key === 'none') continue;
      let begin;
      let end;
      if (typeof key === 'string' && key[0] === '#') {
        if (!/^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(key)) require('internal/validators').throwInvalidValue('format', key, 'must be a valid hex color (#RGB or #RRGGBB)');
        const hex = key.length === 4 ? key[1] + key[1] + key[2] + key[2] + key[3] + key[3] : key.slice(1);
        const value = global.parseInt(hex, 16);
        begin = '\u001b[38;2;' + (value >> 16) + ';' + ((value >> 8) & 255) + ';' + (value & 255) + 'm';
        end = '\u001b[39m';
      } else {
        const codes = inspect.colors[key];
        if (!codes) validateOneOf(key, 'format', Object.getOwnPropertyNames(inspect.colors));
        begin = '\u001b[' + codes[0] + 'm';
        end = '\u001b[' + codes[1] + 'm';
      }
      open += begin;
      close = end + close;
      const isKept = key === 'bold' || key === 'dim';
      if (inner.includes(end)) {
        const parts = inner.split(end);
        const last = parts.pop();
        inner = parts.join(isKept ? end + begin : begin);
        inner = parts.length === 0 ? last : last === '' ? inner + end : inner + (isKept ? end + begin : begin) + last;
      }
    }
    return isPlain ? text : open + inner + close;
  }

  function validErrno(code) {
    validateNumber(code, 'err');
    if (code >= 0 || !Number.isSafeInteger(code)) %ThrowOutOfRange('err', 'a negative integer', code);
    return code;
  }
  function getSystemErrorName(code) { return require('internal/uv').nameOf(validErrno(code)); }
  function exceptionOf(code, syscall, address, port, additional) {
    const name = getSystemErrorName(code);
    let details = port && port > 0 ? ' ' + address + ':' + port : address ? ' ' + address : '';
    if (additional) details += ' - Local (' + additional + ')';
    const error = new Error(syscall + ' ' + name + details);
    Object.assign(error, { errno: code, code: name, syscall, address });
    if (port) error.port = port;
    return error;
  }
  function parseEnv(content) {
    %ValidateString(content, 'content');
    const result = {};
    const lines = /^\s*(?:export\s+)?([\w.-]+)\s*=[ \t]*("(?:[^"])*"|'[^']*'|\x60[^\x60]*\x60|[^\n#]*)?/gm;
    for (const [, key, raw = ''] of content.replaceAll('\r\n', '\n').matchAll(lines)) {
      const value = raw.trim();
      const mark = value[0];
      const isQuoted = value.length > 1 && (mark === '"' || mark === "'" || mark === '\x60') && value.endsWith(mark);
      result[key] = !isQuoted ? value : mark === '"' ? value.slice(1, -1).replaceAll('\\n', '\n') : value.slice(1, -1);
    }
    return result;
  }
  async function aborted(signal, resource) {
    if (!%IsAbortSignal(signal)) throw %NewBindingError('ERR_INVALID_ARG_TYPE', 'signal is not of type AbortSignal.', 'TypeError');
    if (resource === null || (typeof resource !== 'object' && typeof resource !== 'function')) %ThrowInvalidType('resource', 'of type object', resource);
    if (signal.aborted) return;
    return new Promise((resolve) => { signal.addEventListener('abort', resolve, { once: true }); });
  }
  function diff(actual, expected) {
    if (actual === expected) return [];
    const { myersDiff } = require('internal/assert/diff');
    const list = (value, name) => {
      if (Array.isArray(value)) {
        for (let i = 0; i < value.length; i++) %ValidateString(value[i], name + '[' + i + ']');
        return value;
      }
      %ValidateString(value, name);
      return [...value];
    };
    return myersDiff(list(actual, 'actual'), list(expected, 'expected'), false).reverse();
  }
  const unsimulated = (name) => ({ [name]() { %NotSimulated('util.' + name); } })[name];
  const exports = {
    _errnoException(code, syscall, original) { return require('internal/uv').errnoError(validErrno(code), syscall, original); },
    _exceptionWithHostPort(code, syscall, address, port, additional) { return exceptionOf(code, syscall, address, port, additional); },
    _extend: deprecate(function _extend(target, source) {
      if (source === null || typeof source !== 'object') return target;
      return Object.assign(target, source);
    }, 'The \x60util._extend\x60 API is deprecated. Please use Object.assign() instead.', 'DEP0060'),
    callbackify,
    convertProcessSignalToExitCode(signalCode) {
      const { signals } = require('os').constants;
      validateOneOf(signalCode, 'signalCode', Object.keys(signals));
      return 128 + signals[signalCode];
    },
    debug: debuglog,
    debuglog,
    deprecate,
    format,
    styleText,
    formatWithOptions(options, ...args) {
      if (options === null || typeof options !== 'object') %ThrowInvalidType('inspectOptions', 'of type object', options);
      return %FormatWithOptions(options, args);
    },
    getCallSites(frameCount = 8, options) {
      const isObject = typeof frameCount === 'object';
      if (options === undefined && isObject) {
        options = frameCount;
        frameCount = 8;
      }
      if (options !== undefined) {
        validateObject(options, 'options');
        if (options.sourceMap !== undefined) %ValidateBoolean(options.sourceMap, 'options.sourceMap');
      }
      require('internal/validators').validateInteger(frameCount, 'frameCount', 1, 200);
      return %CallSites(frameCount);
    },
    getSystemErrorMap() { return require('internal/uv').map(); },
    getSystemErrorName,
    getSystemErrorMessage(code) { return require('internal/uv').messageOf(validErrno(code)); },
    inherits,
    inspect,
    isArray: deprecate(Array.isArray, 'The \x60util.isArray\x60 API is deprecated. Please use \x60Array.isArray()\x60 instead.', 'DEP0044'),
    isDeepStrictEqual(a, b, skipPrototype) { return require('internal/equal').isDeepStrictEqual(a, b, skipPrototype); },
    promisify,
    stripVTControlCharacters,
    toUSVString(text) { return %ToString(text).toWellFormed(); },
    transferableAbortSignal(signal) {
      if (!%IsAbortSignal(signal)) %ThrowInvalidType('signal', 'an instance of AbortSignal', signal);
      return signal;
    },
    transferableAbortController() { return new global.AbortController(); },
    aborted,
    types,
    parseEnv,
    parseArgs(config) { return require('internal/parse-args').parseArgs(config); },
  };
  const lazy = (name) => Object.defineProperty(exports, name, {
    __proto__: null,
    get() { return global[name]; },
    set(value) { Object.defineProperty(exports, name, { __proto__: null, value, writable: true, enumerable: true, configurable: true }); },
    configurable: true,
    enumerable: true,
  });
  lazy('TextDecoder');
  lazy('TextEncoder');
  exports.MIMEType = unsimulated('MIMEType');
  exports.MIMEParams = unsimulated('MIMEParams');
  exports.diff = diff;
  exports.setTraceSigInt = function setTraceSigInt() {};
  return exports;
}`;

export const utilTypesSource = String.raw`function (require, global) {
  const { ArrayBuffer, Object } = global;
  const kindIs = (name, kind) => ({ [name](value) { return %InstanceType(value) === kind; } })[name];
  const isTyped = (type) => ({ ['is' + type](value) { return %TypedArrayName(value) === type; } })['is' + type];
  const boxed = ['number wrapper', 'string wrapper', 'boolean wrapper', 'bigint wrapper', 'symbol wrapper'];
  const exports = {
    isArgumentsObject(value) { const type = %InstanceType(value); return type === 'arguments' || type === 'sloppy arguments'; },
    isArrayBuffer(value) { return %InstanceType(value) === 'array buffer' && !%IsSharedBuffer(value); },
    isAsyncFunction(value) { const kind = %FunctionKind(value); return kind !== undefined && kind.startsWith('async'); },
    isBigIntObject: kindIs('isBigIntObject', 'bigint wrapper'),
    isBooleanObject: kindIs('isBooleanObject', 'boolean wrapper'),
    isDate: kindIs('isDate', 'date'),
    isExternal() { return false; },
    isGeneratorFunction(value) { const kind = %FunctionKind(value); return kind !== undefined && /enerator/.test(kind); },
    isGeneratorObject(value) { const type = %InstanceType(value); return type === 'generator' || type === 'async generator'; },
    isMap: kindIs('isMap', 'map'),
    isMapIterator: kindIs('isMapIterator', 'map iterator'),
    isModuleNamespaceObject: kindIs('isModuleNamespaceObject', 'module namespace'),
    isNativeError: kindIs('isNativeError', 'error'),
    isNumberObject: kindIs('isNumberObject', 'number wrapper'),
    isPromise: kindIs('isPromise', 'promise'),
    isProxy: kindIs('isProxy', 'proxy'),
    isRegExp: kindIs('isRegExp', 'regexp'),
    isSet: kindIs('isSet', 'set'),
    isSetIterator: kindIs('isSetIterator', 'set iterator'),
    isSharedArrayBuffer(value) { return %InstanceType(value) === 'array buffer' && %IsSharedBuffer(value); },
    isStringObject: kindIs('isStringObject', 'string wrapper'),
    isSymbolObject: kindIs('isSymbolObject', 'symbol wrapper'),
    isWeakMap: kindIs('isWeakMap', 'weak map'),
    isWeakSet: kindIs('isWeakSet', 'weak set'),
    isAnyArrayBuffer: kindIs('isAnyArrayBuffer', 'array buffer'),
    isBoxedPrimitive(value) { return boxed.includes(%InstanceType(value)); },
    isArrayBufferView(value) { return ArrayBuffer.isView(value); },
    isDataView: kindIs('isDataView', 'data view'),
    isTypedArray: kindIs('isTypedArray', 'typed array'),
    isUint8Array: isTyped('Uint8Array'),
    isUint8ClampedArray: isTyped('Uint8ClampedArray'),
    isUint16Array: isTyped('Uint16Array'),
    isUint32Array: isTyped('Uint32Array'),
    isInt8Array: isTyped('Int8Array'),
    isInt16Array: isTyped('Int16Array'),
    isInt32Array: isTyped('Int32Array'),
    isFloat16Array: isTyped('Float16Array'),
    isFloat32Array: isTyped('Float32Array'),
    isFloat64Array: isTyped('Float64Array'),
    isBigInt64Array: isTyped('BigInt64Array'),
    isBigUint64Array: isTyped('BigUint64Array'),
    isKeyObject() { return false; },
    isCryptoKey() { return false; },
    isEventTarget(value) { return typeof global.EventTarget === 'function' && value instanceof global.EventTarget; },
  };
  Object.defineProperty(exports, 'isEventTarget', { enumerable: false });
  return exports;
}`;

/** Names and messages of the system's errors. libuv: uv_err_name, uv_strerror. */
export const uvSource = String.raw`function (require, global) {
  const { Error, Map } = global;
  const table = 'E2BIG 7 argument list too long;EACCES 13 permission denied;EADDRINUSE 98 address already in use;EADDRNOTAVAIL 99 address not available;EAFNOSUPPORT 97 address family not supported;EAGAIN 11 resource temporarily unavailable;EAI_ADDRFAMILY 3000 address family not supported;EAI_AGAIN 3001 temporary failure;EAI_BADFLAGS 3002 bad ai_flags value;EAI_BADHINTS 3013 invalid value for hints;EAI_CANCELED 3003 request canceled;EAI_FAIL 3004 permanent failure;EAI_FAMILY 3005 ai_family not supported;EAI_MEMORY 3006 out of memory;EAI_NODATA 3007 no address;EAI_NONAME 3008 unknown node or service;EAI_OVERFLOW 3009 argument buffer overflow;EAI_PROTOCOL 3014 resolved protocol is unknown;EAI_SERVICE 3010 service not available for socket type;EAI_SOCKTYPE 3011 socket type not supported;EALREADY 114 connection already in progress;EBADF 9 bad file descriptor;EBUSY 16 resource busy or locked;ECANCELED 125 operation canceled;ECHARSET 4080 invalid Unicode character;ECONNABORTED 103 software caused connection abort;ECONNREFUSED 111 connection refused;ECONNRESET 104 connection reset by peer;EDESTADDRREQ 89 destination address required;EEXIST 17 file already exists;EFAULT 14 bad address in system call argument;EFBIG 27 file too large;EHOSTUNREACH 113 host is unreachable;EINTR 4 interrupted system call;EINVAL 22 invalid argument;EIO 5 i/o error;EISCONN 106 socket is already connected;EISDIR 21 illegal operation on a directory;ELOOP 40 too many symbolic links encountered;EMFILE 24 too many open files;EMSGSIZE 90 message too long;ENAMETOOLONG 36 name too long;ENETDOWN 100 network is down;ENETUNREACH 101 network is unreachable;ENFILE 23 file table overflow;ENOBUFS 105 no buffer space available;ENODEV 19 no such device;ENOENT 2 no such file or directory;ENOMEM 12 not enough memory;ENONET 64 machine is not on the network;ENOPROTOOPT 92 protocol not available;ENOSPC 28 no space left on device;ENOSYS 38 function not implemented;ENOTCONN 107 socket is not connected;ENOTDIR 20 not a directory;ENOTEMPTY 39 directory not empty;ENOTSOCK 88 socket operation on non-socket;ENOTSUP 95 operation not supported on socket;EOVERFLOW 75 value too large for defined data type;EPERM 1 operation not permitted;EPIPE 32 broken pipe;EPROTO 71 protocol error;EPROTONOSUPPORT 93 protocol not supported;EPROTOTYPE 91 protocol wrong type for socket;ERANGE 34 result too large;EROFS 30 read-only file system;ESHUTDOWN 108 cannot send after transport endpoint shutdown;ESPIPE 29 invalid seek;ESRCH 3 no such process;ETIMEDOUT 110 connection timed out;ETXTBSY 26 text file is busy;EXDEV 18 cross-device link not permitted;UNKNOWN 4094 unknown error;EOF 4095 end of file;ENXIO 6 no such device or address;EMLINK 31 too many links;EHOSTDOWN 112 host is down;EREMOTEIO 121 remote I/O error;ENOTTY 25 inappropriate ioctl for device;EFTYPE 4028 inappropriate file type or format;EILSEQ 84 illegal byte sequence;ESOCKTNOSUPPORT 94 socket type not supported;ENODATA 61 no data available;EUNATCH 49 protocol driver not attached;ENOEXEC 8 exec format error'.split(';');
  const byCode = new Map();
  const byName = { __proto__: null };
  for (let i = 0; i < table.length; i++) {
    const [name, number] = table[i].split(' ', 2);
    const message = table[i].slice(name.length + number.length + 2);
    byCode.set(-number, [name, message]);
    byName[name] = -number;
  }
  return {
    byName,
    map() { return new Map(byCode); },
    nameOf(code) { return byCode.has(code) ? byCode.get(code)[0] : 'Unknown system error ' + code; },
    messageOf(code) { return byCode.has(code) ? byCode.get(code)[1] : 'Unknown system error ' + code; },
    /** Node: UVException. */
    uvException(name, syscall, path, dest) {
      const [, message] = byCode.get(byName[name]);
      let text = name + ': ' + message + ', ' + syscall;
      if (path !== undefined) text += " '" + path + "'";
      if (dest !== undefined) text += " -> '" + dest + "'";
      const error = new Error(text);
      error.errno = byName[name];
      error.code = name;
      error.syscall = syscall;
      if (path !== undefined) error.path = path;
      if (dest !== undefined) error.dest = dest;
      return error;
    },
    errnoError(code, syscall, original) {
      const name = this.nameOf(code);
      const error = new Error(original ? syscall + ' ' + name + ' ' + original : syscall + ' ' + name);
      error.errno = code;
      error.code = name;
      error.syscall = syscall;
      return error;
    },
  };
}`;
