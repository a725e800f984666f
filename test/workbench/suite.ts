// The mocha suite inside the extension host, as far as it is the same in both kinds of host. The workbench reports exit code
// 0 even when the host dies in the middle, so the runner believes only the closing record that is printed here.

interface Outcome {
  readonly title: string;
  readonly state: 'passed' | 'failed' | 'skipped';
  readonly error?: string;
}

/** What the runner outside reads: which host the suite really ran in, and every test. */
export interface SuiteRecord {
  readonly host: 'node' | 'web';
  readonly results: readonly Outcome[];
}

/** Runs what is loaded in mocha and reports it; rejects when a test failed, as the workbench expects. */
export async function runAndReport(
  runMocha: (done: (failures: number) => void) => Mocha.Runner,
  report: (record: SuiteRecord) => void,
): Promise<void> {
  const results: Outcome[] = [];
  const failures = await new Promise<number>((resolve) => {
    const runner = runMocha(resolve);
    runner.on('pass', (test) => results.push({ title: test.fullTitle(), state: 'passed' }));
    runner.on('pending', (test) => results.push({ title: test.fullTitle(), state: 'skipped' }));
    runner.on('fail', (test, error: Error) => {
      results.push({ title: test.fullTitle(), state: 'failed', error: error.stack ?? error.message });
    });
  });
  const record: SuiteRecord = { host: 'importScripts' in globalThis ? 'web' : 'node', results };
  report(record);
  console.log(`@@suite ${JSON.stringify(record)}`);
  if (failures > 0) throw new Error(`${failures} tests failed`);
}
