/** Chains of causes as a person reads them. */
import assert from 'node:assert/strict';
import { describeCause } from '../../../webview/causes/cause-words.ts';
import { causesOf } from '../../../webview/causes/chain.ts';
import type { Subject } from '../../../webview/causes/chain.ts';
import { textAt } from '../../../webview/log.ts';
import { lineOf } from '../../../webview/run.ts';
import type { Run } from '../../../webview/run.ts';
import type { Spans } from '../../../webview/spans.ts';
import { spanName } from '../../../webview/words.ts';

/** The chain as lines of text, each with its line of the source where there is one. */
export function told(run: Run, subject: Subject): string[] {
  return causesOf(run, subject).map((cause) => {
    const line = lineOf(run, cause.place);
    return `${describeCause(run, cause).text}${line > 0 ? ` (${line})` : ''}`;
  });
}

export function printed(run: Run, text: string): Subject {
  const { log, consoleEvents } = run.timeline;
  const event = consoleEvents.find((candidate) => textAt(log, log.a[candidate]!) === text);
  assert.ok(event !== undefined, `nobody prints ${text}`);
  return { kind: 'event', event };
}

export function named(run: Run, spans: Spans, name: string): number {
  for (let index = 0; index < spans.length; index++) if (spanName(run, spans, index) === name) return index;
  return assert.fail(`there is no ${name}`);
}

/** Why the callback of this name ran. */
export function why(run: Run, name: string): string {
  const turn = named(run, run.timeline.turns, name);
  const [cause] = causesOf(run, { kind: 'turn', turn });
  return describeCause(run, cause!).why;
}
