/**
 * Performance, its timeline and observers. High Resolution Time, Performance Timeline, User Timing; Node: lib/internal/perf/.
 * Simplified: marks and measures only; Node's own timing says nothing of the machine.
 */
export const performanceSource = `function (require, global) {
  const { Array, Symbol, TypeError, Object, Math, Reflect } = global;
  const { isNode, inspectKey, define, toText, need, key, illegal, inspectAs, quote, domException } = require('internal/webidl');
  const { inspect } = require('internal/inspect');
  const startTime = %StartTime();
  let isOwn;

  function missing(args, count, Interface, member, ...names) { need(args, count, Interface, member, ...names); }
  function clone(detail, where) { return detail === undefined || detail === null ? null : (isNode ? global.structuredClone(detail) : require('internal/messaging').cloneFor("execute '" + where + "' on 'Performance'", detail)); }

  class PerformanceEntry {
    #name; #type; #start; #duration;
    constructor(given = undefined, name = undefined, type = undefined, start = undefined, duration = undefined) {
      if (given !== key) illegal();
      this.#name = name;
      this.#type = type;
      this.#start = start;
      this.#duration = duration;
    }
    get name() { return this.#name; }
    get entryType() { return this.#type; }
    get startTime() { return this.#start; }
    get duration() { return this.#duration; }
    toJSON() { return { name: this.#name, entryType: this.#type, startTime: this.#start, duration: this.#duration }; }
    [inspectKey](depth, options) {
      if (depth < 0) return this;
      const inner = Object.assign({}, options, { depth: options.depth === null || options.depth === undefined ? null : options.depth - 1 });
      return this.constructor.name + ' ' + inspect(this.toJSON(), inner);
    }
  }
  define(PerformanceEntry);

  const reserved = ['nodeStart', 'v8Start', 'environment', 'loopStart', 'loopExit', 'bootstrapComplete'];
  /** Node: validateObject. */
  function plainObject(value, name) {
    if (value !== undefined && (!%IsObject(value) || typeof value === 'function' || Array.isArray(value))) %ThrowInvalidType(name, 'of type object', value);
  }
  class PerformanceMark extends PerformanceEntry {
    #detail;
    constructor(name, options = undefined) {
      missing(arguments, 1, 'PerformanceMark', 'constructor', 'name');
      name = toText(name);
      if (isNode && reserved.includes(name)) throw %NewNodeTypeError('ERR_INVALID_ARG_VALUE', "The argument 'name' is invalid. Received " + inspect(name));
      if (isNode && options !== null) plainObject(options, 'options');
      const { startTime: given, detail } = options ?? {};
      if (isNode && given !== undefined && given !== null && typeof given !== 'number') %ThrowInvalidType('startTime', 'of type number', given);
      const start = given === undefined || (isNode && given === null) ? %Now() : +given;
      if (start < 0) {
        if (isNode) throw %NewNodeTypeError('ERR_PERFORMANCE_INVALID_TIMESTAMP', start + ' is not a valid timestamp');
        throw new TypeError("Failed to execute 'mark' on 'Performance': '" + name + "' cannot have a negative start time.");
      }
      super(key, name, 'mark', start, 0);
      this.#detail = clone(detail, 'mark');
    }
    get detail() { return this.#detail; }
    toJSON() { return { name: this.name, entryType: 'mark', startTime: this.startTime, duration: 0, detail: this.#detail }; }
  }
  define(PerformanceMark);
  class PerformanceMeasure extends PerformanceEntry {
    #detail;
    constructor(given = undefined, name = undefined, start = undefined, duration = undefined, detail = undefined) {
      super(given, name, 'measure', start, duration);
      this.#detail = detail;
    }
    get detail() { return this.#detail; }
    toJSON() { return { name: this.name, entryType: 'measure', startTime: this.startTime, duration: this.duration, detail: this.#detail }; }
  }
  define(PerformanceMeasure);
  for (const Class of [PerformanceMark, PerformanceMeasure]) Object.defineProperty(Class.prototype, 'toJSON', { __proto__: null, enumerable: false });

  /** The timeline, by time; and where marks are found by their names. */
  const timeline = [];
  const byTime = (a, b) => a.startTime - b.startTime;
  const observers = new global.Set();
  const waiting = new global.Set();
  let isQueued = false;
  function enqueue(entry) {
    timeline.push(entry);
    for (const observer of observers) {
      if (!observer.types.includes(entry.entryType)) continue;
      observer.buffer.push(entry);
      wait(observer);
    }
  }
  function wait(observer) {
    waiting.add(observer);
    if (isQueued) return;
    isQueued = true;
    if (isNode) require('timers').setImmediate(deliver);
    else %QueueTask('platform', 'PerformanceObserver', deliver);
  }
  function deliver() {
    isQueued = false;
    const ready = [...waiting];
    waiting.clear();
    for (let i = 0; i < ready.length; i++) {
      const { buffer, callback, object } = ready[i];
      ready[i].buffer = [];
      if (buffer.length > 0) %Call(callback, object, new PerformanceObserverEntryList(key, buffer), object);
    }
  }
  const filtered = (entries, name, type) => entries.filter((entry) => (name === undefined || entry.name === name) && (type === undefined || entry.entryType === type)).sort(byTime);

  class PerformanceObserverEntryList {
    #entries;
    constructor(given = undefined, entries = undefined) {
      if (given !== key) illegal();
      this.#entries = entries;
    }
    getEntries() { return filtered(this.#entries); }
    getEntriesByType(type) {
      missing(arguments, 1, 'PerformanceObserverEntryList', 'getEntriesByType', 'type');
      return filtered(this.#entries, undefined, toText(type));
    }
    getEntriesByName(name, type = undefined) {
      missing(arguments, 1, 'PerformanceObserverEntryList', 'getEntriesByName', 'name');
      return filtered(this.#entries, toText(name), type === undefined ? undefined : toText(type));
    }
    [inspectKey](depth, options) { return depth < 0 ? this : 'PerformanceObserverEntryList ' + inspect(this.#entries, options); }
  }
  define(PerformanceObserverEntryList);

  const supported = Object.freeze(isNode
    ? ['dns', 'function', 'gc', 'http', 'http2', 'mark', 'measure', 'net', 'quic', 'resource']
    : ['element', 'event', 'first-input', 'largest-contentful-paint', 'layout-shift', 'long-animation-frame', 'longtask', 'mark', 'measure', 'navigation', 'paint', 'resource', 'visibility-state']);
  class PerformanceObserver {
    #state;
    constructor(callback) {
      if (isNode) %ValidateFunction(callback, 'callback');
      else if (typeof callback !== 'function') throw new TypeError("Failed to construct 'PerformanceObserver': " + (arguments.length === 0 ? '1 argument required, but only 0 present.' : "parameter 1 is not of type 'Function'."));
      this.#state = { object: this, callback, types: [], buffer: [] };
    }
    observe(options = {}) {
      const state = this.#state;
      if (isNode && !%IsObject(options)) %ThrowInvalidType('options', 'of type object', options);
      const { entryTypes, type, buffered } = options;
      if (entryTypes === undefined && type === undefined) {
        if (isNode) %ThrowMissing('options.entryTypes', 'options.type');
        throw new TypeError("Failed to execute 'observe' on 'PerformanceObserver': An observe() call must include either entryTypes or type arguments.");
      }
      if (entryTypes !== undefined && type !== undefined) {
        if (isNode) throw %NewNodeTypeError('ERR_INVALID_ARG_VALUE', "The property 'options.entryTypes' options.entryTypes can not set with options.type together. Received " + inspect(entryTypes));
        throw new TypeError("Failed to execute 'observe' on 'PerformanceObserver': An observe() call must not include both entryTypes and type arguments.");
      }
      const wanted = entryTypes === undefined ? [toText(type)] : [...entryTypes].map(toText);
      const known = wanted.filter((one) => supported.includes(one));
      state.types = entryTypes === undefined ? [...new global.Set([...state.types, ...known])] : known;
      if (state.types.length === 0) return this.disconnect();
      observers.add(state);
      if (!buffered || entryTypes !== undefined) return;
      const earlier = filtered(timeline, undefined, known[0]);
      if (earlier.length === 0) return;
      state.buffer.push(...earlier);
      wait(state);
    }
    disconnect() {
      const state = this.#state;
      observers.delete(state);
      waiting.delete(state);
      state.buffer = [];
      state.types = [];
    }
    takeRecords() {
      const state = this.#state;
      const { buffer } = state;
      state.buffer = [];
      return buffer;
    }
    static get supportedEntryTypes() { return supported; }
    [inspectKey](depth, options) {
      const state = this.#state;
      const fields = { connected: observers.has(state), pending: waiting.has(state), entryTypes: state.types, buffer: state.buffer };
      return inspectAs('PerformanceObserver', fields, depth, options);
    }
  }
  define(PerformanceObserver);
  Object.defineProperty(PerformanceObserver, 'supportedEntryTypes', { __proto__: null, enumerable: false });

  function timeOf(value, member) {
    if (typeof value === 'number') {
      if (value >= 0 || (isNode && !(value < 0))) return value;
      throw isNode ? %NewNodeTypeError('ERR_PERFORMANCE_INVALID_TIMESTAMP', value + ' is not a valid timestamp') : new TypeError("Failed to execute 'measure' on 'Performance': The provided time value is negative.");
    }
    const name = toText(value);
    if (isNode && reserved.includes(name)) return 0;
    for (let i = timeline.length - 1; i >= 0; i--) if (timeline[i].entryType === 'mark' && timeline[i].name === name) return timeline[i].startTime;
    throw domException(isNode ? 'The "' + name + '" performance mark has not been set' : "Failed to execute 'measure' on 'Performance': The mark " + quote(name) + ' does not exist.', 'SyntaxError');
  }
  function clear(type, name) {
    let kept = 0;
    for (let i = 0; i < timeline.length; i++) {
      const entry = timeline[i];
      if (entry.entryType !== type || (name !== undefined && entry.name !== name)) timeline[kept++] = entry;
    }
    timeline.length = kept;
  }

  class Performance extends global.EventTarget {
    #brand = true;
    static { isOwn = (value) => %IsObject(value) && #brand in value; }
    constructor(given = undefined) {
      if (given !== key) illegal();
      super();
      %InitEventTarget(this, 'Performance');
    }
    clearMarks(name = undefined) { check(this); clear('mark', name === undefined ? undefined : toText(name)); }
    clearMeasures(name = undefined) { check(this); clear('measure', name === undefined ? undefined : toText(name)); }
    clearResourceTimings() { check(this); }
    getEntries() { check(this); return filtered(timeline); }
    getEntriesByName(name, type = undefined) {
      check(this);
      missing(arguments, 1, 'Performance', 'getEntriesByName', 'name');
      return filtered(timeline, toText(name), type === undefined ? undefined : toText(type));
    }
    getEntriesByType(type) {
      check(this);
      missing(arguments, 1, 'Performance', 'getEntriesByType', 'type');
      return filtered(timeline, undefined, toText(type));
    }
    mark(name, options = {}) {
      check(this);
      missing(arguments, 1, 'Performance', 'mark', 'name');
      const entry = new PerformanceMark(name, options);
      enqueue(entry);
      return entry;
    }
    measure(name, startOrOptions = {}, endMark = undefined) {
      check(this);
      missing(arguments, 1, 'Performance', 'measure', 'name');
      if (isNode && typeof name !== 'string') %ThrowInvalidType('name', 'of type string', name);
      name = toText(name);
      // Node takes a mark by its name only, and ignores what is neither that nor an object.
      const isIgnored = isNode && typeof startOrOptions !== 'string';
      const options = %IsObject(startOrOptions) ? startOrOptions : { start: isIgnored ? undefined : startOrOptions };
      let { start, end, duration, detail } = options;
      if (isNode && endMark !== undefined && options === startOrOptions && (start !== undefined || end !== undefined))
        throw %NewNodeTypeError('ERR_PERFORMANCE_MEASURE_INVALID_OPTIONS', 'endMark must not be specified');
      if (isNode && end === undefined && start === undefined) duration = undefined;
      if (start !== undefined && end !== undefined && duration !== undefined)
        throw isNode ? %NewNodeTypeError('ERR_PERFORMANCE_MEASURE_INVALID_OPTIONS', 'Must not have options.start, options.end, and options.duration specified') : new TypeError("Failed to execute 'measure' on 'Performance': If a non-empty PerformanceMeasureOptions object was passed, it must not have all of its 'start', 'duration', and 'end' properties defined");
      if (endMark !== undefined) end = endMark;
      const to = end !== undefined ? timeOf(end) : start !== undefined && duration !== undefined ? timeOf(start) + timeOf(duration) : %Now();
      const from = start !== undefined ? timeOf(start) : duration !== undefined && end !== undefined ? timeOf(end) - timeOf(duration) : 0;
      const entry = new PerformanceMeasure(key, name, from, to - from, clone(detail, 'measure'));
      enqueue(entry);
      return entry;
    }
    now() { check(this); return %Now(); }
    setResourceTimingBufferSize() { check(this); }
    get timeOrigin() { check(this); return startTime; }
    toJSON() {
      check(this);
      return isNode ? { nodeTiming: {}, timeOrigin: startTime, eventLoopUtilization: this.eventLoopUtilization() } : { timeOrigin: startTime };
    }
    eventLoopUtilization() { return { idle: 0, active: 0, utilization: 0 }; }
    timerify(run, options = {}) {
      %ValidateFunction(run, 'fn');
      plainObject(options, 'options');
      const { histogram } = options;
      if (histogram !== undefined) %ThrowInvalidType('options.histogram', 'an instance of RecordableHistogram', histogram);
      return Object.defineProperties(function (...args) { return new.target === undefined ? %Apply(run, this, args) : %Construct(run, args); }, {
        length: { __proto__: null, configurable: false, enumerable: true, value: run.length },
        name: { __proto__: null, configurable: false, enumerable: true, value: 'timerified ' + run.name },
      });
    }
    [inspectKey](depth, options) { return depth < 0 ? this : inspectAs('Performance', { timeOrigin: startTime }, depth, options); }
  }
  function check(value) {
    if (isOwn(value)) return;
    throw isNode ? %NewNodeTypeError('ERR_INVALID_THIS', 'Value of "this" must be of type Performance') : new TypeError('Illegal invocation');
  }
  define(Performance);
  if (isNode) for (const name of ['eventLoopUtilization', 'timerify']) Object.defineProperty(Performance.prototype, name, { __proto__: null, enumerable: false });
  else for (const name of ['eventLoopUtilization', 'timerify']) delete Performance.prototype[name];
  require('internal/event_target').handlers.define(Performance.prototype, 'resourcetimingbufferfull');
  class PerformanceResourceTiming extends PerformanceEntry {
    constructor(given = undefined) {
      illegal();
      super(key);
    }
  }
  define(PerformanceResourceTiming);

  return {
    performance: new Performance(key), Performance, PerformanceEntry, PerformanceMark, PerformanceMeasure, PerformanceObserver,
    PerformanceObserverEntryList, PerformanceResourceTiming,
  };
}`;
