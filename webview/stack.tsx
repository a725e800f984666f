/** The call stack as a tree: frames, the top first; an open one shows where it returns to and its variables. */
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { FrameView } from '../src/protocol/moment.ts';
import { activateAsyncRow, asyncRows, drawAsyncRow } from './causes/async-rows.tsx';
import { frameAnchor } from './causes/connections.ts';
import { ShapeChip } from './engine/shape-chip.tsx';
import { Icon } from './icons.tsx';
import { toggleIn } from './open-parts.ts';
import { Rows } from './rows.tsx';
import type { RowContent } from './rows.tsx';
import { placeText } from './places.ts';
import { placeOfSpan, placeOfStack } from './run.ts';
import type { Place, Run } from './run.ts';
import { Empty, Section } from './section.tsx';
import { isBuiltin, stackOf } from './state.ts';
import type { State } from './state.ts';
import { textAt } from './log.ts';
import { pathKey } from './store.ts';
import type { Store } from './store.ts';
import { variableRows } from './variables.ts';
import type { GroupRow, NamePath, VariableRow } from './variables.ts';
import { TurnRow } from './turn-row.tsx';
import * as words from './words.ts';

const maxRows = 14;

/** A row under an open frame: where it returns to, a group of variables, or a variable. */
type Detail = { readonly kind: 'returns' } | { readonly kind: 'waiting' } | GroupRow | VariableRow;

interface OpenFrame {
  /** Index of the frame in the stack, the top being 0. */
  readonly at: number;
  readonly details: readonly Detail[];
}

/** What a row of the tree is: a frame, or the n-th detail of an open frame. */
interface Located {
  readonly at: number;
  readonly detail: Detail | undefined;
}

export function StackView({ store }: { readonly store: Store }): JSX.Element | null {
  const run = store.run.value;
  const state = store.state.value;
  const stack = run === undefined || state === undefined ? new Int32Array() : stackOf(run.timeline, state);
  const open = run === undefined ? [] : openFrames(store, run, stack);
  useEffect(() => askForChildren(store, open));
  if (run === undefined || state === undefined) return null;
  const detailCount = open.reduce((sum, frame) => sum + frame.details.length, 0);
  const minRows = Math.min(run.timeline.peakDepth, 4) + (store.topOpen.value ? 3 : 0);
  const own = stack.length + detailCount;
  const led = asyncRows(run, state.turn);
  const top = stack.length === 0 ? 'empty' : words.frameName(run, stack[0]!);
  return (
    <Section
      store={store}
      id="stack"
      title="Call stack"
      hint="The functions that are running: the top one runs, each other waits for the one above it."
      badge={stack.length > 0 ? words.formatNumber(stack.length) : undefined}
    >
      {stack.length === 0 ? (
        <Empty minRows={minRows}>{emptyText(state)}</Empty>
      ) : (
        <Rows
          label={`Call stack, ${top} on top`}
          role="tree"
          count={own + led.length}
          minRows={minRows}
          maxRows={maxRows}
          follow={0}
          row={(index) =>
            index < own
              ? drawRow(store, run, state, stack, locate(open, index))
              : drawAsyncRow(run, led[index - own]!, index - own)
          }
          onActivate={(index) =>
            index < own
              ? activate(store, run, state, stack, locate(open, index))
              : activateAsyncRow(store, led[index - own]!)
          }
          onToggle={(index) => toggle(store, run, stack, locate(open, index))}
        />
      )}
      <TurnRow store={store} run={run} state={state} />
    </Section>
  );
}

function emptyText(state: State): string {
  if (state.over) return 'empty: the run is over';
  if (state.thrown >= 0 || state.lastError === state.event) return 'empty: no frame has caught the exception';
  return state.turn < 0 ? 'empty: the event loop decides what runs next' : 'empty: the callback is about to be called';
}

function drawRow(store: Store, run: Run, state: State, stack: Int32Array, { at, detail }: Located): RowContent {
  const frame = stack[at]!;
  if (detail === undefined) {
    const builtin = isBuiltin(run.timeline, frame);
    return {
      key: `frame ${frame}`,
      anchor: frameAnchor(frame),
      class: `${run.timeline.frames.start[frame] === state.event ? 'fresh' : ''} ${isShownByEngine(store, frame) ? 'linked' : ''}`,
      level: 1,
      ...(builtin ? { isLeaf: true } : { expanded: isOpen(store, run, stack, at) }),
      selected: at === 0,
      title: at === 0 ? 'Running now' : 'Waits for the frame above it',
      content: (
        <>
          <span class={at === 0 ? 'name function top' : 'name function'}>{words.frameName(run, frame)}</span>
          <span class="detail code">{argumentsText(run, frame)}</span>
          <span class="meta">{builtin ? 'built-in' : placeText(run, placeOfFrame(run, state, stack, at))}</span>
        </>
      ),
    };
  }
  if (detail.kind === 'returns') {
    return {
      key: `returns ${frame}`,
      level: 2,
      class: 'returns',
      content: (
        <>
          <Icon name="returns" />
          <span class="detail">{returnText(run, stack, at)}</span>
        </>
      ),
    };
  }
  if (detail.kind === 'waiting') return { key: `waiting ${frame}`, level: 2, content: <span class="detail">…</span> };
  return detail.kind === 'group' ? groupRow(detail, frame) : variableRow(store, detail, frame);
}

function groupRow({ name, hint, open }: GroupRow, frame: number): RowContent {
  return {
    key: `${frame} ${name}`,
    level: 2,
    class: 'group',
    expanded: open,
    title: hint,
    content: <span class="group-name">{name}</span>,
  };
}

function variableRow(store: Store, row: VariableRow, frame: number): RowContent {
  const { view } = row;
  return {
    key: `${frame} ${row.names.join('\u0000')}`,
    level: 2 + row.depth,
    class: 'variable',
    ...(view.expandable ? { expanded: row.open } : { isLeaf: true }),
    title: `${view.name}: ${view.value}${view.hiddenClass === undefined ? '' : `\nhidden class ${view.hiddenClass}`}${view.mode === 'dictionary' ? ' (dictionary mode)' : ''}`,
    content: (
      <>
        <span class="variable-name">{view.name}</span>
        <span class={`value type-${view.type} ${row.old ? 'old' : ''} ${row.changed ? 'changed' : ''}`}>
          {view.value}
        </span>
        <VariableShape store={store} name={view.hiddenClass} />
        {row.changed && <span class="meta">changed</span>}
      </>
    ),
  };
}

/** The engine's views are about this frame, which is not the one on top. */
function isShownByEngine(store: Store, frame: number): boolean {
  const subject = store.engine.subject.value;
  return subject !== undefined && subject.frame === frame && !subject.isTop;
}

/** The hidden class of an object; those that the program did not make are not worth a mark. */
function VariableShape({
  store,
  name,
}: {
  readonly store: Store;
  readonly name: string | undefined;
}): JSX.Element | null {
  const number = /^#(\d+)$/.exec(name ?? '')?.[1];
  return number === undefined ? null : <ShapeChip store={store} shape={{ number: Number(number), text: '' }} />;
}

function openFrames(store: Store, run: Run, stack: Int32Array): OpenFrame[] {
  const open: OpenFrame[] = [];
  const known = store.openFrames.value;
  const last = known.size === 0 ? Math.min(1, stack.length) : stack.length;
  for (let at = 0; at < last; at++) {
    if (isBuiltin(run.timeline, stack[at]!) || !isOpen(store, run, stack, at)) continue;
    open.push({ at, details: [{ kind: 'returns' }, ...variablesOf(store, run, stack, at)] });
  }
  return open;
}

function variablesOf(store: Store, run: Run, stack: Int32Array, at: number): readonly Detail[] {
  const inspected = store.inspected.value;
  const event = store.cursor.value;
  const index = inspected === undefined ? -1 : frameViewIndex(inspected.frames, run, stack, at);
  const view = inspected?.frames[index];
  if (inspected === undefined || view === undefined) return [{ kind: 'waiting' }];
  const before = store.inspectedBefore.value;
  const beforeView = before?.frames[frameViewIndex(before.frames, run, stack, at)];
  return variableRows(view, index, {
    old: inspected.event !== event,
    isModule: isModuleFrame(run, stack, at, view),
    before: inspected.event === event ? beforeView : undefined,
    toggledGroups: store.toggledGroups.value,
    isOpen: (names) => store.openPaths.value.has(openKey(names)),
    childrenOf: (path) => store.children.value.get(pathKey(inspected.event, path)),
  });
}

/** The file itself as Node runs it: the body of a function with five parameters that the user never wrote. */
function isModuleFrame(run: Run, stack: Int32Array, at: number, view: FrameView): boolean {
  return (
    run.timeline.log.functions[run.timeline.frames.kind[stack[at]!]!]?.kind === 'script' &&
    view.scopes.some(({ variables }) => variables.some(({ isParameter }) => isParameter))
  );
}

/**
 * Which of the worker's frames a frame of the log is, or -1. They are matched from the bottom, where both agree: on top the
 * worker may still have frames that the log has just taken away, and between them builtins that the log does not tell of.
 */
function frameViewIndex(views: readonly FrameView[], run: Run, stack: Int32Array, at: number): number {
  const { kind } = run.timeline.frames;
  let index = views.length;
  for (let frame = stack.length - 1; frame >= at; frame--) {
    do index--;
    while (index >= 0 && views[index]!.functionIndex !== kind[stack[frame]!]);
  }
  return index;
}

/** Objects that are open but whose members have not been asked for at this moment. */
function askForChildren(store: Store, open: readonly OpenFrame[]): void {
  for (const frame of open) {
    for (const detail of frame.details) {
      if (detail.kind === 'variable' && detail.open && detail.childrenMissing && !detail.old)
        store.expand(detail.view.path);
    }
  }
}

function locate(open: readonly OpenFrame[], row: number): Located {
  let skipped = 0;
  for (const { at, details } of open) {
    if (row - skipped <= at) break;
    const within = row - skipped - at - 1;
    if (within < details.length) return { at, detail: details[within] };
    skipped += details.length;
  }
  return { at: row - skipped, detail: undefined };
}

function activate(store: Store, run: Run, state: State, stack: Int32Array, located: Located): void {
  const { at, detail } = located;
  if (detail === undefined) {
    store.engine.chooseFrame(stack[at]!);
    // The bottom frame is what the event loop called.
    if (at === stack.length - 1 && run.timeline.turnEntries[state.turn]! >= 0)
      store.causes.choose({ kind: 'turn', turn: state.turn });
    store.reveal(placeOfFrame(run, state, stack, at));
  } else if (detail.kind === 'returns') store.reveal(placeOfSpan(run, run.timeline.frames, stack[at]!));
  else toggle(store, run, stack, located);
}

/** Opens what is closed, and closes what is open. */
function toggle(store: Store, run: Run, stack: Int32Array, { at, detail }: Located): void {
  if (detail === undefined) {
    if (at === 0) store.topOpen.value = !store.topOpen.value;
    else toggleIn(store.openFrames, frameKey(run, stack, at));
  } else if (detail.kind === 'group') {
    toggleIn(store.toggledGroups, detail.name);
  } else if (detail.kind === 'variable' && detail.view.expandable) {
    toggleIn(store.openPaths, openKey(detail.names));
  }
}

function isOpen(store: Store, run: Run, stack: Int32Array, at: number): boolean {
  return at === 0 ? store.topOpen.value : store.openFrames.value.has(frameKey(run, stack, at));
}

/** A frame is the same to the user when the same function stands at the same height, in this run or the next. */
const frameKey = (run: Run, stack: Int32Array, at: number): string =>
  `${stack.length - at} ${words.frameName(run, stack[at]!)}`;

const openKey = (names: NamePath): string => JSON.stringify(names);

function placeOfFrame(run: Run, state: State, stack: Int32Array, at: number): Place {
  const position = at === 0 ? state.position : run.timeline.frames.position[stack[at - 1]!]!;
  return placeOfStack(run, stack[at]!, position);
}

function returnText(run: Run, stack: Int32Array, at: number): string {
  if (at + 1 >= stack.length) return 'returns to the event loop';
  const place = placeOfSpan(run, run.timeline.frames, stack[at]!);
  const where = placeText(run, place);
  const caller = words.frameName(run, stack[at + 1]!);
  return where === '' ? `returns to ${caller}` : `returns to ${where} in ${caller}`;
}

function argumentsText(run: Run, frame: number): string {
  if (run.timeline.log.functions[run.timeline.frames.kind[frame]!]?.kind === 'script') return '';
  const text = textAt(run.timeline.log, run.timeline.frames.text[frame]!);
  return `(${text.replace(/^\((.*)\)$/s, '$1')})`;
}
