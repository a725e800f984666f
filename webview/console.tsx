/**
 * The console of the whole run: what is printed up to the moment, a line that says "now", and faint what is still to
 * come, so that a newcomer sees the program's output at once and can jump to the moment of any line.
 */
import type { JSX } from 'preact';
import { consoleLevels } from '../src/protocol/events.ts';
import type { ConsoleLevel } from '../src/protocol/events.ts';
import { Icon } from './icons.tsx';
import type { IconName } from './icons.tsx';
import { consoleLineAt } from './marks.ts';
import { Rows } from './rows.tsx';
import type { RowContent } from './rows.tsx';
import { placeText } from './places.ts';
import { placeOfMoment, scriptOfFrame } from './run.ts';
import type { Run } from './run.ts';
import { Empty, Section } from './section.tsx';
import { stateAt } from './state.ts';
import type { Store } from './store.ts';
import * as words from './words.ts';

const maxRows = 5;

const levelIcons: Readonly<Record<ConsoleLevel, IconName>> = {
  log: 'print',
  info: 'info',
  debug: 'print',
  warn: 'warn',
  error: 'error',
  trace: 'print',
};

export function ConsoleView({ store }: { readonly store: Store }): JSX.Element | null {
  void store.version.value;
  const run = store.run.value;
  const state = store.state.value;
  if (run === undefined || state === undefined) return null;
  const { timeline } = run;
  const total = timeline.consoleLineCount;
  const printed = state.console < timeline.consoleEvents.length ? timeline.consoleLines[state.console]! : total;
  const hasLater = printed < total;
  const badge =
    total === 0
      ? undefined
      : hasLater
        ? `${words.formatNumber(printed)} of ${words.formatNumber(total)}`
        : words.formatNumber(total);
  return (
    <Section
      store={store}
      id="console"
      title="Console"
      hint="What the program prints. Click a line to go to its moment and to see what led to it."
      badge={badge}
    >
      {total === 0 ? (
        <Empty minRows={1}>nothing is printed in this run</Empty>
      ) : (
        <Rows
          label={`Console, ${printed} of ${total} lines printed`}
          role="listbox"
          count={total + 1}
          minRows={Math.min(total + 1, 4)}
          maxRows={maxRows}
          follow={printed}
          row={(index) =>
            index === printed
              ? nowRow(hasLater)
              : lineRow(run, state.event, index < printed ? index : index - 1, index > printed)
          }
          onActivate={(index) => {
            if (index === printed) return;
            const { event } = consoleLineAt(timeline, index < printed ? index : index - 1);
            store.playing.value = false;
            store.causes.choose({ kind: 'event', event });
            store.moveTo(event);
            store.reveal(placeOfMoment(run, stateAt(timeline, event - 1), stateAt(timeline, event)));
          }}
        />
      )}
    </Section>
  );
}

function nowRow(hasLater: boolean): RowContent {
  return {
    key: 'now',
    class: hasLater ? 'now' : 'now nothing-later',
    disabled: true,
    content: hasLater ? <span class="now-text">later in this run</span> : '',
  };
}

function lineRow(run: Run, cursor: number, line: number, later: boolean): RowContent {
  const { log } = run.timeline;
  const { event, frame, text } = consoleLineAt(run.timeline, line);
  const level = consoleLevels[log.b[event]!] ?? 'log';
  const place = { script: scriptOfFrame(run, frame), position: log.position[event]! };
  return {
    // Rows are used again when the list jumps: fewer of them are visible than there are keys.
    key: String(line % 32),
    class: `console-line level-${level} ${later ? 'later' : 'printed'} ${event === cursor ? 'fresh' : ''}`,
    selected: event === cursor,
    title: later ? `${text}\n(later in this run)` : text,
    content: (
      <>
        <Icon name={levelIcons[level]} class={later ? 'console-icon later' : 'console-icon'} />
        <span class={later ? 'console-text later' : 'console-text'}>{text === '' ? '\u00a0' : text}</span>
        <span class="meta">{placeText(run, place).replace(/^line /, '')}</span>
      </>
    ),
  };
}
