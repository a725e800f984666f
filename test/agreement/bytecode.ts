/**
 * Bytecode: for each function of the corpus how far our listing agrees with Node's. L0: the same opcodes as a bag, L1: in the
 * same sequence, L2: and the same registers, L3: all operands, L4: and the constant pool.
 */
import {
  type BytecodeArray,
  compileForExecution,
  disassemble,
  innerFunctions,
  installBuiltins,
  Isolate,
  parseModuleUnit,
  parseScriptUnit,
  type SharedFunctionInfo,
  sharedFunctionInfoOf,
} from '../../src/engine/index.ts';
import { MetricCount, type Part } from './part.ts';

export const bytecodePart: Part = {
  name: 'bytecode',
  measure(corpus) {
    const counts = new Map(levels.map((level) => [level, new MetricCount(level, goals[level])]));
    for (const row of corpus.rows<BytecodeRow>('bytecode.jsonl')) {
      const judged = attempt(row);
      for (const [level, metric] of counts)
        metric.count(row, typeof judged !== 'string' && judged.agrees[level], () =>
          typeof judged === 'string' ? judged : firstDifference(judged.theirs, judged.ours),
        );
    }
    return [...counts.values()];
  },
  show(corpus, id) {
    const row = corpus.rows<BytecodeRow>('bytecode.jsonl').find((each) => each.id === id);
    if (row === undefined) return undefined;
    const judged = attempt(row);
    return typeof judged === 'string' ? judged : `${row.source}\n${showListings(judged.theirs, judged.ours)}`;
  },
};

export interface BytecodeRow {
  readonly id: string;
  readonly group: string;
  readonly rule: string;
  readonly source: string;
  readonly run: string;
  readonly target: string;
  readonly registers: number;
  readonly ops: readonly (readonly [number, string, string])[];
  readonly constants: readonly Readonly<Record<string, unknown>>[];
  readonly positions: readonly (readonly [number, string, number])[];
  readonly handlers: readonly string[];
}

export const levels = ['L0', 'L1', 'L2', 'L3', 'L4', 'positions', 'handlers'] as const;
export type Level = (typeof levels)[number];

const goals: Readonly<Partial<Record<Level, number>>> = { L1: 97, L2: 95, L3: 90, L4: 90 };

export interface BytecodeJudgement {
  readonly agrees: Readonly<Record<Level, boolean>>;
  readonly ours: Listing;
  readonly theirs: Listing;
}

export interface Listing {
  readonly ops: readonly (readonly [number, string, string])[];
  readonly constants: readonly string[];
  readonly positions: readonly (readonly [number, string, number])[];
  readonly handlers: readonly string[];
}

function attempt(row: BytecodeRow): BytecodeJudgement | string {
  try {
    return judge(row);
  } catch (error) {
    return String(error);
  }
}

/** Several functions may have the target's name, of which Node listed one: the one that is most like it counts. */
function judge(row: BytecodeRow): BytecodeJudgement {
  const theirs = { ...row, constants: row.constants.map(constantText) };
  const judged = listingsOf(row).map((ours) => judgeListing(theirs, ours));
  const score = ({ agrees }: BytecodeJudgement): number => levels.filter((level) => agrees[level]).length;
  return judged.reduce((best, next) => (score(next) > score(best) ? next : best));
}

export function judgeListing(theirs: Listing, ours: Listing): BytecodeJudgement {
  const opcodes = (ops: Listing['ops']): string[] => ops.map(([, name]) => name);
  const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
  const sequence = same(opcodes(ours.ops), opcodes(theirs.ops));
  const registers = (ops: Listing['ops']): unknown => ops.map(([, , operands]) => operands.match(/\b[ra]\d+|<\w+>/g));
  const l2 = sequence && same(registers(ours.ops), registers(theirs.ops));
  const l3 = l2 && same(ours.ops, theirs.ops);
  return {
    ours,
    theirs,
    agrees: {
      L0: same(opcodes(ours.ops).toSorted(), opcodes(theirs.ops).toSorted()),
      L1: sequence,
      L2: l2,
      L3: l3,
      L4: l3 && same(ours.constants, theirs.constants),
      positions: same(ours.positions, theirs.positions),
      handlers: same(ours.handlers.map(squeeze), theirs.handlers.map(squeeze)),
    },
  };
}

function listingsOf({ source, target }: BytecodeRow): Listing[] {
  const found = compiledFunctions(source).filter(({ shared }) => shared.name === target);
  if (found.length === 0) throw new Error(`no function ${target} in ${source}`);
  return found.map(({ bytecode }) => listing(disassemble(bytecode, target)));
}

export interface Compiled {
  readonly shared: SharedFunctionInfo;
  readonly bytecode: BytecodeArray;
}

/** The script itself first, and each function before those in it. */
export function compiledFunctions(source: string, kind: 'script' | 'module' = 'script'): Compiled[] {
  const options = { seed: 1, now: () => 0, timeZone: 'UTC', locale: 'en-US', statements: false, maxSteps: 1 };
  const isolate = new Isolate(options, installBuiltins);
  const script = isolate.addScript('case.js', 'main', source);
  const unit = kind === 'module' ? parseModuleUnit(script) : parseScriptUnit(script);
  if (!unit.ok) throw new Error(unit.error.message);
  return functionsOf(isolate, sharedFunctionInfoOf(unit.literal, script));
}

function functionsOf(isolate: Isolate, shared: SharedFunctionInfo): Compiled[] {
  const bytecode = compileForExecution(isolate, shared);
  return [{ shared, bytecode }, ...innerFunctions(bytecode).flatMap((inner) => functionsOf(isolate, inner))];
}

/** As the corpus has it: jump targets last, and without a space. */
export function listing(text: string): Listing {
  const lines = text.split('\n');
  const ops: [number, string, string][] = [];
  const positions: [number, string, number][] = [];
  const constants: string[] = [];
  const handlers: string[] = [];
  for (const line of lines) {
    const op = /^(?: *(\d+) ([SE])>)? *@ +(\d+) : ([\w.]+)(?: (.*))?$/.exec(line);
    if (op !== null) {
      const offset = Number(op[3]);
      if (op[1] !== undefined) positions.push([offset, op[2]!, Number(op[1])]);
      ops.push([offset, op[4]!, jumpLast(op[5] ?? '')]);
    } else if (line.includes('->  ')) handlers.push(line);
    else if (/^ +\d+: /.test(line)) constants.push(line.replace(/^ +\d+: /, ''));
  }
  return { ops, positions, constants, handlers };
}

function jumpLast(operands: string): string {
  const target = / \(@ (\d+)\)/.exec(operands);
  return target === null ? operands : `${operands.replace(target[0], '')} (@${target[1]})`;
}

function squeeze(text: string): string {
  return text.replaceAll(/\s+/g, '');
}

/** As Node prints it; the corpus leaves out what closes a list. */
function constantText(constant: Readonly<Record<string, unknown>>): string {
  const [kind, value] = Object.entries(constant)[0]!;
  const text = value === null ? '' : String(value);
  switch (kind) {
    case 'string':
      return `#${text}`;
    case 'smi':
      return `Smi: ${text}`;
    case 'number':
      return `<HeapNumber ${text}>`;
    default:
      return text === ''
        ? `<${kind}>`
        : `<${kind}${/^[:[]/.test(text) ? '' : ' '}${text}>${text.includes('<') ? '>' : ''}`;
  }
}

/** The two beside each other: V8's left, ours right. */
export function showListings(theirs: Listing, ours: Listing): string {
  const left = lines(theirs);
  const right = lines(ours);
  const shown = Array.from(
    { length: Math.max(left.length, right.length) },
    (_, i) => `${right[i] === left[i] ? ' ' : '!'} ${(left[i] ?? '').padEnd(60)} ${right[i] ?? ''}`,
  );
  for (const what of ['constants', 'handlers'] as const)
    if (theirs[what].length > 0 || ours[what].length > 0) shown.push(theirs[what].join(' '), ours[what].join(' '));
  return shown.join('\n');
}

function lines({ ops, positions }: Listing): string[] {
  const places = new Map(positions.map(([at, kind, position]) => [at, `${position} ${kind}>`]));
  return ops.map((op) => `${(places.get(op[0]) ?? '').padStart(8)} ${op.join(' ')}`);
}

export function firstDifference(theirs: Listing, ours: Listing): string {
  const at = theirs.ops.findIndex(([, name, operands], i) => ours.ops[i]?.[1] !== name || ours.ops[i][2] !== operands);
  if (at < 0) {
    const what = (['constants', 'positions', 'handlers'] as const).find(
      (each) => JSON.stringify(theirs[each]) !== JSON.stringify(ours[each]),
    );
    if (what === undefined) return 'ours is longer';
    const index = theirs[what].findIndex((entry, i) => JSON.stringify(entry) !== JSON.stringify(ours[what][i]));
    return `${what} V8: ${JSON.stringify(theirs[what][index])} | ours: ${JSON.stringify(ours[what][index])}`;
  }
  const text = (ops: Listing['ops']): string =>
    ops
      .slice(at, at + 3)
      .map(([, name, operands]) => `${name} ${operands}`)
      .join('; ');
  return `@${theirs.ops[at]?.[0] ?? '?'} V8: ${text(theirs.ops)} | ours: ${text(ours.ops)}`;
}
