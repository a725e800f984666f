/**
 * Tiers and deoptimisations: in which tier a function of a program ends, with V8's --single-threaded, and which code is
 * thrown away, why and where. In the isolated style the driver is never optimised.
 */
import {
  type Deoptimization,
  deoptimizeKinds,
  deoptimizeReasons,
  type FunctionTiering,
  type SharedFunctionInfo,
  type Tier,
} from '../../src/engine/index.ts';
import { Simulation } from '../../src/recorder/simulation.ts';
import { testEnvironment } from '../unit/run-program.ts';
import { type Metric, MetricCount, type Part } from './part.ts';

export interface Deopt {
  readonly kind: string;
  readonly reason: string;
  readonly fn: string;
  readonly tier: string;
  readonly line: number;
  readonly col: number;
}

export interface OptAnswer {
  readonly tier: string;
  readonly tiers: Readonly<Record<string, string>>;
  readonly compiled: readonly string[];
  readonly deopts: readonly Deopt[];
}

export interface OptRow extends OptAnswer {
  readonly id: string;
  readonly style: 'isolated' | 'plain';
  readonly rule: string;
  readonly f: string;
  readonly code: string;
}

export const optPart: Part = {
  name: 'opt',
  measure(corpus) {
    const rows = corpus.rows<OptRow>('opt.jsonl');
    const tiers = {
      isolated: new MetricCount('final tier, isolated', 97),
      plain: new MetricCount('final tier, plain loops', 90),
    };
    const all = new MetricCount('tiers of all functions');
    const compiled = new MetricCount('compilations in order');
    const byReason = new DeoptScore('deopts by function and reason, F1', 92);
    const byTier = new DeoptScore('and tier, F1');
    const byPlace = new DeoptScore('and line and column, F1', 85);
    for (const row of rows) {
      const ours = attempt(row);
      const text = (): string => differenceText(row, ours);
      tiers[row.style].count(row, ours.tier === row.tier, text);
      const names = Object.keys(row.tiers);
      all.count(
        row,
        names.every((name) => ours.tiers[name] === row.tiers[name]),
        text,
      );
      compiled.count(row, ours.compiled.join() === row.compiled.join(), text);
      byReason.add(row, ours, (deopt) => `${deopt.fn} ${deopt.reason}`, text);
      byTier.add(row, ours, (deopt) => `${deopt.fn} ${deopt.reason} ${deopt.tier}`, text);
      byPlace.add(row, ours, deoptText, text);
    }
    return [tiers.isolated, tiers.plain, all, compiled, byReason, byTier, byPlace];
  },
  show(corpus, id) {
    const row = corpus.rows<OptRow>('opt.jsonl').find((each) => each.id === id);
    if (row === undefined) return undefined;
    return `${row.code}\nV8: ${answerText(row)}\nours: ${answerText(attempt(row))}`;
  },
};

/** Twice what both have, of what the two have together: `agree` and `of` are those. */
class DeoptScore implements Metric {
  readonly name: string;
  readonly goal?: number;
  agree = 0;
  of = 0;
  readonly differences: { id: string; rule: string; text: string }[] = [];

  constructor(name: string, goal?: number) {
    this.name = name;
    if (goal !== undefined) this.goal = goal;
  }

  add(row: OptRow, ours: OptAnswer, key: (deopt: Deopt) => string, text: () => string): void {
    const left = ours.deopts.map(key);
    const total = left.length + row.deopts.length;
    let common = 0;
    for (const deopt of row.deopts) {
      const at = left.indexOf(key(deopt));
      if (at < 0) continue;
      left.splice(at, 1);
      common++;
    }
    this.agree += common * 2;
    this.of += total;
    if (common * 2 !== total) this.differences.push({ id: row.id, rule: row.rule, text: text() });
  }
}

const failed: OptAnswer = { tier: 'failed', tiers: {}, compiled: [], deopts: [] };

function attempt(row: OptRow): OptAnswer {
  try {
    return optAnswer(row.code, row.f, row.style === 'isolated');
  } catch (error) {
    return { ...failed, tier: String(error) };
  }
}

/** What the model says of a program. */
export function optAnswer(code: string, name: string, isIsolated: boolean): OptAnswer {
  let stderr = '';
  const environment = { ...testEnvironment, sourceKind: 'script', maxSteps: 100_000_000 } as const;
  const simulation = new Simulation({
    source: code,
    environment,
    recording: 'none',
    output: { write: (stream, text) => void (stream === 'stderr' && (stderr += text)) },
  });
  if (simulation.failure !== undefined) throw new Error(simulation.failure.message);
  const functions: FunctionTiering[] = [];
  const compiled: string[] = [];
  const deopts: Deopt[] = [];
  simulation.host.isolate.tiering.observer = {
    created(tiering) {
      functions.push(tiering);
      if (isIsolated && tiering.shared.name === 'driver') tiering.neverOptimize = true;
    },
    marked: () => {},
    baselineCompiled: () => {},
    deoptimized: (tiering, deoptimization) => deopts.push(deoptOf(tiering.shared, deoptimization)),
    compiled(tiering, { tier, osrLoop }) {
      // The corpus names functions that begin with a small letter.
      if (!/^[a-z]/.test(tiering.shared.name)) return;
      compiled.push(`${tiering.shared.name} ${tier.toUpperCase()}${osrLoop >= 0 ? ' OSR' : ''}`);
    },
  };
  simulation.advance();
  if (stderr !== '') throw new Error(stderr);
  const tiers: Record<string, string> = {};
  for (const tiering of functions) tiers[tiering.shared.name] = tierName(tiering.tier);
  return { tier: tiers[name] ?? 'interpreter', tiers, compiled, deopts };
}

function deoptOf(shared: SharedFunctionInfo, { kind, reason, code, sites }: Deoptimization): Deopt {
  const { source } = shared.script;
  const { offset } = sites[0]!;
  const start = source.lastIndexOf('\n', offset - 1) + 1;
  return {
    kind: deoptimizeKinds[kind],
    reason: deoptimizeReasons[reason],
    fn: shared.name,
    tier: code.tier.toUpperCase(),
    line: source.slice(0, start).split('\n').length,
    col: offset - start + 1,
  };
}

function tierName(tier: Tier): string {
  return tier === 'ignition' ? 'interpreter' : tier === 'sparkplug' ? 'baseline' : tier;
}

function deoptText({ kind, reason, fn, tier, line, col }: Deopt): string {
  return `${tier} ${kind} ${reason} ${fn}@${line}:${col}`;
}

function answerText({ tier, tiers, compiled, deopts }: OptAnswer): string {
  const all = Object.entries(tiers).map(([name, each]) => `${name} ${each}`);
  return `${tier} (${all.join(', ')}) [${compiled.join(', ')}] {${deopts.map(deoptText).join('; ')}}`;
}

function differenceText(row: OptRow, ours: OptAnswer): string {
  return `V8: ${answerText(row)} | ours: ${answerText(ours)}`;
}
