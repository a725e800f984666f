/** Listens to the engine for the host: which rejections nobody handles, and where the last exception was thrown. */
import type { Isolate, Script, Value } from '../engine/index.ts';
import type { Host } from './host.ts';
import { sourceOffsetOf } from './source-position.ts';

export function connectEngine(host: Host): void {
  const { isolate, rejections } = host;
  isolate.onThrow = (value) => {
    // The engine's own rethrows of what a resolve function or an await got are no throw sites of the program.
    host.lastThrow = throwSite(isolate, value) ?? host.lastThrow;
  };
  isolate.onRejection = (promise, handled) => {
    if (handled) rejections.delete(promise);
    else rejections.add(promise);
  };
}

/** The innermost frame of the program's own code. */
function throwSite(isolate: Isolate, value: Value): { value: Value; script: Script; offset: number } | undefined {
  const frames = isolate.frames();
  for (let index = frames.length - 1; index >= 0; index--) {
    const frame = frames[index]!;
    const { script } = frame.shared;
    if (script.kind !== 'builtin') return { value, script, offset: sourceOffsetOf(frame) };
  }
  return undefined;
}
