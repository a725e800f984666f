/** The call stack of a moment with its asynchronous parts, what is thrown, what was printed, and bytecode. */
import { describeUnquoted, instructionsOf, JSObject } from '../engine/index.ts';
import { sourceOffsetOf } from '../host/source-position.ts';
import { eventTypeIds, type LogChunk } from '../protocol.ts';
import type { Answers, ExceptionView, InstructionView, Moment, StackFrameView } from '../questions.ts';
import { AsyncStacks } from './async-stack.ts';
import { consoleLines } from './console-lines.ts';
import { fatesOfExceptions } from './exception-fates.ts';
import { readPropertyAside } from './expressions.ts';
import { lastEventAt } from './hits.ts';
import type { StandingRun } from './inspection.ts';
import { stackAt } from './log-stack.ts';
import type { RecordedRun } from './recorded-run.ts';
import { constructorName, typeOfValue } from './value-preview.ts';

export function stackAnswers(run: RecordedRun): Pick<Answers, 'stack' | 'exception' | 'console' | 'disassemble'> {
  const ofLog = new OfLog(run);
  return {
    stack: ({ moment }) => ({ frames: [...framesAt(run, moment), ...asyncFrames(run, ofLog.asyncStacks(), moment)] }),
    exception: ({ moment }) => ({ exception: exceptionAt(run, ofLog, moment) }),
    console: (asked) => ({ lines: consoleLines(run.log, asked) }),
    disassemble: ({ functionIndex }) => ({ instructions: instructions(run, functionIndex) }),
  };
}

/** What is made of the whole log, when it is first needed. */
class OfLog {
  private readonly run: RecordedRun;
  private log: LogChunk | undefined;
  private stacks: AsyncStacks | undefined;
  private fates: ReturnType<typeof fatesOfExceptions> | undefined;

  constructor(run: RecordedRun) {
    this.run = run;
  }

  asyncStacks(): AsyncStacks {
    this.update();
    return (this.stacks ??= new AsyncStacks(this.run.log, this.run.simulation.recorder!.registrations));
  }

  fateOf(throwEvent: number): ExceptionView['breakMode'] {
    this.update();
    this.fates ??= fatesOfExceptions(this.run);
    const { uncaught, unhandled } = this.fates;
    if (uncaught.events?.includes(throwEvent) === true) return 'uncaught';
    return unhandled.events?.includes(throwEvent) === true ? 'unhandled' : 'caught';
  }

  private update(): void {
    if (this.log === this.run.log) return;
    this.log = this.run.log;
    this.stacks = undefined;
    this.fates = undefined;
  }
}

// ---------------------------------------------------------------------------------------------------------------------

function framesAt(run: RecordedRun, moment: Moment): StackFrameView[] {
  const { standing, frames } = run.at(moment);
  if (standing === undefined) return [];
  const { log } = run;
  const pushed = stackAt(log, eventOf(log, moment), moment.step !== undefined).reverse();
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

/** With a step, the last event by then, whatever the panel shows. */
function eventOf(log: LogChunk, { event, step }: Moment): number {
  return step === undefined ? event : lastEventAt(log, step);
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
function exceptionAt(run: RecordedRun, ofLog: OfLog, moment: Moment): ExceptionView | undefined {
  const { log } = run;
  let event = eventOf(log, moment);
  while (log.type[event] === eventTypeIds.unwind) event--;
  if (log.type[event] !== eventTypeIds.throw) return undefined;
  const isThere = moment.step === undefined && moment.event === event;
  const standing = isThere ? run.at(moment).standing : run.replayer.momentAt(event)?.standing;
  if (standing?.thrown === undefined) return undefined;
  if (isThere) run.useUp();
  return { ...describeThrown(standing), breakMode: ofLog.fateOf(event) };
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
