// Tiers and deoptimisations of a committed set of programs, asked of the pinned Node with --single-threaded.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { optAnswer } from '../agreement/opt.ts';
import { nodeBinary } from './node-binary.ts';
import { deoptimizations } from './v8-opt/deoptimizations.ts';
import { elementAccesses } from './v8-opt/element-accesses.ts';
import { tierUps } from './v8-opt/tier-ups.ts';

interface Answer {
  readonly tier: string;
  /** In order: tier, reason, line and column. */
  readonly deopts: readonly string[];
}

/** Calls after which a small function is in Maglev, and in TurboFan. */
const forMaglev = 1500;
const forTurbofan = 16_000;

describe('tiers and deoptimisations', function () {
  this.timeout(120_000);

  it('go up as in V8', () => {
    const programs = Object.values(tierUps);
    const theirs = askNode(programs);
    const wrong = Object.keys(tierUps).flatMap((name, i) => {
      const { tier } = askUnderhood(programs[i]!);
      return tier === theirs[i]!.tier ? [] : [`${name}: ${theirs[i]!.tier} in V8, ${tier} here`];
    });
    assert.deepEqual(wrong, []);
  });

  it('agree wherever elements are accessed', () => {
    const programs = [forMaglev, forTurbofan].flatMap((calls) => elementAccesses.map((row) => programOf(row, calls)));
    const theirs = askNode(programs);
    const wrong = programs.flatMap((code, i) => {
      const [ours, expected] = [answerText(askUnderhood(code)), answerText(theirs[i]!)];
      return ours === expected ? [] : [`${code}\n  V8: ${expected}\n  here: ${ours}`];
    });
    assert.deepEqual(wrong, []);
  });

  it('agree on the tier for 95 % of what deoptimises, and on reason, tier and place with F1 above 0.92', () => {
    const programs = [
      ...deoptimizations.map((row) => programOf(row, forMaglev)),
      ...deoptimizations.filter((_, i) => i % 3 === 0).map((row) => programOf(row, forTurbofan)),
    ];
    const theirs = askNode(programs);
    const differences: string[] = [];
    let sameTier = 0;
    let common = 0;
    let total = 0;
    programs.forEach((code, i) => {
      const ours = askUnderhood(code);
      const expected = theirs[i]!;
      if (ours.tier === expected.tier) sameTier++;
      const left = [...ours.deopts];
      for (const deopt of expected.deopts) {
        const at = left.indexOf(deopt);
        if (at < 0) continue;
        left.splice(at, 1);
        common += 2;
      }
      total += ours.deopts.length + expected.deopts.length;
      if (ours.tier !== expected.tier || ours.deopts.join() !== expected.deopts.join())
        differences.push(`${code}\n  V8: ${answerText(expected)}\n  here: ${answerText(ours)}`);
    });
    const found = `tier ${sameTier} of ${programs.length}, F1 ${(common / total).toFixed(3)}\n${differences.join('\n')}`;
    if (process.env['SHOW_DIFFERENCES'] !== undefined) console.log(found);
    assert.ok(sameTier / programs.length >= 0.95, found);
    assert.ok(common / total >= 0.92, found);
  });
});

function programOf([declarations, hot, then]: (typeof deoptimizations)[number], calls: number): string {
  return `${declarations}\nfunction driver(n){for(let i=0;i<n;i++){${hot}}}\ndriver(${calls});\n${then};`;
}

function askUnderhood(code: string): Answer {
  const { tier, deopts } = optAnswer(code, 'f', true);
  return {
    tier: tier === 'baseline' ? 'interpreter' : tier,
    deopts: deopts.filter(({ fn }) => fn !== 'driver').map((deopt) => `${deopt.reason}@${deopt.line}:${deopt.col}`),
  };
}

function answerText({ tier, deopts }: Answer): string {
  return `${tier} ${deopts.join('; ')}`;
}

/**
 * The others run in contexts of their own, one after the other in one process: there hidden classes are fresh, but globals are
 * not V8's property cells, and protectors do not hold.
 */
const needsProcess = /\bvar |rototype|Math|Map\b|Array\b|setPrototypeOf|transfer|function\*? (?!f\(|driver\()|,,/;

function askNode(programs: readonly string[]): Answer[] {
  const answers: Answer[] = [];
  const together = programs.map((_, i) => i).filter((i) => !needsProcess.test(programs[i]!));
  const alone = programs.map((_, i) => i).filter((i) => needsProcess.test(programs[i]!));
  for (const group of [together, ...alone.map((i) => [i])]) {
    const found = askProcess(group.map((index) => ({ index, code: programs[index]! })));
    group.forEach((i, at) => (answers[i] = found[at]!));
  }
  return answers;
}

/** The driver stays in the interpreter. */
function askProcess(programs: readonly { readonly index: number; readonly code: string }[]): Answer[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'v8-opt-'));
  try {
    const file = path.join(folder, 'programs.json');
    const log = path.join(folder, 'v8.log');
    const asked = programs.map(({ index, code }) => ({
      index,
      code: code.replace(/^(driver\(\d+\);)/m, '%NeverOptimizeFunction(driver);$1'),
    }));
    writeFileSync(file, JSON.stringify(asked));
    const flags = ['--single-threaded', '--allow-natives-syntax', '--log-deopt', '--no-logfile-per-isolate'];
    const script = path.join(import.meta.dirname, 'v8-opt', 'ask-node.cjs');
    const printed = execFileSync(nodeBinary(), [...flags, `--logfile=${log}`, script, file], { encoding: 'utf8' });
    // Deoptimisations are printed, too.
    const tiers = JSON.parse(printed.split('\n').find((line) => line.startsWith('["'))!) as string[];
    const deopts = new Map(programs.map(({ index }) => [index, [] as string[]]));
    for (const line of readFileSync(log, 'utf8').split('\n')) {
      // With the position in what was inlined first.
      const found = /^code-deopt,.*?,(?:deopt-eager|dependency-change),<p(\d+)\.js:(\d+):(\d+)>.*?,([^,]+)$/.exec(line);
      if (found === null) continue;
      deopts.get(Number(found[1]))!.push(`${found[4]!.replace('\\x2C', ',')}@${found[2]}:${found[3]}`);
    }
    return programs.map(({ index }, at) => ({ tier: tiers[at]!, deopts: deopts.get(index)! }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
