/**
 * The one vocabulary that the worker, the extension host and the sidebar's page share: the event table of a run's log,
 * its columns, and the messages of each channel. It imports nothing and holds no behaviour beyond the tables.
 *
 * Positions: an `offset` is a UTF-16 offset into a script's text (base 0). `line` and `column` are base 1 unless a name
 * says otherwise.
 */

// ---------------------------------------------------------------------------------------------------------------------
// The log of a run

/**
 * Every event of a run. The three payload columns a, b, c are 32-bit integers; "text" means an index into the log's
 * `texts`, "value" a TextCode, "function" an index into `functions`. `position` is the column of that name: a source offset in the script of
 * the frame on top of the call stack, or -1 where no source belongs to the event.
 */
export const eventTypes = {
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
    doc: 'A callback joins the task queue: what it waited for has happened.',
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
  promiseSettled: {
    doc: 'A promise that something waits for is settled.',
    a: 'promise id',
    b: '0 fulfilled, 1 rejected',
    c: 'value: in short',
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
export const microtaskKinds = {
  then: 'a reaction registered by then, catch or finally',
  await: 'an async function that goes on after await',
  thenable: 'the call of a thenable’s then',
  queueMicrotask: 'a callback given to queueMicrotask',
  nextTick: 'a callback given to process.nextTick',
} as const;
export type MicrotaskKind = keyof typeof microtaskKinds;
export const microtaskKindNames = Object.keys(microtaskKinds) as MicrotaskKind[];

export const apiKinds = {
  timeout: 'setTimeout',
  interval: 'setInterval',
  immediate: 'setImmediate',
} as const;
export type ApiKind = keyof typeof apiKinds;
export const apiKindNames = Object.keys(apiKinds) as ApiKind[];

/** Where a task comes from: HTML's task source in the browser, libuv's phase in Node. */
export const taskSources = ['timer', 'immediate'] as const;
export type TaskSource = (typeof taskSources)[number];

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
export const icKinds = {
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

/** A script of the run: the file itself, another file, or code that eval or new Function compiled. */
export interface ScriptInfo {
  readonly name: string;
  /** `file`: another file of the program, which `name` is the path of. */
  readonly kind: 'main' | 'file' | 'eval' | 'builtin';
  /** For eval and other files: the text as it ran. Of a file that is too long to be sent along there is none. */
  readonly source?: string;
}

/** A function of the run, as source text (closures of one literal share it). */
export interface FunctionInfo {
  /** As V8's stack traces name it, '' for an anonymous function. */
  readonly name: string;
  readonly script: number;
  /** Offsets of the function's text in its script; -1 for builtins. */
  readonly start: number;
  readonly end: number;
  readonly kind:
    | 'script'
    | 'function'
    | 'arrow'
    | 'method'
    | 'getter'
    | 'setter'
    | 'constructor'
    | 'generator'
    | 'async'
    | 'builtin';
}

/**
 * A value in short, in one number, so that the commonest values cost a recording no text. From 0 up: an index into `texts`;
 * -1: nothing is said; from -2 down to `lastList`: a list, whose place in `lists` is -2 less the code: there stand how many
 * values, and a code for each; from `firstInteger` up to `lastInteger`: the integer that is the code less `zero`.
 */
export const TextCode = {
  none: -1,
  firstList: -2,
  lastList: -0x2000_0001,
  firstInteger: -0x8000_0000,
  zero: -0x6000_0000,
  lastInteger: -0x4000_0001,
} as const;

/** A piece of the append-only log. The six number columns have the same length: one row per event. */
export interface LogChunk {
  /** Index of the chunk's first event in the whole log. */
  readonly start: number;
  readonly type: Uint8Array;
  /** Bytecodes executed before the event. */
  readonly step: Uint32Array;
  readonly position: Int32Array;
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly c: Int32Array;
  /** Appended to the log's tables; indices count on from the chunks before. */
  readonly texts: readonly string[];
  readonly lists: Int32Array;
  readonly scripts: readonly ScriptInfo[];
  readonly functions: readonly FunctionInfo[];
}

// ---------------------------------------------------------------------------------------------------------------------
// What a run is made of, and how it ends

export type RuntimeName = 'node' | 'browser';

/** Which version of V8 the simulated engine behaves as: engine/profiles.ts says what differs. */
export const engineNames = ['node20', 'node22', 'node24', 'node26', 'chrome'] as const;
export type EngineName = (typeof engineNames)[number];

/** How soon functions go up a tier: V8's real numbers, or those by which V8 tests its tiers with small programs. */
export const tierBudgets = ['real', 'fuzzing'] as const;
export type TierBudgets = (typeof tierBudgets)[number];
export const defaultEngine: EngineName = 'node24';

/**
 * How the main file is evaluated: Node's CommonJS wrapper, a classic script or an ES module. `auto`: as the runtime
 * decides: by its extension, the nearest package.json and its syntax.
 */
export type SourceKind = DecidedSourceKind | 'auto';
export type DecidedSourceKind = 'commonjs' | 'script' | 'module';

/** The environment of a run: with the source and the inputs it determines every byte of the run. */
export interface RunEnvironment {
  readonly runtime: RuntimeName;
  readonly sourceKind: SourceKind;
  /** node24 where it is left out. */
  readonly engine?: EngineName;
  /** V8's real numbers where it is left out. */
  readonly tierBudgets?: TierBudgets;
  /** V8's command line flags, such as --no-maglev: engine/flags.ts has those that there are. */
  readonly v8Flags?: readonly string[];
  /** Path or name, as it appears in stack traces. */
  readonly fileName: string;
  /** VS Code's language of the main file, where the name may not tell: JSX in a .js file, an untitled document. */
  readonly languageId?: string;
  /** What JSX calls, dotted names: it wins over the project's tsconfig.json, and the file's own comments win over it. */
  readonly jsx?: { readonly factory?: string; readonly fragmentFactory?: string };
  readonly seed: number;
  /** Milliseconds since the epoch at the start of the run. */
  readonly startTime: number;
  readonly timeZone: string;
  readonly locale: string;
  /** process.argv from the third on. */
  readonly arguments?: readonly string[];
  readonly maxSteps: number;
  readonly maxEvents: number;
  /** Virtual ms after which a run stops: an interval that is never cleared would go on for ever. */
  readonly maxVirtualMs: number;
  /** How long a bytecode takes on the virtual clock; without it 10 ns. */
  readonly stepNanoseconds?: number;
  /** About how much the program's objects may take before the run stops; the engine's own limit where it is left out. */
  readonly maxHeapBytes?: number;
}

/**
 * What somebody did to a run: at the moment before the bytecode after `step` runs, this was evaluated in a frame of it (0: the
 * innermost). Whatever it changes, the rest of the run sees.
 */
export interface RunInput {
  readonly step: number;
  readonly frame: number;
  readonly expression: string;
}

/** What stands at a path. */
export type FileEntry =
  /** `realPath`: where symbolic links on the way lead, if there are any. Modules are known by their real paths. */
  | { readonly kind: 'file'; readonly text: string; readonly realPath?: string }
  | { readonly kind: 'directory' }
  | { readonly kind: 'missing' }
  /** It is there, but is not read: too large, or not allowed. The reason begins in lower case. */
  | { readonly kind: 'unreadable'; readonly reason: string };

/**
 * The files that a run may read besides the main one, by absolute path with `/`; the editors' text wins over the disk's.
 * A path that is not in it is not known yet: a run that asks for it stops, and runs again once it is known. So files are
 * part of what determines a run.
 */
export type FileSnapshot = ReadonlyMap<string, FileEntry>;

/** Why a run stopped before it was over. */
export type LimitKind = 'steps' | 'events' | 'virtualTime' | 'wallClock' | 'memory';

export interface SourceError {
  /** For example "SyntaxError: Unexpected token ')'". */
  readonly message: string;
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** A file of the program that could not be loaded, which ended the run. */
export interface LoadProblem {
  /** For example "SyntaxError: Unexpected token ')'", or "Cannot find module './words.js'". */
  readonly message: string;
  /** The specifier in the main file, quotes included, by which it is reached; -1 where none is written out. */
  readonly start: number;
  readonly end: number;
  /** The file that is wrong, or asks in vain, where that is another one; and where in it, if that is known. */
  readonly place?: {
    readonly path: string;
    readonly offset?: number;
    /** Base 1, where there is an offset. */
    readonly line?: number;
    readonly column?: number;
  };
}

export interface RunSummary {
  readonly outcome: Outcome;
  readonly limit?: LimitKind;
  /** The uncaught error as Node prints it, its frames inside Node left out. */
  readonly error?: string;
  readonly exitCode: number;
  readonly steps: number;
  readonly events: number;
  readonly virtualMs: number;
  readonly problem?: LoadProblem;
  /** For outcome 'limit': what to tell the user, for example "Stopped after 1,000,000 steps". */
  readonly message?: string;
}

// ---------------------------------------------------------------------------------------------------------------------
// Inspection of a moment: asked of the worker, which replays to it

/** A value, shown. `expandable` says that more can be asked for by `path`. */
export interface VariableView {
  readonly name: string;
  /** Where it is in the moment: questions.ts's `ValuePath`. */
  readonly path: readonly number[];
  /** In short, as a debugger shows it: `42`, `'text'`, `{a: 1, b: …}`, `ƒ onClick()`. */
  readonly value: string;
  readonly type: string;
  readonly expandable: boolean;
  /** Present for objects: the name of its hidden class, the same everywhere in this run, and its mode. */
  readonly hiddenClass?: string;
  readonly mode?: 'fast' | 'dictionary';
  readonly elementsKind?: string;
  readonly isParameter?: true;
}

/** DAP: presentationHint of scopes. */
export type ScopeKind =
  'arguments' | 'locals' | 'block' | 'catch' | 'with' | 'closure' | 'module' | 'script' | 'global' | 'registers';

export interface ScopeOfFrame {
  readonly name: string;
  readonly kind: ScopeKind;
  readonly variables: readonly VariableView[];
}

export interface FrameView {
  readonly functionName: string;
  readonly functionIndex: number;
  /** Offset of what runs in this frame now; -1 for builtins. */
  readonly position: number;
  /** Those of its own function, the innermost first. */
  readonly scopes: readonly ScopeOfFrame[];
}

/** The stack of a moment with its variables, the innermost frame first. */
export interface MomentView {
  readonly event: number;
  readonly frames: readonly FrameView[];
}

// ---------------------------------------------------------------------------------------------------------------------
// Findings of the hazards

export type Severity = 'hint' | 'information' | 'warning';

/** A finding on a token of the file: static detection and the evidence of the run in one. */
export interface Finding {
  readonly hazard: string;
  readonly start: number;
  readonly end: number;
  readonly severity: Severity;
  /** One line for the Problems view. */
  readonly message: string;
  /** Markdown for the hover: verdict, what it costs and when it is free, what happened in this run, what to do. */
  readonly hover: string;
  /** How often it happened in this run; 0 when it was not reached. */
  readonly count: number;
  /** First event of the log that shows it, or -1. */
  readonly firstEvent: number;
}

/** A free form of a hazard (for example arguments.length): not underlined, but hovering answers in one line. */
export interface FreeForm {
  readonly hazard: string;
  readonly start: number;
  readonly end: number;
  readonly hover: string;
}

export interface HazardReport {
  readonly findings: readonly Finding[];
  readonly freeForms: readonly FreeForm[];
}

// ---------------------------------------------------------------------------------------------------------------------
// Channel: extension host <-> worker. `generation` counts the runs that the host asked for; answers carry it back.

export type HostToWorker =
  | {
      readonly type: 'run';
      readonly generation: number;
      readonly source: string;
      readonly environment: RunEnvironment;
      /** What is known already of the files that it may ask for. */
      readonly files: FileSnapshot;
      /** In the order of their steps. */
      readonly inputs: readonly RunInput[];
      readonly maxWallMs: number;
    }
  /** The answer to `needsFiles`, for all the paths that were named. */
  | { readonly type: 'files'; readonly generation: number; readonly files: FileSnapshot }
  /** After outcome 'limit': raise the limit and go on where the run stopped. */
  | { readonly type: 'goOn'; readonly generation: number; readonly maxSteps: number; readonly maxWallMs: number }
  | { readonly type: 'stop'; readonly generation: number }
  /** One of the questions of questions.ts, with what belongs to it. */
  | {
      readonly type: 'ask';
      readonly generation: number;
      readonly request: number;
      readonly question: string;
      readonly asked: unknown;
    }
  | { readonly type: 'ping'; readonly sequence: number };

export type WorkerToHost =
  | { readonly type: 'ready' }
  | { readonly type: 'started'; readonly generation: number }
  | { readonly type: 'sourceError'; readonly generation: number; readonly error: SourceError }
  | { readonly type: 'chunk'; readonly generation: number; readonly chunk: LogChunk }
  /** The run waits, and its time does not count, until it is given what stands at these paths. */
  | { readonly type: 'needsFiles'; readonly generation: number; readonly paths: readonly string[] }
  | {
      readonly type: 'done';
      readonly generation: number;
      readonly summary: RunSummary;
      readonly elapsedMs: number;
      /** Paths that the run looked at, besides its main file: whatever changes there changes the run. */
      readonly files: readonly string[];
    }
  | { readonly type: 'hazards'; readonly generation: number; readonly report: HazardReport }
  /** Without an answer where something went wrong: a fault tells what. */
  | { readonly type: 'answer'; readonly generation: number; readonly request: number; readonly answer?: unknown }
  /** `sequence` 0: nobody asked; the worker is in something long and well. */
  | { readonly type: 'pong'; readonly sequence: number }
  /** A bug of ours: what was being done, and the host's stack. The worker goes on. */
  | { readonly type: 'fault'; readonly generation: number; readonly doing: string; readonly message: string };

// ---------------------------------------------------------------------------------------------------------------------
// Channel: extension host <-> the sidebar's page

/** What the page shows instead of, or above, a run. */
export type PanelStatus =
  | { readonly kind: 'noFile' }
  | { readonly kind: 'unsupported'; readonly fileName: string; readonly reason: string }
  /** The text changed; the drawn run is from before. */
  | { readonly kind: 'rerunning' }
  | { readonly kind: 'running' }
  | { readonly kind: 'fresh' }
  /** The text changed while the drawn run is debugged: it stays what is shown, and can be restarted. */
  | { readonly kind: 'edited' }
  /** `reason` is a sentence, for example "syntax error on line 4: Unexpected token ')'". The drawn run is from before the edit. */
  | { readonly kind: 'stale'; readonly reason: string; readonly offset?: number }
  /** Nothing could be run and there is no earlier run to show. */
  | { readonly kind: 'failed'; readonly reason: string; readonly offset?: number };

export type HostToPage =
  /** A new run begins to stream: forget the old one once its first chunk is there, keep the moment nearest to the old one. */
  | {
      readonly v: 1;
      readonly type: 'run';
      readonly generation: number;
      readonly fileName: string;
      readonly source: string;
      readonly runtime: RuntimeName;
    }
  | { readonly v: 1; readonly type: 'chunk'; readonly generation: number; readonly chunk: LogChunk }
  | { readonly v: 1; readonly type: 'done'; readonly generation: number; readonly summary: RunSummary }
  | { readonly v: 1; readonly type: 'status'; readonly status: PanelStatus }
  /** `step`: between two bytecodes, as questions.ts's Moment. */
  | {
      readonly v: 1;
      readonly type: 'seek';
      readonly generation: number;
      readonly event: number;
      readonly step?: number;
    }
  | { readonly v: 1; readonly type: 'inspected'; readonly generation: number; readonly moment: MomentView }
  | {
      readonly v: 1;
      readonly type: 'expanded';
      readonly generation: number;
      readonly request: number;
      readonly children: readonly VariableView[];
    }
  /** To `ask`; without an answer where nobody knows. */
  | {
      readonly v: 1;
      readonly type: 'answered';
      readonly generation: number;
      readonly request: number;
      readonly answer?: unknown;
    }
  | { readonly v: 1; readonly type: 'command'; readonly command: TransportCommand };

/** What the transport row, the keys and the commands do. */
export type TransportCommand = 'first' | 'back' | 'playPause' | 'forward' | 'last';

/** In the place of a script: the text in the editor that cannot be run, which no log knows. */
export const failedText = -1;

export type PageToHost =
  /** The page is loaded; `client` differs for each load, older loads are ignored. */
  | { readonly v: 1; readonly type: 'ready'; readonly client: string }
  /** The keyboard is in the page, or went elsewhere: VS Code has no context key for that. */
  | { readonly v: 1; readonly type: 'focus'; readonly hasFocus: boolean }
  /**
   * The cursor moved. `settled` is false while the scrubber is being dragged. `script` and `position` say what to highlight.
   * `moved`: somebody moved it in this page; else the page was sent there, or found its place in a new run.
   */
  | {
      readonly v: 1;
      readonly type: 'moment';
      readonly generation: number;
      readonly event: number;
      readonly script: number;
      readonly position: number;
      readonly settled: boolean;
      readonly moved: boolean;
    }
  | { readonly v: 1; readonly type: 'inspect'; readonly generation: number; readonly event: number }
  | {
      readonly v: 1;
      readonly type: 'expand';
      readonly generation: number;
      readonly request: number;
      readonly event: number;
      readonly path: readonly number[];
    }
  /** One of engine-questions.ts, with whole numbers from -1 up. */
  | {
      readonly v: 1;
      readonly type: 'ask';
      readonly generation: number;
      readonly request: number;
      readonly question: string;
      readonly asked: Readonly<Record<string, number>>;
    }
  /** `script`: an index into the log's scripts, or `failedText`. `end`: the text up to there is selected. */
  | {
      readonly v: 1;
      readonly type: 'reveal';
      readonly script: number;
      readonly position: number;
      readonly end?: number;
    }
  /** The place of the summary's load problem. */
  | { readonly v: 1; readonly type: 'revealProblem'; readonly generation: number }
  | { readonly v: 1; readonly type: 'goOn'; readonly generation: number }
  /** Debugs the text as it is now, instead of the run from before the edit. */
  | { readonly v: 1; readonly type: 'restart' }
  | { readonly v: 1; readonly type: 'setRuntime'; readonly runtime: RuntimeName }
  | { readonly v: 1; readonly type: 'setTierBudgets'; readonly budgets: TierBudgets }
  | { readonly v: 1; readonly type: 'openExamples' }
  /** How long drawing took, for the UI tests: ms from the host's last chunk to the frame that shows it. */
  | { readonly v: 1; readonly type: 'drawn'; readonly generation: number; readonly event: number };
