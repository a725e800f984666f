/**
 * The heap drawn: who holds what. Roots on the left, what they refer to indented below them with the name of the reference on the
 * line, and lines in the right margin to what stands elsewhere: what is shared, and what leads back in a ring.
 */
import type { JSX } from 'preact';
import type { HeapGraphView, HeapNodeView } from '../../src/protocol/heap-views.ts';
import { Icon } from '../icons.tsx';
import type { IconName } from '../icons.tsx';
import { ListRows, moreRow } from '../rows.tsx';
import type { RowContent } from '../rows.tsx';
import type { Store } from '../store.ts';
import * as words from '../words.ts';
import { GraphLines } from './graph-lines.tsx';
import { ancestorsOf, type GraphRow, graphRows } from './graph-rows.ts';
import { bytesText } from './heap-words.ts';
import type { Phase } from './marking-words.ts';
import { ShapeChip } from './shape-chip.tsx';

const shownRows = 12;

interface HeapGraphProps {
  readonly store: Store;
  readonly graph: HeapGraphView;
  /** Of a marking; undefined: nothing is marked. */
  readonly phase?: Phase;
  readonly label: string;
}

export function HeapGraph({ store, graph, phase, label }: HeapGraphProps): JSX.Element {
  const { engine } = store;
  const isOpen = (part: string, byItself: boolean): boolean => engine.isOpen(part, byItself);
  const rowsNow = (): readonly GraphRow[] => graphRows(graph, phase, isOpen);
  const rows = rowsNow();
  const chosen = engine.chosenObject.value;
  const isChosen = (row: GraphRow): boolean => chosen !== undefined && serialOf(row) === chosen;
  const follow = rows.findIndex((row) => row.kind === 'node' && row.colour === 'grey' && phase?.kind === 'wave');

  function toggle({ part, isOpen: open }: GraphRow): void {
    if (open !== undefined) engine.toggle(part);
  }

  /** To the row of what a reference leads to; what is closed around it is opened. */
  function goTo(node: number): number {
    for (const around of ancestorsOf(graph, node)) {
      const row = rowsNow().find((each) => each.kind === 'node' && each.index === around);
      if (row?.isOpen === false) engine.toggle(row.part);
    }
    return rowsNow().findIndex((row) => row.kind === 'node' && row.index === node);
  }

  return (
    <ListRows
      label={label}
      role="tree"
      class="heap-graph"
      items={rows}
      left={graph.total - graph.items.length}
      maxRows={shownRows}
      follow={follow}
      drawn={(first, end) => <GraphLines rows={rows} first={first} end={end} isChosen={isChosen} />}
      row={(row) => ({
        ...rowContent(store, row),
        level: row.level,
        expanded: row.isOpen,
        isLeaf: row.kind !== 'more',
        selected: isChosen(row),
      })}
      onActivate={(row) => {
        const serial = serialOf(row);
        if (row.kind === 'reference') {
          engine.chosenObject.value = row.target.samples[0]?.serial;
          return goTo(row.reference.to);
        }
        if (serial === undefined) toggle(row);
        else engine.chosenObject.value = serial === chosen ? undefined : serial;
        return undefined;
      }}
      onToggle={toggle}
    />
  );
}

/** The object that stands for a row. */
function serialOf(row: GraphRow): number | undefined {
  if (row.kind === 'object') return row.serial;
  return row.kind === 'node' && row.node.root === undefined ? row.node.samples[0]?.serial : undefined;
}

const colourWords = {
  white: 'white: not met yet',
  grey: 'grey: met, what it refers to has not been looked at',
  black: 'black: done, it stays',
};

const roots: Readonly<Record<NonNullable<HeapNodeView['root']>, { readonly icon: IconName; readonly text: string }>> = {
  frame: { icon: 'frame', text: 'a frame on the stack' },
  global: { icon: 'script', text: '' },
  waits: { icon: 'parked', text: 'waits' },
  surroundings: { icon: 'info', text: '' },
  left: { icon: 'close', text: '' },
};

function rowContent(store: Store, row: GraphRow): RowContent {
  const { part: key } = row;
  switch (row.kind) {
    case 'more':
      return { ...moreRow(row.count), key };
    case 'object':
      return {
        key,
        title: `${row.text}\nClick to see what keeps it`,
        content: <span class="name">{row.text}</span>,
      };
    case 'objects': {
      const { count, samples } = row.node;
      const which = samples.length < count ? `the first ${samples.length} of them` : 'each of them';
      return {
        key,
        content: <span class="detail">{which}</span>,
      };
    }
    case 'reference':
      return referenceRow(row);
    case 'node':
      return row.node.root === undefined ? nodeRow(store, row) : rootRow(row);
  }
}

type NodeRow = Extract<GraphRow, { readonly kind: 'node' }>;

function rootRow({ part, node: { name, root }, isGarbage }: NodeRow): RowContent {
  const { icon, text } = roots[root!];
  return {
    key: part,
    class: `heap-root ${isGarbage ? 'garbage' : ''}`,
    title: text === '' ? name : `${name}: ${text}`,
    content: (
      <>
        <Icon name={icon} />
        <span class="name">{name}</span>
        <span class="detail">{text}</span>
      </>
    ),
  };
}

function nodeRow(store: Store, row: NodeRow): RowContent {
  const { part, node, isGarbage, colour } = row;
  const { via, how, name, count, bytes, samples, shape, again } = node;
  const text = count === 1 ? (samples[0]?.text ?? name) : name;
  const isChosen = samples[0]?.serial !== undefined && samples[0].serial === store.engine.chosenObject.value;
  const sharing =
    again === 0 || again < count ? '' : `\nShared: ${words.count(again + count, 'reference')} of that kind`;
  return {
    key: part,
    class: `${colour === 'grey' ? 'fresh' : ''} ${isGarbage ? 'garbage' : ''} ${isChosen ? 'linked' : ''}`,
    title: `${how}${via === '' ? '' : ` ${via}`}: ${text}\n${words.count(count, 'object')}, ${bytesText(bytes)}${sharing}${colour === undefined ? '' : `\n${words.capitalized(colourWords[colour])}`}`,
    content: (
      <>
        {colour !== undefined && <span class={`mark-colour ${colour}`} role="img" aria-label={colourWords[colour]} />}
        <Via via={via} how={how} />
        {count > 1 && <span class="times">{words.formatNumber(count)} ×</span>}
        <span class="name">{text}</span>
        {shape !== undefined && shape.number > 0 && <ShapeChip store={store} shape={shape} />}
        {again > count && <span class="meta">shared</span>}
      </>
    ),
  };
}

function referenceRow(row: Extract<GraphRow, { readonly kind: 'reference' }>): RowContent {
  const { part, reference, target, isCycle } = row;
  const { via, how, count } = reference;
  const text = target.count === 1 ? (target.samples[0]?.text ?? target.name) : target.name;
  const where = isCycle ? 'leads back' : 'also here';
  const one = target.count > 1 ? `one of ${words.formatNumber(target.count)} × ` : '';
  return {
    key: part,
    class: 'heap-reference',
    title: `${how}${via === '' ? '' : ` ${via}`}: ${one}${text}, which stands elsewhere in this list${isCycle ? ': a ring' : ''}\n${words.count(count, 'reference')}. Click to go there`,
    content: (
      <>
        <Via via={via} how={how} />
        {target.count > 1 && <span class="times">one of {words.formatNumber(target.count)} ×</span>}
        <span class="name">{text}</span>
        <span class="meta">{where}</span>
      </>
    ),
  };
}

function Via({ via, how }: { readonly via: string; readonly how: string }): JSX.Element | null {
  if (via !== '') return <span class="via code">{via}</span>;
  return how === '' ? null : <span class="via">{how}</span>;
}
