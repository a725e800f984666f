// Where a desktop VS Code is: the one named in VSCODE_EXECUTABLE, one that is installed, one that @vscode/test-electron
// downloaded before, or, when asked and when the update server answers, one that it downloads now.
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { environment, root } from './process.mjs';

const usualPlaces = {
  linux: [
    '/usr/share/code/code',
    '/usr/lib/code/code',
    '/opt/visual-studio-code/code',
    '/snap/code/current/usr/share/code/code',
  ],
  darwin: [
    '/Applications/Visual Studio Code.app/Contents/MacOS/Code',
    '/Applications/Visual Studio Code.app/Contents/MacOS/Electron',
    path.join(homedir(), 'Applications/Visual Studio Code.app/Contents/MacOS/Electron'),
  ],
  win32: [
    path.join(process.env.LOCALAPPDATA ?? '', 'Programs\\Microsoft VS Code\\Code.exe'),
    'C:\\Program Files\\Microsoft VS Code\\Code.exe',
  ],
};

/** What `code` on the PATH starts, or undefined where there is none. On Windows that is a script, so the program beside it. */
export function findCodeCommand() {
  const [script, program] = process.platform === 'win32' ? ['code.cmd', '../Code.exe'] : ['code', 'code'];
  const folders = (environment().PATH ?? '').split(path.delimiter);
  const folder = folders.find((candidate) => existsSync(path.join(candidate, script)));
  return folder === undefined ? undefined : path.join(folder, program);
}

/** The program file of a desktop VS Code, or undefined where there is none. */
export async function findDesktop({ download }) {
  const named = process.env.VSCODE_EXECUTABLE;
  if (named) return named;
  // Without a display Electron cannot start; Xvfb sets DISPLAY too.
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return undefined;
  const installed = (usualPlaces[process.platform] ?? []).find((file) => existsSync(file));
  if (installed !== undefined || !download || !(await updateServerAnswers())) return installed;
  const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
  return downloadAndUnzipVSCode({
    version: 'stable',
    cachePath: path.join(root, '.vscode-test'),
    timeout: 60_000,
  }).catch((error) => {
    console.log(`VS Code could not be downloaded: ${error.message}`);
  });
}

async function updateServerAnswers() {
  const answer = await fetch('https://update.code.visualstudio.com/api/releases/stable', {
    signal: AbortSignal.timeout(5000),
  }).catch(() => undefined);
  return answer?.ok === true;
}
