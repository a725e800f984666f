/**
 * The module 'console' beside the global console, which is the engine's own: the class Console over streams of any kind.
 * Node: lib/internal/console/constructor.js. What needs no stream (counters, timers, groups, the table's text) it shares with
 * the global console (engine/builtins/console.ts).
 */
export const consoleSource = String.raw`function (require, global) {
  const { Object, Reflect, Symbol, Map } = global;
  const { typeError, throwInvalidValue, validateInteger, validateObject, validateArray } = require('internal/validators');
  const { write } = require('internal/console/write');
  const process = require('process');
  const inherent = require('console');
  const stateOf = Symbol('counts');
  const colorModeOf = Symbol('kColorMode');
  const optionsOf = Symbol('kInspectOptions');
  const isConsole = Symbol('kIsConsole');
  const shared = %NewConsoleMethods(stateOf);
  function isColourful(stream) {
    const forced = process.env.FORCE_COLOR;
    if (forced !== undefined) return forced !== '0' && forced !== 'false';
    return stream?.isTTY && (typeof stream.getColorDepth !== 'function' || stream.getColorDepth() > 2);
  }
  function inspectOptions(console, stream) {
    const mode = console[colorModeOf];
    const colors = mode === 'auto' ? !!isColourful(stream) : mode;
    const given = console[optionsOf];
    const options = given instanceof Map ? given.get(stream) : given;
    if (options === undefined || options === null) return colors ? { colors } : undefined;
    if (options.colors === undefined) options.colors = colors;
    return options;
  }
  function print(console, key, args) {
    const stream = console[key];
    printText(console, key, %FormatWithOptions(inspectOptions(console, stream), args));
  }
  function printText(console, key, text) {
    const margin = ' '.repeat(%ConsoleIndentation(console[stateOf]));
    const ignoresErrors = console._ignoreErrors;
    const handler = key === '_stdout' ? console._stdoutErrorHandler : console._stderrErrorHandler;
    write(console[key], (margin === '' ? text : margin + text.replaceAll('\n', '\n' + margin)) + '\n', ignoresErrors, handler);
  }
  function Console(options, ...rest) {
    if (!new.target) return Reflect.construct(Console, [options, ...rest]);
    if (!options || typeof options.write === 'function') options = { stdout: options, stderr: rest[0], ignoreErrors: rest[1] };
    const { stdout, stderr = stdout, ignoreErrors = true, colorMode = 'auto', groupIndentation } = options;
    const given = options.inspectOptions;
    if (!stdout || typeof stdout.write !== 'function') throw typeError('ERR_CONSOLE_WRITABLE_STREAM', 'Console expects a writable stream instance for stdout');
    if (!stderr || typeof stderr.write !== 'function') throw typeError('ERR_CONSOLE_WRITABLE_STREAM', 'Console expects a writable stream instance for stderr');
    if (typeof colorMode !== 'boolean' && colorMode !== 'auto') throwInvalidValue('colorMode', colorMode, "must be one of: 'auto', true, false");
    if (groupIndentation !== undefined) validateInteger(groupIndentation, 'groupIndentation', 0, 1000);
    if (given !== undefined) {
      validateObject(given, 'options.inspectOptions');
      const all = given instanceof Map ? [...given.values()] : [given];
      for (let i = 0; i < all.length; i++) {
        if (all[i].colors !== undefined && options.colorMode !== undefined)
          throw typeError('ERR_INCOMPATIBLE_OPTION_PAIR', 'Option "options.inspectOptions.color" cannot be used in combination with option "colorMode"');
      }
    }
    const names = Object.keys(Console.prototype);
    for (let i = 0; i < names.length; i++) {
      const name = names[i];
      this[name] = this[name].bind(this);
      Object.defineProperty(this[name], 'name', { __proto__: null, value: name });
    }
    const hide = (key, value) => Object.defineProperty(this, key, { __proto__: null, value, writable: true, enumerable: false, configurable: true });
    hide('_stdout', stdout);
    hide('_stderr', stderr);
    hide('_stdoutErrorHandler', require('internal/console/write').newErrorHandler(stdout));
    hide('_stderrErrorHandler', require('internal/console/write').newErrorHandler(stderr));
    hide('_ignoreErrors', !!ignoreErrors);
    hide(stateOf, %NewConsoleState(groupIndentation));
    hide(colorModeOf, colorMode);
    hide(optionsOf, given);
    hide(isConsole, true);
    Object.defineProperty(this, Symbol.toStringTag, { __proto__: null, value: 'console', writable: false, enumerable: false, configurable: true });
  }
  const methods = {
    log(...args) { print(this, '_stdout', args); },
    info(...args) { print(this, '_stdout', args); },
    debug(...args) { print(this, '_stdout', args); },
    warn(...args) { print(this, '_stderr', args); },
    error(...args) { print(this, '_stderr', args); },
    dir(object, options) {
      printText(this, '_stdout', require('internal/inspect').inspect(object, { customInspect: false, ...inspectOptions(this, this._stdout), ...options }));
    },
    time: shared.time,
    timeEnd: shared.timeEnd,
    timeLog: shared.timeLog,
    trace: shared.trace,
    assert: shared.assert,
    clear() {
      if (!this._stdout.isTTY || process.env.TERM === 'dumb') return;
      // To the corner, and away with all below.
      this._stdout.write('\u001b[1;1H');
      this._stdout.write('\u001b[0J');
    },
    count: shared.count,
    countReset: shared.countReset,
    group: shared.group,
    groupEnd: shared.groupEnd,
    table(tabularData, properties) {
      if (tabularData === null || typeof tabularData !== 'object') return this.log(tabularData);
      if (properties !== undefined) validateArray(properties, 'properties');
      return this.log(%FormatTable(tabularData, properties, inspectOptions(this, this._stdout)));
    },
  };
  Object.assign(Console.prototype, methods, { dirxml: methods.log, groupCollapsed: shared.group });
  Object.defineProperty(Console, Symbol.hasInstance, {
    __proto__: null,
    value(instance) { return instance === inherent || !!instance?.[isConsole]; },
  });
  return { Console, clear: methods.clear };
}`;

/** How a console writes to a stream that is the program's own. */
export const consoleWriteSource = String.raw`function (require, global) {
  const { RangeError } = global;
  const nothing = () => {};
  return {
    newErrorHandler(stream) {
      return (error) => {
        if (error !== null && !stream._writableState.errorEmitted && stream.listenerCount('error') === 0) stream.once('error', nothing);
      };
    },
    /** What goes wrong is not heard of, unless it is to be: a console is there to find errors, not to make them. */
    write(stream, text, ignoresErrors, handler) {
      if (ignoresErrors === false) {
        stream.write(text);
        return;
      }
      if (handler === undefined) {
        try {
          stream.write(text, () => {});
        } catch (error) {
          if (isOverflow(error)) throw error;
        }
        return;
      }
      if (stream.destroyed) return;
      try {
        if (stream.listenerCount('error') === 0) stream.once('error', nothing);
        stream.write(text, handler);
      } catch (error) {
        if (isOverflow(error)) throw error;
      } finally {
        stream.removeListener('error', nothing);
      }
    },
  };
  function isOverflow(error) { return error instanceof RangeError && error.message === 'Maximum call stack size exceeded'; }
}`;
