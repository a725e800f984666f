// Mocha's usual output, and the counts in the file named by UNDERHOOD_REPORT. The file is written at the very end, so a
// process that dies before has no result and counts as failed.
const { mkdirSync, writeFileSync } = require('node:fs');
const { dirname } = require('node:path');
const Mocha = require('mocha');

module.exports = class extends Mocha.reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once('end', () => {
      const { passes, failures, pending } = this.stats;
      const counts = { passed: passes, failed: failures, skipped: pending };
      const report = process.env.UNDERHOOD_REPORT;
      if (!report) return;
      // The folder is temporary: somebody may have tidied up meanwhile.
      mkdirSync(dirname(report), { recursive: true });
      writeFileSync(report, JSON.stringify(counts));
    });
  }
};
