/** Answers to what the engine half of the page asks: static stages of functions, and the engine's state at a moment. */
import type { EngineQuestion, FlatMoment } from '../../protocol/engine-questions.ts';
import type { Answers } from '../../protocol/questions.ts';
import type { CapturedMoment } from '../moment/inspection.ts';
import type { RecordedRun } from '../recorded-run.ts';
import { positionOf } from '../stops/hits.ts';
import { cachesAt } from './caches.ts';
import { frameState } from './frame-state.ts';
import { heapAt } from './heap.ts';
import { FunctionStages } from './function-stages.ts';
import { graphAt, markingAt, markingView } from './marking-view.ts';
import { steppingAnswers } from '../stepping/stepping-answers.ts';
import { keptAt, keptInMarking } from './retaining-path.ts';
import { shapeDetails, shapesAt } from './shapes.ts';
import { tiersAt } from './tiers.ts';
import { wasmModulesAt } from './wasm-modules.ts';

export function engineAnswers(run: RecordedRun): Pick<Answers, EngineQuestion> {
  const stages = new FunctionStages(run);
  const stepping = steppingAnswers(run);
  return {
    pipeline: ({ functionIndex, event }) => ({ pipeline: stages.pipeline(functionIndex, event) }),
    wasmModules: (moment) => ({ modules: wasmModulesAt(momentOf(run, moment)) }),
    tokens: ({ functionIndex }) => stages.tokens(functionIndex),
    syntaxTree: ({ functionIndex }) => stages.syntaxTree(functionIndex),
    bytecode: ({ functionIndex }) => ({ bytecode: stages.bytecode(functionIndex) }),
    caches: ({ functionIndex, nth, ...moment }) => ({
      caches: cachesAt(run, stages, momentOf(run, moment), { functionIndex, nth }),
    }),
    stepBytecode: ({ event, step, direction }) => {
      const { stop } = stepping.step({
        moment: step < 0 ? { event } : { event, step },
        kind: direction < 0 ? 'back' : 'in',
        granularity: 'instruction',
        conditions: { breakpoints: [], functions: [], instructions: [], data: [], events: [] },
      });
      return { event: stop.moment.event, step: stop.moment.step ?? -1 };
    },
    shapes: ({ all, ...moment }) => ({ shapes: shapesAt(run, momentOf(run, moment), all === 1) }),
    shapePair: ({ first, second, ...flat }) => {
      const moment = momentOf(run, flat);
      return { first: shapeDetails(run, moment, first), second: shapeDetails(run, moment, second) };
    },
    heap: (moment) => ({ heap: heapAt(run, momentOf(run, moment)) }),
    references: (moment) => ({ graph: graphAt(run, momentOf(run, moment).standing?.isolate) }),
    retainingPath: ({ serial, marking, ...moment }) =>
      marking === 1
        ? keptInMarking(run, markingAt(run, moment), serial)
        : keptAt(run, momentOf(run, moment).standing?.isolate, serial),
    marking: (moment) => ({ marking: markingView(run, markingAt(run, moment)) }),
    tiers: (moment) => ({ tiers: tiersAt(run, stages, momentOf(run, moment)) }),
    frameState: ({ functionIndex, nth, ...moment }) => ({ frame: frameOf(momentOf(run, moment), functionIndex, nth) }),
  };
}

/** Between two bytecodes, where the moment is one: only there the accumulator is known. `step` -1: the event's own moment. */
function momentOf(run: RecordedRun, { event, step }: FlatMoment): CapturedMoment {
  const position = step >= 0 ? step : positionOf(run.log, { event });
  return run.at(Number.isInteger(position) ? { event, step: position } : { event });
}

/** The frames of a function, counted from the outermost: the log and a replay agree on those below. */
function frameOf(moment: CapturedMoment, functionIndex: number, nth: number): ReturnType<typeof frameState> {
  let left = nth;
  for (let index = moment.frames.length - 1; index >= 0; index--)
    if (moment.frames[index]!.functionIndex === functionIndex && left-- === 0) return frameState(moment, index);
  return undefined;
}
