/**
 * Pipeline: the stages that the current function passes through, with the numbers of this run. Tokens and the syntax tree can
 * be looked into; what is chosen there is selected in the editor and marked in the other views.
 */
import type { ComponentChildren, JSX } from 'preact';
import { Chevron } from '../icons.tsx';
import { ListRows } from '../rows.tsx';
import { lineOf, sourceOf } from '../run.ts';
import type { Run } from '../run.ts';
import { Empty, Section } from '../section.tsx';
import type { Store } from '../store.ts';
import * as words from '../words.ts';
import { SyntaxTree } from './syntax-tree.tsx';
import { isLinked } from './engine.ts';
import { openSection } from './open-section.ts';
import { tierWords } from './tier-words.ts';
import { WasmModules } from './wasm-modules.tsx';
import type { PipelineView } from '../../src/protocol/engine-views.ts';

export function Pipeline({ store }: { readonly store: Store }): JSX.Element | null {
  const run = store.run.value;
  const subject = store.engine.subject.value;
  if (run === undefined) return null;
  const name = subject === undefined ? undefined : words.functionName(run, subject.functionIndex);
  const told = store.engine.pipeline.value;
  const view = told?.answer.pipeline;
  return (
    <Section
      store={store}
      id="pipeline"
      about="From the text of a function to what runs"
      title="Pipeline"
      hint="How V8 makes something that runs of the text of a function: scanner, parser, bytecode generator, tiers"
      badge={name}
    >
      {subject === undefined || view === undefined ? (
        <Empty minRows={5}>
          {subject === undefined || told !== undefined ? 'nothing of the program has been compiled yet' : '…'}
        </Empty>
      ) : (
        <Stages store={store} run={run} view={view} />
      )}
      <WasmModules store={store} />
    </Section>
  );
}

function Stages({
  store,
  run,
  view,
}: {
  readonly store: Store;
  readonly run: Run;
  readonly view: PipelineView;
}): JSX.Element {
  const { script, start, end } = view;
  const first = lineOf(run, { script, position: start });
  const last = lineOf(run, { script, position: Math.max(start, end - 1) });
  const lines = first === 0 ? '' : first === last ? `line ${words.formatNumber(first)}` : `lines ${first}–${last}`;
  const isBuiltin = script < 0;
  return (
    <ol class="stages">
      <Stage
        name="Source"
        title="The text of the function, as it is in the file"
        numbers={isBuiltin ? ['built-in'] : [words.count(end - start, 'character'), lines]}
        onClick={isBuiltin ? undefined : () => store.engine.chooseText({ script, start, end })}
      />
      <Stage
        store={store}
        part="stage tokens"
        name="Tokens"
        title="The scanner splits the text into words: names, keywords, numbers, punctuators. Functions inside are read over, too"
        numbers={[words.count(view.tokens, 'token')]}
      >
        <Tokens store={store} run={run} />
      </Stage>
      <Stage
        store={store}
        part="stage tree"
        name="Syntax tree"
        title="The parser makes a tree of the tokens (AST): what belongs to what. Functions inside are left out until they are called"
        numbers={[words.count(view.nodes, 'node')]}
      >
        <SyntaxTree store={store} run={run} />
      </Stage>
      <Stage
        name="Bytecode"
        title="The bytecode generator walks over the tree. Ignition, V8's interpreter, runs what it makes; its feedback slots keep what it has seen. Click to look inside"
        numbers={[
          words.count(view.instructions, 'instruction'),
          words.count(view.bytes, 'byte'),
          words.count(view.registers, 'register'),
          words.count(view.feedbackSlots, 'slot'),
        ]}
        onClick={() => openSection(store, 'bytecode')}
      />
      <Stage
        name="Tier"
        title="Who runs it at this moment, and how often it was called up to it. What is called often is compiled better. Click to see how it came there"
        numbers={[tierText(store, view), callsText(view)]}
        onClick={() => openSection(store, 'tiers')}
      />
    </ol>
  );
}

function tierText(store: Store, { functionIndex }: PipelineView): string {
  const functions = store.engine.tiers.value?.answer.tiers?.functions.items;
  const tier = functions?.find((each) => each.functionIndex === functionIndex);
  if (tier === undefined) return functions === undefined ? '' : 'Ignition';
  const marked = tier.request === undefined ? '' : `, marked for ${tierWords[tier.request].name}`;
  return `${tierWords[tier.tier].name}${marked}`;
}

function callsText({ calls, allCalls }: PipelineView): string {
  if (allCalls === 0) return 'never called';
  return `called ${words.formatNumber(calls)} of ${words.count(allCalls, 'time')}`;
}

export interface StageProps {
  readonly name: string;
  readonly title: string;
  readonly numbers: readonly string[];
  /** With both: the stage can be looked into. */
  readonly store?: Store;
  readonly part?: string;
  readonly onClick?: (() => void) | undefined;
  readonly children?: ComponentChildren;
}

export function Stage({ name, title, numbers, store, part, onClick, children }: StageProps): JSX.Element {
  const opens = store !== undefined && part !== undefined;
  const open = opens && store.engine.isOpen(part, false);
  const content = (
    <>
      {opens ? <Chevron isOpen={open} /> : <span class="stage-dot" />}
      <span class="stage-name">{name}</span>
      <span class="stage-numbers">{numbers.filter((text) => text !== '').join(' · ')}</span>
    </>
  );
  return (
    <li class="stage">
      {opens || onClick !== undefined ? (
        <button
          type="button"
          class="stage-header"
          title={title}
          aria-expanded={opens ? open : undefined}
          onClick={opens ? () => store.engine.toggle(part) : onClick}
        >
          {content}
        </button>
      ) : (
        <div class="stage-header" title={title}>
          {content}
        </div>
      )}
      {open && <div class="stage-body">{children}</div>}
    </li>
  );
}

const tokenRows = 8;

function Tokens({ store, run }: { readonly store: Store; readonly run: Run }): JSX.Element {
  const { engine } = store;
  const told = engine.tokens.value;
  const subject = engine.subject.value;
  if (told === undefined || subject === undefined) return <Empty minRows={tokenRows}>…</Empty>;
  const { items, total } = told.answer;
  const script = run.timeline.log.functions[told.asked.functionIndex]?.script ?? -1;
  const source = sourceOf(run, script) ?? '';
  const range = engine.chosenText.value;
  const linked = items.findIndex(({ start }) => isLinked(range, script, start));
  if (items.length === 0) return <Empty minRows={1}>a built-in has no text to show</Empty>;
  return (
    <ListRows
      label={`Tokens, ${total} in all`}
      role="listbox"
      items={items}
      left={total - items.length}
      maxRows={tokenRows}
      follow={linked}
      row={({ kind, start, end }, index) => {
        const isChosen = isLinked(range, script, start);
        return {
          key: String(index % 64),
          class: isChosen ? 'linked' : '',
          selected: isChosen,
          title: `${tokenKinds[kind]}, characters ${start} to ${end}`,
          content: (
            <>
              <span class={`token code token-${kind}`}>{source.slice(start, end)}</span>
              <span class="meta">{tokenKinds[kind]}</span>
            </>
          ),
        };
      }}
      onActivate={({ start, end }) => engine.chooseText({ script, start, end })}
    />
  );
}

const tokenKinds = {
  identifier: 'name',
  keyword: 'keyword',
  punctuator: 'punctuator',
  number: 'number',
  string: 'string',
  template: 'template',
  regularExpression: 'regular expression',
  privateName: 'private name',
} as const;
