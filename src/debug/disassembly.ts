/**
 * Bytecode as machine code is shown: each function has its range of addresses, an instruction's is V8's byte offset in it.
 * Simplified: functions lie 2^20 bytes apart, where V8 has them anywhere in the heap. The first range is empty, so that
 * there is something before every function.
 */
import type { DebugProtocol as Dap } from '@vscode/debugprotocol';
import type { InstructionBreakpointCondition, InstructionView } from '../protocol/questions.ts';
import { hitConditionProblem, written } from './breakpoints.ts';
import { DebugError } from './debug-error.ts';
import type { Handler } from './requests.ts';
import type { Session } from './session.ts';

const functionSpacing = 2 ** 20;
/** No client shows so many at once. */
const mostInstructions = 10_000;

export function addressOf(functionIndex: number, byteOffset: number): string {
  return hex((functionIndex + 1) * functionSpacing + byteOffset);
}

function hex(address: number): string {
  return `0x${address.toString(16).padStart(8, '0')}`;
}

function parseAddress(reference: string, offset = 0): { readonly functionIndex: number; readonly byteOffset: number } {
  const address = Number(reference) + offset;
  if (!Number.isSafeInteger(address) || address < functionSpacing)
    throw new DebugError(`${reference} is no address of bytecode`);
  return { functionIndex: Math.floor(address / functionSpacing) - 1, byteOffset: address % functionSpacing };
}

export const disassemble: Handler<'disassemble'> = async (session, asked) => {
  const { functionIndex, byteOffset } = parseAddress(asked.memoryReference, asked.offset);
  const instructions = await instructionsOf(session, functionIndex);
  const first = instructions.findLastIndex((instruction) => instruction.byteOffset <= byteOffset);
  const from = first + (asked.instructionOffset ?? 0);
  const count = Math.min(asked.instructionCount, mostInstructions);
  const listing = Array.from({ length: count }, (_, index) =>
    instructionBody(session, functionIndex, instructions, from + index),
  );
  return { instructions: listing };
};

async function instructionsOf(session: Session, functionIndex: number): Promise<readonly InstructionView[]> {
  if (session.program.functions[functionIndex] === undefined) return [];
  return (await session.ask('disassemble', { functionIndex })).instructions;
}

function instructionBody(
  session: Session,
  functionIndex: number,
  instructions: readonly InstructionView[],
  index: number,
): Dap.DisassembledInstruction {
  const instruction = instructions[index];
  if (instruction === undefined) return filler(functionIndex, instructions, index);
  const { byteOffset, text, place } = instruction;
  const address = addressOf(functionIndex, byteOffset);
  const location = place && session.sources.locationAt(place);
  const { name } = session.program.functions[functionIndex]!;
  return {
    address,
    instruction: text,
    ...(index === 0 ? { symbol: name === '' ? '(anonymous)' : name } : {}),
    ...(location === undefined ? {} : { location: location.source, line: location.line, column: location.column }),
  };
}

/** DAP wants as many instructions as were asked for, each at an address of its own: before and behind a function is nothing. */
function filler(functionIndex: number, instructions: readonly InstructionView[], index: number) {
  const start = (functionIndex + 1) * functionSpacing;
  const behind = (instructions.at(-1)?.byteOffset ?? -1) + 1 + index - instructions.length;
  const address = start + (index < 0 ? index : behind);
  return { address: address < 0 ? '-1' : hex(address), instruction: '', presentationHint: 'invalid' as const };
}

export const setInstructionBreakpoints: Handler<'setInstructionBreakpoints'> = async (session, { breakpoints }) => {
  const { breakpoints: known } = session;
  const conditions: InstructionBreakpointCondition[] = [];
  const bodies: Dap.Breakpoint[] = [];
  for (const asked of breakpoints) {
    const { functionIndex, byteOffset } = parseAddress(asked.instructionReference, asked.offset);
    const instructions = await instructionsOf(session, functionIndex);
    const instruction = instructions.find((candidate) => candidate.byteOffset === byteOffset);
    const problem = hitConditionProblem(asked);
    if (instruction === undefined || problem !== undefined) {
      bodies.push({ verified: false, message: problem ?? 'No instruction begins at this address' });
      continue;
    }
    const id = known.newId();
    conditions.push({ id, functionIndex, byteOffset, ...written(asked) });
    const location = instruction.place && session.sources.locationAt(instruction.place);
    bodies.push({ id, verified: true, instructionReference: addressOf(functionIndex, byteOffset), ...location });
  }
  known.instructions = conditions;
  return { breakpoints: bodies };
};
