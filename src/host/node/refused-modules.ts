/**
 * Modules of Node that a simulated run cannot have: they can be required and imported, because programs often do so and use
 * little of them; whoever calls one of their functions is told what, why, and what to do.
 */
interface Refusal {
  readonly why: string;
  readonly instead: string;
  /** The functions that it exports. */
  readonly names: string;
  /** An expression for what it exports besides, as any process would have it. */
  readonly facts?: string;
}

const elsewhere = 'Run the file in Node itself to see what it does';

export const refusedModules: Readonly<Record<string, Refusal>> = {
  child_process: {
    why: 'a run starts no other programs',
    instead: elsewhere,
    names: 'ChildProcess exec execFile execFileSync execSync fork spawn spawnSync',
  },
  cluster: {
    why: 'a run is one process',
    instead: 'Use worker_threads for a second thread',
    names: 'Worker setupPrimary setupMaster fork disconnect',
    facts: `global.Object.assign(new (require('events'))(), {
    isWorker: false, isMaster: true, isPrimary: true, workers: {}, settings: {}, SCHED_NONE: 1, SCHED_RR: 2, schedulingPolicy: 2,
  })`,
  },
  dgram: {
    why: 'nothing leaves the machine',
    instead: 'Send by events or by http within the program',
    names: 'createSocket Socket',
  },
  dns: {
    why: 'nothing leaves the machine',
    instead: 'Write the addresses out',
    names:
      'lookup lookupService Resolver resolve resolve4 resolve6 resolveAny resolveCname resolveMx resolveNs resolveTxt reverse',
  },
  'dns/promises': {
    why: 'nothing leaves the machine',
    instead: 'Write the addresses out',
    names:
      'lookup lookupService Resolver resolve resolve4 resolve6 resolveAny resolveCname resolveMx resolveNs resolveTxt reverse',
  },
  domain: {
    why: 'Node itself has deprecated it',
    instead: 'Use AsyncLocalStorage',
    names: 'Domain create createDomain',
  },
  http2: {
    why: 'only the messages of HTTP/1.1 are simulated',
    instead: 'Use http',
    names: 'connect createServer createSecureServer',
  },
  inspector: {
    why: 'a run has its own debugger',
    instead: 'Set a breakpoint in the editor',
    names: 'open close url waitForDebugger Session',
  },
  punycode: {
    why: 'Node itself has deprecated it',
    instead: 'Use the package punycode, or url.domainToASCII',
    names: 'decode encode toASCII toUnicode',
  },
  repl: { why: 'a run reads no keyboard', instead: 'Write the lines into the file', names: 'start REPLServer' },
  sqlite: { why: 'it is machine code', instead: elsewhere, names: 'DatabaseSync StatementSync' },
  sea: { why: 'a run is no executable', instead: elsewhere, names: 'isSea getAsset' },
  'test/reporters': {
    why: 'tests are told of as the reporter spec tells',
    instead: elsewhere,
    names: 'dot junit lcov spec tap',
  },
  tls: {
    why: 'nothing in a run is encrypted',
    instead: 'Use http within the program',
    names: 'TLSSocket Server createServer connect createSecureContext',
  },
  trace_events: {
    why: 'a run has its own log',
    instead: 'Open its timeline',
    names: 'createTracing getEnabledCategories',
  },
  v8: {
    why: 'the engine is a simulated one, which shows its heap and its bytecode by itself',
    instead: 'Open the view of the heap',
    names:
      'getHeapSnapshot getHeapCodeStatistics getCppHeapStatistics setFlagsFromString Serializer Deserializer DefaultSerializer DefaultDeserializer takeCoverage stopCoverage writeHeapSnapshot queryObjects setHeapSnapshotNearHeapLimit GCProfiler startCpuProfile isStringOneByteRepresentation cachedDataVersionTag',
    facts: `global.Object.assign({}, require('internal/v8'))`,
  },
  vm: {
    why: 'code in a text runs in the realm of the program only',
    instead: 'Use vm.runInThisContext, or eval',
    names: 'createContext runInContext runInNewContext measureMemory',
    facts: `global.Object.assign({}, require('internal/vm'))`,
  },
  wasi: { why: 'a run has no system to call', instead: elsewhere, names: 'WASI' },
  zlib: {
    why: 'nothing is compressed in a run',
    instead: `Leave the step out. ${elsewhere}`,
    names:
      'crc32 Deflate Inflate Gzip Gunzip deflate deflateSync gzip gzipSync deflateRaw deflateRawSync unzip unzipSync inflate inflateSync gunzip gunzipSync inflateRaw inflateRawSync brotliCompress brotliCompressSync brotliDecompress brotliDecompressSync createDeflate createInflate createGzip createGunzip createBrotliCompress createBrotliDecompress',
  },
};

/** The source of a refused module, as builtin-module-sources.ts says. */
function refusedSource(name: string, { why, instead, names, facts = '{}' }: Refusal): string {
  const members = names
    .split(' ')
    .map(
      (member) =>
        `${member}: function ${member}() { refuse(${JSON.stringify(`Underhood does not simulate ${name}.${member}: ${why}. ${instead}.`)}); }`,
    );
  return `function (require, global) {
  const refuse = (message) => { throw new global.Error(message); };
  return global.Object.assign(${facts}, {\n    ${members.join(',\n    ')},\n  });\n}`;
}

export const refusedSources: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(refusedModules).map(([name, refusal]) => [name, refusedSource(name, refusal)]),
);
