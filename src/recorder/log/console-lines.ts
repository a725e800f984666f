/** What the program printed, as the log tells it, and where in the program that was. */
import { CallFlag, type ConsoleLevel, consoleLevels, eventTypeIds } from '../../protocol/events.ts';
import type { LogChunk } from '../../protocol/log.ts';
import type { Answer, Asked, Place } from '../../protocol/questions.ts';

/** Node prints these to stderr. */
const errorLevels: ReadonlySet<ConsoleLevel> = new Set<ConsoleLevel>(['warn', 'error', 'trace']);

type Line = Answer<'console'>['lines'][number];

export function consoleLines(log: LogChunk, { after, upTo }: Asked<'console'>): Line[] {
  const events: number[] = [];
  const last = Math.min(upTo, log.type.length - 1);
  for (let event = after + 1; event <= last; event++) if (isPrinted(log.type[event]!)) events.push(event);
  const scripts = scriptsAt(log, events);
  return events.map((event, index) => {
    const position = log.position[event]!;
    const script = scripts[index]!;
    const place: Place | undefined = script < 0 || position < 0 ? undefined : { script, offset: position };
    const text = log.texts[log.a[event]!] ?? '';
    if (log.type[event] !== eventTypeIds.console) return { event, text, isError: true, place };
    const margin = ' '.repeat(log.c[event]!);
    const indented = margin + text.replaceAll('\n', `\n${margin}`);
    return { event, text: indented, isError: errorLevels.has(consoleLevels[log.b[event]!]!), place };
  });
}

/** An error that nobody catches is printed too. */
function isPrinted(type: number): boolean {
  const { console, uncaughtError, unhandledRejection } = eventTypeIds;
  return type === console || type === uncaughtError || type === unhandledRejection;
}

/** The script of the program's innermost frame at each of the events; -1 where there is none. */
function scriptsAt(log: LogChunk, events: readonly number[]): number[] {
  const { call, return: returned, suspend, unwind, turnEnd } = eventTypeIds;
  const scripts: number[] = [];
  /** Of the frames on the stack: the script, -1 for builtins. */
  let stack: number[] = [];
  let from = 0;
  for (const event of events) {
    for (; from < event; from++) {
      const type = log.type[from];
      if (type === call) {
        const isBuiltin = (log.b[from]! & CallFlag.builtin) !== 0;
        stack.push(isBuiltin ? -1 : (log.functions[log.a[from]!]?.script ?? -1));
      } else if (type === returned || type === suspend || type === unwind) stack.pop();
      else if (type === turnEnd) stack = [];
    }
    scripts.push(stack.findLast((script) => script >= 0) ?? -1);
  }
  return scripts;
}
