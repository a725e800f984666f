/** What the script elements of a page load: files beside the program, and what the network's fixtures answer. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { FileEntry } from '../../../src/protocol/run.ts';
import { Simulation } from '../../../src/recorder/simulation.ts';
import { testEnvironment } from '../run-program.ts';

const texts: Readonly<Record<string, string>> = {
  '/test/lib.js': 'function lib() { return 7; } console.log("lib", document.currentScript.src);',
  '/test/slow.js': 'console.log("slow", lib());',
  '/test/underhood.network.json': JSON.stringify({
    routes: [
      { url: 'https://cdn.test/x.js', text: 'console.log("from the network");', latency: 50 },
      { url: 'https://cdn.test/gone.js', status: 404, text: 'console.log("never");' },
    ],
  }),
};

function run(source: string): { readonly stdout: string; readonly stderr: string } {
  const printed = { stdout: '', stderr: '' };
  const lookup = (path: string): FileEntry =>
    texts[path] === undefined ? { kind: 'missing' } : { kind: 'file', text: texts[path] };
  const simulation = new Simulation({
    source,
    environment: { ...testEnvironment, runtime: 'browser', sourceKind: 'script', fileName: '/test/main.js' },
    recording: 'log',
    output: { write: (stream, text) => void (printed[stream] += text) },
    files: { lookup },
  });
  assert.equal(simulation.advance(), 'done');
  return printed;
}

const load = `const load = (src) => {
  const script = document.createElement('script');
  script.async = false;
  script.src = src;
  script.onload = () => console.log('load', src);
  script.onerror = () => console.log('error', src);
  document.head.append(script);
};`;

describe('script elements', () => {
  it('load files beside the program', () => {
    const source = `${load} load('./lib.js'); load('/slow.js'); load('missing.js'); console.log(typeof lib);`;
    const { stdout, stderr } = run(source);
    const lines = ['undefined', 'lib http://localhost/lib.js', 'load ./lib.js', 'slow 7', 'load /slow.js'];
    assert.equal(stdout, [...lines, 'error missing.js', ''].join('\n'));
    assert.match(
      stderr,
      /Failed to load the script http:\/\/localhost\/missing\.js: there is no file \/test\/missing\.js/,
    );
  });

  it('load what fixtures of the network answer', () => {
    const source = `${load} load('https://cdn.test/x.js'); load('https://cdn.test/gone.js'); load('https://other.test/');`;
    const { stdout, stderr } = run(source);
    const lines = ['from the network', 'load https://cdn.test/x.js', 'error https://cdn.test/gone.js'];
    assert.equal(stdout, [...lines, 'error https://other.test/', ''].join('\n'));
    assert.match(stderr, /the answer is 404/);
    assert.match(stderr, /nothing leaves this machine/);
  });

  it('modules are refused by name', () => {
    const source = `
      const script = Object.assign(document.createElement('script'), { type: 'module', textContent: '1' });
      try { document.body.append(script); } catch ({ message }) { console.log(message); }`;
    const { stdout } = run(source);
    assert.equal(stdout, 'Underhood does not simulate script elements of the type module yet\n');
  });
});
