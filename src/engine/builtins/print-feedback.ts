/** A feedback vector as V8's object printer shows it. V8: FeedbackVector::FeedbackVectorPrint. */
import { fakeAddress } from '../execution/fake-address.ts';
import { FeedbackCell } from '../ic/feedback-cell.ts';
import { slotKindName } from '../ic/feedback-vector.ts';
import { shortPrint } from './print-object.ts';

export function feedbackVectorLines(cell: object): string[] {
  if (!(cell instanceof FeedbackCell)) return [];
  const { vector } = cell;
  if (vector === undefined)
    return [
      cell.tiering === undefined
        ? ' - feedback vector: feedback metadata is not available in SFI'
        : ' - feedback vector: No feedback vector, but we have a closure feedback cell array',
    ];
  const { shared, kinds } = vector;
  const lines = [
    ` - feedback vector: ${fakeAddress(shared, 'feedback')}: [FeedbackVector]`,
    ` - length: ${kinds.length}`,
    ` - shared function info: ${fakeAddress(shared)} <SharedFunctionInfo${shared.name === '' ? '' : ` ${shared.name}`}>`,
    ` - invocation count: ${vector.invocationCount}`,
  ];
  kinds.forEach((kind, slot) => {
    if (kind === 'Second') return;
    lines.push(` - slot #${slot} ${slotKindName(kind)} ${vector.state(slot)}`);
    if (isOperator.has(kind)) return;
    for (const { hiddenClass } of vector.classesAndHandlers(slot)) lines.push(`   [weak] ${shortPrint(hiddenClass)}`);
  });
  return lines;
}

const isOperator: ReadonlySet<string> = new Set(['BinaryOp', 'CompareOp', 'TypeOf', 'ForIn', 'JumpLoop', 'Literal']);
