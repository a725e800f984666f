/**
 * What somebody did to a run: at their moments inputs are evaluated, and the run goes on with what they changed. They are a
 * part of the run, so a recording and its replays do the same. Their bytecodes do not count, and their calls are not told of:
 * moments that the inputs do not reach stay where they were.
 */
import { describeUnquoted, evaluateInFrame, type Isolate, JSObject, QuietListener } from '../engine/index.ts';
import type { EngineListener, Microtask } from '../engine/index.ts';
import type { Host } from '../host/host.ts';
import type { RunInput } from '../protocol/run.ts';
import { maxExpressionSteps, whyStopped } from './moment/expressions.ts';

/** `inputs` in the order of their steps. */
export function awaitInputs(host: Host, inputs: readonly RunInput[]): void {
  const { isolate } = host;
  const { interpreter } = isolate;
  let next = 0;
  const wait = (): void => {
    const input = inputs[next];
    if (input !== undefined) interpreter.awaitInput(input.step, reached);
  };
  const reached = (): void => {
    for (let input = inputs[next]; input !== undefined && input.step <= isolate.steps; input = inputs[next]) {
      next++;
      perform(host, input);
    }
    wait();
  };
  wait();
}

function perform(host: Host, { frame, expression }: RunInput): void {
  const { isolate } = host;
  const partOfRun = new QueueListener(isolate.listener);
  const done = evaluateInFrame(isolate, frameOf(isolate, frame), expression, {
    maxSteps: maxExpressionSteps,
    partOfRun,
  });
  if (done.kind === 'stopped') host.print('warn', `Underhood: ${expression}: ${whyStopped(done)}`);
  if (done.kind !== 'exception') return;
  const { value } = done;
  const thrown = value instanceof JSObject ? describeUnquoted(value) : `${describeUnquoted(value)} was thrown`;
  host.print('warn', `Underhood: ${expression}: ${thrown}`);
}

/** 0 is the innermost; -1: none, the global scope. */
function frameOf(isolate: Isolate, frame: number) {
  return frame < 0 ? undefined : isolate.frames().at(-1 - frame);
}

/** What joins a queue has to be told of, because it leaves the queue later. */
class QueueListener extends QuietListener {
  private readonly listener: EngineListener | undefined;

  constructor(listener: EngineListener | undefined) {
    super();
    this.listener = listener;
  }

  override enqueueMicrotask(task: Microtask): void {
    this.listener?.enqueueMicrotask(task);
  }

  override promiseSettled(promise: JSObject): void {
    this.listener?.promiseSettled(promise);
  }
}
