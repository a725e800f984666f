/** The call stack of a moment with its asynchronous parts, what is thrown, what was printed, and bytecode. */
import { describeUnquoted, instructionsOf, JSObject } from '../../engine/index.ts';
import { sourceOffsetOf } from '../../host/source-position.ts';
import { eventTypeIds } from '../../protocol/events.ts';
import type { LogChunk } from '../../protocol/log.ts';
import type { Answers, ExceptionView, InstructionView, Moment, StackFrameView } from '../../protocol/questions.ts';
import { AsyncStacks } from './async-stack.ts';
import { consoleLines } from '../log/console-lines.ts';
import { readPropertyAside } from './expressions.ts';
import type { StandingRun } from './inspection.ts';
import { eventOf, framesOfLog } from '../log/log-stack.ts';
import type { RecordedRun } from '../recorded-run.ts';
import { constructorName, typeOfValue } from '../log/value-preview.ts';

export function stackAnswers(run: RecordedRun): Pick<Answers, 'stack' | 'exception' | 'console' | 'disassemble'> {
  const asyncStacks = new StacksOfRun(run);
  return {
    stack: ({ moment }) => ({ frames: [...framesAt(run, moment), ...asyncFrames(run, asyncStacks.stacks, moment)] }),
    exception: ({ moment }) => ({ exception: exceptionAt(run, moment) }),
    console: (asked) => ({ lines: consoleLines(run.log, asked) }),
    disassemble: ({ functionIndex }) => ({ instructions: instructions(run, functionIndex) }),
  };
}

/** Made of the whole log, when they are first needed. */
class StacksOfRun {
  private readonly run: RecordedRun;
  private known: { readonly log: LogChunk; readonly stacks: AsyncStacks } | undefined;

  constructor(run: RecordedRun) {
    this.run = run;
  }

  get stacks(): AsyncStacks {
    const { log } = this.run;
    if (this.known?.log !== log) this.known = { log, stacks: new AsyncStacks(log) };
    return this.known.stacks;
  }
}

// ---------------------------------------------------------------------------------------------------------------------

function framesAt(run: RecordedRun, moment: Moment): StackFrameView[] {
  const { standing, frames } = run.at(moment);
  if (standing === undefined) return [];
  const { log } = run;
  const pushed = framesOfLog(log, moment).reverse();
  const views: StackFrameView[] = [];
  standing.frames.forEach((frame, index) => {
    const { functionIndex } = frames[index]!;
    const isBuiltin = frame.shared.script.kind === 'builtin';
    const name = log.functions[functionIndex]?.name ?? frame.shared.name;
    const last = views.at(-1);
    if (isBuiltin && last?.kind === 'builtin') {
      // The outer one is what the program called.
      if (name !== '') views[views.length - 1] = { ...last, name };
      return;
    }
    const { script = -1 } = log.functions[functionIndex] ?? {};
    const offset = sourceOffsetOf(frame);
    views.push({
      kind: isBuiltin ? 'builtin' : 'guest',
      name,
      place: isBuiltin || script < 0 || offset < 0 ? undefined : { script, offset },
      frame: index,
      pushedBy: pushed[frame.depth]?.pushedBy ?? -1,
      functionIndex,
      byteOffset: frame.bytecode.byteOffsets[Math.max(frame.pc, 0)] ?? 0,
    });
  });
  return views;
}

function asyncFrames(run: RecordedRun, stacks: AsyncStacks, moment: Moment): StackFrameView[] {
  const { log } = run;
  const none = { frame: -1, functionIndex: -1, byteOffset: -1, pushedBy: -1 };
  return stacks.partsAt(eventOf(log, moment)).flatMap(({ name, frames }): StackFrameView[] => [
    { ...none, kind: 'async', name, place: undefined },
    ...frames.map(({ functionIndex, position, pushedBy }): StackFrameView => {
      const { name: ofFunction = '', script = -1 } = log.functions[functionIndex] ?? {};
      const place = position < 0 || script < 0 ? undefined : { script, offset: position };
      return { ...none, kind: 'guest', name: ofFunction, place, functionIndex, pushedBy };
    }),
  ]);
}

// ---------------------------------------------------------------------------------------------------------------------

/** From the event of the throw on, until a frame has caught it; stops of a debugger are at the event itself. */
function exceptionAt(run: RecordedRun, moment: Moment): ExceptionView | undefined {
  const { log } = run;
  let event = eventOf(log, moment);
  while (log.type[event] === eventTypeIds.unwind) event--;
  if (log.type[event] !== eventTypeIds.throw) return undefined;
  const isThere = moment.step === undefined && moment.event === event;
  const standing = isThere ? run.at(moment).standing : run.replayer.momentAt(event)?.standing;
  if (standing?.thrown === undefined) return undefined;
  if (isThere) run.useUp();
  return { ...describeThrown(standing), breakMode: breakModeOf(run, event) };
}

function breakModeOf({ fates: { uncaught, unhandled } }: RecordedRun, throwEvent: number): ExceptionView['breakMode'] {
  if (uncaught.events?.includes(throwEvent) === true) return 'uncaught';
  return unhandled.events?.includes(throwEvent) === true ? 'unhandled' : 'caught';
}

function describeThrown({ isolate, thrown }: StandingRun): Omit<ExceptionView, 'breakMode'> {
  const value = thrown?.value;
  if (!(value instanceof JSObject)) {
    const text = describeUnquoted(value);
    return { name: typeOfValue(value), message: text, stack: '' };
  }
  const read = (key: string): string => {
    const done = readPropertyAside(isolate, value, key);
    const isText = done.kind === 'result' && done.result.kind === 'value' && typeof done.result.value === 'string';
    return isText ? String(done.result.value) : '';
  };
  const name = constructorName(value) || 'Object';
  const message = value.internal?.kind === 'error' ? read('message') : describeUnquoted(value);
  return { name, message, stack: read('stack') };
}

// ---------------------------------------------------------------------------------------------------------------------

function instructions(run: RecordedRun, functionIndex: number): InstructionView[] {
  const bytecode = run.simulation.recorder?.functions[functionIndex]?.bytecode;
  const info = run.log.functions[functionIndex];
  if (bytecode === undefined || info === undefined) return [];
  return instructionsOf(bytecode).map(({ byteOffset, text, position }) => ({
    functionIndex,
    byteOffset,
    text,
    place: info.kind === 'builtin' || position < 0 ? undefined : { script: info.script, offset: position },
  }));
}
