/**
 * All hazards, and the one function that runs them: what the worker and the command line call after a run. Pure: the same
 * source and the same evidence give the same report.
 */
import type { AnyNode, SourceLanguage } from '../engine/index.ts';
import type { Finding, FreeForm, HazardReport } from '../protocol/findings.ts';
import type { DecidedSourceKind } from '../protocol/run.ts';
import { AnalyzedProgram, analyzeProgram } from './analyzed-program.ts';
import { argumentsCopyHazard } from './syntax/arguments-copy.ts';
import { argumentsHazard } from './syntax/arguments.ts';
import type { DetectedHazard, Hazard } from './define-hazard.ts';
import { deleteElementHazard } from './syntax/delete-element.ts';
import { deleteMapLikeHazard } from './syntax/delete-map-like.ts';
import { deleteHazard } from './syntax/delete.ts';
import { dictionaryElementsHazard } from './elements/dictionary-elements.ts';
import { holeyArrayHazard } from './elements/holey-array.ts';
import { mixedElementsHazard } from './elements/mixed-elements.ts';
import { outOfBoundsHazard } from './elements/out-of-bounds.ts';
import { evalHazard } from './syntax/eval.ts';
import type { HazardEvidence } from './evidence.ts';
import { forInArrayHazard } from './syntax/for-in-array.ts';
import { forInHazard } from './syntax/for-in.ts';
import { arithmeticHazard } from './functions/arithmetic.ts';
import { deoptLoopHazard } from './functions/deopt-loop.ts';
import { functionTooBigHazard } from './functions/function-too-big.ts';
import { polymorphicReturnHazard } from './functions/polymorphic-return.ts';
import { hoverMarkdown } from './hover-text.ts';
import { ignoredIn } from './ignore-comments.ts';
import { indirectEvalHazard } from './syntax/indirect-eval.ts';
import { mythAnswers } from './myths/myths.ts';
import { loopHazards } from './loop/loop-hazards.ts';
import { memoryHazards } from './memory/memory-hazards.ts';
import { shapeHazards } from './shapes/shape-hazards.ts';
import { seenAt } from './site-evidence.ts';
import type { Seen } from './site-evidence.ts';
import { withHazard } from './syntax/with.ts';

export const hazards: readonly Hazard[] = [
  evalHazard,
  indirectEvalHazard,
  withHazard,
  deleteHazard,
  deleteElementHazard,
  deleteMapLikeHazard,
  argumentsHazard,
  argumentsCopyHazard,
  forInHazard,
  forInArrayHazard,
  mixedElementsHazard,
  holeyArrayHazard,
  outOfBoundsHazard,
  dictionaryElementsHazard,
  arithmeticHazard,
  deoptLoopHazard,
  functionTooBigHazard,
  polymorphicReturnHazard,
  ...shapeHazards,
  ...loopHazards,
  ...memoryHazards,
];

export interface HazardOptions {
  /** As in the run's environment. */
  readonly sourceKind: DecidedSourceKind;
  /** JavaScript if not given. */
  readonly language?: SourceLanguage;
  /** The tree of the run, analysed: spares reading the text a second time. */
  readonly program?: AnyNode | undefined;
}

/** `evidence` is undefined where the file did not run: then the text alone speaks. A file that does not parse has no findings. */
export function analyzeHazards(
  source: string,
  evidence: HazardEvidence | undefined,
  options: HazardOptions = { sourceKind: 'commonjs' },
): HazardReport {
  const { sourceKind, language = 'javascript', program: tree } = options;
  const program =
    tree?.type === 'Program'
      ? new AnalyzedProgram(source, sourceKind, tree)
      : analyzeProgram(source, sourceKind, language);
  if (program === undefined) return { findings: [], freeForms: [] };
  const reports = hazards.map((hazard) => reportOf(hazard, program, evidence));
  const isIgnored = ignoredIn(source);
  const inOrder = (one: { start: number }, other: { start: number }): number => one.start - other.start;
  return {
    findings: reports
      .flatMap(({ findings }) => findings)
      .filter(({ hazard, start }) => !isIgnored(hazard, start))
      .sort(inOrder),
    freeForms: [...reports.flatMap(({ freeForms }) => freeForms), ...mythAnswers(program, evidence)].sort(inOrder),
  };
}

function reportOf(hazard: Hazard, program: AnalyzedProgram, evidence: HazardEvidence | undefined): HazardReport {
  const findings: Finding[] = [];
  const freeForms: FreeForm[] = [];
  const detected = hazard.detect(program, evidence);
  const sites = detected.map(({ site }) => site);
  const seen = seenAt(hazard.watches, sites, evidence);
  detected.forEach((place, index) => {
    const what = { ...seen[index]!, ...place.happened };
    judge(hazard, place, what, findings, freeForms);
  });
  return { findings, freeForms };
}

function judge(hazard: Hazard, place: DetectedHazard, seen: Seen, findings: Finding[], freeForms: FreeForm[]): void {
  const { start, end, shapes } = place;
  const judgement = place.judge(seen);
  if (judgement === undefined) return;
  if (judgement.kind === 'free') {
    freeForms.push({ hazard: hazard.id, start, end, hover: place.freeForm(seen) });
    return;
  }
  findings.push({
    hazard: hazard.id,
    start,
    end,
    severity: judgement.severity,
    message: place.message(seen),
    hover: hoverMarkdown(place.hover(seen)),
    count: seen.count,
    firstEvent: seen.firstEvent,
    related: place.related(seen),
    shapes,
    fixes: place.fixes(seen),
  });
}
