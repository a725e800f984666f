/**
 * What the engine's views share: which function they are about, which stretch of text somebody chose in one of them (the
 * others mark what belongs to it), and what the worker told. Choosing text also selects it in the editor.
 */
import { computed, effect, signal } from '@preact/signals';
import type { ReadonlySignal, Signal } from '@preact/signals';
import type { HostToPage } from '../../src/protocol/page-messages.ts';
import type { EngineQuestion } from '../../src/protocol/engine-questions.ts';
import { toggleIn } from '../open-parts.ts';
import { functionName } from '../words.ts';
import { sourceOf } from '../run.ts';
import type { Run } from '../run.ts';
import type { State } from '../state.ts';
import type { HostApi } from '../store.ts';
import { createAsking } from './asking.ts';
import type { Told, Wanted } from './asking.ts';
import { chosenFunction, followTop, subjectOf } from './subject.ts';
import type { Subject, SubjectChoice } from './subject.ts';

/** A stretch of a script. */
export interface TextRange {
  readonly script: number;
  readonly start: number;
  readonly end: number;
}

/** What of the page the engine's half builds on. */
export interface Surroundings {
  readonly run: ReadonlySignal<Run | undefined>;
  readonly version: ReadonlySignal<number>;
  readonly state: ReadonlySignal<State | undefined>;
  readonly cursor: ReadonlySignal<number>;
  /** How many bytecodes have run, where the moment is between two of them; -1: the very moment of the event. */
  readonly step: ReadonlySignal<number>;
  readonly dragging: ReadonlySignal<boolean>;
  readonly closedSections: ReadonlySignal<ReadonlySet<string>>;
  moveToStep(event: number, step: number): void;
}

type Tellings = { readonly [Name in Exclude<EngineQuestion, 'stepBytecode'>]: ReadonlySignal<Told<Name> | undefined> };

export interface Engine extends Tellings {
  readonly subject: ReadonlySignal<Subject | undefined>;
  /** The function that somebody chose; -1: the views follow what runs. */
  readonly chosenFunction: ReadonlySignal<number>;
  readonly chosenText: Signal<TextRange | undefined>;
  /** V8's offset of the instruction that somebody chose. */
  readonly chosenInstruction: Signal<number | undefined>;
  /** The number of the hidden class that somebody chose, and of the one that it is compared with. */
  readonly chosenShape: Signal<number | undefined>;
  readonly comparedShape: Signal<number | undefined>;
  /** The serial number of the object whose retaining path is shown. */
  readonly chosenObject: Signal<number | undefined>;
  /** Which phase of the marking is shown, from 0. */
  readonly markingPhase: Signal<number>;
  /** Parts of the views that the user opened or closed against what they are by themselves. */
  readonly toggled: Signal<ReadonlySet<string>>;
  isOpen(part: string, byItself: boolean): boolean;
  toggle(part: string): void;
  chooseText(range: TextRange): void;
  chooseFrame(frame: number): void;
  chooseFunction(functionIndex: number): void;
  chooseShape(shape: number | undefined): void;
  /** Everything follows what runs again, and nothing is marked. */
  chooseNothing(): void;
  /** Goes one bytecode on, or back. */
  stepBytecode(direction: 1 | -1): Promise<void>;
  receive(message: Extract<HostToPage, { type: 'answered' }>): void;
}

export function createEngine(page: Surroundings, host: HostApi, savedToggles: readonly string[]): Engine {
  const { run, version, state, cursor, step, dragging, closedSections } = page;
  const asking = createAsking((message) => host.postMessage(message));
  const choice = signal<SubjectChoice>(followTop);
  const chosenText = signal<TextRange | undefined>(undefined);
  const chosenInstruction = signal<number | undefined>(undefined);
  const chosenShape = signal<number | undefined>(undefined);
  const comparedShape = signal<number | undefined>(undefined);
  const chosenObject = signal<number | undefined>(undefined);
  const markingPhase = signal(0);
  const toggled = signal<ReadonlySet<string>>(new Set(savedToggles));

  const subject = computed(() => {
    void version.value;
    const drawn = run.value;
    return drawn === undefined || state.value === undefined ? undefined : subjectOf(drawn, state.value, choice.value);
  });
  const functionIndex = computed(() => subject.value?.functionIndex ?? -1);
  const isShown = (section: string): boolean => !closedSections.value.has(section);
  const isOpen = (part: string, byItself: boolean): boolean => byItself !== toggled.value.has(part);

  /** What is asked in the run that is shown, while the cursor rests; undefined where nothing is wanted. */
  const inRun = <What>(asked: () => What | false): Wanted<What> | undefined => {
    const generation = run.value?.generation;
    if (generation === undefined || dragging.value) return undefined;
    const what = asked();
    return what === false ? undefined : { generation, asked: what };
  };
  /** Where the cursor is. */
  const moment = (): { readonly event: number; readonly step: number } => ({ event: cursor.value, step: step.value });
  /** The function that is shown, as long as one of the sections is open. */
  const ofFunction = (...sections: readonly string[]): { readonly functionIndex: number } | false =>
    functionIndex.value >= 0 && sections.some(isShown) && { functionIndex: functionIndex.value };

  forgetWithRun(run, choice, [chosenText, chosenInstruction, chosenShape, comparedShape, chosenObject]);

  return {
    subject,
    chosenFunction: computed(() => {
      void version.value;
      return run.value === undefined ? -1 : chosenFunction(run.value, choice.value);
    }),
    chosenText,
    chosenInstruction,
    chosenShape,
    comparedShape,
    chosenObject,
    markingPhase,
    toggled,
    isOpen,
    toggle: (part) => toggleIn(toggled, part),
    pipeline: asking.ask('pipeline', () =>
      inRun(() => {
        const what = ofFunction('pipeline');
        return what && { ...what, event: cursor.value };
      }),
    ),
    wasmModules: asking.ask('wasmModules', () => inRun(() => isShown('pipeline') && moment())),
    tokens: asking.ask('tokens', () => inRun(() => isOpen('stage tokens', false) && ofFunction('pipeline'))),
    syntaxTree: asking.ask('syntaxTree', () => inRun(() => isOpen('stage tree', false) && ofFunction('pipeline'))),
    bytecode: asking.ask('bytecode', () => inRun(() => ofFunction('bytecode'))),
    frameState: asking.ask('frameState', () =>
      inRun(() => {
        const what = ofFunction('bytecode');
        return what && { ...what, nth: subject.value?.nth ?? -1, ...moment() };
      }),
    ),
    caches: asking.ask('caches', () =>
      inRun(() => {
        const what = ofFunction('caches');
        if (!what) return false;
        const nth = subject.value?.nth ?? -1;
        return { ...(isOpen('all caches', false) ? { functionIndex: -1, nth: -1 } : { ...what, nth }), ...moment() };
      }),
    ),
    // The pipeline ends with the function's tier.
    tiers: asking.ask('tiers', () => inRun(() => ofFunction('tiers', 'pipeline') && moment())),
    shapes: asking.ask('shapes', () =>
      inRun(() => isShown('shapes') && { all: isOpen('all shapes', false) ? 1 : 0, ...moment() }),
    ),
    heap: asking.ask('heap', () => inRun(() => isShown('heap') && moment())),
    references: asking.ask('references', () =>
      inRun(() => isShown('heap') && !isOpen(markingPart, false) && !isOpen(kindsPart, false) && moment()),
    ),
    retainingPath: asking.ask('retainingPath', () =>
      inRun(() => {
        const serial = chosenObject.value;
        if (serial === undefined || !isShown('heap')) return false;
        return { serial, marking: isOpen(markingPart, false) ? 1 : 0, ...moment() };
      }),
    ),
    marking: asking.ask('marking', () => inRun(() => isShown('heap') && isOpen(markingPart, false) && moment())),
    shapePair: asking.ask('shapePair', () =>
      inRun(() => {
        const first = chosenShape.value;
        if (first === undefined || !isShown('shapes')) return false;
        return { first, second: comparedShape.value ?? -1, ...moment() };
      }),
    ),
    chooseText(range) {
      chosenText.value = range;
      const { script, start, end } = range;
      host.postMessage({ v: 1, type: 'reveal', script, position: start, end: Math.max(start, end) });
    },
    chooseFrame(frame) {
      choice.value = frame === state.peek()?.frame ? followTop : { ...followTop, frame };
      chosenInstruction.value = undefined;
    },
    chooseFunction(index) {
      const name = run.peek() === undefined ? '' : functionName(run.peek()!, index);
      choice.value = { frame: -1, functionIndex: index, name };
      chosenInstruction.value = undefined;
    },
    chooseNothing() {
      choice.value = followTop;
      for (const chosen of [chosenText, chosenInstruction, chosenShape, comparedShape, chosenObject])
        chosen.value = undefined;
    },
    async stepBytecode(direction) {
      const generation = run.peek()?.generation;
      if (generation === undefined) return;
      const asked = { event: cursor.peek(), step: step.peek(), direction };
      const to = await asking.once('stepBytecode', { generation, asked });
      // What was chosen before is not what runs now.
      chosenInstruction.value = undefined;
      if (to !== undefined && run.peek()?.generation === generation) page.moveToStep(to.event, to.step);
    },
    chooseShape(shape) {
      // The one before is what it is compared with, until somebody wants another.
      if (shape !== undefined && chosenShape.value !== undefined && shape !== chosenShape.value)
        comparedShape.value = chosenShape.value;
      chosenShape.value = shape;
    },
    receive: (message) => asking.receive(message),
  };
}

/** The parts of the heap's view that show how it is marked, and how many objects of each kind there are. */
export const markingPart = 'heap marking';
export const kindsPart = 'heap kinds';

/** Offsets and numbers mean nothing in another run, nor do frames. */
function forgetWithRun(
  run: ReadonlySignal<Run | undefined>,
  choice: Signal<SubjectChoice>,
  choices: readonly Pick<Signal<unknown>, 'value'>[],
): void {
  let before: Run | undefined;
  effect(() => {
    if (run.value === before) return;
    before = run.value;
    choice.value = { ...choice.peek(), frame: -1 };
    for (const chosen of choices) chosen.value = undefined;
  });
}

/** The token at an offset, as far as the text alone tells. */
export function lexemeAt(run: Run, script: number, position: number): TextRange {
  const source = sourceOf(run, script) ?? '';
  const found = /^(?:[\p{ID_Start}$_#][\p{ID_Continue}$]*|\d[\w.]*|'[^']*'|"[^"]*"|`[^`]*`|[^\s\w]{1,3}?)/u.exec(
    source.slice(position, position + 200),
  );
  return { script, start: position, end: position + Math.max(found?.[0].length ?? 1, 1) };
}

/** Whether what is at an offset belongs to the chosen text. */
export function isLinked(range: TextRange | undefined, script: number, position: number): boolean {
  if (range === undefined || range.script !== script) return false;
  return range.start <= position && position < Math.max(range.end, range.start + 1);
}
