// The order of the house as data. A layer may import itself and the layers above it in this list, with the exceptions that
// are named. Adding a folder means adding it here.

export interface Layer {
  /** A folder, or one file. */
  readonly path: string;
  /** Where set, what of our own it may import besides itself; else every layer above. */
  readonly only?: readonly string[];
  /** What it may import from packages. */
  readonly packages?: readonly RegExp[];
  /** A layer of the engine: those below the engine may only enter by its door. */
  readonly engine?: true;
}

const nodeModules = /^node:/;

/** The engine knows one library: its parser, whose node types are the syntax tree everywhere, and the parser's plugins. */
export const enginePackages: readonly RegExp[] = [
  /^acorn(-walk|-loose)?$/,
  /^acorn-jsx(\/xhtml\.js)?$/,
  /^@sveltejs\/acorn-typescript$/,
];

export const engineDoor = 'src/engine/index.ts';

export const layers: readonly Layer[] = [
  // A file of the folder that the page may not import; it stands first to be found first.
  { path: 'src/protocol/questions.ts', only: ['src/protocol'] },
  { path: 'src/protocol', only: [] },
  { path: 'src/line-starts.ts', only: [] },
  { path: 'src/engine/profiles.ts', engine: true },
  { path: 'src/engine/flags.ts', engine: true },
  { path: 'src/engine/parsing', engine: true },
  { path: 'src/engine/bytecode', engine: true },
  { path: 'src/engine/heap', engine: true },
  { path: 'src/engine/objects', engine: true },
  { path: 'src/engine/ic', engine: true },
  { path: 'src/engine/compiler', engine: true },
  { path: 'src/engine/execution', engine: true },
  { path: 'src/engine/builtins', engine: true },
  { path: engineDoor, engine: true },
  // HTML and selectors, for the page.
  { path: 'src/host', packages: [/^parse5$/, /^css-(select|what)$/] },
  { path: 'src/recorder' },
  { path: 'src/hazards' },
  { path: 'src/debug', packages: [/^@vscode\/debugprotocol$/] },
  { path: 'src/worker', packages: [/^node:worker_threads$/] },
  // What V8 did, by its own log: needs a process, and knows nothing of editors.
  { path: 'src/verify', only: ['src/protocol'], packages: [nodeModules] },
  { path: 'src/extension', packages: [/^vscode$/, /^@vscode\/debugprotocol$/, nodeModules] },
  { path: 'src/cli', packages: [nodeModules, /^@vscode\/debugprotocol$/] },
  {
    path: 'webview',
    only: ['src/protocol'],
    packages: [/^preact(\/|$)/, /^@preact\/signals$/, /^micromark/],
  },
];

/** The editor and the command line are two rims of the same house: neither knows the other. */
export const neverImports: readonly { readonly from: string; readonly to: string }[] = [
  { from: 'src/cli', to: 'src/extension' },
];

/** Files that may be longer than the limit, each with the reason. */
export const longFiles: Readonly<Record<string, string>> = {
  'src/engine/bytecode/bytecodes.ts': 'the instruction table',
  'src/engine/execution/interpreter.ts': 'the one dispatch switch that V8 can optimise as a whole',
};

export const longestFile = 400;

/** Entry points that hold the one thing that their process is there for, each with what it is. */
export const stateful: Readonly<Record<string, string>> = {
  'src/worker/worker.ts': 'the run of this thread',
};

/** Folder and file names that collect what has no place. */
export const drawers = /^(utils?|common|helpers?|misc|shared|lib|stuff)$/;

/** What a pure engine cannot touch: clocks, randomness, the host's scheduling and its world. */
export const impureNames: readonly string[] = [
  'performance',
  'process',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'fetch',
  'crypto',
  'navigator',
  'window',
  'document',
  'require',
  'eval',
  'console',
];

export const impureMembers: readonly string[] = ['Date.now', 'Math.random'];
