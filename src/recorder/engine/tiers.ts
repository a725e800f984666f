/** The tiers of a moment: where each function stands, how it came there, what its budget is for. V8: --trace-opt, --trace-deopt. */
import {
  budgetPurposes,
  type Deoptimization,
  deoptimizationText,
  type FeedbackCell,
  FunctionTiering,
  keyToDisplay,
  type TieringThresholds,
  tiers,
} from '../../engine/index.ts';
import type { FunctionTierView, TiersView, TierStepView } from '../../protocol/engine-views.ts';
import { CallFlag, eventTypeIds } from '../../protocol/events.ts';
import type { LogChunk } from '../../protocol/log.ts';
import type { CapturedMoment } from '../moment/inspection.ts';
import type { RecordedRun } from '../recorded-run.ts';
import { countBefore, lastEventAt } from '../stops/hits.ts';
import { type EngineWatch, type NotedTierStep, watchOf } from './engine-watch.ts';
import type { FunctionStages } from './function-stages.ts';

const maxFunctions = 1_000;
const maxSteps = 60;

export function tiersAt(run: RecordedRun, stages: FunctionStages, moment: CapturedMoment): TiersView | undefined {
  const isolate = moment.standing?.isolate;
  const watch = isolate === undefined ? undefined : watchOf(isolate);
  const { recorder } = run.simulation;
  if (isolate === undefined || watch === undefined || recorder === undefined) return undefined;
  const calls = callSteps(run.log);
  const noted = Map.groupBy(watch.tierSteps, ({ tiering }) => tiering.shared);
  const byFunction = Map.groupBy(watch.functions, ({ shared }) => shared);
  const views: FunctionTierView[] = [];
  for (const [shared, prepared] of byFunction) {
    const functionIndex = recorder.functionIndex(shared);
    const cell = hottest(prepared.map((each) => each.cell));
    if (functionIndex < 0 || cell === undefined) continue;
    const tiering = cell.tiering as FunctionTiering;
    const stepsOfCalls = calls.get(functionIndex) ?? [];
    const own = noted.get(shared) ?? [];
    const callsBy = (step: number): number => countBefore(stepsOfCalls, step, true);
    views.push({
      functionIndex,
      tier: tiering.tier,
      ...(tiering.request === undefined ? {} : { request: tiering.request }),
      hasBaselineCode: tiering.hasBaselineCode,
      calls: callsBy(isolate.steps),
      budget: {
        left: Math.max(cell.interruptBudget, 0),
        of: Math.max(tiering.budget, cell.interruptBudget),
        purpose: budgetPurposes[tiering.purpose],
      },
      bytes: shared.bytecode?.length ?? 0,
      deopts: own.filter(({ kind }) => kind === 'deoptimized').length,
      steps: {
        items: own.slice(-maxSteps).map((each) => stepView(run, stages, watch, each, callsBy)),
        total: own.length,
      },
    });
  }
  views.sort((a, b) => tiers.indexOf(b.tier) - tiers.indexOf(a.tier) || b.calls - a.calls);
  const { thresholds } = isolate.tiering;
  return {
    scale: run.simulation.options.environment.tierBudgets ?? 'real',
    ...tierNumbers(thresholds),
    functions: { items: views.slice(0, maxFunctions), total: views.length },
  };
}

/** Which tiers the simulated engine has, and what leads to them. */
function tierNumbers(thresholds: TieringThresholds): Omit<TiersView, 'scale' | 'functions'> {
  const { hasSparkplug, hasMaglev, hasTurbofan, budgetPerInvocation } = thresholds;
  const has = { ignition: true, sparkplug: hasSparkplug, maglev: hasMaglev, turbofan: hasTurbofan };
  return {
    tiers: tiers.filter((tier) => has[tier]),
    ...(hasMaglev ? { maglevCalls: thresholds.invocationCountForMaglev } : {}),
    ...(hasTurbofan && budgetPerInvocation ? { turbofanCalls: thresholds.invocationCountForTurbofan } : {}),
    ...(hasTurbofan && !budgetPerInvocation ? { tickBytes: thresholds.interruptBudget } : {}),
  };
}

/** Of the closures of one function that have feedback of their own: the one that went furthest. */
function hottest(cells: readonly FeedbackCell[]): FeedbackCell | undefined {
  const rank = ({ tiering }: FeedbackCell): number => tiers.indexOf((tiering as FunctionTiering).tier);
  return cells.filter(({ tiering }) => tiering instanceof FunctionTiering).sort((a, b) => rank(b) - rank(a))[0];
}

function stepView(
  run: RecordedRun,
  stages: FunctionStages,
  watch: EngineWatch,
  noted: NotedTierStep,
  callsBy: (step: number) => number,
): TierStepView {
  const { kind, step, tier } = noted;
  return {
    kind,
    event: Math.max(lastEventAt(run.log, step), 0),
    calls: callsBy(step),
    ...(tier === undefined ? {} : { tier }),
    ...reasonOf(run, stages, watch, noted),
  };
}

type Reason = Pick<TierStepView, 'reason' | 'position' | 'script'>;

function reasonOf(run: RecordedRun, stages: FunctionStages, watch: EngineWatch, noted: NotedTierStep): Reason {
  const { kind, deoptimization, tiering, step } = noted;
  const none = { reason: '', position: -1, script: -1 };
  if (kind === 'reset')
    return { ...none, ...causeOfReset(stages, watch, tiering, step), script: scriptOf(run, tiering) };
  if (deoptimization === undefined) return none;
  // Of a broken assumption it is of interest who broke it.
  const { cause, sites } = deoptimization;
  const site = cause ?? sites[0];
  const how = deoptimizationWords[deoptimization.kind];
  const words = `${deoptimizationText(deoptimization, run.simulation.host.isolate.profile)} (${how})`;
  if (site === undefined) return { ...none, reason: words };
  return { reason: words, position: site.offset, script: run.simulation.recorder!.indexOfScript(site.shared.script) };
}

/** Eager: here; of a dependency: from elsewhere. */
const deoptimizationWords: Readonly<Record<Deoptimization['kind'], string>> = {
  eager: 'eager: a check failed',
  dependency: 'lazy: something that it relied on changed here',
  lazy: 'lazy: found when the frame was returned to',
};

function scriptOf(run: RecordedRun, { shared }: FunctionTiering): number {
  return run.simulation.recorder!.indexOfScript(shared.script);
}

/** The site of the function whose inline cache learned something at that very bytecode. */
function causeOfReset(
  stages: FunctionStages,
  watch: EngineWatch,
  { shared }: FunctionTiering,
  step: number,
): { readonly reason: string; readonly position: number } {
  const miss = watch.transitions.findLast((each) => each.step === step && each.vector.shared === shared);
  if (miss === undefined) return { reason: 'an inline cache learned something', position: -1 };
  const { slot, key, to } = miss;
  const site = stages.listingOf(shared).instructions.find(({ slots }) => slots.includes(slot));
  return { reason: `.${keyToDisplay(key)} became ${to}`, position: site?.position ?? -1 };
}

/** By function: after how many bytecodes each of its calls began. */
function callSteps({ type, a, b, step }: LogChunk): Map<number, number[]> {
  const result = new Map<number, number[]>();
  for (let event = 0; event < type.length; event++) {
    if (type[event] !== eventTypeIds.call || (b[event]! & (CallFlag.resume | CallFlag.builtin)) !== 0) continue;
    const steps = result.get(a[event]!);
    if (steps === undefined) result.set(a[event]!, [step[event]!]);
    else steps.push(step[event]!);
  }
  return result;
}
