/** Many random programs of a browser's turns, each held against real Chromium. What they are follows from one seed. */
import fc from 'fast-check';
import { runInBrowserRuntime } from '../../oracle/run-in-browser-runtime.ts';
import { isRace } from '../races.ts';
import { type FramesJudge, startFramesJudge } from './frames-judge.ts';
import { browserTurnProgram } from './turn-programs.ts';

export interface BrowserFailure {
  readonly programSeed: number;
  readonly source: string;
  readonly expected: string;
  readonly actual: string;
}

export interface BrowserCampaign {
  readonly programs: number;
  /** Chromium itself printed them in more than one order. */
  readonly races: number;
  readonly failures: readonly BrowserFailure[];
}

const atOnce = 40;
/** The longest timer that programs set, and what frames and idle time may take. */
const lasts = 150;
const attempts = 4;

export async function runBrowserCampaign(
  count: number,
  seed: number,
  onProgress: (done: number, failures: readonly BrowserFailure[]) => void = () => undefined,
): Promise<BrowserCampaign> {
  const seeds = fc.sample(fc.noBias(fc.nat()), { seed, numRuns: count });
  const judge = await startFramesJudge();
  const failures: BrowserFailure[] = [];
  let races = 0;
  try {
    for (let first = 0; first < count; first += atOnce) {
      const batch = seeds.slice(first, first + atOnce);
      const sources = batch.map(browserTurnProgram);
      const printed = await judge.print(sources, lasts);
      for (const [index, source] of sources.entries()) {
        const { text } = runInBrowserRuntime(source);
        const actual = byChannel(text.split('\n').slice(0, -1));
        const expected = byChannel(printed[index]!);
        if (actual === expected) continue;
        const verdict = await decide(judge, source, expected, actual);
        if (verdict === 'race') races++;
        else if (verdict !== 'same') failures.push({ programSeed: batch[index]!, source, expected: verdict, actual });
      }
      onProgress(Math.min(count, first + atOnce), failures);
    }
  } finally {
    await judge.close();
  }
  return { programs: count, races, failures };
}

/** Alone and several times: on a busy machine timers slip into each other. Otherwise: what it prints each time. */
async function decide(judge: FramesJudge, source: string, before: string, actual: string): Promise<string> {
  const theirs = [before];
  for (let attempt = 0; attempt < attempts; attempt++) {
    const [lines] = await judge.print([source], lasts);
    const text = byChannel(lines!);
    if (text === actual) return 'same';
    theirs.push(text);
  }
  return isRace(theirs, [actual]) ? 'race' : theirs.at(-1)!;
}

/** The lines of each channel in their order, one channel behind the other. */
function byChannel(lines: readonly string[]): string {
  const channels = Map.groupBy(lines, (line) => line.slice(0, line.indexOf(':')));
  return [...channels.keys()]
    .sort()
    .map((name) => `${channels.get(name)!.join('\n')}\n`)
    .join('');
}
