/**
 * What somebody did to a run: at their moments inputs are evaluated, timers fire before their time, events happen, requests are
 * answered, and the run goes on with what that changed. They are a
 * part of the run, so a recording and its replays do the same. Their bytecodes do not count, and their calls are not told of:
 * moments that the inputs do not reach stay where they were.
 */
import { describeUnquoted, evaluateInFrame, type Isolate, JSObject, QuietListener } from '../engine/index.ts';
import type { EngineListener, Microtask, PromiseReaction } from '../engine/index.ts';
import type { Host } from '../host/host.ts';
import { fireUserEvent } from '../host/events/user-events.ts';
import { advanceTimer } from '../host/globals/timers-globals.ts';
import type { AnswerInput, EvaluateInput, HostInput, RunInput } from '../protocol/run.ts';
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
  if (inputs.length === 0) return;
  // Expressions wait for a bytecode. Who acts while nothing runs need not.
  host.takeInputs = () => {
    for (let input = inputs[next]; input !== undefined && input.step <= isolate.steps; input = inputs[next]) {
      if (!isHostInput(input)) break;
      next++;
      performInHost(host, input);
    }
    wait();
  };
  wait();
}

function perform(host: Host, input: RunInput): void {
  if (isHostInput(input)) performInHost(host, input);
  else evaluate(host, input);
}

function isHostInput(input: RunInput): input is HostInput {
  return input.kind !== undefined && input.kind !== 'evaluate';
}

/** What an input is meant for may be gone after an edit. */
function performInHost(host: Host, input: HostInput): void {
  const problem = problemOf(host, input);
  if (problem !== undefined) host.print('warn', `Underhood: ${problem}`);
}

function problemOf(host: Host, input: HostInput): string | undefined {
  const { advance, dispatch, answer } = host.inputActions;
  switch (input.kind) {
    case 'advance':
      return advance === undefined ? advanceTimer(host, input.id) : advance(input);
    case 'dispatch':
      return dispatch === undefined ? fireUserEvent(host, input) : dispatch(input);
    case 'answer':
      return answer === undefined ? answerSoon(host, input) : answer(input);
  }
}

/** Whatever it is that is pending: what would have come later comes now. */
function answerSoon(host: Host, { id, fails }: AnswerInput): string | undefined {
  const request = host.requests.all().find((pending) => pending.id === id);
  if (request === undefined) return 'the request that was to be answered is not pending any more';
  if (!fails) host.settleRequest(request);
  else if (request.fail === undefined) return `${request.name} cannot fail`;
  else host.failRequest(request, 'ECONNREFUSED');
  return undefined;
}

function evaluate(host: Host, { frame, expression }: EvaluateInput): void {
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

  override promiseReaction(reaction: PromiseReaction): void {
    this.listener?.promiseReaction?.(reaction);
  }

  override promiseSettled(promise: JSObject): void {
    this.listener?.promiseSettled(promise);
  }
}
