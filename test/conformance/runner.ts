/**
 * Runs many tests over several threads. A thread that says nothing for long, or dies, costs the test that it was at: the
 * rest of its list goes to a new thread.
 */
import { Worker } from 'node:worker_threads';
import type { Verdict } from './run-test.ts';

const listLength = 200;
const silence = 60_000;

export interface RunnerOptions {
  readonly root: string;
  readonly files: readonly string[];
  readonly threads: number;
  readonly onVerdict?: (done: number) => void;
}

export async function runAll({ root, files, threads, onVerdict }: RunnerOptions): Promise<Map<string, Verdict>> {
  const verdicts = new Map<string, Verdict>();
  const lists: string[][] = [];
  for (let start = 0; start < files.length; start += listLength) lists.push(files.slice(start, start + listLength));
  const note = (file: string, verdict: Verdict): void => {
    verdicts.set(file, verdict);
    onVerdict?.(verdicts.size);
  };
  const work = async (): Promise<void> => {
    for (let list = lists.shift(); list !== undefined; list = lists.shift()) {
      let rest = list;
      while (rest.length > 0) {
        const end = await runList(root, rest, note);
        rest = rest.filter((file) => !verdicts.has(file));
        const [culprit] = rest;
        if (culprit === undefined || end === undefined) break;
        note(culprit, end);
        rest = rest.slice(1);
      }
    }
  };
  await Promise.all(Array.from({ length: threads }, work));
  return verdicts;
}

/** How the first test that did not end made the thread end; undefined if all ended. */
function runList(
  root: string,
  files: readonly string[],
  note: (file: string, verdict: Verdict) => void,
): Promise<Verdict | undefined> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: { root, files },
      resourceLimits: { maxOldGenerationSizeMb: 1024, stackSizeMb: 4 },
    });
    let end: Verdict | undefined;
    let missing = files.length;
    const giveUp = (): void => {
      end = { kind: 'hang', reason: `silent for ${silence / 1000} s` };
      void worker.terminate();
    };
    let timer = setTimeout(giveUp, silence);
    worker.on('message', ({ file, verdict }: { file: string; verdict: Verdict }) => {
      clearTimeout(timer);
      timer = setTimeout(giveUp, silence);
      missing--;
      note(file, verdict);
    });
    worker.on('error', (error) => {
      end = { kind: 'crash', reason: String(error) };
    });
    worker.on('exit', (code) => {
      clearTimeout(timer);
      resolve(end ?? (missing > 0 ? { kind: 'crash', reason: `the thread ended with code ${code}` } : undefined));
    });
  });
}
