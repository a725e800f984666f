// Runs the in-host suite in a real VS Code workbench: `node run.mjs node` in the Node extension host, `node run.mjs web` in the
// web worker extension host. VERBOSE=1 shows everything that the workbench and the host logged.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import { launchChromium } from '../../scripts/chromium.mjs';
import { startFront } from '../../scripts/front.mjs';
import { root } from '../../scripts/process.mjs';
import { startServer, workbenchAddress } from '../../scripts/server.mjs';
import { reportSuite } from './results.mjs';

const host = process.argv[2] === 'web' ? 'web' : 'node';
const extensionFolder = process.env.UNDERHOOD_EXTENSION ?? root;
const testsPath = `dist/test/workbench.${host}.js`;
const examples = path.join(root, 'media', 'examples');
const workspace = existsSync(examples) ? examples : root;
const longest = 240_000;

const server = await startServer({ smokeTest: host === 'node' });
const front = host === 'web' ? await startFront({ server, extensionFolder, testsPath }) : undefined;
const browser = await launchChromium();
const lines = [];
let record;
let ended;
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const exit = new Promise((resolve) => {
    void page.exposeFunction('codeAutomationExit', resolve);
  });
  await page.exposeFunction('codeAutomationLog', (type, values) => {
    const text = format(...values);
    if (text.startsWith('@@suite ')) record = JSON.parse(text.slice('@@suite '.length));
    else lines.push(`[${type}] ${text.slice(0, 2000)}`);
  });
  page.on('pageerror', (error) => lines.push(`[page] ${error.message}`));
  await page.goto(address());
  const late = new Promise((resolve) => setTimeout(() => resolve('nothing in time'), longest).unref());
  ended = await Promise.race([exit, late]);
} finally {
  await browser.close();
  await front?.stop();
  await server.stop();
}

if (record === undefined || process.env.VERBOSE) console.log(lines.join('\n'));
const problem = ended === 0 ? undefined : `The workbench reported: ${ended}.`;
process.exit(reportSuite(record, { host, problem }));

function address() {
  if (front !== undefined) return workbenchAddress(front.authority, workspace);
  const remote = (file) => `vscode-remote://${server.authority}${file}`;
  return workbenchAddress(server.authority, workspace, [
    ['extensionDevelopmentPath', remote(extensionFolder)],
    ['extensionTestsPath', remote(path.join(extensionFolder, testsPath))],
  ]);
}
