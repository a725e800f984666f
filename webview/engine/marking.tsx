/**
 * How the heap is marked and swept, step by step: by the collection that the moment is, or by one at that moment. A scrubber over
 * its phases, the heap as dots, and what each wave reached, and from where.
 */
import type { JSX } from 'preact';
import type { MarkingView } from '../../src/protocol/engine-views.ts';
import { Icon } from '../icons.tsx';
import { Rows } from '../rows.tsx';
import type { RowContent } from '../rows.tsx';
import { Empty } from '../section.tsx';
import type { Store } from '../store.ts';
import * as words from '../words.ts';
import { HeapMap } from './heap-map.tsx';
import { bytesText } from './heap-words.ts';
import { leftOut, type MarkedRow, rowsOf } from './marking-rows.ts';
import { phaseName, phasesOf, phaseText, titleOf } from './marking-words.ts';
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

/** What has been reached by then, from the roots on; or what is left. */
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
  const rows = rowsOf(view, phase, (part, byItself) => engine.isOpen(part, byItself), engine.chosenObject.value);
  if (rows.length === 0)
    return (
      <Empty minRows={shownRows}>{phase.kind === 'before' ? 'the roots come first: step on' : 'nothing is left'}</Empty>
    );
  const left = leftOut(view, phase);
  const follow = rows.findIndex(({ isFresh }) => isFresh);
  const isChosen = ({ serial, first, count }: MarkedRow): boolean =>
    (serial ?? (count === 1 ? first : undefined)) === (engine.chosenObject.value ?? -1);
  const setOpen = (index: number, open: boolean): boolean => {
    const row = rows[index];
    if (row?.isOpen === undefined || row.isOpen === open) return false;
    engine.toggle(row.part);
    return true;
  };
  return (
    <Rows
      key={phase.kind}
      label={`${phaseName(view, phase)}: objects by what refers to them`}
      role="tree"
      count={rows.length + (left > 0 ? 1 : 0)}
      minRows={shownRows}
      maxRows={shownRows}
      {...(follow < 0 ? {} : { follow })}
      row={(index) => {
        const row = rows[index];
        if (row === undefined) return moreRow(left);
        return rowContent(row, isChosen(row), () => setOpen(index, row.isOpen !== true));
      }}
      onActivate={(index) => {
        const row = rows[index];
        const serial = row?.serial ?? row?.first;
        if (serial === undefined) setOpen(index, row?.isOpen !== true);
        else engine.chosenObject.value = serial === engine.chosenObject.value ? undefined : serial;
      }}
      onOpen={setOpen}
    />
  );
}

function rowContent(row: MarkedRow, isChosen: boolean, toggle: () => void): RowContent {
  const { part, level, isOpen, isFresh, isGarbage, name, via, count, bytes, serial } = row;
  return {
    key: part,
    level,
    ...(isOpen === undefined ? {} : { expanded: isOpen }),
    selected: isChosen,
    class: `${isFresh ? 'fresh' : ''} ${isGarbage ? 'garbage' : ''} ${isChosen ? 'linked' : ''}`,
    title: titleOfRow(row),
    content: (
      <>
        {isOpen !== undefined && (
          <span
            class="twistie-button"
            onClick={(event) => {
              event.stopPropagation();
              toggle();
            }}
          >
            <Icon name="chevron" class={isOpen ? 'twistie open' : 'twistie'} />
          </span>
        )}
        {via !== '' && <span class="via">{via}</span>}
        <span class="name">{name}</span>
        {count > 1 && <span class="detail">×{words.formatNumber(count)}</span>}
        {serial === undefined && count > 0 && <span class="meta">{bytesText(bytes)}</span>}
      </>
    ),
  };
}

function titleOfRow({ name, via, count, bytes, serial }: MarkedRow): string {
  if (serial !== undefined) return `${name}\nClick to see what keeps it`;
  if (count === 0) return name;
  return `${via === '' ? '' : `${via}: `}${name}: ${words.count(count, 'object')}, ${bytesText(bytes)}`;
}
