/** Listens to the engine for the host: which rejections nobody handles, and where the last exception was thrown. */
import {
  type Frame,
  FunctionData,
  isApiMark,
  type Isolate,
  JSObject,
  lookupData,
  type Value,
} from '../engine/index.ts';
import type { Host } from './host.ts';
import { sourceOffsetOf } from './source-position.ts';
import type { ThrowSite } from './throw-site.ts';

export function connectEngine(host: Host): void {
  const { isolate, rejections } = host;
  isolate.onThrow = (value) => {
    // The engine's own rethrows of what a resolve function or an await got are no throw sites of the program.
    const site = throwSite(isolate, value);
    if (site === undefined) return;
    host.lastThrow = site;
    if (site.script === undefined && value instanceof JSObject) host.errorsOfHost.add(value);
  };
  isolate.onRejection = (promise, handled) => {
    if (handled) rejections.delete(promise);
    else rejections.add(promise);
  };
}

/** The innermost frame of the program's own code; without a script where the host's API or a module of Node throws. */
function throwSite(isolate: Isolate, value: Value): ThrowSite | undefined {
  const frames = isolate.frames();
  if (isOfHost(frames.at(-1)) && !isUnsimulated(value)) return { value, script: undefined, offset: -1 };
  for (let index = frames.length - 1; index >= 0; index--) {
    const frame = frames[index]!;
    const { script } = frame.shared;
    if (script.kind !== 'builtin') return { value, script, offset: sourceOffsetOf(frame) };
  }
  return undefined;
}

/** Node has no such errors: the line that asks for what is not simulated is what matters. */
function isUnsimulated(value: Value): boolean {
  const message = value instanceof JSObject ? lookupData(value, 'message') : undefined;
  return typeof message === 'string' && message.startsWith('Underhood ');
}

function isOfHost(frame: Frame | undefined): boolean {
  if (frame === undefined) return false;
  const { script } = frame.shared;
  const native = frame.native?.internal;
  if (native instanceof FunctionData) return isApiMark(native.data);
  return script.kind === 'builtin' && script.name.startsWith('node:');
}
