/** A thread of the runner: runs the tests of a list, one after the other, and says how each ended. */
import { parentPort, workerData } from 'node:worker_threads';
import { runTest } from './run-test.ts';

interface Work {
  readonly root: string;
  readonly files: readonly string[];
}

const port = parentPort!;
const { root, files } = workerData as Work;
for (const file of files) port.postMessage({ file, verdict: runTest(root, file) });
