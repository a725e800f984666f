/**
 * --log-maps: each new hidden class, where it came from and why. V8: Logger::MapEvent, MapCreate, MapDetails in src/logging/log.cc.
 */
import {
  fakeAddress,
  framePosition,
  functionDebugName,
  FunctionData,
  type HiddenClass,
  type Isolate,
  JSObject,
  lineAndColumn,
  type MapEvent,
  mapLines,
} from '../../engine/index.ts';
import { keyText, logText } from './log-text.ts';
import type { TraceOutput } from './tracer.ts';

const noAddress = '0x000000000000';

export function logMaps(isolate: Isolate, output: TraceOutput): void {
  const known = new Set<HiddenClass>();
  const log = (
    event: string,
    from: HiddenClass | undefined,
    to: HiddenClass | undefined,
    why: string,
    name: string,
  ): void => {
    const addresses = [from, to].map((map) => (map === undefined ? noAddress : fakeAddress(map)));
    output.log(['map', event, isolate.steps, ...addresses, ...place(isolate), logText(why), name].join(','));
  };
  isolate.mapListeners.add({
    mapEvent: (event: MapEvent, from, to, reason, key) => {
      if (event === 'Deprecate') {
        log(event, to, undefined, '', '');
        return;
      }
      if (event !== 'NormalizeCached' && !known.has(to)) {
        known.add(to);
        output.log(`map-create,${isolate.steps},${fakeAddress(to)}`);
        output.log(`map-details,${isolate.steps},${fakeAddress(to)},${logText(`${mapLines(to).join('\n')}\n`)}`);
      }
      log(event, from, to, reason, event === 'InitialMap' && reason === '' ? creatorName(to) : keyText(key));
    },
  });
}

/** pc, line and column of the program's code that runs. */
function place(isolate: Isolate): [pc: string, line: number, column: number] {
  const frame = isolate.frames().findLast(({ shared }) => shared.script.kind !== 'builtin');
  if (frame === undefined) return [noAddress, 0, -1];
  const { line, column } = lineAndColumn(frame.shared.script, framePosition(frame));
  return [fakeAddress(frame.shared, 'bytecode', frame.bytecode.byteOffsets[frame.pc]), line, column];
}

function creatorName({ creator }: HiddenClass): string {
  const data = creator instanceof JSObject ? creator.internal : creator;
  return data instanceof FunctionData
    ? logText(data.shared === undefined ? data.name : functionDebugName(data.shared))
    : '';
}
