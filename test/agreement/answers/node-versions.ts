/** Real Nodes by version: the npm package `node` has the official binaries. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export interface AskedNode {
  /** What its column is called: node26. */
  readonly column: string;
  readonly version: string;
  readonly binary: string;
}

/** `wanted` is a version as npm takes it, or the path of a binary. Installed ones are kept in `folder`. */
export function nodeOf(wanted: string, folder: string): AskedNode {
  const binary = existsSync(wanted) ? path.resolve(wanted) : installed(wanted, folder);
  const { stdout, status } = spawnSync(binary, ['--version'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${binary} does not run`);
  const version = stdout.trim().slice(1);
  return { column: `node${version.split('.')[0]!}`, version, binary };
}

function installed(version: string, folder: string): string {
  if (!/^[\d.]+$/.test(version)) throw new Error(`neither a version nor a file: ${version}`);
  const home = path.join(folder, version);
  const binary = path.join(home, 'node_modules', 'node', 'bin', 'node');
  if (!existsSync(binary)) {
    mkdirSync(home, { recursive: true });
    writeFileSync(path.join(home, 'package.json'), '{ "private": true }\n');
    const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', `node@${version}`], {
      cwd: home,
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    });
    if (status !== 0) throw new Error(`npm could not install node@${version}`);
  }
  return realpathSync(binary);
}
