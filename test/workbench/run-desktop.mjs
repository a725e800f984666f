// Runs the in-host suite in a desktop VS Code through @vscode/test-electron.
import { runTests } from '@vscode/test-electron';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findDesktop } from '../../scripts/desktop.mjs';
import { root } from '../../scripts/process.mjs';
import { reportSuite } from './results.mjs';

const vscodeExecutablePath = await findDesktop({ download: true });
const folder = mkdtempSync(path.join(tmpdir(), 'underhood-desktop-'));
const recordFile = path.join(folder, 'record.json');
let problem;
try {
  await runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: root,
    extensionTestsPath: path.join(root, 'dist', 'test', 'workbench.node.js'),
    // A profile of its own: the user's settings and extensions stay out of the tests.
    launchArgs: [
      path.join(root, 'media', 'examples'),
      `--user-data-dir=${path.join(folder, 'user')}`,
      `--extensions-dir=${path.join(folder, 'extensions')}`,
    ],
    extensionTestsEnv: { UNDERHOOD_SUITE_RECORD: recordFile },
  });
} catch (error) {
  problem = String(error);
}
const record = existsSync(recordFile) ? JSON.parse(readFileSync(recordFile, 'utf8')) : undefined;
rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
process.exit(reportSuite(record, { host: 'node', problem }));
