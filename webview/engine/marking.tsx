/**
 * How the heap is marked and swept, step by step: by the collection that the moment is, or by one at that moment. A scrubber over
 * its phases, the heap as dots, and the graph with the colours of the phase.
 */
import type { JSX } from 'preact';
import { IconButton } from '../icons.tsx';
import { Empty } from '../section.tsx';
import type { Store } from '../store.ts';
import * as words from '../words.ts';
import { HeapGraph } from './heap-graph.tsx';
import { HeapMap } from './heap-map.tsx';
import { phaseName, phasesOf, phaseText, titleOf } from './marking-words.ts';
import { ObjectDetails } from './object-details.tsx';

const keysOfScrubber = /^(?:Arrow|Page)|^(?:Home|End)$/;

export function Marking({ store }: { readonly store: Store }): JSX.Element {
  const { engine } = store;
  const told = engine.marking.value;
  const view = told?.answer.marking;
  if (view === undefined)
    return <Empty minRows={6}>{told === undefined ? '…' : 'nothing has run yet at this moment'}</Empty>;
  const phases = phasesOf(view);
  const at = Math.min(engine.markingPhase.value, phases.length - 1);
  const phase = phases[at]!;
  const goTo = (wanted: number): void => {
    engine.markingPhase.value = Math.max(0, Math.min(wanted, phases.length - 1));
  };
  const { dots } = view;
  const map = {
    dots,
    phase,
    chosen: engine.chosenObject.value,
    choose: (serial: number) => (engine.chosenObject.value = serial),
  };
  return (
    <div class="marking">
      <div class="marking-steps" role="group" aria-label={titleOf(view)}>
        <span class="marking-title">{titleOf(view)}</span>
        <IconButton label="Step back in the marking" icon="back" isAtEdge={at === 0} act={() => goTo(at - 1)} />
        <input
          type="range"
          min={0}
          max={phases.length - 1}
          value={at}
          aria-label="Phase of the marking"
          aria-valuetext={phaseName(view, phase)}
          onInput={(event) => goTo(Number(event.currentTarget.value))}
          // They would move the run, too; all others are the workbench's.
          onKeyDown={(event) => keysOfScrubber.test(event.key) && event.stopPropagation()}
        />
        <IconButton
          label="Step on in the marking"
          icon="forward"
          isAtEdge={at === phases.length - 1}
          act={() => goTo(at + 1)}
        />
        <span class="marking-phase">{phaseName(view, phase)}</span>
      </div>
      <p class="heap-notes marking-text" aria-live="polite">
        {phaseText(view, phase)}
        {dots.every > 1 && ` Drawn is one in ${words.formatNumber(dots.every)}.`}
      </p>
      <HeapMap name="old" from={0} to={dots.old} {...map} />
      <HeapMap name="new" from={dots.old} to={dots.waves.length} {...map} />
      <HeapGraph
        key={phase.kind}
        store={store}
        graph={view.graph}
        phase={phase}
        label={`${phaseName(view, phase)}: objects and their references`}
      />
      <ObjectDetails store={store} />
    </div>
  );
}
