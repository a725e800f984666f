/**
 * Where a function's code can be stopped at: statements, calls, returns, `debugger`, and where a generator or an async function
 * leaves the stack. V8: BreakIterator and BreakLocation in src/debug/debug.cc.
 */
import type { BytecodeArray } from './bytecode-array.ts';
import { type Bytecode, bytecodeNames, decodedLengths, isMarker } from './bytecodes.ts';

export interface BreakLocation {
  readonly codeIndex: number;
  /** Offset in the script. */
  readonly offset: number;
  /** A place in a generator's code where it suspends is none that a breakpoint can be set at. */
  readonly kind: 'statement' | 'call' | 'return' | 'debugger' | 'suspend';
  /** Of a suspension; 0 in a generator: before its first statement. */
  readonly suspendId?: number;
}

/** In the order of the code. */
export function breakLocationsOf({ code, sourcePositions }: BytecodeArray): BreakLocation[] {
  const locations: BreakLocation[] = [];
  for (const { codeIndex, offset, isStatement } of sourcePositions) {
    let at = codeIndex;
    while (isMarker(bytecodeNames[code[at]!]!)) at += decodedLengths[code[at]!]!;
    const kind = kindAt(bytecodeNames[code[at]!]!, isStatement);
    if (kind === undefined) continue;
    locations.push({ codeIndex, offset, kind, ...(kind === 'suspend' ? { suspendId: code[at + 4]! } : {}) });
  }
  return locations;
}

/** Position of the statement that an instruction belongs to, by the order of the code. V8: SourceStatementPosition. */
export function statementPositionAt({ sourcePositions }: BytecodeArray, codeIndex: number): number {
  let position = 0;
  for (const { codeIndex: at, offset, isStatement } of sourcePositions) {
    if (at > codeIndex) break;
    if (isStatement) position = offset;
  }
  return position;
}

function kindAt(bytecode: Bytecode, isStatement: boolean): BreakLocation['kind'] | undefined {
  if (bytecode === 'Debugger') return 'debugger';
  if (bytecode === 'Return') return 'return';
  if (bytecode === 'SuspendGenerator') return 'suspend';
  if (calls.has(bytecode)) return 'call';
  return isStatement ? 'statement' : undefined;
}

/** V8: Bytecodes::IsCallOrConstruct. */
const calls: ReadonlySet<Bytecode> = new Set<Bytecode>([
  'CallAnyReceiver',
  'CallProperty',
  'CallProperty0',
  'CallProperty1',
  'CallProperty2',
  'CallUndefinedReceiver',
  'CallUndefinedReceiver0',
  'CallUndefinedReceiver1',
  'CallUndefinedReceiver2',
  'CallWithSpread',
  'CallJSRuntime',
  'Construct',
  'ConstructWithSpread',
  'ConstructForwardAllArgs',
]);
