/** The modules 'readline' and 'readline/promises' over streams that are no terminals. Node: lib/internal/readline/interface.js. */
export const readlineSource = String.raw`function (require, global) {
  const { Object, Date, Infinity: endless, Symbol, Number } = global;
  const EventEmitter = require('events');
  const { plainError, typeError, throwInvalidValue, abortedWith } = require('internal/validators');
  const { StringDecoder } = require('string_decoder');
  const { firstParameter } = require('internal/symbols');
  const endings = /\r?\n|\r(?!\n)|\u2028|\u2029/g;
  class Interface extends EventEmitter {
    #decoder = new StringDecoder('utf8');
    #rest = null;
    #sawReturnAt = 0;
    #answer = null;
    #reject = null;
    #oldPrompt;
    #prompt = '> ';
    constructor(input, output, completer, terminal) {
      super();
      let crlfDelay;
      let signal;
      if (input?.input) {
        ({ output, terminal, crlfDelay, signal } = input);
        if (input.prompt !== undefined) this.#prompt = input.prompt;
        ({ input } = input);
      }
      if (input === undefined || input === null || typeof input.on !== 'function') %ThrowInvalidType('input', 'an instance of Stream', input);
      this.terminal = false;
      this.line = '';
      this.cursor = 0;
      this.output = output;
      this.input = input;
      this.paused = false;
      this.closed = false;
      this.crlfDelay = crlfDelay ? (crlfDelay < 100 ? 100 : crlfDelay) : 100;
      const onData = (data) => this.#take(data);
      const onEnd = () => {
        if (typeof this.#rest === 'string' && this.#rest.length > 0) this.emit('line', this.#rest);
        this.close();
      };
      const onError = (error) => { this.emit('error', error); };
      input.on('error', onError);
      input.on('data', onData);
      input.on('end', onEnd);
      this.once('close', () => {
        input.removeListener('error', onError);
        input.removeListener('data', onData);
        input.removeListener('end', onEnd);
      });
      if (signal) {
        if (signal.aborted) require('process').nextTick(() => this.close());
        else {
          const disposable = EventEmitter.addAbortListener(signal, () => this.close());
          this.once('close', disposable[Symbol.dispose]);
        }
      }
      input.resume();
    }
    #take(data) {
      if (data === undefined) return;
      let text = this.#decoder.write(data);
      if (this.#sawReturnAt && Date.now() - this.#sawReturnAt <= this.crlfDelay) {
        if (text[0] === '\n') text = text.slice(1);
        this.#sawReturnAt = 0;
      }
      if (text.search(endings) < 0) {
        if (text) this.#rest = (this.#rest ?? '') + text;
        return;
      }
      if (this.#rest) text = this.#rest + text;
      this.#rest = null;
      this.#sawReturnAt = text.endsWith('\r') ? Date.now() : 0;
      const lines = text.split(endings);
      this.#rest = lines.pop();
      for (let i = 0; i < lines.length; i++) this.#onLine(lines[i]);
    }
    #onLine(line) {
      if (this.#answer === null) {
        this.emit('line', line);
        return;
      }
      const answer = this.#answer;
      this.#answer = null;
      this.setPrompt(this.#oldPrompt);
      answer(line);
    }
    ask(query, answer) {
      if (this.closed) throw plainError('ERR_USE_AFTER_CLOSE', 'readline was closed');
      if (this.#answer !== null) {
        this.prompt();
        return;
      }
      this.#oldPrompt = this.#prompt;
      this.setPrompt(query);
      this.#answer = answer;
      this.prompt();
    }
    question(query, options, callback) {
      if (typeof options === 'function') {
        callback = options;
        options = {};
      }
      if (options?.signal) {
        if (options.signal.aborted) return;
        const cancel = () => this.cancelQuestion();
        options.signal.addEventListener('abort', cancel, { once: true });
      }
      if (typeof callback === 'function') this.ask(query, callback);
    }
    cancelQuestion() {
      if (this.#answer === null) return;
      this.#answer = null;
      this.setPrompt(this.#oldPrompt);
    }
    getPrompt() { return this.#prompt; }
    setPrompt(prompt) { this.#prompt = prompt; }
    prompt() {
      if (this.paused) this.resume();
      if (this.output !== null && this.output !== undefined) this.output.write(this.#prompt);
    }
    write(data) {
      if (this.closed) throw plainError('ERR_USE_AFTER_CLOSE', 'readline was closed');
      if (this.paused) this.resume();
      this.#take(data);
    }
    pause() {
      if (this.closed) throw plainError('ERR_USE_AFTER_CLOSE', 'readline was closed');
      if (this.paused) return undefined;
      this.input.pause();
      this.paused = true;
      this.emit('pause');
      return this;
    }
    resume() {
      if (this.closed) throw plainError('ERR_USE_AFTER_CLOSE', 'readline was closed');
      if (!this.paused) return undefined;
      this.input.resume();
      this.paused = false;
      this.emit('resume');
      return this;
    }
    close() {
      if (this.closed) return;
      this.pause();
      this.closed = true;
      this.emit('close');
    }
    getCursorPos() { return { rows: 0, cols: 0 }; }
    [Symbol.asyncIterator]() {
      return EventEmitter.on(this, 'line', { close: ['close'], highWaterMark: 1024, [firstParameter]: true });
    }
    [Symbol.dispose]() { this.close(); }
  }
  const hidden = ['ask', 'cancelQuestion'];
  for (let i = 0; i < hidden.length; i++) Object.defineProperty(Interface.prototype, hidden[i], { enumerable: false });
  const writing = (name, count, codes) => ({ [name](stream, ...args) {
    let callback = args[count];
    if (callback !== undefined) %ValidateFunction(callback, 'callback');
    args.length = count;
    if (name === 'cursorTo' && typeof args[1] === 'function') [, callback] = args;
    const hasStream = stream !== null && stream !== undefined;
    const text = codes(hasStream, ...args);
    if (!hasStream || text === undefined) {
      if (typeof callback === 'function') require('process').nextTick(callback, null);
      return true;
    }
    if (typeof stream.write !== 'function') throw new global.TypeError('stream.write is not a function');
    return stream.write(text, callback);
  } })[name];
  const exports = {
    Interface,
    clearLine: writing('clearLine', 1, (hasStream, direction) => hasStream && '\x1b[' + (direction < 0 ? 1 : direction > 0 ? 0 : 2) + 'K'),
    clearScreenDown: writing('clearScreenDown', 0, () => '\x1b[0J'),
    createInterface(input, output, completer, terminal) { return new Interface(input, output, completer, terminal); },
    cursorTo: writing('cursorTo', 2, (hasStream, x, y) => {
      if (x !== x) throwInvalidValue('x', x);
      if (y !== y) throwInvalidValue('y', y);
      if (!hasStream || (typeof x !== 'number' && typeof y !== 'number')) return undefined;
      if (typeof x !== 'number') throw typeError('ERR_INVALID_CURSOR_POS', 'Cannot set cursor row without setting its column');
      return typeof y === 'number' ? '\x1b[' + (y + 1) + ';' + (x + 1) + 'H' : '\x1b[' + (x + 1) + 'G';
    }),
    emitKeypressEvents() { %NotSimulated('readline.emitKeypressEvents'); },
    moveCursor: writing('moveCursor', 2, (hasStream, dx, dy) => (!hasStream || !(dx || dy) ? undefined : (dx < 0 ? '\x1b[' + -dx + 'D' : dx > 0 ? '\x1b[' + dx + 'C' : '') + (dy < 0 ? '\x1b[' + -dy + 'A' : dy > 0 ? '\x1b[' + dy + 'B' : ''))),
  };
  Object.defineProperty(exports, 'promises', { __proto__: null, configurable: true, enumerable: true, get() { return require('readline/promises'); } });
  return exports;
}`;

export const readlinePromisesSource = String.raw`function (require, global) {
  const { Promise } = global;
  const { abortedWith } = require('internal/validators');
  const { Interface: Base } = require('readline');
  class Interface extends Base {
    question(query, options = {}) {
      return new Promise((resolve, reject) => {
        if (options?.signal) {
          if (options.signal.aborted) return reject(abortedWith(options.signal));
          options.signal.addEventListener('abort', () => {
            this.cancelQuestion();
            reject(abortedWith(options.signal));
          }, { once: true });
        }
        this.ask(query, resolve);
      });
    }
  }
  return {
    Interface,
    Readline: class Readline { constructor() { %NotSimulated('readline.Readline'); } },
    createInterface(input, output, completer, terminal) { return new Interface(input, output, completer, terminal); },
  };
}`;
