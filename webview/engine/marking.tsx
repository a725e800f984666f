/**
 * How the heap is marked and swept, step by step: by the collection that the moment is, or by one at that moment. A scrubber over
 * its phases, the heap as dots, and what each wave reached, and from where.
 */
import type { JSX } from 'preact';
import type { MarkedGroupView, MarkingView } from '../../src/protocol/engine-views.ts';
import { Icon } from '../icons.tsx';
import { Rows } from '../rows.tsx';
import type { RowContent } from '../rows.tsx';
import { Empty } from '../section.tsx';
import type { Store } from '../store.ts';
import * as words from '../words.ts';
import { HeapMap } from './heap-map.tsx';
import { bytesText } from './heap-words.ts';
import { phaseName, phasesOf, phaseText, shownIn, titleOf } from './marking-words.ts';
import { ObjectDetails } from './object-details.tsx';
import { moreRow } from './pipeline.tsx';

const shownRows = 8;
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
        <StepButton label="Step back in the marking" icon="back" isAtEdge={at === 0} act={() => goTo(at - 1)} />
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
        <StepButton
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
      <Groups store={store} view={view} at={at} />
      <ObjectDetails store={store} />
    </div>
  );
}

function StepButton({
  label,
  icon,
  isAtEdge,
  act,
}: {
  readonly label: string;
  readonly icon: 'back' | 'forward';
  readonly isAtEdge: boolean;
  readonly act: () => void;
}): JSX.Element {
  return (
    <button type="button" class="step-button" title={label} aria-label={label} aria-disabled={isAtEdge} onClick={act}>
      <Icon name={icon} />
    </button>
  );
}

type Row =
  | { readonly kind: 'group'; readonly group: MarkedGroupView }
  | { readonly kind: 'sample'; readonly serial: number; readonly text: string };

/** What the phase has reached, or what is left. */
function Groups({
  store,
  view,
  at,
}: {
  readonly store: Store;
  readonly view: MarkingView;
  readonly at: number;
}): JSX.Element {
  const { engine } = store;
  const phase = phasesOf(view)[at]!;
  const shown = shownIn(view, phase);
  if (shown === undefined || shown.objects === 0)
    return (
      <Empty minRows={shownRows}>{phase.kind === 'before' ? 'the roots come first: step on' : 'nothing is left'}</Empty>
    );
  const { items, total } = shown.groups;
  const rows: Row[] = [];
  for (const group of items) {
    rows.push({ kind: 'group', group });
    if (engine.isOpen(partOf(group), false))
      for (const sample of group.samples) rows.push({ kind: 'sample', ...sample });
  }
  const setOpen = (index: number, open: boolean): boolean => {
    const row = rows[index];
    if (row?.kind !== 'group' || engine.isOpen(partOf(row.group), false) === open) return false;
    engine.toggle(partOf(row.group));
    return true;
  };
  return (
    <Rows
      key={at}
      label={`${phaseName(view, phase)}: ${words.count(total, 'kind')} of objects`}
      role="tree"
      count={rows.length + (total > items.length ? 1 : 0)}
      minRows={shownRows}
      maxRows={shownRows}
      row={(index) => {
        const row = rows[index];
        if (row === undefined) return moreRow(total - items.length);
        if (row.kind === 'sample') return sampleRow(row, row.serial === engine.chosenObject.value);
        const isOpen = engine.isOpen(partOf(row.group), false);
        return groupRow(row.group, isOpen, phase.kind === 'unreachable', () => setOpen(index, !isOpen));
      }}
      onActivate={(index) => {
        const row = rows[index];
        if (row?.kind === 'group') setOpen(index, !engine.isOpen(partOf(row.group), false));
        else if (row?.kind === 'sample')
          engine.chosenObject.value = row.serial === engine.chosenObject.value ? undefined : row.serial;
      }}
      onOpen={setOpen}
    />
  );
}

const partOf = ({ name, from }: MarkedGroupView): string => `marked ${name} ${from}`;

function groupRow(
  { name, from, count, bytes }: MarkedGroupView,
  isOpen: boolean,
  isGarbage: boolean,
  toggle: () => void,
): RowContent {
  return {
    key: `${name} ${from}`,
    level: 1,
    expanded: isOpen,
    class: isGarbage ? 'garbage' : '',
    title: `${words.count(count, 'object')}, ${bytesText(bytes)}${from === '' ? '' : `; reached by: ${from}`}`,
    content: (
      <>
        <span
          class="twistie-button"
          onClick={(event) => {
            event.stopPropagation();
            toggle();
          }}
        >
          <Icon name="chevron" class={isOpen ? 'twistie open' : 'twistie'} />
        </span>
        <span class="name">{name}</span>
        <span class="detail">{count === 1 ? '' : `×${words.formatNumber(count)}`}</span>
        <span class="from">{from}</span>
        <span class="meta">{bytesText(bytes)}</span>
      </>
    ),
  };
}

function sampleRow({ serial, text }: Extract<Row, { readonly kind: 'sample' }>, isChosen: boolean): RowContent {
  return {
    key: `object ${serial}`,
    level: 2,
    selected: isChosen,
    class: isChosen ? 'linked' : '',
    title: `${text}\nClick to see what keeps it`,
    content: <span class="name">{text}</span>,
  };
}
