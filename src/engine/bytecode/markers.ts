/**
 * A copy of decoded code that tells the listener about each statement: a StatementMarker stands before every instruction
 * with a statement position, and jumps to such an instruction go to its marker. For debuggers a BreakMarker stands before each
 * break location, too, and before the StatementMarker there. Markers are not V8's and not steps.
 */
import { breakLocationsOf } from './break-locations.ts';
import type { BytecodeArray } from './bytecode-array.ts';
import { bytecodeNames, bytecodes, decodedLengths, Op } from './bytecodes.ts';
import { interruptWeights } from './interrupt-weights.ts';

export function withMarkers(bytecode: BytecodeArray, breakLocations: boolean): BytecodeArray {
  const statements = new Map<number, number>();
  for (const { codeIndex, statement } of bytecode.sourcePositions)
    if (statement >= 0) statements.set(codeIndex, statement);
  const breaks = new Set(breakLocations ? breakLocationsOf(bytecode).map(({ codeIndex }) => codeIndex) : []);
  const { code } = bytecode;
  /** New index of each old instruction, its markers included. */
  const moved = new Int32Array(code.length + 1);
  let length = 0;
  for (let at = 0; at < code.length; at += decodedLengths[code[at]!]!) {
    moved[at] = length;
    length += decodedLengths[code[at]!]! + (statements.has(at) ? 2 : 0) + (breaks.has(at) ? 1 : 0);
  }
  moved[code.length] = length;

  const marked = new Int32Array(length);
  const byteOffsets = new Int32Array(length + 1);
  byteOffsets[length] = bytecode.length;
  const constants = [...bytecode.constants];
  for (let at = 0; at < code.length;) {
    const size = decodedLengths[code[at]!]!;
    let to = moved[at]!;
    if (breaks.has(at)) {
      marked[to] = Op.BreakMarker;
      byteOffsets[to] = bytecode.byteOffsets[at]!;
      to += 1;
    }
    const statement = statements.get(at);
    if (statement !== undefined) {
      marked[to] = Op.StatementMarker;
      marked[to + 1] = statement;
      byteOffsets[to] = bytecode.byteOffsets[at]!;
      to += 2;
    }
    byteOffsets[to] = bytecode.byteOffsets[at]!;
    for (let i = 0; i < size; i++) marked[to + i] = code[at + i]!;
    moveTargets(code, at, moved, marked, to, constants);
    at += size;
  }
  return {
    ...bytecode,
    code: marked,
    byteOffsets,
    weights: interruptWeights(marked, byteOffsets),
    constants,
    handlers: bytecode.handlers.map((entry) => ({
      ...entry,
      start: moved[entry.start]!,
      end: moved[entry.end]!,
      handler: moved[entry.handler]!,
    })),
    sourcePositions: bytecode.sourcePositions.map((position) => ({
      ...position,
      codeIndex: moved[position.codeIndex]!,
    })),
  };
}

function moveTargets(
  code: Int32Array,
  at: number,
  moved: Int32Array,
  marked: Int32Array,
  to: number,
  constants: unknown[],
): void {
  let operandAt = 1;
  for (const type of bytecodes[bytecodeNames[code[at]!]!].operands) {
    if (type === 'jump') marked[to + operandAt] = moved[code[at + operandAt]!]!;
    if (type === 'jumpTable') {
      const first = code[at + operandAt]!;
      const size = code[at + operandAt + 1]!;
      for (let i = first; i < first + size; i++) {
        const target = constants[i];
        if (typeof target === 'number') constants[i] = moved[target];
      }
    }
    operandAt += type === 'regList' || type === 'regOutList' ? 2 : 1;
  }
}
