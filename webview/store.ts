/**
 * What the page knows, as signals, and everything that changes it: messages of the host, steps, the scrubber, opened
 * frames. The views read signals and call these functions; nothing else holds state. The host keeps the truth: a page
 * that is hidden and shown again gets the run anew after `ready` and finds its moment by what it saved.
 */
import { computed, signal } from '@preact/signals';
import type { ReadonlySignal, Signal } from '@preact/signals';
import type { MomentView, VariableView } from '../src/protocol/moment.ts';
import type { HostToPage, PageToHost, PanelStatus, TransportCommand } from '../src/protocol/page-messages.ts';
import type { HostInput, RaceOrder, RunSummary, RuntimeName, TierBudgets } from '../src/protocol/run.ts';
import { anchorOf, continueSearch, nearestMoment, searchFor } from './anchor.ts';
import type { Search } from './anchor.ts';
import { createCauses } from './causes/causes.ts';
import type { Causes } from './causes/causes.ts';
import { createEngine } from './engine/engine.ts';
import type { Engine } from './engine/engine.ts';
import { askForVariables, play, save, tellDrawn, tellMoments } from './effects.ts';
import { createRun } from './run.ts';
import type { Place, Run } from './run.ts';
import { readSaved } from './saved.ts';
import type { Saved } from './saved.ts';
import { stateAt } from './state.ts';
import type { State } from './state.ts';
import { firstMoment, nextStop, nextTurn, previousStop, previousTurn } from './steps.ts';
import { extendTimeline } from './timeline.ts';

/** The part of VS Code's webview API that the page uses. */
export interface HostApi {
  postMessage(message: PageToHost): void;
  getState(): unknown;
  setState(state: Saved): void;
}

export const speeds = [0.5, 1, 2, 5, 20, 100] as const;

/** How long the old run stays drawn while the new one has not reached the old moment. */
const patienceMs = 150;

/** The rest is not about what the page knows, but about what it looks at. */
export type StoreMessage = Exclude<HostToPage, { readonly type: 'showShapes' }>;

/** What the user does; when, the cursor says. */
export type HostAction = HostInput extends infer Input
  ? Input extends HostInput
    ? Omit<Input, 'step'>
    : never
  : never;

export type Jump = TransportCommand | 'previousTurn' | 'nextTurn';

export interface Store {
  readonly status: Signal<PanelStatus | undefined>;
  readonly run: Signal<Run | undefined>;
  /** Counts up when the log or its summary grows: timelines are mutable. */
  readonly version: Signal<number>;
  readonly cursor: Signal<number>;
  /** Between two bytecodes: how many have run; -1: the cursor is at the very moment of its event. */
  readonly step: ReadonlySignal<number>;
  readonly state: ReadonlySignal<State | undefined>;
  readonly summary: ReadonlySignal<RunSummary | undefined>;
  readonly playing: Signal<boolean>;
  readonly dragging: Signal<boolean>;
  /** Whether somebody moved the cursor here, rather than the host or the page itself. */
  wasMoved(): boolean;
  readonly speed: Signal<number>;
  /** Sections that the user closed, frames that the user opened, objects that the user opened. */
  readonly closedSections: Signal<ReadonlySet<string>>;
  readonly topOpen: Signal<boolean>;
  readonly openFrames: Signal<ReadonlySet<string>>;
  readonly openPaths: Signal<ReadonlySet<string>>;
  /** Groups of variables that the user opened or closed against what they are by themselves. */
  readonly toggledGroups: Signal<ReadonlySet<string>>;
  readonly inspected: Signal<MomentView | undefined>;
  /** The inspection before: what differs from it is marked as changed. */
  readonly inspectedBefore: Signal<MomentView | undefined>;
  readonly children: Signal<ReadonlyMap<string, readonly VariableView[]>>;
  /** What the engine's half of the page shows. */
  readonly engine: Engine;
  /** Why something happened that somebody chose. */
  readonly causes: Causes;
  receive(message: StoreMessage): void;
  moveTo(event: number): void;
  jump(to: Jump): void;
  setDragging(dragging: boolean): void;
  reveal(place: Place): void;
  /** Shows what could not be loaded. */
  revealProblem(): void;
  expand(path: readonly number[]): void;
  setRuntime(runtime: RuntimeName): void;
  setRaces(order: RaceOrder): void;
  setTierBudgets(budgets: TierBudgets): void;
  openExamples(): void;
  goOn(): void;
  restart(): void;
  /** The user acts on something that waits, at the moment of the cursor: the run runs again with that. */
  act(action: HostAction): void;
  clearInputs(): void;
  saveInputs(): void;
}

export function createStore(host: HostApi): Store {
  const saved = readSaved(host.getState());
  const status = signal<PanelStatus | undefined>(undefined);
  const run = signal<Run | undefined>(undefined);
  const version = signal(0);
  const cursor = signal(0);
  const playing = signal(false);
  const dragging = signal(false);
  const speed = signal(saved.speed);
  const closedSections = signal<ReadonlySet<string>>(new Set(saved.closedSections));
  const topOpen = signal(saved.topOpen);
  const openFrames = signal<ReadonlySet<string>>(new Set(saved.openFrames));
  const openPaths = signal<ReadonlySet<string>>(new Set());
  const toggledGroups = signal<ReadonlySet<string>>(new Set(saved.toggledGroups));
  const inspected = signal<MomentView | undefined>(undefined);
  const inspectedBefore = signal<MomentView | undefined>(undefined);
  const children = signal<ReadonlyMap<string, readonly VariableView[]>>(new Map());

  const state = computed(() => {
    void version.value;
    const drawn = run.value;
    return drawn === undefined || drawn.timeline.log.length === 0 ? undefined : stateAt(drawn.timeline, cursor.value);
  });
  const exact = signal<{ readonly event: number; readonly step: number }>({ event: -1, step: -1 });
  const step = computed(() => (exact.value.event === cursor.value ? exact.value.step : -1));
  const engine = createEngine(
    { run, version, state, cursor, step, dragging, closedSections, moveToStep },
    host,
    saved.toggledParts,
  );
  const summary = computed(() => {
    void version.value;
    return run.value?.summary;
  });

  // The run that streams in but is not drawn yet, and what the cursor waits for in it.
  let incoming: Run | undefined;
  let search: Search | undefined;
  let wanted: number | undefined;
  let patience: ReturnType<typeof setTimeout> | undefined;
  let moved = false;
  let requests = 0;
  const asked = new Map<number, string>();

  function receive(message: StoreMessage): void {
    switch (message.type) {
      case 'run':
        return begin(createRun(message));
      case 'chunk': {
        const target = runOf(message.generation);
        if (target === undefined || !extendTimeline(target.timeline, message.chunk)) return;
        return arrived(target, false);
      }
      case 'done': {
        const target = runOf(message.generation);
        if (target === undefined) return;
        target.summary = message.summary;
        return arrived(target, true);
      }
      case 'status':
        status.value = message.status;
        return;
      case 'seek':
        if (runOf(message.generation) === undefined) return;
        playing.value = false;
        moved = false;
        search = undefined;
        wanted = message.event;
        exact.value = { event: message.event, step: message.step ?? -1 };
        return placeCursor(false);
      case 'inspected':
        if (message.generation !== run.value?.generation || message.moment.event !== cursor.value) return;
        if (inspected.value?.event !== message.moment.event) inspectedBefore.value = inspected.value;
        inspected.value = message.moment;
        return;
      case 'expanded': {
        const key = asked.get(message.request);
        asked.delete(message.request);
        if (key === undefined || message.generation !== run.value?.generation) return;
        children.value = new Map(children.value).set(key, message.children);
        return;
      }
      case 'answered':
        return engine.receive(message);
      case 'command':
        return jump(message.command);
    }
  }

  function runOf(generation: number): Run | undefined {
    if (incoming?.generation === generation) return incoming;
    return run.value?.generation === generation ? run.value : undefined;
  }

  function begin(next: Run): void {
    clearTimeout(patience);
    patience = undefined;
    const old = run.value;
    incoming = next;
    search = undefined;
    wanted = undefined;
    if (old === undefined || old.timeline.log.length === 0) {
      if (saved.generation === next.generation) wanted = saved.event;
    } else if (old.generation === next.generation) wanted = cursor.value;
    // A moment of another file means nothing in this one.
    else if (old.fileName === next.fileName) search = searchFor(anchorOf(old, cursor.value), next);
  }

  function arrived(target: Run, done: boolean): void {
    if (target !== incoming) {
      version.value++;
      placeCursor(done);
      return;
    }
    if (target.timeline.log.length === 0 && !done) return;
    const found = search !== undefined && !search.anchor.atEnd && continueSearch(search) >= 0;
    const nothingToKeep = search === undefined && (wanted === undefined || wanted < target.timeline.log.length);
    if (done || found || nothingToKeep) return promote(done);
    patience ??= setTimeout(() => promote(false), patienceMs);
  }

  /** The new run replaces the drawn one. */
  function promote(done: boolean): void {
    clearTimeout(patience);
    patience = undefined;
    if (incoming === undefined) return;
    playing.value = false;
    moved = false;
    exact.value = { event: -1, step: -1 };
    inspected.value = undefined;
    inspectedBefore.value = undefined;
    children.value = new Map();
    if (search === undefined && wanted === undefined) cursor.value = firstMoment(incoming.timeline);
    else cursor.value = Math.min(cursor.value, Math.max(0, incoming.timeline.log.length - 1));
    run.value = incoming;
    incoming = undefined;
    version.value++;
    placeCursor(done);
  }

  /** Brings the cursor to the moment that it waits for, or near it as long as that has not arrived. */
  function placeCursor(done: boolean): void {
    const drawn = run.value;
    if (drawn === undefined || incoming !== undefined) return;
    const last = Math.max(0, drawn.timeline.log.length - 1);
    if (wanted !== undefined) {
      cursor.value = Math.min(wanted, last);
      if (wanted <= last || done) wanted = undefined;
    } else if (search !== undefined) {
      const exact = search.best >= 0 && search.seen > search.anchor.occurrence ? search.best : continueSearch(search);
      cursor.value = exact >= 0 ? exact : nearestMoment(search);
      if (exact >= 0 || done) search = undefined;
    }
  }

  function moveTo(event: number): void {
    const drawn = run.value;
    if (drawn === undefined) return;
    if (incoming === undefined) {
      search = undefined;
      wanted = undefined;
    }
    moved = true;
    exact.value = { event: -1, step: -1 };
    cursor.value = Math.max(0, Math.min(event, drawn.timeline.log.length - 1));
  }

  function moveToStep(event: number, at: number): void {
    playing.value = false;
    moveTo(event);
    exact.value = { event: cursor.value, step: at };
  }

  function jump(to: Jump): void {
    const timeline = run.value?.timeline;
    if (timeline === undefined || timeline.log.length === 0) return;
    const last = timeline.log.length - 1;
    if (to === 'playPause') {
      if (!playing.value && cursor.value >= last) moveTo(0);
      playing.value = !playing.value;
      return;
    }
    playing.value = false;
    moveTo(jumps[to](timeline, cursor.value));
  }

  function tellOfRun(type: 'clearInputs' | 'saveInputs'): void {
    const generation = run.value?.generation;
    if (generation !== undefined) host.postMessage({ v: 1, type, generation });
  }

  const store: Store = {
    status,
    run,
    version,
    cursor,
    step,
    state,
    summary,
    playing,
    dragging,
    wasMoved: () => moved,
    speed,
    closedSections,
    topOpen,
    openFrames,
    openPaths,
    toggledGroups,
    inspected,
    inspectedBefore,
    children,
    engine,
    causes: createCauses(run, version, state),
    receive,
    moveTo,
    jump,
    setDragging: (value) => void (dragging.value = value),
    reveal: (place) => {
      if (place.position >= 0)
        host.postMessage({ v: 1, type: 'reveal', script: place.script, position: place.position });
    },
    revealProblem: () => {
      const generation = run.value?.generation;
      if (generation !== undefined) host.postMessage({ v: 1, type: 'revealProblem', generation });
    },
    expand: (path) => {
      const generation = run.value?.generation;
      const key = pathKey(cursor.value, path);
      if (generation === undefined || children.value.has(key) || [...asked.values()].includes(key)) return;
      asked.set(++requests, key);
      host.postMessage({ v: 1, type: 'expand', generation, request: requests, event: cursor.value, path });
    },
    setRuntime: (runtime) => host.postMessage({ v: 1, type: 'setRuntime', runtime }),
    setRaces: (order) => host.postMessage({ v: 1, type: 'setRaces', order }),
    setTierBudgets: (budgets) => host.postMessage({ v: 1, type: 'setTierBudgets', budgets }),
    openExamples: () => host.postMessage({ v: 1, type: 'openExamples' }),
    goOn: () => {
      const drawn = run.value;
      if (drawn === undefined) return;
      drawn.summary = undefined;
      version.value++;
      host.postMessage({ v: 1, type: 'goOn', generation: drawn.generation });
    },
    restart: () => host.postMessage({ v: 1, type: 'restart' }),
    act: (action) => {
      const drawn = run.value;
      if (drawn === undefined) return;
      const at = step.value >= 0 ? step.value : drawn.timeline.log.step[cursor.value]!;
      host.postMessage({ v: 1, type: 'input', generation: drawn.generation, input: { ...action, step: at } });
    },
    clearInputs: () => tellOfRun('clearInputs'),
    saveInputs: () => tellOfRun('saveInputs'),
  };
  tellMoments(store, host);
  askForVariables(store, host);
  tellDrawn(store, host);
  play(store);
  save(store, host);
  return store;
}

/** The key of an object's children at a moment. */
export const pathKey = (event: number, path: readonly number[]): string => JSON.stringify([event, ...path]);

const jumps = {
  first: () => 0,
  last: (timeline) => timeline.log.length - 1,
  back: previousStop,
  forward: nextStop,
  previousTurn,
  nextTurn,
} as const satisfies Record<Exclude<Jump, 'playPause'>, (timeline: Run['timeline'], event: number) => number>;
