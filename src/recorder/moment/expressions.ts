/** Expressions that a debugger evaluates on a copy of the run: what comes of them, and what to say where nothing does. */
import {
  callAside,
  evaluateInFrame,
  type FrameEvaluation,
  type JSObject,
  type Isolate,
  readAside,
  JSObject as GuestObject,
} from '../../engine/index.ts';
import { ProcessExit } from '../../host/host.ts';
import type { StandingRun } from './inspection.ts';

/** Bytecodes that an expression may take. */
export const maxExpressionSteps = 1_000_000;
const notEnded = `The expression did not end within ${maxExpressionSteps.toLocaleString('en-US')} steps, so it was cut off.`;
const tookTooMuch = 'The expression took more memory than a program has, so it was cut off.';
const exits = 'The expression ends the process, which a copy of the run cannot show.';
const pending =
  'The promise is still pending at this moment. The run stands still here, so there is nothing that it could wait for.';

/** What to say of an expression that was left. */
export function whyStopped({ reason }: Extract<FrameEvaluation, { readonly kind: 'stopped' }>): string {
  return reason === 'memory' ? tookTooMuch : notEnded;
}

export type AsideResult =
  | {
      readonly kind: 'result';
      readonly result: Exclude<FrameEvaluation, { readonly kind: 'stopped' }>;
      readonly console: readonly string[];
    }
  | { readonly kind: 'problem'; readonly message: string };

/** In a frame of the moment, or without one (-1) in the global scope. */
export function evaluateAside(
  { isolate, frames }: Pick<StandingRun, 'isolate' | 'frames'>,
  frame: number,
  expression: string,
): AsideResult {
  const awaited = /^\s*await(?=[\s([{'"`/])([^]*)$/u.exec(expression)?.[1];
  const done = aside(isolate, () =>
    evaluateInFrame(isolate, frames[frame], awaited ?? expression, { maxSteps: maxExpressionSteps }),
  );
  return awaited === undefined || done.kind === 'problem' ? done : settled(done);
}

/** Runs a getter. */
export function getAside(isolate: Isolate, getter: JSObject, receiver: JSObject): AsideResult {
  return aside(isolate, () => callAside(isolate, getter, receiver, { maxSteps: maxExpressionSteps }));
}

/** Reads a property as the program would. */
export function readPropertyAside(isolate: Isolate, object: JSObject, key: string): AsideResult {
  return aside(isolate, () => readAside(isolate, object, key, { maxSteps: maxExpressionSteps }));
}

function aside(isolate: Isolate, run: () => FrameEvaluation): AsideResult {
  const { console } = isolate;
  const lines: string[] = [];
  isolate.console = (_level, text, indentation) => {
    for (const line of text.split('\n')) lines.push(' '.repeat(indentation) + line);
  };
  try {
    const result = run();
    return result.kind === 'stopped'
      ? { kind: 'problem', message: whyStopped(result) }
      : { kind: 'result', result, console: lines };
  } catch (error) {
    if (error instanceof ProcessExit) return { kind: 'problem', message: exits };
    throw error;
  } finally {
    isolate.console = console;
  }
}

/** Of `await x` what x has come to by now. */
function settled(done: Extract<AsideResult, { readonly kind: 'result' }>): AsideResult {
  const { result } = done;
  const promise = result.value instanceof GuestObject ? result.value.internal : undefined;
  if (result.kind === 'exception' || promise?.kind !== 'promise') return done;
  if (promise.state === 'pending') return { kind: 'problem', message: pending };
  const kind = promise.state === 'fulfilled' ? 'value' : 'exception';
  return { ...done, result: { ...result, kind, value: promise.result } };
}
