// Installs the VS Code server beside this file: no install scripts, nothing from outside the npm registry. A stamp of the
// lock file says that a former install is complete. code-server's own post-install does the two inner installs; it is
// skipped because it also compiles native modules that nothing here needs.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { npm, root } from '../../scripts/process.mjs';

const folder = path.join(root, 'test', 'testbed');
const stamp = path.join(folder, 'node_modules', '.underhood-installed');
const codeServer = path.join(folder, 'node_modules', 'code-server');

/** The folder of VS Code inside code-server. */
export const vscodeFolder = path.join(codeServer, 'lib', 'vscode');

/** Installs unless the stamp shows that this lock file is installed already. */
export function installTestbed() {
  const wanted = createHash('sha256')
    .update(readFileSync(path.join(folder, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Installing the VS Code server for tests (about a minute, once) ...');
  npm(['ci', '--ignore-scripts'], folder);
  for (const inner of ['', 'extensions']) {
    // `npm ci` refuses here: the published shrinkwrap lacks an entry that the manifest asks for.
    npm(['install', '--omit=dev', '--ignore-scripts', '--no-package-lock'], path.join(vscodeFolder, inner));
  }
  for (const unused of [
    'extensions/copilot',
    'extensions/mermaid-markdown-features',
    'node_modules/@github',
    'node_modules/@microsoft/mxc-sdk',
  ]) {
    rmSync(path.join(vscodeFolder, unused), { recursive: true, force: true });
  }
  writeFileSync(stamp, wanted);
}

if (process.argv[1] === import.meta.filename) installTestbed();
