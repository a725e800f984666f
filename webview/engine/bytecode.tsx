/**
 * Bytecode of the current frame: the listing with the instruction that runs next, what the chosen instruction does, and what the
 * frame holds: accumulator, registers, constants, handlers.
 */
import type { JSX } from 'preact';
import type { BytecodeView, FrameStateView, InstructionInfo } from '../../src/protocol/engine-views.ts';
import { IconButton } from '../icons.tsx';
import { ListRows } from '../rows.tsx';
import type { RowContent } from '../rows.tsx';
import { lineOf } from '../run.ts';
import type { Run } from '../run.ts';
import { Empty, Section } from '../section.tsx';
import type { Store } from '../store.ts';
import * as words from '../words.ts';
import { isLinked, lexemeAt } from './engine.ts';
import { FrameContents } from './frame-contents.tsx';
import { accumulatorWords, operandWords, shortHint } from './instruction-words.ts';

const maxRows = 14;

export function Bytecode({ store }: { readonly store: Store }): JSX.Element | null {
  const run = store.run.value;
  const { engine } = store;
  const subject = engine.subject.value;
  if (run === undefined) return null;
  const told = engine.bytecode.value;
  const view = told?.answer.bytecode;
  const isOfSubject = view !== undefined && view.functionIndex === subject?.functionIndex;
  const frame = isOfSubject && subject.frame >= 0 ? frameOf(store, view) : undefined;
  return (
    <Section
      store={store}
      id="bytecode"
      about="What V8’s interpreter runs, step by step"
      title="Bytecode"
      hint="What Ignition, V8's interpreter, runs: one instruction after the other, on registers and an accumulator. The listing is that of Node 24"
      isAsked
      badge={view === undefined ? undefined : words.count(view.bytes, 'byte')}
    >
      {view === undefined ? (
        <Empty minRows={6}>{told === undefined ? '…' : 'nothing of the program has been compiled yet'}</Empty>
      ) : (
        <>
          <StepBar store={store} frame={frame} />
          <Listing store={store} run={run} view={view} frame={frame} />
          <InstructionDetail store={store} view={view} frame={frame} />
          <FrameContents store={store} view={view} frame={frame} />
        </>
      )}
    </Section>
  );
}

/** The last that was told of this function's frame; it may be of the moment before. */
function frameOf(store: Store, view: BytecodeView): FrameStateView | undefined {
  const frame = store.engine.frameState.value?.answer.frame;
  return frame?.functionIndex === view.functionIndex ? frame : undefined;
}

/** What the marked instruction is in the frame: the next one on top, the call that is waited for below. */
function frameWords(store: Store, frame: FrameStateView | undefined): string {
  if (frame === undefined) return 'does not run now';
  return `${frame.offset} ${store.engine.subject.value?.isTop === true ? 'runs next' : 'waits for its call'}`;
}

/** From instruction to instruction; where the instruction calls, into what it calls. */
function StepBar({ store, frame }: { readonly store: Store; readonly frame: FrameStateView | undefined }): JSX.Element {
  const { engine } = store;
  return (
    <div class="view-bar" role="toolbar" aria-label="Steps of one instruction">
      <IconButton icon="back" label="Back by one instruction" act={() => void engine.stepBytecode(-1)} />
      <IconButton icon="forward" label="On by one instruction" act={() => void engine.stepBytecode(1)} />
      <span class="subject-state">{frameWords(store, frame)}</span>
      <span title="Whichever engine is simulated (underhood.engine), the bytecode is that of V8 13.6">Node 24’s</span>
    </div>
  );
}

interface ListingProps {
  readonly store: Store;
  readonly run: Run;
  readonly view: BytecodeView;
  readonly frame: FrameStateView | undefined;
}

function Listing({ store, run, view, frame }: ListingProps): JSX.Element {
  const { engine } = store;
  const { items, total } = view.instructions;
  const info = run.timeline.log.functions[view.functionIndex];
  const script = info?.kind === 'builtin' ? -1 : (info?.script ?? -1);
  const range = engine.chosenText.value;
  const chosen = engine.chosenInstruction.value;
  const current = frame === undefined ? -1 : items.findIndex(({ offset }) => offset === frame.offset);
  const linked = items.findIndex(({ offset, position }) =>
    chosen === undefined ? isLinked(range, script, position) : offset === chosen,
  );
  const follow = linked >= 0 ? linked : current;
  return (
    <ListRows
      label={`Bytecode of ${words.functionName(run, view.functionIndex)}, ${total} instructions`}
      role="listbox"
      items={items}
      left={total - items.length}
      maxRows={maxRows}
      follow={follow}
      row={(instruction, index) => {
        const isChosen = instruction.offset === chosen;
        const isPart = isLinked(range, script, instruction.position);
        return instructionRow(run, view, instruction, {
          script,
          isCurrent: index === current,
          isChosen,
          isPart: isPart || isChosen,
        });
      }}
      onActivate={({ offset, position }) => {
        engine.chosenInstruction.value = offset;
        if (script >= 0 && position >= 0) engine.chooseText(lexemeAt(run, script, position));
      }}
    />
  );
}

function instructionRow(
  run: Run,
  view: BytecodeView,
  instruction: InstructionInfo,
  at: {
    readonly script: number;
    readonly isCurrent: boolean;
    readonly isChosen: boolean;
    readonly isPart: boolean;
  },
): RowContent {
  const { offset, text, name, position } = instruction;
  const space = text.indexOf(' ');
  const [mnemonic, operands] = space < 0 ? [text, ''] : [text.slice(0, space), text.slice(space)];
  const line = position < 0 || at.script < 0 ? 0 : lineOf(run, { script: at.script, position });
  const doc = view.opcodes[name]?.doc ?? '';
  return {
    key: String(offset),
    class: `instruction ${at.isCurrent ? 'fresh' : ''} ${at.isPart ? 'linked' : ''}`,
    selected: at.isCurrent,
    title: `${text}\n${doc}`,
    content: (
      <>
        <span class="offset code">{offset}</span>
        <span class="code mnemonic">{mnemonic}</span>
        <span class="code operands">{operands}</span>
        <span class="code detail">{shortHint(view, instruction)}</span>
        <span class="meta">{line === 0 ? '' : words.formatNumber(line)}</span>
      </>
    ),
  };
}

/** The chosen instruction, else the one that runs next, in a sentence. */
function InstructionDetail({
  store,
  view,
  frame,
}: {
  readonly store: Store;
  readonly view: BytecodeView;
  readonly frame: FrameStateView | undefined;
}): JSX.Element {
  const chosen = store.engine.chosenInstruction.value ?? frame?.offset;
  const instruction = view.instructions.items.find(({ offset }) => offset === chosen);
  if (instruction === undefined) {
    return (
      <div class="instruction-detail">
        <p>Choose an instruction to read what it does.</p>
      </div>
    );
  }
  const isNext = instruction.offset === frame?.offset;
  return (
    <div class="instruction-detail" aria-live="off">
      <p>
        <span class="code mnemonic">{instruction.name}</span> {view.opcodes[instruction.name]?.doc}
        <span class="hint"> {accumulatorWords(view, instruction)}</span>
        {isNext && <span class="hint"> · {frameWords(store, frame).replace(/^\d+ /, '')}</span>}
      </p>
      <dl>
        {operandWords(view, instruction, frame).map(({ operand, meaning, value }) => (
          <div key={operand}>
            <dt class="code">{operand}</dt>
            <dd class="code">
              {meaning}
              {value !== undefined && <span class="hint">{meaning === '' ? value : ` = ${value}`}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
