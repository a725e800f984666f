/**
 * What follows from the store's state without anybody calling for it: the host is told where the cursor is and what is
 * drawn, variables are asked for, playing moves the cursor, and what must survive a hidden page is saved.
 */
import { effect } from '@preact/signals';
import { placeOfMoment } from './run.ts';
import type { Saved } from './saved.ts';
import { stateAt } from './state.ts';
import { nextStop } from './steps.ts';
import type { HostApi, Store } from './store.ts';

/** Moments per second at speed 1. */
const momentsPerSecond = 2;

/** A cursor that rests this long is worth a question to the worker. */
const settleMs = 120;

/** Tells the host where the cursor is: at most once per frame. */
export function tellMoments({ run, cursor, dragging, version, wasMoved }: Store, host: HostApi): void {
  let waiting = false;
  let told = '';
  effect(() => {
    // Each of them may change what is told.
    void [version.value, cursor.value, dragging.value];
    if (run.value === undefined || waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      const drawn = run.peek();
      if (drawn === undefined || drawn.timeline.log.length === 0) return;
      const event = cursor.peek();
      const settled = !dragging.peek();
      const key = `${drawn.generation} ${event} ${settled}`;
      if (key === told) return;
      told = key;
      const place = placeOfMoment(drawn, stateAt(drawn.timeline, event - 1), stateAt(drawn.timeline, event));
      host.postMessage({
        v: 1,
        type: 'moment',
        generation: drawn.generation,
        event,
        ...place,
        settled,
        moved: wasMoved(),
      });
    });
  });
}

/** Asks for the variables of a moment once the cursor rests, if any frame is open to show them. */
export function askForVariables(store: Store, host: HostApi): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  effect(() => {
    clearTimeout(timer);
    const { run, cursor, dragging, inspected, topOpen, openFrames, closedSections } = store;
    const open = (topOpen.value || openFrames.value.size > 0) && !closedSections.value.has('stack');
    const event = cursor.value;
    const generation = run.value?.generation;
    if (!open || dragging.value || generation === undefined || inspected.value?.event === event) return;
    if ((store.state.value?.depth ?? 0) === 0) return;
    timer = setTimeout(() => host.postMessage({ v: 1, type: 'inspect', generation, event }), settleMs);
  });
}

/** Tells the host when what arrived is on the screen, for the tests that measure it. */
export function tellDrawn({ run, version }: Store, host: HostApi): void {
  let waiting = false;
  effect(() => {
    if (version.value === 0 || run.value === undefined || waiting) return;
    waiting = true;
    requestAnimationFrame(() =>
      setTimeout(() => {
        waiting = false;
        const drawn = run.peek();
        if (drawn === undefined) return;
        host.postMessage({ v: 1, type: 'drawn', generation: drawn.generation, event: drawn.timeline.log.length - 1 });
      }),
    );
  });
}

export function play({ playing, run, cursor, speed, moveTo }: Store): void {
  let frame = 0;
  effect(() => {
    cancelAnimationFrame(frame);
    if (!playing.value) return;
    let then = performance.now();
    let due = 0;
    const tick = (now: number): void => {
      const timeline = run.peek()?.timeline;
      if (timeline === undefined) return;
      due += (Math.max(0, now - then) / 1000) * momentsPerSecond * speed.peek();
      then = now;
      let event = cursor.peek();
      for (; due >= 1; due--) event = nextStop(timeline, event);
      if (event !== cursor.peek()) moveTo(event);
      if (event >= timeline.log.length - 1) playing.value = false;
      else frame = requestAnimationFrame(tick);
    };
    frame = requestAnimationFrame(tick);
  });
}

export function save(store: Store, host: HostApi): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  effect(() => {
    const generation = store.run.value?.generation;
    const state: Saved = {
      generation: generation ?? -1,
      event: store.cursor.value,
      speed: store.speed.value,
      closedSections: [...store.closedSections.value],
      topOpen: store.topOpen.value,
      openFrames: [...store.openFrames.value],
      toggledGroups: [...store.toggledGroups.value],
      toggledParts: [...store.engine.toggled.value],
    };
    clearTimeout(timer);
    // Before a run is drawn there is nothing worth saving over what was saved when the page was last hidden.
    if (generation !== undefined) timer = setTimeout(() => host.setState(state), settleMs);
  });
}
