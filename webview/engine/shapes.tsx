/**
 * Shapes: the transition tree of this run's hidden classes at the moment, where each was born, what the chosen one says of its
 * objects, and how it differs from another.
 */
import type { JSX } from 'preact';
import type { Cut, ShapeDetails, ShapeNodeView } from '../../src/protocol/engine-views.ts';
import { placeText } from '../places.ts';
import { ListRows } from '../rows.tsx';
import type { RowContent } from '../rows.tsx';
import type { Run } from '../run.ts';
import { Empty, Section } from '../section.tsx';
import type { Store } from '../store.ts';
import * as words from '../words.ts';
import { lexemeAt } from './engine.ts';
import { PartSwitch } from './part-switch.tsx';
import { ShapeChip } from './shape-chip.tsx';
import { differences, representationTitles } from './shape-difference.ts';
import { shapeRows } from './shape-rows.ts';
import type { ShapeRow } from './shape-rows.ts';
import { shapeName } from './shape-words.ts';

const maxRows = 14;
const maxDepth = 8;

export function Shapes({ store }: { readonly store: Store }): JSX.Element | null {
  const run = store.run.value;
  if (run === undefined) return null;
  const { engine } = store;
  const told = engine.shapes.value;
  const view = told?.answer.shapes;
  const isCut = view !== undefined && view.total > view.items.length;
  const count = isCut ? view.total : view?.items.filter(({ shape }) => shape.number > 0).length;
  return (
    <Section
      store={store}
      id="shapes"
      about="Objects that are built alike share one"
      title="Shapes"
      hint="Hidden classes (V8: maps): objects that got the same properties in the same order share one. Caches and optimised code tell objects apart by nothing else"
      isAsked
      badge={count === undefined ? undefined : words.formatNumber(count)}
    >
      <div class="view-bar">
        <PartSwitch
          engine={engine}
          part="all shapes"
          label="functions and prototypes, too"
          title="Every function and every prototype has hidden classes of its own"
        />
      </div>
      {view === undefined || view.items.length === 0 ? (
        <Empty minRows={4}>
          {told === undefined
            ? '…'
            : 'the program has made no objects of its own yet at this moment: go on to where it makes some'}
        </Empty>
      ) : (
        <>
          <Tree store={store} run={run} view={view} />
          <Details store={store} run={run} view={view} />
        </>
      )}
    </Section>
  );
}

function Tree({
  store,
  run,
  view,
}: {
  readonly store: Store;
  readonly run: Run;
  readonly view: Cut<ShapeNodeView>;
}): JSX.Element {
  const { engine } = store;
  const { items, total } = view;
  const partOf = (number: number): string => `shape ${number}`;
  const rows = shapeRows(items, (number) => engine.isOpen(partOf(number), true));
  const chosen = engine.chosenShape.value;
  const follow = rows.findIndex(({ node }) => node.shape.number === chosen);
  return (
    <ListRows
      label={`Hidden classes, ${total} in all`}
      role="tree"
      items={rows}
      left={total - items.length}
      maxRows={maxRows}
      follow={follow}
      row={(row) => shapeRow(store, run, row)}
      onActivate={({ node }) => engine.chooseShape(node.shape.number)}
      onToggle={({ node }) => engine.toggle(partOf(node.shape.number))}
    />
  );
}

function shapeRow(store: Store, run: Run, row: ShapeRow): RowContent {
  const { node, depth, hasChildren, isOpen } = row;
  const { shape, label, mode, isDeprecated, birth } = node;
  const { engine } = store;
  const isChosen = engine.chosenShape.value === shape.number;
  const isCompared = engine.comparedShape.value === shape.number && engine.chosenShape.value !== undefined;
  const place = birth.position < 0 ? '' : placeText(run, birth);
  const born = place === '' ? 'there before the program ran' : `born at ${place}`;
  const said = [
    `${shapeName(shape.number)} ${shape.text}`,
    born,
    ...(mode === 'dictionary' ? ['dictionary mode: each object has a hash table of its own'] : []),
    ...(isDeprecated ? ['deprecated: its objects move to another when they are next used'] : []),
  ];
  return {
    key: `shape ${shape.number}`,
    level: Math.min(depth, maxDepth) + 1,
    class: `shape ${isChosen ? 'linked chosen' : isCompared ? 'linked' : ''} ${isDeprecated ? 'deprecated' : ''}`,
    ...(hasChildren ? { expanded: isOpen } : { isLeaf: true }),
    selected: isChosen,
    title: said.join('\n'),
    content: (
      <>
        <ShapeChip store={store} shape={shape} isQuiet />
        <span class="code name">{depth === 0 ? shape.text : label}</span>
        <span class="code detail">{depth === 0 ? '' : shape.text}</span>
        {isDeprecated && <span class="flag">deprecated</span>}
        <span class="meta">{place === '' ? '' : place.replace(/^line /, '')}</span>
      </>
    ),
  };
}

/** Of the chosen one: its birth, its properties, and in words what sets it apart from the one that was chosen before. */
function Details({
  store,
  run,
  view,
}: {
  readonly store: Store;
  readonly run: Run;
  readonly view: Cut<ShapeNodeView>;
}): JSX.Element {
  const { engine } = store;
  const number = engine.chosenShape.value;
  const told = engine.shapePair.value;
  const first = number === undefined ? undefined : told?.answer.first;
  if (first === undefined) {
    return (
      <div class="shape-detail">
        <p>Choose a hidden class to see what it says of its objects; then another, to see how the two differ.</p>
      </div>
    );
  }
  const second = told?.answer.second;
  const { shape, birth, properties, prototype, elementsKind, inObjectSlots, unusedSlots, isStable } = first;
  const place = birth.position < 0 ? '' : placeText(run, birth);
  return (
    <div class="shape-detail">
      <p>
        <ShapeChip store={store} shape={shape} isQuiet /> <span class="code">{shape.text}</span>
        {place !== '' && (
          <>
            {' born at '}
            <button
              type="button"
              class="link"
              title="Show where, and go to that moment"
              onClick={() => {
                store.moveTo(birth.event);
                engine.chooseText(lexemeAt(run, birth.script, birth.position));
              }}
            >
              {place}
            </button>
          </>
        )}
      </p>
      <p class="hint">
        prototype {prototype} · {elementsKind} · {words.count(inObjectSlots, 'slot')} in the object, {unusedSlots} free
        {isStable ? '' : ' · its objects have gone on to others'}
      </p>
      <Properties view={first} total={properties.total} />
      <Comparison store={store} first={first} second={second} view={view} />
    </div>
  );
}

const shownProperties = 12;

function Properties({ view, total }: { readonly view: ShapeDetails; readonly total: number }): JSX.Element | null {
  if (view.mode === 'dictionary') return <p class="hint">Its properties are in a hash table of each object.</p>;
  if (total === 0) return <p class="hint">It has no properties of its own.</p>;
  const shown = view.properties.items.slice(0, shownProperties);
  return (
    <ul class="properties">
      {shown.map(({ key, kind, representation, isConstant, isInObject, attributes }) => (
        <li key={key}>
          <span class="code variable-key">{key}</span>{' '}
          <span class="hint" title={representationTitles[representation]}>
            {kind === 'data' ? representation : kind}
          </span>
          {isConstant && (
            <span class="hint" title="Stored to only once so far: optimised code may take the value for granted">
              {' '}
              const
            </span>
          )}
          {kind === 'data' && !isInObject && (
            <span class="hint" title="Not in the object itself, but in its property array">
              {' '}
              outside
            </span>
          )}
          {attributes !== '[WEC]' && <span class="hint"> {attributes}</span>}
        </li>
      ))}
      {total > shown.length && <li class="hint">and {words.formatNumber(total - shown.length)} more</li>}
    </ul>
  );
}

function Comparison({
  store,
  first,
  second,
  view,
}: {
  readonly store: Store;
  readonly first: ShapeDetails;
  readonly second: ShapeDetails | undefined;
  readonly view: Cut<ShapeNodeView>;
}): JSX.Element {
  const { engine } = store;
  const compared = engine.comparedShape.value;
  const said = second === undefined || second.shape.number !== compared ? undefined : differences(first, second);
  return (
    <div class="comparison">
      <label>
        Compared with{' '}
        <select
          value={String(compared ?? '')}
          onChange={(event) => {
            const { value } = event.currentTarget;
            engine.comparedShape.value = value === '' ? undefined : Number(value);
          }}
        >
          <option value="">…</option>
          {view.items
            .filter(({ shape }) => shape.number !== first.shape.number && shape.number > 0)
            .slice(0, 300)
            .map(({ shape }) => (
              <option key={shape.number} value={String(shape.number)}>
                {shapeName(shape.number)} {shape.text}
              </option>
            ))}
        </select>
      </label>
      {said !== undefined && (
        <ul class="differences" aria-live="polite">
          {said.length === 0 ? (
            <li>They say the same of their objects.</li>
          ) : (
            said.map((text) => <li key={text}>{text}</li>)
          )}
        </ul>
      )}
    </div>
  );
}
