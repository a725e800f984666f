/**
 * Bytecode: for each function of the corpus how far our listing agrees with Node's. L0: the same opcodes as a bag, L1: in the
 * same sequence, L2: and the same registers, L3: all operands, L4: and the constant pool.
 */
import {
  type BytecodeArray,
  compileForExecution,
  disassemble,
  installBuiltins,
  Isolate,
  parseModuleUnit,
  parseScriptUnit,
  type SharedFunctionInfo,
  sharedFunctionInfoOf,
} from '../../src/engine/index.ts';

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

/** Several functions may have the target's name, of which Node listed one: the one that is most like it counts. */
export function judge(row: BytecodeRow): BytecodeJudgement {
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
  const inner = bytecode.constants.flatMap((constant) => {
    if (typeof constant !== 'object' || constant === null) return [];
    if (constant.type === 'sharedFunctionInfo') return [constant];
    return constant.type === 'globalDeclarations'
      ? constant.declarations.flatMap((declaration) => declaration.function ?? [])
      : [];
  });
  return [{ shared, bytecode }, ...inner.flatMap((constant) => functionsOf(isolate, constant))];
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
