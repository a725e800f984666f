/** `npm run fuzz:browser -- [--count N] [--seed N] [--program SEED]`: holds random programs of turns against real Chromium. */
import { parseArgs } from 'node:util';
import { runBrowserCampaign } from './browser-campaign.ts';
import { browserTurnProgram } from './turn-programs.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '5000' },
    seed: { type: 'string', default: String(Math.floor(Date.now() / 1000)) },
    program: { type: 'string' },
  },
});
if (values.program === undefined) await runMany(Number(values.count), Number(values.seed));
else console.log(browserTurnProgram(Number(values.program)));

async function runMany(count: number, seed: number): Promise<void> {
  const started = performance.now();
  const seconds = (): number => Math.round((performance.now() - started) / 1000);
  let told = 0;
  const { programs, races, failures } = await runBrowserCampaign(count, seed, (done, found) => {
    for (const { programSeed, expected, actual } of found.slice(told))
      console.log(`program ${programSeed}\n-- in Chromium:\n${expected}-- in Underhood:\n${actual}`);
    told = found.length;
    if (done % 1000 === 0) console.log(`  ${done} programs, ${seconds()} s`);
  });
  console.log(
    `${programs} programs (seed ${seed}): ${failures.length} differences, ${races} races that Chromium decides either way; ${seconds()} s`,
  );
  process.exitCode = failures.length > 0 ? 1 : 0;
}
