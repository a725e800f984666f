/**
 * What the honesty switch says of our example programs: those for readers and those of each hazard, in the Node that runs this.
 *   npm run verify -- [--list]
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { simulatedClaims } from '../../src/cli/verify.ts';
import { hazards } from '../../src/hazards/registry.ts';
import { type Comparison, countVerdicts } from '../../src/verify/compare.ts';
import { tableOf } from '../../src/verify/report.ts';
import { verifyRun } from '../../src/verify/verify.ts';
import { nodeBinary } from '../oracle/node-binary.ts';

const examples = path.resolve(import.meta.dirname, '..', '..', 'media', 'examples');
const folder = mkdtempSync(path.join(tmpdir(), 'verify-examples-'));
try {
  const all: Comparison[] = [];
  let programs = 0;
  for (const { name, source } of sources()) {
    const file = path.join(folder, name);
    writeFileSync(file, source);
    const claims = simulatedClaims(file, source, 5_000_000);
    // A limit ends what would go on for ever: then V8's end is no measure.
    if (typeof claims === 'string' || claims.isCut) continue;
    const verified = await verifyRun(claims, { node: nodeBinary(), file, timeoutMs: 20_000 });
    if (!verified.ok) throw new Error(`${name}: ${verified.problem}`);
    programs++;
    all.push(...verified.run.comparisons);
    if (process.argv.includes('--list')) {
      const table = tableOf(verified.run, false);
      if (table !== '') process.stdout.write(`${name}\n${table}`);
    }
  }
  for (const kind of ['cache', 'deoptimization', 'dictionary', 'elements', undefined] as const) {
    const { agreed, differed, notObserved } = countVerdicts(
      all.filter((each) => kind === undefined || each.kind === kind),
    );
    const share = agreed + differed === 0 ? '' : `${((agreed / (agreed + differed)) * 100).toFixed(1)} %`;
    console.log(
      `${(kind ?? `all, ${programs} programs`).padEnd(20)} ${`${agreed} of ${agreed + differed} agreed`.padEnd(22)} ${share.padStart(8)}  ${notObserved} not observed`,
    );
  }
} finally {
  rmSync(folder, { recursive: true });
}

function* sources(): Iterable<{ name: string; source: string }> {
  for (const name of readdirSync(examples).filter((each) => /\.m?js$/.test(each)))
    yield { name, source: readFileSync(path.join(examples, name), 'utf8') };
  for (const { id, examples: each } of hazards) {
    const both = [...each.bad, ...each.good];
    for (const [index, { source }] of both.entries()) yield { name: `${id}-${index + 1}.js`, source };
  }
}
