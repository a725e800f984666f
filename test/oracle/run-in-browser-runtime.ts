/** One program in Underhood's browser runtime: what it prints on the console, errors that nobody handled among it. */
import { existsSync, readFileSync } from 'node:fs';
import { runInProcess } from '../../src/cli/run-in-process.ts';
import type { FileView } from '../../src/host/loading/files.ts';
import { fixtureFileName } from '../../src/host/network/fixtures.ts';
import { withoutFrames } from './chromium.ts';

export interface BrowserRun {
  readonly text: string;
  /** In virtual ms. */
  readonly lasted: number;
}

/** `network`: the fixtures beside the program. */
export function runInBrowserRuntime(
  source: string,
  fileName = '/program.js',
  maxSteps = 20_000_000,
  network?: string,
): BrowserRun {
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
  const files: FileView = {
    lookup: (path) =>
      path === `/${fixtureFileName}` && network !== undefined ? { kind: 'file', text: network } : { kind: 'missing' },
  };
  const { json } = runInProcess(source, environment, true, { write }, files);
  return { text: withoutFrames(text), lasted: json?.virtualMs ?? 0 };
}

export interface BrowserProgram {
  readonly source: string;
  /** Its network fixtures: `NAME.network.json` beside `NAME.js`. */
  readonly network: string | undefined;
}

export function readBrowserProgram(file: string): BrowserProgram {
  const fixtures = file.replace(/\.js$/, '.network.json');
  return {
    source: readFileSync(file, 'utf8'),
    network: existsSync(fixtures) ? readFileSync(fixtures, 'utf8') : undefined,
  };
}

export function runBrowserProgram({ source, network }: BrowserProgram): BrowserRun {
  return runInBrowserRuntime(source, undefined, undefined, network);
}
