// Opens Underhood on its example programs: `npm start`. In a desktop VS Code where one can be had; otherwise (or with
// `npm start -- --server`) in a real VS Code workbench that is served on loopback until Ctrl+C. PORT names the port.
// Needs nothing but Node and npm: it installs and builds what is missing.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { installDependencies } from './install.mjs';
import { environment, root, runNode } from './process.mjs';

const examples = path.join(root, 'media', 'examples');
const usualPort = 8642;

installDependencies();
const build = await runNode(['esbuild.mjs']);
if (build.code !== 0) process.exit(1);

if (process.argv.includes('--server') || !(await openDesktop())) await serve();

/** Opens a desktop VS Code and resolves to true, or to false where there is none. */
async function openDesktop() {
  const { findCodeCommand, findDesktop } = await import('./desktop.mjs');
  const program = hasDisplay() ? (findCodeCommand() ?? (await findDesktop({ download: true }))) : undefined;
  if (program === undefined) {
    console.log(
      'There is no desktop VS Code here, so the same extension opens in a VS Code workbench in your browser.',
    );
    return false;
  }
  const args = [`--extensionDevelopmentPath=${root}`, '--new-window', examples];
  const windows = process.platform === 'win32';
  spawn(windows ? `"${program}"` : program, args, {
    stdio: 'ignore',
    detached: true,
    shell: windows,
    env: environment(),
  }).unref();
  console.log('Underhood opens in VS Code. Pick an example, then the Underhood icon in the activity bar.');
  return true;
}

function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

async function serve() {
  const { copyExtension, startServer, workbenchAddress } = await import('./server.mjs');
  const server = await startServer({ extensions: copyExtension(), port: Number(process.env.PORT ?? usualPort) });
  console.log(`\nOpen this address in your browser:\n\n  ${workbenchAddress(server.authority, examples)}\n`);
  console.log('Pick an example, then the Underhood icon in the activity bar. Ctrl+C ends the server.');
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      void server.stop().then(() => process.exit(0));
    });
  }
}
