/** A feedback vector as V8's object printer shows it. V8: FeedbackVector::FeedbackVectorPrint. */
import { FeedbackCell } from '../ic/feedback-cell.ts';
import { slotKindName } from '../ic/feedback-vector.ts';
import { addressOf } from './fake-addresses.ts';
import { shortPrint } from './print-object.ts';

export function feedbackVectorLines(cell: object): string[] {
  if (!(cell instanceof FeedbackCell)) return [];
  const { vector } = cell;
  if (vector === undefined) return [' - no feedback vector'];
  const { shared, kinds } = vector;
  const lines = [
    ` - feedback vector: ${addressOf(`feedback of ${shared.name}`)}: [FeedbackVector]`,
    ` - length: ${kinds.length}`,
    ` - shared function info: ${addressOf(shared)} <SharedFunctionInfo${shared.name === '' ? '' : ` ${shared.name}`}>`,
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
