/**
 * Tiers: one strip per function, Ignition > Sparkplug > Maglev > TurboFan, what happened on its way, deopts with their reason, and
 * the budget that decides when it is looked at again.
 */
import type { JSX } from 'preact';
import type { FunctionTierView, TierName, TiersView, TierStepView } from '../../src/protocol/engine-views.ts';
import { placeText } from '../places.ts';
import { ListRows } from '../rows.tsx';
import type { RowContent } from '../rows.tsx';
import type { Run } from '../run.ts';
import { Empty, Section } from '../section.tsx';
import type { Store } from '../store.ts';
import * as words from '../words.ts';
import { lexemeAt } from './engine.ts';
import { budgetWords, scaleWords, stepTitles, stepWords, stripOf, tierWords } from './tier-words.ts';

const maxRows = 12;

type Row =
  | { readonly kind: 'function'; readonly view: FunctionTierView }
  | { readonly kind: 'budget'; readonly view: FunctionTierView }
  | { readonly kind: 'step'; readonly view: FunctionTierView; readonly step: TierStepView; readonly at: number };

export function Tiers({ store }: { readonly store: Store }): JSX.Element | null {
  const run = store.run.value;
  if (run === undefined) return null;
  const told = store.engine.tiers.value;
  const view = told?.answer.tiers;
  const optimised = view?.functions.items.filter(({ tier }) => tier === 'maglev' || tier === 'turbofan').length;
  return (
    <Section
      store={store}
      id="tiers"
      about="What runs often is compiled better"
      title="Tiers"
      hint="How far V8 has gone with each function: what runs often is compiled better, for what it has met so far"
      isAsked
      badge={optimised === undefined ? undefined : `${optimised} optimised`}
    >
      {view === undefined ? (
        <Empty minRows={4}>{told === undefined ? '…' : 'nothing has run yet at this moment'}</Empty>
      ) : (
        <>
          <Scale store={store} view={view} />
          {view.functions.items.length === 0 ? (
            <Empty minRows={4}>no function has been called yet at this moment</Empty>
          ) : (
            <Strips store={store} run={run} view={view} />
          )}
        </>
      )}
    </Section>
  );
}

/** Whose numbers: V8's own, or those by which V8 tests itself. Which of them is part of the run. */
function Scale({ store, view }: { readonly store: Store; readonly view: TiersView }): JSX.Element {
  const { scale } = view;
  return (
    <div class="view-bar">
      <label title="V8's real numbers, or those by which V8 tests its tiers with small programs (--jit-fuzzing). The program runs again">
        Numbers
        <select
          value={scale}
          onChange={(event) => store.setTierBudgets(event.currentTarget.value === 'fuzzing' ? 'fuzzing' : 'real')}
        >
          <option value="real">V8’s real ones</option>
          <option value="fuzzing">for small examples</option>
        </select>
      </label>
      <span title="Of calls without loops: what counts is how much bytecode ran">{scaleWords(view)}</span>
    </div>
  );
}

function Strips({
  store,
  run,
  view,
}: {
  readonly store: Store;
  readonly run: Run;
  readonly view: TiersView;
}): JSX.Element {
  const { engine } = store;
  const { items, total } = view.functions;
  const subject = engine.subject.value?.functionIndex;
  const rows: Row[] = [];
  for (const each of items) {
    rows.push({ kind: 'function', view: each });
    if (!engine.isOpen(partOf(each), false)) continue;
    rows.push({ kind: 'budget', view: each });
    each.steps.items.forEach((step, at) => rows.push({ kind: 'step', view: each, step, at }));
  }
  const follow = rows.findIndex((row) => row.kind === 'function' && row.view.functionIndex === subject);
  return (
    <ListRows
      label={`Tiers of ${words.count(total, 'function')}`}
      role="tree"
      items={rows}
      left={total - items.length}
      maxRows={maxRows}
      follow={follow}
      row={(row) => {
        if (row.kind === 'budget') return budgetRow(row.view);
        if (row.kind === 'step') return stepRow(run, row);
        return functionRow(run, row.view, {
          tiers: view.tiers,
          isSubject: row.view.functionIndex === subject,
          isOpen: engine.isOpen(partOf(row.view), false),
        });
      }}
      onActivate={(row) => {
        if (row.kind === 'budget') return;
        if (row.kind === 'function') return engine.chooseFunction(row.view.functionIndex);
        store.moveTo(row.step.event);
        const { script, position } = row.step;
        if (script >= 0 && position >= 0) engine.chooseText(lexemeAt(run, script, position));
      }}
      onToggle={(row) => engine.toggle(partOf(row.view))}
    />
  );
}

const partOf = ({ functionIndex }: FunctionTierView): string => `tier ${functionIndex}`;

function functionRow(
  run: Run,
  view: FunctionTierView,
  at: {
    readonly tiers: readonly TierName[];
    readonly isSubject: boolean;
    readonly isOpen: boolean;
  },
): RowContent {
  const { tier, request, calls, deopts } = view;
  const marked = request === undefined ? '' : `, marked for ${tierWords[request].name}`;
  return {
    key: partOf(view),
    level: 1,
    class: at.isSubject ? 'linked' : '',
    expanded: at.isOpen,
    selected: at.isSubject,
    title: `${words.functionName(run, view.functionIndex)}: ${tierWords[tier].name}${marked}: ${tierWords[tier].text}\n${budgetWords(view)}`,
    content: (
      <>
        <TierStrip view={view} tiers={at.tiers} />
        <span class="name function">{words.functionName(run, view.functionIndex)}</span>
        <span class="detail">
          {tierWords[tier].name}
          {marked}
        </span>
        {deopts > 0 && <span class="deopts">{words.count(deopts, 'deopt')}</span>}
        <span class="meta">{words.count(calls, 'call')}</span>
      </>
    ),
  };
}

/** A box for each tier that the engine has; the letters say what the colours do. */
function TierStrip({
  view,
  tiers,
}: {
  readonly view: FunctionTierView;
  readonly tiers: readonly TierName[];
}): JSX.Element {
  return (
    <span class="strip" role="img" aria-label={tierWords[view.tier].name}>
      {stripOf(view, tiers).map(({ tier, is }) => (
        <span key={tier} class={`strip-step ${is}`}>
          {tierWords[tier].letter}
        </span>
      ))}
    </span>
  );
}

function budgetRow(view: FunctionTierView): RowContent {
  const { left, of } = view.budget;
  const isEndless = view.budget.purpose.startsWith('nothing');
  const used = isEndless || of <= 0 ? 0 : Math.max(0, Math.min(1, 1 - left / of));
  return {
    key: `${partOf(view)} budget`,
    level: 2,
    disabled: true,
    title: `The interrupt budget: each return and each round of a loop takes off the bytes of bytecode that ran. At the end V8 decides whether the function goes up a tier. ${budgetWords(view)}`,
    content: (
      <>
        <span class="budget-bar" aria-hidden="true">
          <span class="budget-used" style={{ width: `${(used * 100).toFixed(1)}%` }} />
        </span>
        <span class="detail">{budgetWords(view)}</span>
      </>
    ),
  };
}

function stepRow(run: Run, { view, step, at }: Extract<Row, { kind: 'step' }>): RowContent {
  const place = step.position < 0 ? '' : placeText(run, step);
  return {
    key: `${partOf(view)} ${at}`,
    level: 2,
    class: `tier-step ${step.kind}`,
    title: `${stepWords(step)}\n${stepTitles[step.kind]}. Click to go to that moment`,
    content: (
      <>
        <span class="name">{stepWords(step)}</span>
        <span class="meta">{place === '' ? `event ${words.formatNumber(step.event + 1)}` : place}</span>
      </>
    ),
  };
}
