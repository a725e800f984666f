/** The header with the file and the runtime, the banners above a run, and what stands here when there is no run. */
import type { JSX } from 'preact';
import { failedText } from '../src/protocol/page-messages.ts';
import type { PanelStatus } from '../src/protocol/page-messages.ts';
import type { LoadProblem, RuntimeName } from '../src/protocol/run.ts';
import { Icon } from './icons.tsx';
import { typeOf } from './log.ts';
import { baseName, lineAt, lineStartsOf, placeOfMoment, placeOfSpan } from './run.ts';
import type { Run } from './run.ts';
import { stateAt } from './state.ts';
import type { Store } from './store.ts';
import * as words from './words.ts';

export function Header({ store }: { readonly store: Store }): JSX.Element | null {
  const run = store.run.value;
  if (run === undefined) return null;
  const label = statusLabel(store.status.value);
  return (
    <header class="header">
      <span class="file" title={run.fileName}>
        {baseName(run.fileName)}
      </span>
      <span class="status" role="status">
        {label !== '' && <span class="status-chip">{label}</span>}
      </span>
      <RuntimeSwitch store={store} runtime={run.runtime} />
    </header>
  );
}

function RuntimeSwitch({ store, runtime }: { readonly store: Store; readonly runtime: RuntimeName }): JSX.Element {
  const names: readonly (readonly [RuntimeName, string])[] = [
    ['node', 'Node'],
    ['browser', 'Browser'],
  ];
  return (
    <div class="switch" role="radiogroup" aria-label="Simulated runtime">
      {names.map(([name, label]) => (
        <button
          key={name}
          type="button"
          role="radio"
          aria-checked={name === runtime}
          tabIndex={name === runtime ? 0 : -1}
          title={`Simulate ${label === 'Node' ? 'Node' : 'a browser'}`}
          onClick={() => {
            if (name !== runtime) store.setRuntime(name);
          }}
          onKeyDown={(event) => {
            if (!event.key.startsWith('Arrow')) return;
            event.preventDefault();
            event.stopPropagation();
            const other = runtime === 'node' ? 'browser' : 'node';
            store.setRuntime(other);
            event.currentTarget.parentElement?.querySelector<HTMLElement>('[aria-checked="false"]')?.focus();
          }}
        >
          {label}
        </button>
      ))}
    </div>
  );
}

/** Stands where the sentence is, so that nothing moves while someone types: what is drawn is from before the edit. */
export function StaleNotice({ store }: { readonly store: Store }): JSX.Element | null {
  const status = store.status.value;
  const run = store.run.value;
  if (run === undefined || status?.kind !== 'stale') return null;
  const { offset } = status;
  return (
    <div class="sentence banner warning" role="status">
      <Icon name="warn" />
      <span>From before your edit: {status.reason}</span>
      {offset !== undefined && (
        <Action label="Show" onClick={() => store.reveal({ script: failedText, position: offset })} />
      )}
    </div>
  );
}

/** The run is what the text does, and what the user did to it. */
export function InputsNote({ store }: { readonly store: Store }): JSX.Element | null {
  const inputs = store.run.value?.inputs ?? 0;
  if (inputs === 0) return null;
  return (
    <div class="banner" role="status">
      <Icon name="info" />
      <span>This run has {words.count(inputs, 'input')} of yours.</span>
      <Action label="Save beside the file" onClick={store.saveInputs} />
      <Action label="Clear" onClick={store.clearInputs} />
    </div>
  );
}

/** What the program wrote is to be found nowhere else. */
export function WritesNote({ store }: { readonly store: Store }): JSX.Element | null {
  const changed = store.summary.value?.changedFiles ?? 0;
  if (changed === 0) return null;
  return (
    <div class="banner" role="status">
      <Icon name="info" />
      <span>This run changed {words.count(changed, 'file')} for itself alone: nothing on disk has changed.</span>
    </div>
  );
}

/** Why what is drawn is not the whole truth: stopped at a limit, ended by an error, or waiting for ever. */
export function Banner({ store }: { readonly store: Store }): JSX.Element | null {
  const summary = store.summary.value;
  const run = store.run.value;
  if (run === undefined) return null;
  if (store.status.value?.kind === 'edited') {
    return (
      <div class="banner warning" role="status">
        <Icon name="warn" />
        <span>From before your edit: the debugger stays with this run.</span>
        <Action label="Restart" onClick={store.restart} />
      </div>
    );
  }
  const old = store.status.value?.kind === 'stale' ? 'outdated' : '';
  if (summary?.outcome === 'limit') {
    return (
      <div class={`banner ${old}`} role="status">
        <Icon name="info" />
        <span>{summary.message ?? 'The run reached its limit'}</span>
        {summary.limit !== 'memory' && <Action label="Go on" onClick={store.goOn} />}
      </div>
    );
  }
  if (summary?.waitsFor !== undefined) {
    const api = summary.waitsFor.map(({ id }) => run.timeline.apiById.get(id)).find((index) => index !== undefined);
    return (
      <div class={`banner ${old}`} role="status">
        <Icon name="info" />
        <span>{summary.message}.</span>
        {api !== undefined && (
          <Action label="Show" onClick={() => store.reveal(placeOfSpan(run, run.timeline.apis, api))} />
        )}
      </div>
    );
  }
  if (summary?.outcome === 'error' && summary.error !== undefined) {
    return (
      <div class={`banner error ${old}`} role="status" title={summary.error}>
        <Icon name="error" />
        <span>
          {summary.problem === undefined
            ? `Uncaught ${words.errorHeadline(summary.error)}`
            : problemText(run, summary.problem)}
        </span>
        <Action label="Show" onClick={() => (isPlaced(summary.problem) ? store.revealProblem() : showError(store))} />
      </div>
    );
  }
  return null;
}

/** Instead of a run: no file, a file that cannot be run, or nothing that ran yet. */
export function Welcome({ store }: { readonly store: Store }): JSX.Element {
  const status = store.status.value;
  const [title, text] = welcomeTexts(status);
  const offset = status?.kind === 'failed' ? status.offset : undefined;
  return (
    <div class="welcome">
      <Engine />
      <h2>{title}</h2>
      <p>{text}</p>
      {offset !== undefined && (
        <Action label="Show the place" onClick={() => store.reveal({ script: failedText, position: offset })} />
      )}
      {status !== undefined && status.kind !== 'running' && status.kind !== 'rerunning' && (
        <button type="button" class="button primary" onClick={store.openExamples}>
          Open examples
        </button>
      )}
    </div>
  );
}

function welcomeTexts(status: PanelStatus | undefined): readonly [string, string] {
  switch (status?.kind) {
    case 'noFile':
      return [
        'Look under the hood',
        'Open a JavaScript or TypeScript file: its call stack, queues and timers appear here, live, while you edit.',
      ];
    case 'unsupported':
      return [baseName(status.fileName), status.reason];
    case 'failed':
      return ['This does not run yet', status.reason];
    default:
      return ['Running …', 'The simulation begins.'];
  }
}

/** A line drawing: an open hood, and under it the loop. */
function Engine(): JSX.Element {
  return (
    <svg class="engine" viewBox="0 0 96 64" width="96" height="64" aria-hidden="true" focusable="false">
      <path d="M8 46h80M14 46v-8l10-4h48l10 4v8" />
      <path d="M24 34 38 10h6" />
      <circle cx="26" cy="48" r="7" />
      <circle cx="70" cy="48" r="7" />
      <path class="accent" d="M52 28a9 9 0 1 1 8.500 6.200M60.500 30.500v4.500h4.600" />
    </svg>
  );
}

function Action({ label, onClick }: { readonly label: string; readonly onClick: () => void }): JSX.Element {
  return (
    <button type="button" class="button" onClick={onClick}>
      {label}
    </button>
  );
}

function statusLabel(status: PanelStatus | undefined): string {
  switch (status?.kind) {
    case 'running':
      return 'running';
    case 'rerunning':
      return 're-running';
    case 'stale':
      return 'stale';
    default:
      return '';
  }
}

function isPlaced(problem: LoadProblem | undefined): boolean {
  return problem !== undefined && (problem.place !== undefined || problem.start >= 0);
}

/** The file that is wrong, and the line, come with the words: the program itself need not be to blame. */
function problemText(run: Run, { message, place, start }: LoadProblem): string {
  if (place !== undefined)
    return `${baseName(place.path)}${place.line === undefined ? '' : `, line ${words.formatNumber(place.line)}`}: ${message}`;
  return start < 0 ? message : `Line ${words.formatNumber(lineAt(lineStartsOf(run.source), start))}: ${message}`;
}

function showError(store: Store): void {
  const run = store.run.value;
  if (run === undefined) return;
  const { errorEvents, log } = run.timeline;
  // Where it was thrown the stack still stands; what nobody threw, a promise rejected by hand, is shown where it was told.
  const event = errorEvents.findLast((error) => typeOf(log, error) === 'throw') ?? errorEvents.at(-1);
  if (event === undefined) return;
  store.playing.value = false;
  store.moveTo(event);
  store.reveal(placeOfMoment(run, stateAt(run.timeline, event - 1), stateAt(run.timeline, event)));
}
