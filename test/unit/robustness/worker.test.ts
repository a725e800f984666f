/**
 * Bombs, as the extension meets them: through its client, in the real thread, recorded. Each ends with words that say why, the
 * next run works, and the extension host's own thread was free all the time.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import type { RunEnvironment } from '../../../src/protocol/run.ts';
import { bundleWorker, Extension, limits, Watch } from './worker-harness.ts';

interface Bomb {
  readonly source: string;
  readonly environment?: Partial<RunEnvironment>;
  readonly files?: Readonly<Record<string, string>>;
  readonly prints?: RegExp;
}

type Bombs = Readonly<Record<string, string | Bomb>>;

/** The most that the host's thread may be busy at a stretch. */
const mostBusyMs = 500;
/** How long a machine that does much else may take beyond the run's own time. */
const patienceMs = 60_000;
const stackOverflow = /^(?:error: [^]*|source: )RangeError: Maximum call stack size exceeded/;
const tooMuchMemory = /^limit: Stopped after [\d,]+ steps: the program holds too much memory$/;
const stopped = /^limit: Stopped after [\d,]+ (?:steps|events)/;
const many = 100_000;

/** For engines that must see to it themselves: here a worker that hangs would be a mistake. */
const patient = { tickMs: 250, silentTicks: patienceMs / 250, silentTicksAtStart: 240 };

let worker: string;

function bombs(title: string, expected: RegExp, all: Bombs, maxWallMs: number = limits.maxWallMs): void {
  describe(`robustness through the worker: ${title}`, function () {
    this.timeout(patienceMs * 3);
    let extension: Extension;

    before(async () => {
      worker ??= await bundleWorker();
      extension = new Extension(worker, patient);
      await extension.run('1');
    });

    after(() => extension.dispose());

    for (const [name, bomb] of Object.entries(all)) {
      it(name, async () => {
        const {
          source,
          environment = {},
          files = {},
          prints,
        }: Bomb = typeof bomb === 'string' ? { source: bomb } : bomb;
        const watch = new Watch();
        const observed = await extension.run(source, environment, files, maxWallMs);
        assert.match(observed.end, expected);
        if (prints !== undefined) assert.match(observed.console.join('\n'), prints);
        assert.ok(observed.milliseconds < maxWallMs + patienceMs, `${observed.milliseconds} ms`);
        if (observed.summary !== undefined) {
          assert.ok(await extension.inspectEnd(), 'no answer about the last moment and its variables');
        }
        assert.deepEqual((await extension.run('console.log("next")')).console, ['next']);
        assert.deepEqual(extension.losses, []);
        const busy = watch.end();
        assert.ok(busy < mostBusyMs, `the host's thread was busy for ${busy} ms`);
      });
    }
  });
}

bombs(
  'memory',
  tooMuchMemory,
  {
    'arrays that are doubled': 'let a = new Array(1e5).fill(1); for (;;) a = a.concat(a);',
    'long texts that are kept': 'const k = []; for (let i = 0; ; i++) k.push("ab".repeat(1e6) + i);',
    'long texts that are looked into':
      'const k = []; for (let i = 0; ; i++) { const s = "a".repeat(1e6) + i; s.charCodeAt(3); k.push(s); }',
    'a huge text with something behind it, copied':
      'const k = []; let s = "€"; while (s.length < 2 ** 27) s += s; for (let i = 0; ; i++) { const t = s + i; t.charCodeAt(0); k.push(t); }',
    'padded texts': 'const k = []; for (;;) k.push("x".padStart(2 ** 29 - 100, "ab"));',
    'a list of all characters': '"a".repeat(2 ** 27).split("");',
    'a text that is encoded': 'encodeURIComponent("é".repeat(2 ** 26));',
    buffers: 'const k = []; for (;;) k.push(new ArrayBuffer(2 ** 30));',
    'typed arrays': 'const k = []; for (;;) k.push(new Uint8Array(2 ** 28).fill(1));',
    'shared buffers': 'const k = []; for (;;) k.push(new SharedArrayBuffer(2 ** 28));',
    'BigInts that are kept': 'const k = [], a = 1n << (1n << 24n); for (let i = 0n; ; i++) k.push(a + i);',
  },
  patienceMs,
);

bombs(
  'texts and numbers that are too large',
  /^error: [^]*RangeError: (?:Invalid string length|Invalid array length|Array buffer allocation failed|Maximum BigInt size exceeded|Invalid count value)/,
  {
    'a text that is doubled': 'let s = "a"; for (;;) s += s;',
    repeat: "'a'.repeat(2 ** 30);",
    padStart: "'a'.padStart(2 ** 30);",
    'a text that is encoded': 'encodeURIComponent("é".repeat(2 ** 27));',
    join: "new Array(2 ** 26).join('abcdefghijklm');",
    'an array': 'new Array(2 ** 32);',
    'a buffer': 'new ArrayBuffer(2 ** 36);',
    'a power of BigInts': '2n ** 10n ** 9n;',
    'squares of BigInts': 'let a = 2n; for (;;) a *= a;',
    'a BigInt that is shifted': '1n << (1n << 40n);',
  },
);

bombs('what never ends', stopped, {
  'new Array(2 ** 32 - 1).fill()': 'new Array(2 ** 32 - 1).fill();',
  'a typed array that is filled, and looked into': 'const t = new Uint8Array(2e8); for (;;) t.fill(3);',
  'a getter': 'const o = { get a() { for (;;); } }; o.a;',
  'Symbol.toPrimitive': '`${{ [Symbol.toPrimitive]() { for (;;); } }}`;',
  'util.inspect.custom': 'console.log({ [Symbol.for("nodejs.util.inspect.custom")]() { for (;;); } });',
  'a comparator': '[3, 2, 1].sort(() => { for (;;); });',
  'console.log': 'for (;;) console.log("x".repeat(1000));',
  'console.log of long lines': 'for (;;) console.log("x".repeat(1e6));',
  'console.group': 'for (;;) { console.group("a"); console.log("b"); }',
  timers: 'const f = () => { setTimeout(f, 0); setTimeout(f, 0); }; f();',
  intervals: 'setInterval(() => {}, 1);',
  microtasks: 'const f = () => queueMicrotask(f); f();',
  ticks: 'const f = () => process.nextTick(f); f();',
  promises: 'const f = () => Promise.resolve().then(f); f();',
  'a thenable that resolves with itself': 'const t = { then(r) { r(t); } }; Promise.resolve(t);',
  'source that grows': 'let s = "1"; for (;;) { s += "+1"; eval(s); }',
  'functions from source': 'for (let i = 0; ; i++) new Function("return " + i);',
  'dynamic import of ever new modules':
    'const f = (i) => import("data:text/javascript,export default " + i).then(() => f(i + 1)); f(0);',
  'a file that imports itself again and again': {
    source: 'const f = (i) => import("./a.mjs?" + i).then(() => f(i + 1)); f(0);',
    environment: { fileName: '/work/main.js' },
    files: { '/work/a.mjs': 'export default 1;' },
  },
  'JSON of what is nested deeply': 'let a = []; for (let i = 0; i < 1e5; i++) a = [a]; JSON.stringify(a);',
  collators: 'const s = "é".repeat(1e6); for (;;) s.localeCompare(s + "a");',
  'Intl objects that are kept': 'const k = []; for (;;) k.push(new Intl.DateTimeFormat("de"));',
  'searches in a long text': 'const s = "a".repeat(1e8); for (;;) s.lastIndexOf("b");',
  'searches in a long typed array': 'const t = new Uint8Array(2e8); for (;;) t.indexOf(3);',
  'a typed array that is sorted': 'const t = new Float64Array(1e7); for (;;) t.sort();',
  'a text that is replaced by a longer one': 'let s = "a"; for (;;) s = s.replace(/a/g, "aa");',
  'a handler of exit': 'process.on("exit", () => { for (;;); }); process.exit(0);',
});

bombs('source that is nested deeply', stackOverflow, {
  parentheses: '('.repeat(many) + '1' + ')'.repeat(many),
  arrays: '['.repeat(many) + ']'.repeat(many),
  blocks: '{'.repeat(many) + '}'.repeat(many),
  templates: '`${'.repeat(many) + '1' + '}`'.repeat(many),
  operators: '!'.repeat(many) + '1',
  'one line of a megabyte': `var a=${'1+'.repeat(5e5)}1`,
  members: 'this' + '?.a'.repeat(many),
  functions: 'function f(){'.repeat(many) + '}'.repeat(many),
  'groups of a regular expression': `/${'('.repeat(many)}${')'.repeat(many)}/`,
  'JSX elements': { source: '<a>'.repeat(20_000) + '</a>'.repeat(20_000), environment: { fileName: '/work/a.tsx' } },
  'types of TypeScript': {
    source: `let a: ${'Array<'.repeat(20_000)}number${'>'.repeat(20_000)};`,
    environment: { fileName: '/work/a.ts' },
  },
  'eval of it': 'eval("[".repeat(1e5) + "]".repeat(1e5));',
  'an imported file': {
    source: "import './deep.mjs';",
    environment: { fileName: '/work/main.mjs', sourceKind: 'auto' },
    files: { '/work/deep.mjs': '['.repeat(many) + ']'.repeat(many) },
  },
});

bombs('recursion', stackOverflow, {
  functions: 'function f() { f(); } f();',
  getters: 'const o = { get a() { return this.a; } }; o.a;',
  toString: 'const o = { toString() { return `${o}`; } }; `${o}`;',
  'a proxy that is its own prototype': 'const p = new Proxy({}, { getPrototypeOf: () => p }); p instanceof Object;',
  'a proxy in for-in':
    'const p = new Proxy({}, { getPrototypeOf: () => p, ownKeys: () => ["a"] }); for (const k in p);',
  'a proxy that asks itself': 'const p = new Proxy({}, { ownKeys: () => Reflect.ownKeys(p) }); Object.keys(p);',
  'proxies of proxies': 'let p = {}; for (let i = 0; i < 5e4; i++) p = new Proxy(p, {}); p.a;',
  'a comparator': 'function f() { [1, 2].sort(f); } f();',
  'a replacer': "function f() { return 'a'.replace(/a/, f); } f();",
  toJSON: 'const o = { toJSON: () => JSON.stringify(o) }; JSON.stringify(o);',
  'generators that delegate': 'function* g() { yield* g(); } [...g()];',
  'arrays in arrays as a text': 'let a = []; for (let i = 0; i < 5e4; i++) a = [a]; String(a);',
  'arrays in arrays, cloned': 'let a = []; for (let i = 0; i < 5e4; i++) a = [a]; structuredClone(a);',
  'arguments without number': 'Math.max(...new Array(1e7).fill(1));',
});

bombs('what looks worse than it is', /^completed$/, {
  'data nested deeply': {
    source: 'JSON.parse("[".repeat(1e5) + "]".repeat(1e5)); console.log("parsed");',
    prints: /parsed/,
  },
  'data nested deeply, printed': {
    source: 'let a = []; for (let i = 0; i < 2e4; i++) a = [a]; console.log(a); console.dir(a, { depth: Infinity });',
    prints: /\[Array\]/,
  },
  'a JSON file nested deeply': {
    source: 'console.log(typeof require("./data.json"));',
    environment: { fileName: '/work/main.js' },
    files: { '/work/data.json': '['.repeat(many) + ']'.repeat(many) },
    prints: /object/,
  },
  'modules that import each other in a ring': {
    source: "import { a } from './0.mjs'; console.log(a());",
    environment: { fileName: '/work/main.mjs', sourceKind: 'auto' },
    files: Object.fromEntries(
      Array.from({ length: 50 }, (_, i) => [
        `/work/${i}.mjs`,
        i === 49
          ? "import { a as b } from './0.mjs'; export const a = () => typeof b;"
          : `import { a as b } from './${i + 1}.mjs'; export const a = () => b();`,
      ]),
    ),
    prints: /function/,
  },
  'getters and proxies that would never return, in variables': {
    source: `const loop = () => { for (;;); };
const o = { get x() { loop(); }, toString: loop, toJSON: loop, [Symbol.toPrimitive]: loop };
Object.defineProperty(o, Symbol.toStringTag, { get: loop });
o.constructor = { get name() { loop(); } };
const p = new Proxy(function () {}, { get: loop, ownKeys: loop, getPrototypeOf: loop, getOwnPropertyDescriptor: loop });
console.log('there');`,
    prints: /there/,
  },
  'a text of a megabyte in one line': `"${'x'.repeat(1e6)}"`,
  'the way out by Function': {
    source: `const outside = this.constructor.constructor('return process')();
console.log(outside === process, typeof outside.binding, typeof outside.mainModule, Object.keys(globalThis).includes('underhood'));
console.log((async () => {}).constructor('return typeof require')() instanceof Promise);
console.log([].constructor.constructor('return typeof postMessage + typeof self + typeof Deno')());`,
    prints: /^true function object false\ntrue\nundefinedundefinedundefined$/,
  },
});

bombs('an uncaught error that bites', /^(?:error: [^]*Uncaught|error: |limit: Stopped after )/, {
  'getters of what is thrown':
    'throw { get message() { for (;;); }, get stack() { for (;;); }, toString() { for (;;); } };',
  'a proxy of an error': 'throw new Proxy(new Error("x"), { get() { for (;;); }, getPrototypeOf() { for (;;); } });',
  'a rejection': 'Promise.reject({ get stack() { for (;;); } });',
  'a handler of uncaught exceptions that throws': 'process.on("uncaughtException", () => { throw 1; }); throw 2;',
  'causes without number':
    'let e = new Error("x"); for (let i = 0; i < 2e4; i++) e = new Error("y", { cause: e }); throw e;',
  'a comparator that throws': '[3, 2, 1].sort(() => { throw new Error("cmp"); });',
});

describe('robustness through the worker: what the host itself does not come back from', function () {
  this.timeout(patienceMs * 3);
  let extension: Extension;
  const impatient = { tickMs: 100, silentTicks: 15, silentTicksAtStart: 300 };

  before(async () => {
    worker ??= await bundleWorker();
    extension = new Extension(worker, impatient);
  });

  after(() => extension.dispose());

  const expressions: Readonly<Record<string, string>> = {
    test: "/^(a+)+$/.test('a'.repeat(40) + '!');",
    split: "('a'.repeat(40) + '!').split(/^(a+)+$/);",
    replace: "('a'.repeat(40) + '!').replace(/(a*)*b/g, '');",
    matchAll: "[...('a'.repeat(40) + '!').matchAll(/(a*)*b/g)];",
    'a polynomial one': "/a*a*a*a*a*b/.test('a'.repeat(20_000));",
  };
  for (const [name, source] of Object.entries(expressions)) {
    it(`a regular expression that explodes, in ${name}: another worker takes over`, async () => {
      const watch = new Watch();
      const { losses } = extension;
      losses.length = 0;
      assert.equal((await extension.run(source)).end, 'lost: hung');
      assert.deepEqual((await extension.run('console.log("next")')).console, ['next']);
      assert.deepEqual(losses.length, 1);
      assert.ok(watch.end() < mostBusyMs);
    });
  }
});

describe('robustness through the worker: a heap that is full', function () {
  this.timeout(patienceMs * 6);

  it('is the end of the run or of the worker, and not of the process', async () => {
    worker ??= await bundleWorker();
    const extension = new Extension(worker);
    try {
      // The engine's own limit is set aside: what is left is the thread's.
      const source = 'const k = []; for (;;) k.push(new Array(1e6).fill(0));';
      const limitless = { maxHeapBytes: 2 ** 40, maxSteps: 1e9, maxEvents: 1e9 };
      const { end } = await extension.run(source, limitless, {}, patienceMs * 4);
      // A thread that does nothing but look for memory is as good as one that hangs.
      assert.match(
        end,
        /^lost: (?:memory|hung)$|^limit: Stopped after [\d,]+ steps: the program holds too much memory$/,
      );
      assert.deepEqual((await extension.run('console.log("next")')).console, ['next']);
    } finally {
      extension.dispose();
    }
  });
});
