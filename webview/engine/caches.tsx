/**
 * Caches: the sites of the current function (or of all) where V8 remembers what it has met, with the state of each, the hidden
 * classes that it has seen and how it came to that. A site leads to the source and to its instruction.
 */
import type { JSX } from 'preact';
import type { CacheSiteView, CachesView, CacheTransitionView } from '../../src/protocol/engine-views.ts';
import { placeText } from '../places.ts';
import { ListRows } from '../rows.tsx';
import type { RowContent } from '../rows.tsx';
import { sourceOf } from '../run.ts';
import type { Run } from '../run.ts';
import { Empty, Section } from '../section.tsx';
import type { Store } from '../store.ts';
import * as words from '../words.ts';
import { kindWords, moodWords, stateText, summary } from './cache-words.ts';
import { isLinked, lexemeAt } from './engine.ts';
import { PartSwitch } from './part-switch.tsx';
import { ShapeChip } from './shape-chip.tsx';

const maxRows = 14;

type Row =
  | { readonly kind: 'site'; readonly site: CacheSiteView }
  | { readonly kind: 'shape'; readonly site: CacheSiteView; readonly shape: CacheSiteView['shapes'][number] }
  | { readonly kind: 'miss'; readonly site: CacheSiteView; readonly miss: CacheTransitionView; readonly at: number };

export function Caches({ store }: { readonly store: Store }): JSX.Element | null {
  const run = store.run.value;
  if (run === undefined) return null;
  const { engine } = store;
  const told = engine.caches.value;
  const view = told?.answer.caches;
  return (
    <Section
      store={store}
      id="caches"
      about="What each place in the code has met so far"
      title="Caches"
      hint="Inline caches: each place that reads a property, calls or computes remembers what it has met, and is fast while it meets the same again"
      isAsked
      badge={view === undefined ? undefined : summary(view.sites.items)}
    >
      <div class="view-bar">
        <PartSwitch engine={engine} part="all caches" label="all functions, the worst first" />
      </div>
      {view === undefined ? (
        <Empty minRows={4}>{told === undefined ? '…' : 'nothing has run yet at this moment'}</Empty>
      ) : view.sites.items.length === 0 ? (
        <Empty minRows={4}>{emptyText(view, told!.asked.functionIndex < 0)}</Empty>
      ) : (
        <Sites store={store} run={run} view={view} isAll={told!.asked.functionIndex < 0} />
      )}
    </Section>
  );
}

function emptyText({ hasVector }: CachesView, isAll: boolean): string {
  if (isAll)
    return 'no function has run long enough to have feedback: V8 gives it to a function after about eight calls';
  if (hasVector) return 'the function has no site that remembers anything';
  return 'no feedback vector yet: V8 gives one to a function only after it ran a while (about eight calls)';
}

function Sites({
  store,
  run,
  view,
  isAll,
}: {
  readonly store: Store;
  readonly run: Run;
  readonly view: CachesView;
  readonly isAll: boolean;
}): JSX.Element {
  const { engine } = store;
  const { items, total } = view.sites;
  const range = engine.chosenText.value;
  const chosenShape = engine.chosenShape.value;
  const rows: Row[] = [];
  for (const site of items) {
    rows.push({ kind: 'site', site });
    if (!engine.isOpen(partOf(site), false)) continue;
    for (const shape of site.shapes) rows.push({ kind: 'shape', site, shape });
    site.transitions.items.forEach((miss, at) => rows.push({ kind: 'miss', site, miss, at }));
  }
  const scriptOf = (site: CacheSiteView): number => run.timeline.log.functions[site.functionIndex]?.script ?? -1;
  const isMarked = (site: CacheSiteView): boolean =>
    isLinked(range, scriptOf(site), site.position) ||
    (chosenShape !== undefined && site.shapes.some(({ shape }) => shape.number === chosenShape));
  const follow = rows.findIndex((row) => row.kind === 'site' && isLinked(range, scriptOf(row.site), row.site.position));
  return (
    <ListRows
      label={`Inline caches, ${total} sites`}
      role="tree"
      items={rows}
      left={total - items.length}
      maxRows={maxRows}
      follow={follow}
      row={(row) => {
        if (row.kind === 'shape') return shapeRow(store, row);
        if (row.kind === 'miss') return missRow(store, run, row);
        return siteRow(store, run, row.site, {
          isAll,
          isMarked: isMarked(row.site),
          isOpen: engine.isOpen(partOf(row.site), false),
        });
      }}
      onActivate={(row) => {
        if (row.kind === 'miss') {
          store.moveTo(row.miss.event);
          return;
        }
        if (row.kind === 'shape') {
          engine.chooseShape(row.shape.shape.number);
          return;
        }
        const { site } = row;
        if (site.functionIndex !== engine.subject.value?.functionIndex) engine.chooseFunction(site.functionIndex);
        engine.chosenInstruction.value = site.offset;
        if (site.position >= 0) engine.chooseText(lexemeAt(run, scriptOf(site), site.position));
      }}
      onToggle={({ site }) => engine.toggle(partOf(site))}
    />
  );
}

const partOf = ({ functionIndex, slot }: CacheSiteView): string => `site ${functionIndex} ${slot}`;
const hasDetails = ({ shapes, transitions }: CacheSiteView): boolean => shapes.length > 0 || transitions.total > 0;

function siteRow(
  store: Store,
  run: Run,
  site: CacheSiteView,
  at: {
    readonly isAll: boolean;
    readonly isMarked: boolean;
    readonly isOpen: boolean;
  },
): RowContent {
  const script = run.timeline.log.functions[site.functionIndex]?.script ?? -1;
  const { mark, text } = moodWords[site.mood];
  const place = placeText(run, { script, position: site.position });
  const name = words.functionName(run, site.functionIndex);
  return {
    key: partOf(site),
    level: 1,
    class: `site ${at.isMarked ? 'linked' : ''}`,
    ...(hasDetails(site) ? { expanded: at.isOpen } : { isLeaf: true }),
    selected: at.isMarked,
    title: `${kindWords(site.kind)} (${site.kind}, slot ${site.slot}): ${site.state || 'literal'}\n${text}${site.calls === undefined ? '' : `\ncalled ${words.count(site.calls, 'time')}`}`,
    content: (
      <>
        <span class={`mood mood-${site.mood}`} aria-hidden="true">
          {mark}
        </span>
        <span class="code name">{siteText(run, script, site)}</span>
        <span class="state">{stateText(site)}</span>
        {site.shapes.slice(0, 4).map(({ shape }) => (
          <ShapeChip key={shape.number} store={store} shape={shape} />
        ))}
        {site.target !== undefined && <span class="detail code">{site.target}</span>}
        <span class="meta">{at.isAll ? `${name}:${place.replace(/^line /, '')}` : place.replace(/^line /, '')}</span>
      </>
    ),
  };
}

/** As the source has it: `.x`, `length(`, `*`. */
function siteText(run: Run, script: number, site: CacheSiteView): string {
  if (site.kind === 'Literal') return '{ } or [ ]';
  if (site.kind === 'StoreInArrayLiteral') return '[ … ]';
  if (site.key !== '') return /Property|Named/.test(site.kind) ? `.${site.key}` : site.key;
  const source = sourceOf(run, script) ?? '';
  if (site.position < 0) return kindWords(site.kind);
  const { start, end } = lexemeAt(run, script, site.position);
  const text = source.slice(start, end);
  return site.kind === 'Call' ? `${text}()` : text;
}

function shapeRow(store: Store, { site, shape }: Extract<Row, { kind: 'shape' }>): RowContent {
  return {
    key: `${partOf(site)} shape ${shape.shape.number}`,
    level: 2,
    title: `Has met objects like ${shape.shape.text}${shape.handler === '' ? '' : `: ${shape.handler}`}. Click to see them in Shapes`,
    content: (
      <>
        <ShapeChip store={store} shape={shape.shape} isQuiet />
        <span class="code name">{shape.shape.text}</span>
        <span class="detail">{shape.handler}</span>
      </>
    ),
  };
}

function missRow(store: Store, run: Run, { site, miss, at }: Extract<Row, { kind: 'miss' }>): RowContent {
  const { from, to, shape, key, note, event } = miss;
  return {
    key: `${partOf(site)} miss ${at}`,
    level: 2,
    class: 'miss',
    title: `A miss${key === '' ? '' : ` for ${key}`}: the site went from ${from} to ${to}${note === '' ? '' : ` (${note})`}. Click to go to that moment`,
    content: (
      <>
        <span class="detail">
          {from} → {to}
        </span>
        {shape !== undefined && <ShapeChip store={store} shape={shape} isQuiet />}
        <span class="detail">{note}</span>
        <span class="meta">event {words.formatNumber(Math.min(event, run.timeline.log.length - 1) + 1)}</span>
      </>
    ),
  };
}
