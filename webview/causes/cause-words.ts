/** The links of a chain of causes in words. Names and code stand between backticks, as in sentences. */
import { apiKinds, apiKindNames, taskCallers } from '../../src/protocol/events.ts';
import type { ApiKind, MicrotaskKind } from '../../src/protocol/events.ts';
import { textAt, typeOf } from '../log.ts';
import { stateAt } from '../state.ts';
import { shorten } from '../run.ts';
import type { Run } from '../run.ts';
import * as words from '../words.ts';
import { turnOfEntry } from './chain.ts';
import type { Cause, QueueName, Subject } from './chain.ts';
import { causeOfTask, reasonOfTurn, turnName } from './reasons.ts';

export interface CauseWords {
  readonly text: string;
  /** Why then, where there is a rule; else ''. */
  readonly why: string;
}

export function describeCause(run: Run, cause: Cause): CauseWords {
  const { timeline } = run;
  const only = (text: string): CauseWords => ({ text, why: '' });
  switch (cause.kind) {
    case 'happened':
      return only(happening(run, cause));
    case 'waits':
      return { text: waiting(run, cause.queue, cause.index), why: future(run, cause.queue, cause.index) };
    case 'ran':
      return { text: running(run, cause), why: reasonOfTurn(run, cause.turn) };
    case 'queued':
      return only(`${queuedBy(run, cause.queue, cause.index)}${inFunction(run, cause.frame)}`.replace(/,$/, ''));
    case 'settled':
      return only(`the promise was ${settledHow(run, cause)}${byFunction(run, cause.frame)}`);
    case 'registered':
      return only(
        `registered by ${registrars[words.microtaskKindOf(timeline.reactions.kind[cause.reaction]!)] ?? '`then`'}${inFunction(run, cause.frame)}`,
      );
    case 'asked':
      return only(`\`${apiName(run, cause.api)}\`${inFunction(run, cause.frame)}${dueOf(run, cause.api)}`);
    case 'listened':
      return only(
        `listening to \`${words.spanName(run, timeline.apis, cause.api)}\` since then${inFunction(run, cause.frame)}`,
      );
    case 'script':
      return only('the script: the file runs from top to bottom');
    case 'more':
      return only('and so on, further back than is worth reading');
  }
}

/** What the chain is about, for its heading. */
export function subjectWords(run: Run, subject: Subject): string {
  switch (subject.kind) {
    case 'event': {
      const { log } = run.timeline;
      if (typeOf(log, subject.event) !== 'console') return 'what happened here';
      return `\`${shorten(textAt(log, log.a[subject.event]!), 40).replaceAll('`', '’') || ' '}\``;
    }
    case 'turn':
      return turnName(run, subject.turn);
    case 'entry':
      return `\`${entryName(run, subject.queue, subject.index)}\``;
  }
}

const registrars: Readonly<Partial<Record<MicrotaskKind, string>>> = {
  then: '`then`',
  catch: '`catch`',
  finally: '`finally`',
  await: '`await`',
};

function happening(run: Run, { event, frame }: Cause): string {
  const what = typeOf(run.timeline.log, event) === 'console' ? 'printed' : 'happened';
  return frame < 0 ? `${what} by the host` : `${what}${byFunction(run, frame)}`;
}

const places: Readonly<Record<QueueName, string>> = {
  ticks: 'in the nextTick queue',
  microtasks: 'in the microtask queue',
  tasks: 'in the task queue',
  apis: 'with the host',
  parked: 'off the call stack',
  reactions: 'for its promise',
};

function waiting(run: Run, queue: QueueName, index: number): string {
  const name = `\`${entryName(run, queue, index)}\``;
  const kind = kindOf(run, queue, index);
  if (kind === 'listener') return `${name} is listened to`;
  return kind === 'worker' ? `${name} has a thread of its own` : `${name} waits ${places[queue]}`;
}

/** Of what is with the host. */
function kindOf({ timeline }: Run, queue: QueueName, index: number): ApiKind | undefined {
  return queue === 'apis' ? words.apiKindOf(timeline.apis.kind[index]!) : undefined;
}

function entryName(run: Run, queue: QueueName, index: number): string {
  if (queue === 'parked') return words.functionName(run, run.timeline.parked.text[index]!);
  return words.spanName(run, run.timeline[queue], index);
}

/** What becomes of it: the log knows. */
function future(run: Run, queue: QueueName, index: number): string {
  const { timeline } = run;
  const kind = kindOf(run, queue, index);
  // What happens to it is told of where it happens.
  if (kind === 'listener' || kind === 'worker') return '';
  const turn = turnOfEntry(timeline, queue, index);
  if (turn < 0) {
    if (!timeline.last.over) return '';
    return kind !== undefined && words.isAnswered(kind)
      ? 'No answer comes in this run.'
      : 'It does not run in this run.';
  }
  const clock = stateAt(timeline, timeline.turns.start[turn]!).clock;
  return `It runs at ${words.formatMs(clock)}: ${lowerFirst(reasonOfTurn(run, turn))}`;
}

function running(run: Run, { turn, frame }: { readonly turn: number; readonly frame: number }): string {
  const { timeline } = run;
  const name = turnName(run, turn);
  const entry = timeline.turnEntries[turn]!;
  if (timeline.turnStations[turn] === 'microtask' && entry >= 0) {
    const kind = words.microtaskKindOf(timeline.microtasks.kind[entry]!);
    if (kind === 'await') return `${name} went on after \`await\``;
    if (kind === 'thenable') return 'a promise began to follow another one';
    // A handler for the other outcome is not called.
    const isHandler = kind === 'then' || kind === 'catch';
    const reaction = timeline.reactionOf[entry]!;
    if (isHandler && frame < 0 && reaction >= 0 && timeline.reactions.position[reaction]! >= 0)
      return `\`${kind}\` passed the outcome on`;
  }
  return isUsers(run, turn) ? `${name} was fired by you` : `${name} ran`;
}

/** Whether the user did what the turn is about. */
function isUsers({ timeline }: Run, turn: number): boolean {
  const entry = timeline.turnEntries[turn]!;
  if (timeline.turnStations[turn] !== 'task' || entry < 0) return false;
  return words.taskSourceOf(timeline.tasks.kind[entry]!) === 'userInteraction' && timeline.tasks.frame[entry]! < 0;
}

function queuedBy(run: Run, queue: 'ticks' | 'microtasks' | 'tasks', index: number): string {
  const { timeline } = run;
  if (queue === 'ticks') return '`process.nextTick`';
  if (queue === 'tasks') {
    const source = words.taskSourceOf(timeline.tasks.kind[index]!);
    const caller = taskCallers[source];
    return caller === undefined ? `queued, because ${causeOfTask(run, index)},` : `\`${caller}\``;
  }
  const kind = words.microtaskKindOf(timeline.microtasks.kind[index]!);
  if (kind === 'queueMicrotask') return '`queueMicrotask`';
  if (kind === 'thenable') return '`resolve` with a promise';
  return `${registrars[kind] ?? '`then`'}, the promise being settled already,`;
}

function settledHow(run: Run, { event }: Cause): string {
  const { log } = run.timeline;
  const value = textAt(log, log.c[event]!);
  const how = log.b[event] === 1 ? 'rejected' : 'fulfilled';
  return value === '' || value === 'undefined' ? how : `${how} with \`${shorten(value, 30).replaceAll('`', '’')}\``;
}

/** What the program called. */
function apiName({ timeline }: Run, api: number): string {
  const kind = apiKindNames[timeline.apis.kind[api]!];
  if (kind === undefined) return 'the host';
  return words.isNamedByCall(kind) ? textAt(timeline.log, timeline.apis.text[api]!) : apiKinds[kind];
}

function dueOf({ timeline }: Run, api: number): string {
  const arms = timeline.armsOf[api]!;
  if (arms.length === 0) return '';
  const { clock, due } = timeline.dues[arms[0]!]!;
  if (due <= clock) return '';
  return `, ${words.formatMs(due - clock)}`;
}

const inFunction = (run: Run, frame: number): string => (frame < 0 ? '' : ` in \`${words.frameName(run, frame)}\``);
const byFunction = (run: Run, frame: number): string => (frame < 0 ? '' : ` by \`${words.frameName(run, frame)}\``);

/** A sentence behind a colon. Names keep their letters. */
function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
