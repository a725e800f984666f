/** Installs the engines of package.json beside this file, unless what the lock file names is there already. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { npm } from '../../scripts/process.mjs';

export function installPeers(): void {
  const folder = import.meta.dirname;
  const stamp = path.join(folder, 'node_modules', '.underhood-installed');
  const wanted = readFileSync(path.join(folder, 'package-lock.json'), 'utf8');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Installing the engines to compare with ...');
  npm(['ci', '--ignore-scripts'], folder);
  writeFileSync(stamp, wanted);
}
