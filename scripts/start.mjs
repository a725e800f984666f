// Opens Underhood on its example programs: `npm start`. In a desktop VS Code where one can be had; otherwise (or with
// `npm start -- --server`) in a real VS Code workbench that is served on loopback until Ctrl+C. PORT names the port.
// Needs nothing but Node and npm: it installs and builds what is missing.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
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
  const file = firstExample();
  const args = [`--extensionDevelopmentPath=${root}`, '--new-window', examples, ...(file === undefined ? [] : [file])];
  spawn(program, args, { stdio: 'ignore', detached: true, env: environment() }).unref();
  console.log('Underhood opens in VS Code. Its icon is in the activity bar.');
  return true;
}

/** The example that is shown first, so that there is something to see at once. */
function firstExample() {
  const names = existsSync(examples) ? readdirSync(examples).filter((name) => name.endsWith('.js')) : [];
  const [first] = names.sort();
  return first === undefined ? undefined : path.join(examples, first);
}

function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

async function serve() {
  const { copyExtension, startServer, workbenchAddress } = await import('./server.mjs');
  const extensions = copyExtension();
  const server = await startServer({ extensions, port: Number(process.env.PORT ?? usualPort) });
  const file = firstExample();
  const payload = file === undefined ? [] : [['openFile', `vscode-remote://${server.authority}${file}`]];
  console.log(`\nOpen this address in your browser:\n\n  ${workbenchAddress(server.authority, examples, payload)}\n`);
  console.log('The Underhood icon is in the activity bar. Ctrl+C here ends the server.');
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      void server.stop().then(() => {
        rmSync(path.dirname(extensions), { recursive: true, force: true });
        process.exit(0);
      });
    });
  }
}
