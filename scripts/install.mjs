// Installs the project's development dependencies when they are missing or are not those of the lock file. Uses nothing but
// Node, so that it can run on a fresh clone.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { npm, root } from './process.mjs';

/** Runs `npm ci` unless everything in the lock file is installed. */
export function installDependencies() {
  if (isInstalled()) return;
  console.log('Installing the development dependencies ...');
  npm(['ci']);
}

/** npm leaves its own account of what is installed; packages for other platforms are optional and absent from it. */
function isInstalled() {
  const account = path.join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(account)) return false;
  const installed = JSON.parse(readFileSync(account, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(
    ([name, { version, optional }]) => name === '' || optional === true || installed[name]?.version === version,
  );
}
