/** A sample of the findings that have evidence, each held against what the real V8 does at its place. */
import { AnalyzedProgram, analyzeProgram } from '../../src/hazards/analyzed-program.ts';
import { type Asked, confirmers } from './confirm.ts';
import type { DrivenRun } from './driven-run.ts';
import type { Probe } from './probes.ts';
import { realRun } from './real-run.ts';
import { type Sampled, sampleOf } from './sample.ts';

export interface Confirmation extends Sampled {
  readonly by: string;
  /** What V8 shows instead; undefined where it confirms the finding. */
  readonly objection: string | undefined;
}

/** Findings of the thread and the event loop are left out: V8 knows nothing of them. */
export function confirmSample(runs: readonly DrivenRun[], size: number, seed: number): readonly Confirmation[] {
  const candidates = runs.flatMap((run) =>
    run.findings
      .filter(({ hazard, count }) => count > 0 && confirmers[hazard] !== undefined)
      .map((finding) => ({ run, finding })),
  );
  const sample = sampleOf(candidates, size, seed);
  return [...Map.groupBy(sample, ({ run }) => run)].flatMap(([run, sampled]) => confirmAll(run, sampled));
}

function confirmAll(run: DrivenRun, sampled: readonly Sampled[]): readonly Confirmation[] {
  const { source, engine, file } = run;
  const program = analyzeProgram(source, 'commonjs', 'javascript');
  if (!(program instanceof AnalyzedProgram)) throw new Error(`${run.name} does not parse`);
  const probes: Probe[] = [];
  const asked = sampled.map(({ finding }) => {
    const question: Asked = { finding, program, engine };
    const probe = confirmers[finding.hazard]!.probe?.(question);
    return { question, probe: probe === undefined ? -1 : probes.push(probe) - 1 };
  });
  const real = realRun(file, source, probes);
  return asked.map(({ question, probe }) => {
    const { by, objection } = confirmers[question.finding.hazard]!;
    const passings = real.passings[probe] ?? [];
    const vectors = real.vectors.get(probe) ?? [];
    const why = objection({ ...question, real, passings, vectors });
    return { run, finding: question.finding, by, objection: why };
  });
}
