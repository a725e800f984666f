/** A line of --log-ic. V8: ICEvent in src/logging/log.cc, IC::TraceIC. */
import { keyText } from './log-text.ts';
import {
  fakeAddress,
  framePosition,
  icStates,
  type IcTransition,
  type Isolate,
  lineAndColumn,
} from '../../engine/index.ts';

/** type,pc,time,line,column,old,new,map,key,modifier,slow_reason. The time is the number of bytecodes that have run. */
export function icLine(isolate: Isolate, transition: IcTransition): string {
  const { type, from, to, hiddenClass, key, modifier, slowReason } = transition;
  const frame = isolate.currentFrame!;
  const { line, column } = lineAndColumn(frame.shared.script, framePosition(frame));
  const map = hiddenClass === undefined ? '0x000000000000' : fakeAddress(hiddenClass);
  const pc = fakeAddress(frame.shared, 'bytecode', frame.bytecode.byteOffsets[frame.pc]).replace(/^0x0+/, '0x');
  return [
    type,
    pc,
    isolate.steps,
    line,
    column,
    icStates[from].mark,
    icStates[to].mark,
    map,
    keyText(key),
    modifier,
    slowReason,
  ].join(',');
}
