/** What the real V8 did with a file: each line of its log by place, what the probes saw, how often each function ran. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { lineStartsInV8 } from '../../src/line-starts.ts';
import { movedLines, preload } from '../../src/verify/moved-lines.ts';
import { nodeBinary } from '../oracle/node-binary.ts';
import { type Passing, type Probe, probeModule, withProbes } from './probes.ts';

/** A miss of an inline cache. */
export interface CacheLine {
  readonly ic: string;
  /** Letters. */
  readonly from: string;
  readonly to: string;
  readonly map: string;
  readonly key: string;
  readonly modifier: string;
}

export interface RealRun {
  /** By offset in the file. */
  readonly caches: ReadonlyMap<number, readonly CacheLine[]>;
  readonly normalizations: ReadonlyMap<number, readonly string[]>;
  /** `deopt-eager: overflow` */
  readonly deoptimizations: ReadonlyMap<number, readonly string[]>;
  /** By probe. */
  readonly passings: readonly (readonly Passing[])[];
  /** By probe: of each function's feedback vector the slots, `Call MEGAMORPHIC`. */
  readonly vectors: ReadonlyMap<number, readonly (readonly string[])[]>;
  /** How often the function ran whose text, or block that runs another number of times than what is around it, is the innermost. */
  countAt(offset: number): number;
}

export function realRun(file: string, source: string, probes: readonly Probe[]): RealRun {
  const folder = mkdtempSync(path.join(path.dirname(file), 'real-'));
  try {
    const lines = logLines(file, folder);
    return { ...byPlace(lines, source), ...probed(source, probes, folder), countAt: counted(file, folder) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(words: readonly string[], folder: string, environment: Readonly<Record<string, string>> = {}): string {
  const { status, stdout, stderr } = spawnSync(nodeBinary(), words, {
    encoding: 'utf8',
    cwd: folder,
    maxBuffer: 1 << 30,
    timeout: 120_000,
    env: { ...process.env, ...environment },
  });
  if (status !== 0) throw new Error(`Node ended with ${status}: ${stderr.slice(0, 2000)}`);
  return stdout;
}

function logLines(file: string, folder: string): readonly string[] {
  const hook = path.join(folder, 'moved-lines.cjs');
  writeFileSync(hook, preload);
  const log = path.join(folder, 'v8.log');
  const flags = ['--single-threaded', '--log-ic', '--log-maps', '--log-deopt', '--no-logfile-per-isolate'];
  run([...flags, `--logfile=${log}`, '--require', hook, file], folder);
  return readFileSync(log, 'utf8').split('\n');
}

/** Lines of the file alone, which was moved down. */
function byPlace(
  lines: readonly string[],
  source: string,
): Pick<RealRun, 'caches' | 'normalizations' | 'deoptimizations'> {
  const starts = lineStartsInV8(source);
  const caches = new Map<number, CacheLine[]>();
  const normalizations = new Map<number, string[]>();
  const deoptimizations = new Map<number, string[]>();
  const add = <Item>(table: Map<number, Item[]>, line: number, column: number, item: Item): void => {
    const start = starts[line - movedLines - 1];
    if (start === undefined || !(line > movedLines)) return;
    const known = table.get(start + column - 1);
    if (known === undefined) table.set(start + column - 1, [item]);
    else known.push(item);
  };
  for (const text of lines) {
    if (text.startsWith('map,Normalize')) {
      const [, , , , , , line, column, reason = ''] = text.split(',', 9);
      if (!reason.endsWith('AsPrototype')) add(normalizations, Number(line), Number(column), reason);
    } else if (text.startsWith('code-deopt,')) {
      const [, kind, place = '', reason = ''] = /,(deopt-\w+|dependency-change),(<.*>),([^,]*)$/.exec(text) ?? [];
      const [, line, column] = /:(\d+):(\d+)>/.exec(place) ?? [];
      add(deoptimizations, Number(line), Number(column), `${kind}: ${reason}`);
    } else if (/^\w+IC,/.test(text)) {
      const [ic = '', , , line, column, from = '', to = '', map = '', key = '', modifier = ''] = text.split(',');
      // X: there is no feedback vector yet.
      if (to !== 'X') add(caches, Number(line), Number(column), { ic, from, to, map, key, modifier });
    }
  }
  return { caches, normalizations, deoptimizations };
}

function probed(source: string, probes: readonly Probe[], folder: string): Pick<RealRun, 'passings' | 'vectors'> {
  const vectors = new Map<number, (readonly string[])[]>();
  if (probes.length === 0) return { passings: [], vectors };
  const files = { module: 'probe-module.cjs', program: 'probed.cjs', seen: 'seen.json' };
  const at = (name: keyof typeof files): string => path.join(folder, files[name]);
  writeFileSync(at('module'), probeModule);
  writeFileSync(at('program'), withProbes(source, probes));
  const words = ['--single-threaded', '--allow-natives-syntax', '--require', at('module'), at('program')];
  const printed = run(words, folder, { PROBES_FILE: at('seen') });
  for (const [, id, text = ''] of printed.matchAll(/^@@function (\d+)\n(.*?)^@@end/gms)) {
    const slots = [...text.matchAll(/^ - slot #\d+ (\S+ \S+)/gm)].map(([, slot = '']) => slot);
    vectors.set(Number(id), [...(vectors.get(Number(id)) ?? []), slots]);
  }
  return { passings: JSON.parse(readFileSync(at('seen'), 'utf8')) as Passing[][], vectors };
}

interface Coverage {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly {
      readonly ranges: readonly { readonly startOffset: number; readonly endOffset: number; readonly count: number }[];
    }[];
  }[];
}

/** Node: NODE_V8_COVERAGE. */
function counted(file: string, folder: string): RealRun['countAt'] {
  const target = path.join(folder, 'coverage');
  run([file], folder, { NODE_V8_COVERAGE: target });
  const url = pathToFileURL(file).href;
  const ranges = readdirSync(target).flatMap((name) =>
    (JSON.parse(readFileSync(path.join(target, name), 'utf8')) as Coverage).result
      .filter((script) => script.url === url)
      .flatMap(({ functions }) => functions.flatMap((each) => each.ranges)),
  );
  return (offset) =>
    ranges
      .filter(({ startOffset, endOffset }) => startOffset <= offset && offset < endOffset)
      .toSorted((one, other) => one.endOffset - one.startOffset - (other.endOffset - other.startOffset))[0]?.count ?? 0;
}
