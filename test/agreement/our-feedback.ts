/** Runs a program as a classic script and says what its inline caches did and its feedback vectors hold. */
import {
  callScript,
  feedbackCellOf,
  framePosition,
  icStates,
  type IcTransition,
  installBuiltins,
  Isolate,
  JSObject,
  keyToDisplay,
  lineAndColumn,
  lookupOwn,
  parseScriptUnit,
  PropertyLookup,
  QuietListener,
  sharedFunctionInfoOf,
  slotKindName,
  flagsOf,
} from '../../src/engine/index.ts';
import { type FeedbackAnswer, type FeedbackProgram, IcSites, type SlotAnswer } from './feedback-answer.ts';

export function ourFeedback({ code, functions }: FeedbackProgram): FeedbackAnswer {
  const isolate = new Isolate(
    {
      seed: 1,
      now: () => 0,
      timeZone: 'UTC',
      locale: 'en',
      statements: false,
      maxSteps: 50_000_000,
      v8Flags: flagsOf(['--no-lazy-feedback-allocation']),
    },
    installBuiltins,
  );
  const listener = new IcListener(isolate);
  isolate.listener = listener;
  const script = isolate.addScript('program.js', 'main', code);
  const unit = parseScriptUnit(script);
  if (!unit.ok) throw new Error(unit.error.message);
  callScript(isolate, isolate.newClosure(sharedFunctionInfoOf(unit.literal, script), undefined));
  for (let task = isolate.microtasks.shift(); task !== undefined; task = isolate.microtasks.shift())
    isolate.runMicrotask(task);
  const vectors = new Map<string, readonly SlotAnswer[]>();
  for (const name of functions) {
    const slots = slotsOf(isolate, name);
    if (slots !== undefined) vectors.set(name, slots);
  }
  return { sites: listener.sites.all(), vectors };
}

class IcListener extends QuietListener {
  readonly sites = new IcSites();
  private readonly isolate: Isolate;

  constructor(isolate: Isolate) {
    super();
    this.isolate = isolate;
  }

  override icTransition({ type, from, to, key, modifier }: IcTransition): void {
    const frame = this.isolate.currentFrame!;
    const { line, column } = lineAndColumn(frame.shared.script, framePosition(frame));
    this.sites.add(line, column, type, keyToDisplay(key), icStates[from].mark, icStates[to].mark, modifier);
  }
}

function slotsOf(isolate: Isolate, name: string): SlotAnswer[] | undefined {
  const { globalObject, scriptContextTable } = isolate.mainRealm;
  const inScript = scriptContextTable.get(name);
  const found = new PropertyLookup();
  const value =
    inScript === undefined
      ? lookupOwn(found, globalObject, name)
        ? found.value
        : undefined
      : inScript.context.slots[inScript.slot];
  if (!(value instanceof JSObject)) return undefined;
  const { vector } = feedbackCellOf(value);
  if (vector === undefined) return undefined;
  return vector.kinds.flatMap((kind, slot) =>
    kind === 'Second' ? [] : [[slot, slotKindName(kind), vector.state(slot)] as const],
  );
}
