// The suite in the Node extension host. The tests are imported after mocha's `describe` and `it` are global. The record also
// goes into the file named by UNDERHOOD_SUITE_RECORD: a desktop VS Code has no page whose console could be read.
import Mocha from 'mocha';
import { writeFileSync } from 'node:fs';
import { runAndReport } from './suite.ts';

export async function runSuite(importTests: () => Promise<void>): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', color: false, timeout: 30_000, reporter: 'spec' });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await importTests();
  await runAndReport(
    (done) => mocha.run(done),
    (record) => {
      const file = process.env['UNDERHOOD_SUITE_RECORD'];
      if (file !== undefined) writeFileSync(file, JSON.stringify(record));
    },
  );
}
