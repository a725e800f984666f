// The suite in the web worker extension host, with mocha's browser build (which makes `mocha` global).
import 'mocha';
import { runAndReport } from './suite.ts';

export async function runSuite(importTests: () => Promise<void>): Promise<void> {
  mocha.setup({ ui: 'bdd', color: false, timeout: 30_000, reporter: 'spec' });
  await importTests();
  await runAndReport(
    (done) => mocha.run(done),
    () => {},
  );
}
