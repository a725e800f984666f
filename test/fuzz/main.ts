/**
 * `npm run fuzz -- [--count N] [--from N] [--seed N] [--kind NAME] [--program SEED] [--keep-going] [--words] [--undecided] [--out FOLDER]`: holds random programs
 * against real Node. Each failure is printed with the smallest program that shows it; the last line says how it went.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type FailedProgram, runCampaign } from './campaign.ts';
import { compare } from './compare.ts';
import { describeFailure } from './describe-failure.ts';
import { Judge } from './judge.ts';
import { type Kind, kindNames, kinds } from './kinds.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '20000' },
    from: { type: 'string', default: '0' },
    seed: { type: 'string', default: String(Math.floor(Date.now() / 1000)) },
    kind: { type: 'string' },
    program: { type: 'string' },
    judges: { type: 'string', default: '3' },
    'keep-going': { type: 'boolean', default: false },
    out: { type: 'string' },
    undecided: { type: 'boolean', default: false },
    words: { type: 'boolean', default: false },
  },
});
const kind = values.kind as Kind | undefined;
if (kind !== undefined && !kindNames.includes(kind)) {
  console.error(`No such kind of program: ${kind}. There are: ${kindNames.join(', ')}.`);
  process.exit(2);
}
if (values.program === undefined) await runMany();
else await runOne(kind ?? 'language', Number(values.program));

async function runMany(): Promise<void> {
  const count = Number(values.count);
  const from = Number(values.from);
  const seed = Number(values.seed);
  const part = from === 0 ? '' : ` from number ${from} on`;
  console.log(`${count} programs, seed ${seed}${part}`);
  const started = performance.now();
  const waiting: FailedProgram[] = [];
  const keepsGoing = values['keep-going'];
  const { programs, undecided, failures } = await runCampaign({
    count,
    from,
    seed,
    kind,
    judges: Number(values.judges),
    maxFailures: keepsGoing ? Infinity : 1,
    onFailure: (failed) => {
      waiting.push(failed);
      if (values.out !== undefined) keep(values.out, failed);
      if (keepsGoing) console.log(`${failed.kind} ${failed.programSeed}: ${failed.failure.summary.slice(0, 300)}`);
    },
    onUndecided: (of, programSeed, reason) => {
      if (values.undecided) console.log(`${of} ${programSeed}: ${reason}`);
    },
    onProgress: (done) => {
      if (done % 1000 === 0) console.log(`  ${done} programs, ${Math.round((performance.now() - started) / 1000)} s`);
    },
  });
  if (!keepsGoing) for (const failed of waiting) console.log(await describeSmallest(failed));
  const of = (wanted: string): number => failures.filter(({ failure }) => failure.kind === wanted).length;
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(
    `${programs} programs (seed ${seed}${part}): ${of('difference')} differences, ${of('hang')} hangs, ${of('host exception')} host exceptions; ${sum(undecided.values())} undecided; ${seconds} s`,
  );
  for (const [reason, times] of undecided) console.log(`  ${times} undecided: ${reason}`);
  process.exitCode = failures.length > 0 ? 1 : 0;
}

function sum(numbers: Iterable<number>): number {
  return Array.from(numbers).reduce((total, number) => total + number, 0);
}

async function runOne(of: Kind, programSeed: number): Promise<void> {
  const source = kinds[of].make(programSeed);
  const judge = new Judge();
  const verdict = await compare(judge, source);
  judge.close();
  console.log(
    typeof verdict === 'string'
      ? `${source}\n-- ${verdict}`
      : await describeSmallest({ kind: of, programSeed, source, failure: verdict }),
  );
}

async function describeSmallest(failed: FailedProgram): Promise<string> {
  const judge = new Judge();
  try {
    return await describeFailure(judge, failed);
  } finally {
    judge.close();
  }
}

function keep(folder: string, { kind: of, programSeed, source, failure }: FailedProgram): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `${of}-${programSeed}.js`), source);
  writeFileSync(path.join(folder, `${of}-${programSeed}.txt`), `${failure.expected}\n=====\n${failure.actual}`);
}
