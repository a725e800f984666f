/** One program in Underhood's browser runtime: what it prints on the console, errors that nobody handled among it. */
import { runInProcess } from '../../src/cli/run-in-process.ts';
import { withoutFrames } from './chromium.ts';

export interface BrowserRun {
  readonly text: string;
  /** In virtual ms. */
  readonly lasted: number;
}

export function runInBrowserRuntime(source: string, fileName = '/program.js', maxSteps = 20_000_000): BrowserRun {
  const environment = {
    runtime: 'browser',
    sourceKind: 'script',
    fileName,
    engine: 'chrome',
    seed: 1,
    startTime: Date.UTC(2026, 0, 1, 12),
    timeZone: 'UTC',
    locale: 'en-US',
    maxSteps,
    maxEvents: Infinity,
    maxVirtualMs: 3_600_000,
  } as const;
  let text = '';
  const write = (_stream: 'stdout' | 'stderr', chunk: string): void => {
    text += chunk;
  };
  const { json } = runInProcess(source, environment, true, { write });
  return { text: withoutFrames(text), lasted: json?.virtualMs ?? 0 };
}
