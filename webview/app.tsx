/**
 * The page: header, transport, scrubber and sentence stay on top; below them the sections, in two columns where there
 * is room; the console stays at the bottom.
 */
import type { JSX } from 'preact';
import { Arrows } from './causes/arrows.tsx';
import { CausesView } from './causes/causes-view.tsx';
import { EngineHalf } from './engine/engine-half.tsx';
import { ConsoleView } from './console.tsx';
import { ApisView, MicrotasksView, ParkedView, ReactionsView, TasksView, TicksView, UnusedNote } from './queues.tsx';
import { Scrubber } from './scrubber.tsx';
import { MomentInfo, Sentence } from './sentence.tsx';
import { StackView } from './stack.tsx';
import { Banner, Header, InputsNote, StaleNotice, Welcome, WritesNote } from './status.tsx';
import type { Store } from './store.ts';
import { Transport } from './transport.tsx';

export function App({ store }: { readonly store: Store }): JSX.Element {
  const kind = store.status.value?.kind;
  const instead = kind === 'noFile' || kind === 'unsupported' || kind === 'failed';
  if (instead || store.state.value === undefined) return <Welcome store={store} />;
  const old = kind === 'rerunning' || kind === 'stale';
  return (
    <main class={`page ${kind ?? ''}`} aria-busy={kind === 'rerunning'} onKeyDown={(event) => onKeyDown(event, store)}>
      <div class="head">
        <Header store={store} />
        <Banner store={store} />
        <InputsNote store={store} />
        <WritesNote store={store} />
        <div class={old ? 'controls outdated' : 'controls'}>
          <Transport store={store} />
          <Scrubber store={store} />
          {kind === 'stale' ? <StaleNotice store={store} /> : <Sentence store={store} />}
          <MomentInfo store={store} />
        </div>
      </div>
      <div class={old ? 'sections outdated' : 'sections'}>
        <div class="area-stack">
          <StackView store={store} />
        </div>
        <div class="area-queues">
          <TicksView store={store} />
          <MicrotasksView store={store} />
          <TasksView store={store} />
          <ApisView store={store} />
          <ParkedView store={store} />
          <ReactionsView store={store} />
          <UnusedNote store={store} />
        </div>
        <div class="area-engine">
          <EngineHalf store={store} />
        </div>
      </div>
      <div class={old ? 'dock outdated' : 'dock'}>
        <CausesView store={store} />
        <ConsoleView store={store} />
      </div>
      <Arrows store={store} />
    </main>
  );
}

/** Keys that no control used: arrows step, space plays, escape lets go of what was chosen. */
function onKeyDown(event: KeyboardEvent, store: Store): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  // There, keys choose and write; Escape is for all.
  if (event.key !== 'Escape' && (event.target as HTMLElement).matches('select, .event-field')) return;
  if (event.key === ' ' && (event.target as HTMLElement).matches('button, input')) return;
  const act = {
    ArrowRight: () => store.jump(event.shiftKey ? 'nextTurn' : 'forward'),
    ArrowLeft: () => store.jump(event.shiftKey ? 'previousTurn' : 'back'),
    ' ': () => store.jump('playPause'),
    Escape: () => {
      store.engine.chooseNothing();
      store.causes.chooseNothing();
    },
  }[event.key];
  if (act === undefined) return;
  act();
  event.preventDefault();
}
