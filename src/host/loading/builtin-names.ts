/** Names of Node's own modules: those that Underhood simulates stand in modules.ts. Node: Module.builtinModules. */

/** Resolution prefers them to packages of the same name. */
const builtinNames: ReadonlySet<string> = new Set([
  'assert',
  'assert/strict',
  'async_hooks',
  'buffer',
  'child_process',
  'cluster',
  'console',
  'constants',
  'crypto',
  'dgram',
  'diagnostics_channel',
  'dns',
  'dns/promises',
  'domain',
  'events',
  'fs',
  'fs/promises',
  'http',
  'http2',
  'https',
  'inspector',
  'inspector/promises',
  'module',
  'net',
  'os',
  'path',
  'path/posix',
  'path/win32',
  'perf_hooks',
  'process',
  'punycode',
  'querystring',
  'readline',
  'readline/promises',
  'repl',
  'stream',
  'stream/consumers',
  'stream/promises',
  'stream/web',
  'string_decoder',
  'sys',
  'timers',
  'timers/promises',
  'tls',
  'trace_events',
  'tty',
  'url',
  'util',
  'util/types',
  'v8',
  'vm',
  'wasi',
  'worker_threads',
  'zlib',
]);

/** Only with `node:` before them. */
const prefixedOnly: ReadonlySet<string> = new Set(['sea', 'sqlite', 'test', 'test/reporters']);

/** The name without `node:` of the builtin that a specifier names. */
export function builtinNameOf(specifier: string): string | undefined {
  if (specifier.startsWith('node:')) {
    const name = specifier.slice(5);
    return builtinNames.has(name) || prefixedOnly.has(name) ? name : undefined;
  }
  return builtinNames.has(specifier) ? specifier : undefined;
}

/** Packages that are simulated where they are not installed, and what begins the name of such a module. */
const standIns: ReadonlySet<string> = new Set(['react', 'react/jsx-runtime']);
const standInPrefix = 'underhood:';

export function standInFor(specifier: string): string | undefined {
  return standIns.has(specifier) ? standInPrefix + specifier : undefined;
}

/** The package of `underhood:react`. */
export function standInNameOf(name: string): string | undefined {
  return name.startsWith(standInPrefix) ? name.slice(standInPrefix.length) : undefined;
}

export const builtinModuleNames: readonly string[] = [
  ...builtinNames,
  ...[...prefixedOnly].map((name) => `node:${name}`),
];
