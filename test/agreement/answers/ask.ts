/** What a real Node answers to the rows of a corpus: one function for each file of it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface Row {
  readonly id?: string;
  readonly program?: string;
  readonly code: string;
  readonly f?: string;
  readonly style?: string;
}

/** By the row's place. Undefined: the program threw. */
export type Answers = readonly (object | undefined)[];

const always = ['--allow-natives-syntax', '--single-threaded'];
/** Lines of the program in V8's log begin here. */
const lineOffset = 100_000;

export const askers: Readonly<Record<string, (binary: string, rows: readonly Row[]) => Answers>> = {
  'maps.jsonl': (binary, rows) =>
    inOneProcess(binary, rows, '[%HaveSameMap(a, b), %HasFastProperties(a), %HasFastProperties(b)]').map(
      ({ answer }) => {
        if (!(answer instanceof Array)) return undefined;
        const [sameMap, fastA, fastB] = answer as boolean[];
        return { sameMap, fastA, fastB };
      },
    ),
  'elements.jsonl': (binary, rows) =>
    inOneProcess(binary, rows, '%DebugPrint(x), 1').map(({ printed }) => elements(printed)),
  'ic-programs.jsonl': (binary, rows) =>
    rows.map(({ code }) => {
      const { log } = logged(binary, code, ['--log-ic', '--no-lazy-feedback-allocation'], '0');
      return { sites: sites(log) };
    }),
  'opt.jsonl': (binary, rows) =>
    rows.map(({ code, f = 'f', style }) => {
      const isolated = style === 'isolated' ? '%NeverOptimizeFunction(driver);\n' : '';
      const flags = ['--log-deopt', '--trace-opt'];
      const { log, printed, answer } = logged(binary, isolated + code, flags, `%GetOptimizationStatus(${f})`);
      const firstLine = isolated === '' ? 0 : 1;
      return {
        tier: tierOf(Number(answer), binary),
        compiled: compiled(printed, code),
        deopts: deopts(log, firstLine),
      };
    }),
};

interface Printed {
  readonly printed: string;
  readonly answer: unknown;
}

function inOneProcess(binary: string, rows: readonly Row[], last: string): Printed[] {
  const programs = rows.map(({ code }, index) => ({ id: String(index), code: `${code}\n;${last}` }));
  return inFolder((folder) => {
    const file = path.join(folder, 'programs.json');
    writeFileSync(file, JSON.stringify(programs));
    const stdout = run(binary, [...always, path.join(import.meta.dirname, 'ask.cjs'), file]);
    const parts = stdout.split(/^@@ (\d+)$/m);
    const answers: Printed[] = programs.map(() => ({ printed: '', answer: undefined }));
    for (let at = 1; at < parts.length; at += 2) answers[Number(parts[at])] = parsed(parts[at + 1] ?? '');
    return answers;
  });
}

function logged(binary: string, code: string, flags: readonly string[], last: string): Printed & { log: string[] } {
  return inFolder((folder) => {
    const file = path.join(folder, 'program.js');
    const logFile = path.join(folder, 'v8.log');
    writeFileSync(file, code);
    const words = [...always, ...flags, '--no-logfile-per-isolate', `--logfile=${logFile}`];
    const stdout = run(binary, [
      ...words,
      path.join(import.meta.dirname, 'run-logged.cjs'),
      file,
      String(lineOffset),
      last,
    ]);
    return { ...parsed(stdout), log: readFileSync(logFile, 'utf8').split('\n') };
  });
}

function parsed(text: string): Printed {
  const [printed = '', answer] = text.split(/^@= /m);
  try {
    return { printed, answer: JSON.parse(answer ?? 'null') as unknown };
  } catch {
    return { printed, answer: undefined };
  }
}

function run(binary: string, words: readonly string[]): string {
  return spawnSync(binary, words, { encoding: 'utf8', maxBuffer: 2 ** 29 }).stdout;
}

function inFolder<Result>(use: (folder: string) => Result): Result {
  const folder = mkdtempSync(path.join(tmpdir(), 'answers-'));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** ` - elements: 0x… <FixedArray[3]> [PACKED_SMI_ELEMENTS (COW)]` */
function elements(printed: string): object | undefined {
  const match = /^ - elements: \S+ <(\w+)(?:\[(\d+)\])?>? .*?\[(\w+?)_?ELEMENTS( \(COW\))?\]/m.exec(printed);
  if (match === null) return undefined;
  const [, backing, capacity, kind, cow] = match;
  return { kind, backing, ...(capacity !== undefined && { capacity: Number(capacity) }), cow: cow !== undefined };
}

function sites(log: readonly string[]): object[] {
  const found = new Map<string, { line: number; col: number; ic: string; key: string; states: string[] }>();
  for (const text of log) {
    const [ic = '', , , line = '', col = '', from = '', to = '', , key = ''] = text.split(',');
    if (!ic.endsWith('IC') || Number(line) <= lineOffset) continue;
    const place = `${line}:${col}:${ic}`;
    const site = found.get(place) ?? { line: Number(line) - lineOffset, col: Number(col), ic, key, states: [from] };
    if (site.states.at(-1) !== to) site.states.push(to);
    found.set(place, site);
  }
  return [...found.values()].map(({ states, ...site }) => ({ ...site, transitions: states.join('>') }));
}

function compiled(printed: string, code: string): string[] {
  const lines = printed.matchAll(/^\[completed compiling \S+ <JSFunction (\S+) .*?\(target (\w+)\)( OSR)?/gm);
  return [...lines].flatMap(([, name = '', target = '', osr = '']) =>
    code.includes(name) ? [`${name} ${target.replace('_JS', '')}${osr}`] : [],
  );
}

function deopts(log: readonly string[], firstLine: number): object[] {
  return log.flatMap((text) => {
    const match = /^code-deopt,.*?,(deopt-\w+|dependency-change),<program\.js:(\d+):(\d+)>.*?,([^,]*)$/.exec(text);
    if (match === null) return [];
    const [, kind, line, col, reason] = match;
    return [{ kind, reason, line: Number(line) - lineOffset - firstLine, col: Number(col) }];
  });
}

/** Bits of %GetOptimizationStatus; from Node 26 on those above the second are one lower. */
function tierOf(status: number, binary: string): string {
  const major = Number(/^v(\d+)/.exec(run(binary, ['--version']))?.[1]);
  const has = (bit: number): boolean => (status & (1 << (major >= 26 ? bit - 1 : bit))) !== 0;
  if (has(6)) return 'turbofan';
  if (has(5)) return 'maglev';
  return has(15) ? 'sparkplug' : 'interpreter';
}
