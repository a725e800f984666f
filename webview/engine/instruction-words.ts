/** What an instruction does, in words: what the table says of its opcode, and what its operands are in this function now. */
import type { BytecodeView, FrameStateView, InstructionInfo } from '../../src/protocol/engine-views.ts';

export interface OperandWords {
  /** As the listing has it: `a0`, `[0]`, `slot 1`. */
  readonly operand: string;
  /** `user`, `"age"`, `LoadProperty`. */
  readonly meaning: string;
  /** A register's value at the moment. */
  readonly value?: string;
}

export function operandWords(
  view: BytecodeView,
  { registers, constants, slots }: InstructionInfo,
  frame: FrameStateView | undefined,
): OperandWords[] {
  const listed = [...new Set(registers)].map((name): OperandWords => {
    const value = frame?.registers.find((register) => register.name === name)?.value;
    const meaning = variableOf(view, name);
    return { operand: name, meaning, ...(value === undefined ? {} : { value }) };
  });
  for (const index of constants) listed.push({ operand: `[${index}]`, meaning: constantWords(view, index) });
  for (const slot of slots) listed.push({ operand: `slot ${slot}`, meaning: view.slots[slot] ?? '' });
  return listed;
}

/** After the operands in a row: the names behind them, as far as they say more than the listing. */
export function shortHint(view: BytecodeView, { name, registers, constants }: InstructionInfo): string {
  const parts = [...new Set(registers)].map((register) => variableOf(view, register)).filter((part) => part !== '');
  for (const index of constants) parts.push(constantWords(view, index));
  if (parts.length === 0 && name === 'Star') return '';
  return parts.join(' ');
}

export function variableOf(view: BytecodeView, register: string): string {
  if (register === '<this>') return 'this';
  if (register === '<context>') return 'context';
  if (register === '<closure>') return 'the function itself';
  return view.registers.find(({ name }) => name === register)?.variable ?? '';
}

/** V8 prints strings as `#age`. */
function constantWords(view: BytecodeView, index: number): string {
  const text = view.constants.items[index] ?? '';
  return text.startsWith('#') ? JSON.stringify(text.slice(1)) : text;
}

const accumulatorUses = {
  none: '',
  read: 'reads the accumulator',
  write: 'writes the accumulator',
  readWrite: 'reads and writes the accumulator',
  clobber: 'leaves nothing of use in the accumulator',
} as const;

export function accumulatorWords(view: BytecodeView, { name }: InstructionInfo): string {
  const use = view.opcodes[name]?.accumulator;
  return use === undefined ? '' : accumulatorUses[use];
}
