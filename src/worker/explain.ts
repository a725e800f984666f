/** What the page about a hazard shows: its words, and a run of each of two versions of a program. */
import { collectEvidence } from '../hazards/evidence.ts';
import { analyzeHazards, hazards } from '../hazards/registry.ts';
import type { EngineEvidence } from '../recorder/evidence/engine-evidence.ts';
import { eventTypeIds } from '../protocol/events.ts';
import type { HazardExplanation, VersionOutcome } from '../protocol/explanation.ts';
import type { LogChunk } from '../protocol/log.ts';
import type { RunEnvironment } from '../protocol/run.ts';
import { Simulation } from '../recorder/simulation.ts';

/**
 * Enough to be hot, little enough to run at every keystroke. What repeats for ever, as examples about memory do, is watched for
 * five minutes of virtual time.
 */
const limits = { maxSteps: 1_000_000, maxEvents: 200_000, maxVirtualMs: 300_000 } as const;
const maxLines = 50;

/** Without versions of the user's the hazard's first examples are compared; undefined: there is no such hazard. */
export function explain(
  id: string,
  versions: { readonly before: string; readonly after: string } | undefined,
): HazardExplanation | undefined {
  const hazard = hazards.find((each) => each.id === id);
  if (hazard === undefined) return undefined;
  const { title, docs, examples, runtime } = hazard;
  const before = versions?.before ?? examples.bad[0]?.source ?? '';
  const after = versions?.after ?? examples.good[0]?.source ?? '';
  return { id, title, docs, before: outcomeOf(id, before, runtime), after: outcomeOf(id, after, runtime) };
}

function outcomeOf(hazard: string, source: string, runtime: RunEnvironment['runtime']): VersionOutcome {
  const printed: string[] = [];
  const environment: RunEnvironment = {
    runtime,
    sourceKind: 'auto',
    fileName: '/example.js',
    seed: 1,
    startTime: 0,
    timeZone: 'UTC',
    locale: 'en-US',
    ...limits,
  };
  const output = { write: (_stream: 'stdout' | 'stderr', text: string) => void printed.push(text) };
  const simulation = new Simulation({ source, environment, recording: 'log', output });
  const { failure } = simulation;
  if (failure !== undefined) {
    const problem = `Line ${failure.line}: ${failure.message}`;
    return { source, console: [], problem, findings: [], facts: noFacts };
  }
  simulation.advance();
  const { steps, virtualMs, outcome, limit, message, error } = simulation.summary();
  const isWhole = outcome === 'completed' || limit === 'virtualTime';
  const log = simulation.log.all();
  const engine = simulation.engineEvidence()!;
  const { sourceKind, program } = simulation;
  const { findings } = analyzeHazards(source, collectEvidence([log], engine), { sourceKind, program });
  return {
    source,
    console: printed.join('').split('\n').slice(0, maxLines),
    problem: isWhole ? undefined : (message ?? error ?? 'It ended with an error.'),
    findings: findings.filter((finding) => finding.hazard === hazard),
    facts: { bytecodes: steps, virtualMs, ...engineFacts(engine), ...eventFacts(log) },
  };
}

const noFacts = {
  bytecodes: 0,
  deoptimizations: 0,
  polymorphicSites: 0,
  megamorphicSites: 0,
  dictionaries: 0,
  virtualMs: 0,
} as const;

function engineFacts({ sites }: EngineEvidence) {
  const inState = (state: string): number => sites.filter((site) => site.state === state && isAccess(site.kind)).length;
  return {
    polymorphicSites: inState('POLYMORPHIC'),
    megamorphicSites: inState('MEGAMORPHIC'),
  };
}

function isAccess(kind: string): boolean {
  return /^(?:Load|Set|Define|Store|Has)/.test(kind);
}

function eventFacts({ type }: LogChunk) {
  let deoptimizations = 0;
  let dictionaries = 0;
  for (const id of type) {
    if (id === eventTypeIds.deoptimized) deoptimizations++;
    if (id === eventTypeIds.dictionaryMode) dictionaries++;
  }
  return { deoptimizations, dictionaries };
}
