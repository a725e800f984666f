/**
 * Heap: what stands in which space, with what cannot be reached any more in grey, the objects by kind, and of a chosen one what
 * keeps it. DevTools: the memory panel.
 */
import type { JSX } from 'preact';
import type { HeapGroupView, HeapSpaceView, HeapView } from '../../src/protocol/heap-views.ts';
import { IconButton } from '../icons.tsx';
import { ListRows } from '../rows.tsx';
import type { RowContent } from '../rows.tsx';
import type { Run } from '../run.ts';
import { Empty, Section } from '../section.tsx';
import type { Store } from '../store.ts';
import * as words from '../words.ts';
import { bytesText, collectionsText, goneBytes, spaceParts, spaceText, spaceTitles } from './heap-words.ts';
import { kindsPart, markingPart } from './engine.ts';
import { HeapGraph } from './heap-graph.tsx';
import { Marking } from './marking.tsx';
import { ObjectDetails } from './object-details.tsx';
import { PartSwitch } from './part-switch.tsx';

const maxRows = 14;

type Sample = HeapGroupView['samples'][number];

type Row =
  { readonly kind: 'group'; readonly group: HeapGroupView } | { readonly kind: 'sample'; readonly sample: Sample };

export function Heap({ store }: { readonly store: Store }): JSX.Element | null {
  const run = store.run.value;
  if (run === undefined) return null;
  const told = store.engine.heap.value;
  const view = told?.answer.heap;
  return (
    <Section
      store={store}
      id="heap"
      about="What is in memory, and what keeps it there"
      title="Heap"
      hint="New objects stand in new space; a scavenge keeps those that can be reached, and what survives two is old. Grey: it cannot be reached and waits to be collected"
      isAsked
      badge={view === undefined ? undefined : words.count(view.objects, 'object')}
    >
      {view === undefined ? (
        <Empty minRows={4}>{told === undefined ? '…' : 'nothing has run yet at this moment'}</Empty>
      ) : (
        <>
          {view.spaces.map((space) => (
            <Space key={space.name} space={space} />
          ))}
          <p class="heap-notes">{collectionsText(view)}</p>
          <Bar store={store} run={run} />
          <Content store={store} view={view} />
        </>
      )}
    </Section>
  );
}

/** How it is marked, how much of what there is, or who holds what. */
function Content({ store, view }: { readonly store: Store; readonly view: HeapView }): JSX.Element {
  const { engine } = store;
  if (engine.isOpen(markingPart, false)) return <Marking store={store} />;
  if (engine.isOpen(kindsPart, false))
    return (
      <>
        <Groups store={store} view={view} />
        <ObjectDetails store={store} />
      </>
    );
  const graph = engine.references.value?.answer.graph;
  if (graph === undefined) return <Empty minRows={6}>…</Empty>;
  if (graph.items.length === 0) return <Empty minRows={2}>the program has made no object yet</Empty>;
  return (
    <>
      <HeapGraph store={store} graph={graph} label="Objects and their references" />
      <ObjectDetails store={store} />
    </>
  );
}

/** To the collections of the run, and into one of them. */
function Bar({ store, run }: { readonly store: Store; readonly run: Run }): JSX.Element {
  const { engine } = store;
  const cursor = store.cursor.value;
  const { collectionEvents } = run.timeline;
  const before = collectionEvents.findLast((event) => event < cursor);
  const behind = collectionEvents.find((event) => event > cursor);
  const at = collectionEvents.indexOf(cursor);
  const where = at < 0 ? words.count(collectionEvents.length, 'collection') : `${at + 1} of ${collectionEvents.length}`;
  const button = (icon: 'back' | 'forward', label: string, event: number | undefined): JSX.Element => (
    <IconButton
      icon={icon}
      label={label}
      isAtEdge={event === undefined}
      act={() => event !== undefined && store.moveTo(event)}
    />
  );
  return (
    <div class="view-bar">
      <PartSwitch
        engine={engine}
        part={markingPart}
        also={() => void (engine.markingPhase.value = 0)}
        label="mark and sweep, step by step"
        title="Marking from the roots on, wave by wave, and what is freed in the end: of the collection that this moment is, or of one at this moment"
      />
      {!engine.isOpen(markingPart, false) && (
        <PartSwitch
          engine={engine}
          part={kindsPart}
          label="by kind"
          title="How many objects of each kind there are, instead of who holds them"
        />
      )}
      <span class="collections" role="group" aria-label="Collections of this run">
        {button('back', 'To the collection before', before)}
        <span>{where}</span>
        {button('forward', 'To the next collection', behind)}
      </span>
    </div>
  );
}

function Space({ space }: { readonly space: HeapSpaceView }): JSX.Element {
  return (
    <div
      class="heap-space"
      title={`${spaceTitles[space.name]}. ${bytesText(goneBytes(space))} cannot be reached any more`}
    >
      <span class="name">{space.name}</span>
      <span class="heap-bar" role="img" aria-label={spaceText(space)}>
        {spaceParts(space).map(({ kind, share }) => (
          <span key={kind} class={`heap-part ${kind}`} style={{ width: `${(share * 100).toFixed(2)}%` }} />
        ))}
      </span>
      <span class="detail">{spaceText(space)}</span>
    </div>
  );
}

function Groups({ store, view }: { readonly store: Store; readonly view: HeapView }): JSX.Element {
  const { engine } = store;
  const { items, total } = view.groups;
  const chosen = engine.chosenObject.value;
  const rows: Row[] = [];
  for (const group of items) {
    rows.push({ kind: 'group', group });
    if (!engine.isOpen(partOf(group), false)) continue;
    for (const sample of group.samples) rows.push({ kind: 'sample', sample });
  }
  if (rows.length === 0) return <Empty minRows={2}>the program has made no object yet</Empty>;
  const toggle = (row: Row): void => {
    if (row.kind === 'group') engine.toggle(partOf(row.group));
  };
  return (
    <ListRows
      label={`Objects of ${words.count(total, 'kind')}`}
      role="tree"
      items={rows}
      left={total - items.length}
      maxRows={maxRows}
      row={(row) =>
        row.kind === 'sample'
          ? sampleRow(row.sample, row.sample.serial === chosen)
          : groupRow(row.group, engine.isOpen(partOf(row.group), false))
      }
      onActivate={(row) => {
        if (row.kind === 'group') toggle(row);
        else engine.chosenObject.value = row.sample.serial === chosen ? undefined : row.sample.serial;
      }}
      onToggle={toggle}
    />
  );
}

const partOf = ({ name }: HeapGroupView): string => `heap ${name}`;

function groupRow(group: HeapGroupView, isOpen: boolean): RowContent {
  const { name, count, bytes, young } = group;
  return {
    key: partOf(group),
    level: 1,
    expanded: isOpen,
    title: `${words.count(count, 'object')}, ${bytesText(bytes)} without what they refer to; ${words.formatNumber(young)} of them young`,
    content: (
      <>
        <span class="name">{name}</span>
        <span class="detail">{words.formatNumber(count)}</span>
        <span class="meta">{bytesText(bytes)}</span>
      </>
    ),
  };
}

function sampleRow({ serial, text }: Sample, isChosen: boolean): RowContent {
  return {
    key: `object ${serial}`,
    level: 2,
    selected: isChosen,
    class: isChosen ? 'linked' : '',
    title: `${text}\nClick to see what keeps it`,
    content: <span class="name">{text}</span>,
  };
}
