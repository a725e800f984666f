/**
 * The event table of a run's log: which events there are, what their three numbers say, and the closed sets that those
 * numbers are indices into.
 */

/**
 * Every event of a run. The three payload columns a, b, c are 32-bit integers; "text" means an index into the log's
 * `texts`, "value" a TextCode, "function" an index into `functions`. `position` is the column of that name: a source offset in the script of
 * the frame on top of the call stack, or -1 where no source belongs to the event.
 */
const eventTypes = {
  runStart: { doc: 'The run begins; the host is ready.', a: 'unused', b: 'unused', c: 'unused' },
  statement: {
    doc: 'A statement (or a part of a loop head) begins in the top frame.',
    a: 'unused',
    b: 'unused',
    c: 'unused',
  },
  call: {
    doc: 'A frame is pushed. Position: the call in the caller.',
    a: 'function',
    b: 'CallFlag bits; on resume the id of the kept frame from bit 8 up',
    c: 'value: arguments in short',
  },
  return: { doc: 'The top frame returns.', a: 'function', b: 'unused', c: 'value: in short, or -1' },
  suspend: {
    doc: 'The top frame leaves the stack at a yield or an await and is kept.',
    a: 'function',
    b: '0 yield, 1 await',
    c: 'id of the kept frame, from 1; 0 unknown',
  },
  throw: { doc: 'A value is thrown.', a: 'value: what is thrown', b: 'unused', c: 'unused' },
  unwind: {
    doc: 'The top frame is left because of an exception that it does not catch.',
    a: 'function',
    b: 'unused',
    c: 'unused',
  },
  catch: {
    doc: 'The top frame catches the exception. Position: the handler, or -1.',
    a: 'value: what is caught',
    b: 'unused',
    c: 'unused',
  },
  console: { doc: 'A line (or several) on the console.', a: 'text', b: 'ConsoleLevel', c: 'indentation in columns' },
  turnStart: {
    doc: 'The host starts the script, a task or a microtask.',
    a: 'TurnKind',
    b: 'id of the task or microtask',
    c: 'text: name',
  },
  turnEnd: { doc: 'That script, task or microtask is finished.', a: 'TurnKind', b: 'id', c: 'unused' },
  enqueueMicrotask: { doc: 'A job joins a microtask queue.', a: 'id', b: 'MicrotaskKind', c: 'text: name' },
  enqueueTask: {
    doc: 'A callback joins the task queue: what it waited for has happened. With the id of an API, that is what it waited for.',
    a: 'id',
    b: 'TaskSource',
    c: 'text: name',
  },
  cancelTask: {
    doc: 'A queued task is taken out again (clearTimeout, clearImmediate).',
    a: 'id',
    b: 'unused',
    c: 'unused',
  },
  apiStart: { doc: 'A Web API or libuv request begins to wait.', a: 'id', b: 'ApiKind', c: 'text: name' },
  apiDue: { doc: 'Follows apiStart: when it is due.', a: 'id', b: 'due time, virtual ms', c: 'delay in ms' },
  apiEnd: {
    doc: 'The request no longer waits: it fired for the last time, or was cleared.',
    a: 'id',
    b: '0 done, 1 cleared',
    c: 'unused',
  },
  listenerCall: {
    doc: 'An event happens to what a listener listens to: the call of the listener follows.',
    a: 'id of its apiStart',
    b: 'unused',
    c: 'unused',
  },
  workerState: {
    doc: 'What a worker does changes, or how many messages wait for it.',
    a: 'id of its apiStart',
    b: 'WorkerState',
    c: 'how many messages have been sent to it and have no task yet',
  },
  promiseSettled: {
    doc: 'A promise that something waits for is settled.',
    a: 'promise id',
    b: '0 fulfilled, 1 rejected',
    c: 'value: in short',
  },
  promiseReaction: {
    doc: 'A reaction waits for a promise that is pending. When that is settled, its reactions join the queue in this order.',
    a: 'promise id',
    b: 'MicrotaskKind: what will join the queue',
    c: 'text: name',
  },
  phase: { doc: 'The event loop enters a phase.', a: 'text: the name of the phase', b: 'unused', c: 'unused' },
  clock: {
    doc: 'The virtual clock moves while nothing runs.',
    a: 'virtual ms since the start',
    b: 'unused',
    c: 'unused',
  },
  uncaughtError: {
    doc: 'An exception that nobody caught ends the turn.',
    a: 'text: as printed',
    b: 'unused',
    c: 'unused',
  },
  unhandledRejection: {
    doc: 'A rejected promise that nobody handles.',
    a: 'text: as printed',
    b: 'unused',
    c: 'unused',
  },
  race: {
    doc: 'Two callbacks wait of which the real runtime runs either first, as it happens: the environment’s `races` decides.',
    a: 'RaceKind',
    b: '0 the usual order, 1 the other one',
    c: 'unused',
  },
  directEval: { doc: 'A direct eval compiles and runs code.', a: 'script', b: 'unused', c: 'unused' },
  withEnter: { doc: 'A with block is entered.', a: 'unused', b: 'unused', c: 'unused' },
  deleteProperty: { doc: 'A delete ran.', a: 'DeleteEffect', b: 'hidden class before', c: 'text: the property' },
  argumentsObject: { doc: 'An arguments object is made.', a: 'ArgumentsKind', b: 'how many arguments', c: 'unused' },
  forIn: { doc: 'A for-in loop begins.', a: 'ForInPath', b: 'how many keys', c: 'unused' },
  megamorphic: {
    doc: 'The inline cache at the top frame’s instruction turns megamorphic.',
    a: 'IcKind',
    b: 'unused',
    c: 'text: the property that was one too many',
  },
  dictionaryMode: {
    doc: 'An object with fast properties goes to dictionary mode.',
    a: 'DictionaryReason',
    b: 'hidden class before',
    c: 'text: the property',
  },
  tierUp: {
    doc: 'A function has code of an optimising tier: its calls run that from now on, or the loop that runs.',
    a: 'OptimizingTier',
    b: '0 by a call, 1 in a loop (OSR)',
    c: 'text: the function',
  },
  deoptimized: {
    doc: 'Optimised code is left, or thrown away because of what the top frame does.',
    a: 'DeoptimizationKind',
    b: 'OptimizingTier',
    c: 'text: the function, a colon, and V8’s reason',
  },
  scavenge: {
    doc: 'The young generation is collected, because new space is full.',
    a: 'text: new space before and after, what was promoted',
    b: 'objects that survived',
    c: 'objects that were freed',
  },
  markCompact: {
    doc: 'The whole heap is collected.',
    a: 'text: the heap before and after, and why',
    b: 'objects that survived',
    c: 'objects that were freed',
  },
  runEnd: { doc: 'The run is over.', a: 'Outcome', b: 'unused', c: 'unused' },
} as const satisfies Record<string, { doc: string; a: string; b: string; c: string }>;

export type EventType = keyof typeof eventTypes;
/** Event names by the number that stands in the log's `type` column. */
export const eventTypeNames = Object.keys(eventTypes) as EventType[];
/** The number of each event type, for the log's `type` column. */
export const eventTypeIds = Object.fromEntries(eventTypeNames.map((name, id) => [name, id])) as Record<
  EventType,
  number
>;

/** Bits of a `call` event's b. */
export const CallFlag = { construct: 1, getter: 2, setter: 4, resume: 8, builtin: 16 } as const;

export const consoleLevels = ['log', 'info', 'debug', 'warn', 'error', 'trace'] as const;
export type ConsoleLevel = (typeof consoleLevels)[number];

/** The tiers above the interpreter's that assume. */
export const optimizingTiers = ['Maglev', 'TurboFan'] as const;

export const deoptimizationKinds = {
  eager: 'a check failed in its code',
  dependency: 'something that it counted on without checking has changed',
  lazy: 'its code is gone when it is returned to',
} as const;
export type DeoptimizationKind = keyof typeof deoptimizationKinds;
export const deoptimizationKindNames = Object.keys(deoptimizationKinds) as DeoptimizationKind[];

/** What a turn of the host runs. */
export const turnKinds = ['script', 'task', 'microtask'] as const;
export type TurnKind = (typeof turnKinds)[number];

/** nextTick jobs wait in a queue of their own (Node), before all other microtasks. */
const microtaskKinds = {
  then: 'a reaction registered by then',
  catch: 'a reaction registered by catch',
  finally: 'a reaction registered by finally',
  await: 'an async function that goes on after await',
  thenable: 'the call of a thenable’s then',
  queueMicrotask: 'a callback given to queueMicrotask',
  nextTick: 'a callback given to process.nextTick',
} as const;
export type MicrotaskKind = keyof typeof microtaskKinds;
export const microtaskKindNames = Object.keys(microtaskKinds) as MicrotaskKind[];

/** What the host keeps for the program while its code goes on, by the name of what asked for it. */
export const apiKinds = {
  timeout: 'setTimeout',
  interval: 'setInterval',
  immediate: 'setImmediate',
  animationFrame: 'requestAnimationFrame',
  idleCallback: 'requestIdleCallback',
  fetch: 'fetch',
  xmlHttpRequest: 'XMLHttpRequest',
  httpRequest: 'http.request',
  webSocket: 'WebSocket',
  eventSource: 'EventSource',
  stream: 'stream',
  message: 'postMessage',
  worker: 'Worker',
  storage: 'indexedDB',
  dialog: 'dialog',
  wait: 'Atomics.wait',
  listener: 'event listener',
  fileSystem: 'fs',
  server: 'server',
  socket: 'socket',
  webAssembly: 'WebAssembly',
  crypto: 'crypto.subtle',
  lock: 'navigator.locks',
  test: 'node:test',
} as const;
export type ApiKind = keyof typeof apiKinds;
export const apiKindNames = Object.keys(apiKinds) as ApiKind[];

/** What the thread of a worker does. */
const workerStates = {
  starting: 'its thread is being made',
  running: 'it runs its script or a task',
  idle: 'it waits for a message, a timer or an answer',
} as const;
export type WorkerState = keyof typeof workerStates;
export const workerStateNames = Object.keys(workerStates) as WorkerState[];

/** Where a task comes from: HTML's task source in the browser, what libuv polls for or closes in Node; V8's own are the platform's. */
export const taskSources = {
  timer: 'a timer’s time has come',
  immediate: 'a callback given to setImmediate',
  platform: 'the engine itself has asked for it',
  rendering: 'a frame is about to be drawn',
  idle: 'the thread has nothing else to do',
  domManipulation: 'something changed in the document',
  userInteraction: 'the user did something',
  networking: 'something came over the network',
  postedMessage: 'a message was posted',
  storage: 'a database answered',
  fileSystem: 'the file system answered',
  webAssembly: 'a module of WebAssembly is compiled',
  closing: 'a handle was closed',
  scheduler: 'a task given to the scheduler',
  lock: 'a lock was granted, or is not free',
} as const;
export type TaskSource = keyof typeof taskSources;
/** What a program calls to queue a task of the source at once, without anything that waits first. */
export const taskCallers: Readonly<Partial<Record<TaskSource, string>>> = { postedMessage: 'postMessage' };
export const taskSourceNames = Object.keys(taskSources) as TaskSource[];

/** Orders that the real runtime decides by chance. */
export const raceKinds = {
  timersOrImmediates:
    'a timer of 1 ms and an immediate of the main file: whether that millisecond is over when the event loop begins',
  timersOrFrame: 'a timer and an animation frame: whether the screen draws before the timer is due',
} as const;
export type RaceKind = keyof typeof raceKinds;
export const raceKindNames = Object.keys(raceKinds) as RaceKind[];

export const deleteEffects = {
  dictionary: 'the object went from fast properties to dictionary mode',
  alreadyDictionary: 'the object was in dictionary mode already',
  missing: 'there was no such property: nothing changed',
  hole: 'an array element was removed: the elements are holey from now on',
  element: 'an element was removed from elements that were holey or a dictionary already',
  refused: 'the property is not configurable',
} as const;
export type DeleteEffect = keyof typeof deleteEffects;
export const deleteEffectNames = Object.keys(deleteEffects) as DeleteEffect[];

/** What an inline cache serves, in V8's terms. */
const icKinds = {
  LoadIC: 'object.name',
  StoreIC: 'object.name = value',
  KeyedLoadIC: 'object[key]',
  KeyedStoreIC: 'object[key] = value',
  LoadGlobalIC: 'a global variable',
  StoreGlobalIC: 'a global variable = value',
  StoreInArrayLiteralIC: 'an element of an array literal',
  CloneObjectIC: '{...object}',
} as const;
export type IcKind = keyof typeof icKinds;
export const icKindNames = Object.keys(icKinds) as IcKind[];

export const dictionaryReasons = {
  delete: 'the property was deleted',
  accessor: 'the property became an accessor, or stopped being one',
  tooMany: 'it has more named properties than a hidden class describes',
} as const;
export type DictionaryReason = keyof typeof dictionaryReasons;
export const dictionaryReasonNames = Object.keys(dictionaryReasons) as DictionaryReason[];

export const argumentsKinds = {
  mapped: 'sloppy function with simple parameters: arguments[i] and the parameters alias',
  unmapped: 'a plain copy: strict code, or parameters that are not simple',
} as const;
export type ArgumentsKind = keyof typeof argumentsKinds;
export const argumentsKindNames = Object.keys(argumentsKinds) as ArgumentsKind[];

export const forInPaths = {
  enumCache: 'fast: the keys come from the hidden class’s enum cache',
  dictionary: 'slow: the receiver is in dictionary mode',
  elements: 'slow: the receiver has integer keys',
  prototype: 'slow: something enumerable on the prototype chain',
  array: 'slow: the receiver is an array',
  other: 'slow: a primitive, a string or an exotic object',
  empty: 'nothing to enumerate (null or undefined)',
} as const;
export type ForInPath = keyof typeof forInPaths;
export const forInPathNames = Object.keys(forInPaths) as ForInPath[];

export const outcomes = ['completed', 'error', 'limit'] as const;
export type Outcome = (typeof outcomes)[number];
