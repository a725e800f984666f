// Starts the real VS Code workbench on loopback, from the server in the test bed, with settings that keep it calm: no
// welcome page, no question of trust, no chat, no updates. `npm start` and all tests that need a workbench use this.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { installTestbed, vscodeFolder } from '../test/testbed/install.mjs';
import { environment, node24, root } from './process.mjs';

const serverMain = path.join(vscodeFolder, 'out', 'server-main.js');

const calmSettings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.editor.useModal': 'off',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  // It would ask npm for the types of everything, and one server for TypeScript is enough.
  'js/ts.tsserver.automaticTypeAcquisition.enabled': false,
  'js/ts.tsserver.useSyntaxServer': 'never',
  'files.autoSave': 'off',
};

/** A port nothing listens on: the wanted one where it is free, else any. */
export function freePort(wanted = 0) {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', (error) => (wanted === 0 ? reject(error) : resolve(freePort())));
    probe.listen(wanted, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** A folder of extensions that holds a .vsix, installed by the server's own command line. */
export function installVsix(vsix) {
  const folder = mkdtempSync(path.join(tmpdir(), 'underhood-extensions-'));
  const extensions = path.join(folder, 'extensions');
  const result = spawnSync(
    node24(),
    [
      serverMain,
      '--accept-server-license-terms',
      '--server-data-dir',
      path.join(folder, 'data'),
      '--extensions-dir',
      extensions,
      '--install-extension',
      vsix,
    ],
    { env: environment({ EXTENSIONS_GALLERY: '{}' }), encoding: 'utf8' },
  );
  if (result.status !== 0)
    throw new Error(`The .vsix could not be installed:\n${withoutNoise(result.stdout + result.stderr)}`);
  return extensions;
}

/** A folder of extensions that holds a copy of what is built in this repository. */
export function copyExtension() {
  const folder = mkdtempSync(path.join(tmpdir(), 'underhood-extensions-'));
  const { publisher, name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const target = path.join(folder, 'extensions', `${publisher}.${name}-${version}`);
  for (const part of [
    'package.json',
    'package.nls.json',
    'dist/node',
    'dist/web',
    'dist/webview',
    'dist/worker.js',
    'media',
  ]) {
    cpSync(path.join(root, part), path.join(target, part), { recursive: true });
  }
  return path.dirname(target);
}

/**
 * Starts the server and resolves when it listens. `smokeTest` turns on the workbench's driver, without which a built
 * workbench ignores a development or test extension, and with which it shows no notifications.
 *
 * @param {{ extensions?: string, settings?: Record<string, unknown>, env?: Record<string, string>, smokeTest?: boolean, port?: number }} [options]
 */
export async function startServer({ extensions, settings = {}, env = {}, smokeTest = false, port: wantedPort } = {}) {
  installTestbed();
  const folder = mkdtempSync(path.join(tmpdir(), 'underhood-server-'));
  const port = await freePort(wantedPort);
  const data = path.join(folder, 'server');
  const allSettings = { ...calmSettings, ...settings };
  for (const scope of ['User', 'Machine']) {
    mkdirSync(path.join(data, 'data', scope), { recursive: true });
    writeFileSync(path.join(data, 'data', scope, 'settings.json'), JSON.stringify(allSettings));
  }
  const serverArguments = [
    serverMain,
    '--host=127.0.0.1',
    `--port=${port}`,
    '--without-connection-token',
    '--accept-server-license-terms',
    '--telemetry-level=off',
    '--disable-workspace-trust',
    `--server-data-dir=${data}`,
    `--extensions-dir=${extensions ?? path.join(folder, 'extensions')}`,
  ];
  if (smokeTest) serverArguments.push('--enable-smoke-test-driver');
  const child = spawn(node24(), serverArguments, {
    env: environment({ EXTENSIONS_GALLERY: '{}', VSCODE_PROXY_URI: undefined, ...env }),
    stdio: ['ignore', 'pipe', 'pipe'],
    // A process group of its own: the file watcher and the extension hosts outlive the server, stop() ends them all.
    detached: true,
  });
  let output = '';
  await new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`The server did not start:\n${withoutNoise(output)}`)), 60_000);
    const listen = (chunk) => {
      output += chunk;
      if (!/Extension host agent listening|HTTP server listening/i.test(output)) return;
      clearTimeout(timer);
      resolve();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', (code) => reject(new Error(`The server ended with code ${code}:\n${withoutNoise(output)}`)));
  });

  const stop = async () => {
    const isGone = child.exitCode !== null || child.signalCode !== null;
    const gone = isGone ? Promise.resolve() : new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    let timer;
    await Promise.race([gone, new Promise((resolve) => (timer = setTimeout(resolve, 3000)))]);
    clearTimeout(timer);
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // Everything had ended already.
    }
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    } catch {
      // A process of the group still writes its last lines: what is left is in the folder for temporary files.
    }
  };
  return { port, authority: `127.0.0.1:${port}`, settings: allSettings, output: () => withoutNoise(output), stop };
}

/** The address of the workbench on a folder; `payload` are the workbench's own start parameters. */
export function workbenchAddress(authority, folder, payload = []) {
  const query = new URLSearchParams({ folder });
  if (payload.length > 0) query.set('payload', JSON.stringify(payload));
  return `http://${authority}/?${query}`;
}

/** The server's log without the stack traces about two optional native modules that are not installed on purpose. */
function withoutNoise(log) {
  return log
    .split('\n')
    .filter((line) => !/bindings|→|^\s+at |^Require stack|^- \/|native-watchdog|spdlog/i.test(line))
    .join('\n');
}
