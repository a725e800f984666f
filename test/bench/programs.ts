/**
 * The programs that are measured: are-we-fast-yet (written by others, read from a checkout) and kernels of our own, each
 * bundled to one script that prints its result, so that every engine runs the same text.
 */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

export interface Program {
  readonly suite: 'are-we-fast-yet' | 'kernels';
  readonly name: string;
  /** Inner iterations, or the size of the problem: some tens of milliseconds in `node --jitless`. */
  readonly size: number;
  /** For engines that are some hundred times slower. */
  readonly small: number;
  /** Takes seconds even at its smallest: one counted run, and none to warm up. */
  readonly isLong: boolean;
  readonly file: string;
}

const sizes: Readonly<Record<string, readonly [size: number, small: number]>> = {
  richards: [1, 1],
  deltablue: [600, 20],
  json: [4, 1],
  cd: [10, 2],
  havlak: [1, 1],
  bounce: [60, 2],
  list: [80, 1],
  permute: [40, 1],
  queens: [60, 2],
  sieve: [120, 4],
  storage: [60, 1],
  towers: [20, 1],
  mandelbrot: [150, 20],
  nbody: [10_000, 200],
};

const kernelSizes: Readonly<Record<string, readonly [size: number, small: number]>> = {
  'array-push': [300_000, 3000],
  'array-sort': [30_000, 400],
  calls: [400_000, 4000],
  closures: [300_000, 3000],
  exceptions: [40_000, 400],
  generators: [150_000, 1500],
  'loads-monomorphic': [600_000, 6000],
  'loads-polymorphic': [600_000, 6000],
  'loads-megamorphic': [400_000, 4000],
  promises: [120_000, 600],
  strings: [200_000, 2000],
};

const kernelFolder = path.join(import.meta.dirname, 'kernels');

export function kernels(): Program[] {
  return readdirSync(kernelFolder).map((fileName) => {
    const name = path.basename(fileName, '.js');
    const [size, small] = sizeOf(kernelSizes, name);
    return { suite: 'kernels', name, size, small, isLong: false, file: path.join(kernelFolder, fileName) };
  });
}

/** `checkout` is the repository's root or its folder of JavaScript programs. */
export function areWeFastYet(checkout: string): Program[] {
  const inner = path.join(checkout, 'benchmarks', 'JavaScript');
  const folder = existsSync(inner) ? inner : checkout;
  return Object.keys(sizes).map((name) => {
    const [size, small] = sizeOf(sizes, name);
    return {
      suite: 'are-we-fast-yet',
      name,
      size,
      small,
      isLong: name === 'havlak',
      file: path.join(folder, `${name}.js`),
    };
  });
}

function sizeOf(table: typeof sizes, name: string): readonly [number, number] {
  const found = table[name];
  if (found === undefined) throw new Error(`no size is known for ${name}`);
  return found;
}

/** One script without imports. It prints what the program computed, which has to be the same in all engines. */
export async function bundle(program: Program, size: number): Promise<string> {
  const result = await build({
    stdin: { contents: entry(program, size), resolveDir: path.dirname(program.file), sourcefile: 'entry.js' },
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'neutral',
    target: 'es2022',
    logLevel: 'error',
  });
  return result.outputFiles[0]!.text;
}

function entry({ suite, file }: Program, size: number): string {
  const specifier = JSON.stringify(`./${path.basename(file)}`);
  if (suite === 'kernels')
    return `import { run } from ${specifier};\nrun(${size}, (result) => console.log(String(result)));`;
  // The suite knows the results of some sizes only: the result itself is printed, or its own verdict where that is an object.
  return `
const instance = require(${specifier}).newInstance();
const verify = instance.verifyResult;
let seen;
instance.verifyResult = function (result, size) {
  seen = typeof result === 'object' && !Array.isArray(result) ? verify.call(this, result, size) : result;
  return true;
};
instance.innerBenchmarkLoop(${size});
console.log(String(seen));`;
}
