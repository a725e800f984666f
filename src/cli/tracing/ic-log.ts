/** A line of --log-ic. V8: ICEvent in src/logging/log.cc, IC::TraceIC. */
import {
  fakeAddress,
  framePosition,
  icStates,
  type IcTransition,
  type Isolate,
  JSSymbol,
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

/** V8: Log::MessageBuilder: what would end a field is escaped. */
export function logText(text: string): string {
  return text.replaceAll(/[^\x20-\x7e]|[\\,]/g, (unit) => {
    if (unit === '\n') return '\\n';
    if (unit === '\\') return '\\\\';
    const code = unit.charCodeAt(0);
    return code < 0x100
      ? `\\x${code.toString(16).padStart(2, '0').toUpperCase()}`
      : `\\u${code.toString(16).padStart(4, '0')}`;
  });
}

function keyText(key: IcTransition['key'] | undefined): string {
  if (!(key instanceof JSSymbol)) return key === undefined ? '' : logText(String(key));
  const { description } = key;
  // V8 prints the symbol's hash, which is another in each run.
  return description === undefined || description === ''
    ? 'symbol(hash 0)'
    : `symbol("${logText(description)}" hash 0)`;
}
