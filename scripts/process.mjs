// How the scripts run other programs: always in the project's root unless told, always with the project's own Node 24 first
// on the PATH once it is installed, and an error when the program fails.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '..');

const windows = process.platform === 'win32';
const ownNode = path.join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');

/** The pinned Node 24 of the project; the Node that runs this script until it is installed. */
export const node24 = () => (existsSync(ownNode) ? ownNode : process.execPath);

/** The first run on a fresh clone begins with whatever Node there is: once the project's own is installed, that one takes over. */
export function goOnInNode24() {
  if (realpathSync(process.execPath) === realpathSync(node24())) return;
  const { status } = spawnSync(node24(), process.argv.slice(1), { stdio: 'inherit', env: environment() });
  process.exit(status ?? 1);
}

/** The environment for child processes, plus `extra`; an undefined value removes a variable. */
export function environment(extra = {}) {
  const merged = { ...process.env, PATH: `${path.dirname(node24())}${path.delimiter}${process.env.PATH}`, ...extra };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined));
}

/** The program file of a command that a package brings along. */
export function bin(packageName, command = packageName) {
  const folder = path.join(root, 'node_modules', packageName);
  const { bin: names } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return path.join(folder, typeof names === 'string' ? names : names[command]);
}

/** Runs npm and throws when it fails. Audits and funding notes are noise here. */
export function npm(args, cwd = root) {
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  const result = spawnSync(windows ? 'npm.cmd' : 'npm', [...args, ...quiet], { cwd, stdio: 'inherit', shell: windows });
  if (result.status !== 0) throw new Error(`npm ${args.join(' ')} failed in ${path.relative(root, cwd) || '.'}`);
}

/**
 * Runs a script with the project's Node, its output passed through and collected. Resolves to `{ code, output }`. One that
 * takes more than `limitMs` is stopped, fails, and says so in its output.
 */
export function runNode(args, { env = {}, cwd = root, quiet = false, nodeOptions = [], limitMs } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(node24(), [...nodeOptions, ...args], {
      cwd,
      env: environment(env),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const collect = (stream) => (chunk) => {
      output += chunk;
      if (!quiet) stream.write(chunk);
    };
    child.stdout.on('data', collect(process.stdout));
    child.stderr.on('data', collect(process.stderr));
    child.on('error', reject);
    const ended = (code) => {
      clearTimeout(limit);
      clearTimeout(lastResort);
      resolve({ code: code ?? 1, output });
    };
    let lastResort;
    const limit = limitMs && setTimeout(stop, limitMs);
    child.on('close', ended);
    /** Gently, so that it can end its browser and its server. If that does not help, what still holds its output is left alone. */
    function stop() {
      collect(process.stdout)(`\nStopped: it had not ended after ${limitMs / 60_000} minutes.\n`);
      child.kill('SIGTERM');
      lastResort = setTimeout(() => {
        child.kill('SIGKILL');
        ended(1);
      }, 5_000);
    }
  });
}
