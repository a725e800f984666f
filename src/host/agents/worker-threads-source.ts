/**
 * The module `worker_threads` in JavaScript: what builtin-module-sources.ts says of such sources holds here. Node: lib/worker_threads.js,
 * lib/internal/worker.js.
 * Simplified: SHARE_ENV copies the variables too; what a worker prints goes to the streams of the process, stdin, stdout and stderr of its own do not exist; no limits of
 * resources; no profiles.
 */
export const workerThreadsSource = `function (require, global) {
  const { Symbol, Object, Map, Promise, String } = global;
  const process = require('process');
  const { MessagePort, MessageChannel, BroadcastChannel, far, receiveMessageOnPort } = require('internal/messaging');
  const { EventEmitter } = require('events');
  const { isMainThread, threadId, threadName, data, environmentData } = %ThreadInfo();
  const SHARE_ENV = Symbol.for('nodejs.worker_threads.SHARE_ENV');
  const environment = environmentData === undefined ? new Map() : environmentData;
  const untransferable = new global.WeakSet();

  class Worker extends EventEmitter {
    #port;
    #id = -1;
    #exit;
    constructor(filename, options = { __proto__: null }) {
      super();
      if (options.execArgv && !global.Array.isArray(options.execArgv)) %ThrowInvalidType('options.execArgv', 'an instance of Array', options.execArgv);
      let argv = [];
      if (options.argv) {
        if (!global.Array.isArray(options.argv)) %ThrowInvalidType('options.argv', 'an instance of Array', options.argv);
        argv = options.argv.map((each) => String(each));
      }
      const isEval = !!options.eval;
      const target = targetOf(filename, isEval);
      const name = options.name === undefined ? 'WorkerThread' : options.name;
      if (options.name) %ValidateString(options.name, 'options.name');
      let transfer;
      if (options.transferList !== undefined && options.transferList !== null) transfer = [...options.transferList];
      for (const key of ['stdin', 'stdout', 'stderr']) if (options[key]) %NotSimulated('the option ' + key + ' of a Worker');
      const { id, port } = %StartThread(this, far.newPort(), target, isEval, name, options.workerData, transfer, argv, environment.size === 0 ? undefined : environment, variablesOf(options.env));
      this.#id = id;
      this.#port = port;
      this.threadName = name;
      Object.defineProperty(this, 'threadName', { enumerable: false });
      port.on('message', (message) => this.emit('message', message));
      port.unref();
      process.nextTick(() => process.emit('worker', this));
      // What listens is run in the context in which the thread was made.
      const context = %AsyncContext();
      const emit = (...args) => {
        %SetAsyncContext(context);
        this.emit(...args);
      };
      %SetThreadEvents(id, {
        online: () => { emit('online'); },
        error: (error) => { emit('error', error); },
        exit: (code) => {
          this.#id = -1;
          this.threadName = null;
          const resolve = this.#exit?.resolve;
          emit('exit', code);
          if (resolve !== undefined) resolve(code);
        },
      });
    }
    get threadId() { return this.#id; }
    get resourceLimits() { return {}; }
    get stdin() { return null; }
    get stdout() { return %NotSimulated('stdout of a Worker'); }
    get stderr() { return %NotSimulated('stderr of a Worker'); }
    postMessage(...args) { if (this.#id !== -1) %Apply(this.#port.postMessage, this.#port, args); }
    ref() { %RefThread(this.#id, true); }
    unref() { %RefThread(this.#id, false); }
    terminate(callback) {
      if (this.#id === -1) return Promise.resolve();
      if (this.#exit === undefined) {
        this.#exit = Promise.withResolvers();
        %TerminateThread(this.#id);
      }
      if (typeof callback === 'function') this.once('exit', (code) => callback(null, code));
      return this.#exit.promise;
    }
    async [Symbol.asyncDispose]() { await this.terminate(); }
    getHeapSnapshot() { return %NotSimulated('worker.getHeapSnapshot'); }
    getHeapStatistics() { return %NotSimulated('worker.getHeapStatistics'); }
    cpuUsage() { return %NotSimulated('worker.cpuUsage'); }
    startCpuProfile() { return %NotSimulated('worker.startCpuProfile'); }
    startHeapProfile() { return %NotSimulated('worker.startHeapProfile'); }
  }

  /** Pairs of name and text. */
  function variablesOf(env) {
    if (env === undefined || env === null || env === SHARE_ENV) env = process.env;
    else if (typeof env !== 'object') %ThrowInvalidType('options.env', 'of type object or one of undefined, null, or worker_threads.SHARE_ENV', env);
    return Object.entries(env).map(([name, value]) => [name, String(value)]);
  }

  function targetOf(filename, isEval) {
    if (isEval) {
      if (typeof filename !== 'string') throw %NewNodeError('ERR_INVALID_ARG_VALUE', "The property 'options.eval' must be false when 'filename' is not a string. Received true", 'TypeError');
      return filename;
    }
    const isUrl = typeof filename === 'object' && filename !== null && filename.href !== undefined && filename.protocol !== undefined;
    if (isUrl) {
      if (filename.protocol === 'data:') return filename.href;
      if (filename.protocol !== 'file:') throw %NewNodeError('ERR_INVALID_URL_SCHEME', 'The URL must be of scheme file', 'TypeError');
      return filename.href;
    }
    if (typeof filename !== 'string') %ThrowInvalidType('filename', 'of type string or an instance of URL', filename);
    if (/^(\\/|\\.\\.?\\/|[A-Za-z]:[\\\\/])/.test(filename)) return filename;
    const hint = /^(data|file):/.exec(filename);
    throw %NewNodeError('ERR_WORKER_PATH', "The worker script or module filename must be an absolute path or a relative path starting with './' or '../'." +
      (hint === null ? '' : ' Wrap ' + (hint[1] === 'file' ? 'file://' : 'data:') + ' URLs with \`new URL\`.') + ' Received "' + filename + '"', 'TypeError');
  }

  const parentPort = isMainThread ? null : %ParentPort(far.newPort());
  function setEnvironmentData(key, value) {
    if (value === undefined) environment.delete(key);
    else environment.set(key, value);
  }
  return {
    isInternalThread: false,
    isMainThread,
    MessagePort,
    MessageChannel,
    BroadcastChannel,
    markAsUncloneable() { %NotSimulated('markAsUncloneable'); },
    markAsUntransferable(value) {
      if (!%IsObject(value)) return;
      untransferable.add(value);
      %MarkUndetachable(value);
    },
    isMarkedAsUntransferable(value) { return untransferable.has(value) || %IsUndetachable(value); },
    moveMessagePortToContext() { %NotSimulated('moveMessagePortToContext'); },
    receiveMessageOnPort,
    resourceLimits: {},
    async postMessageToThread() { %NotSimulated('postMessageToThread'); },
    threadId,
    threadName,
    SHARE_ENV,
    Worker,
    parentPort,
    workerData: data,
    setEnvironmentData,
    getEnvironmentData(key) { return environment.get(key); },
  };
}`;
