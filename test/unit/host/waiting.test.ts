/** What is said at the end of a run: what its process would wait for, and that what it wrote is in the run alone. */
import assert from 'node:assert/strict';
import type { RunSummary } from '../../../src/protocol/run.ts';
import { Simulation } from '../../../src/recorder/simulation.ts';
import { testEnvironment } from '../run-program.ts';

function summaryOf(source: string): RunSummary {
  const simulation = new Simulation({
    source,
    environment: { ...testEnvironment, sourceKind: 'auto', fileName: '/work/main.js', maxVirtualMs: 1e6 },
    recording: 'log',
    files: { lookup: (path) => (/^\/(work\/?)?$/.test(path) ? { kind: 'directory' } : { kind: 'missing' }) },
    output: { write: () => undefined },
  });
  simulation.advance();
  return simulation.summary();
}

describe('a process that would wait on', () => {
  it('says for what, and where that began', () => {
    const { outcome, exitCode, waitsFor, message } = summaryOf(`const http = require('http');
process.on('exit', () => { throw new Error('it does not come to that'); });
http.createServer().listen(3000);
const { port1 } = new MessageChannel();
port1.on('message', () => 0);
`);
    assert.deepEqual([outcome, exitCode], ['completed', 0]);
    assert.deepEqual(
      waitsFor?.map(({ words }) => words),
      ['requests to the server on port 3000 (main.js:3)', 'messages at a MessagePort (main.js:5)'],
    );
    assert.equal(
      message,
      'Nothing is left to run, but the process does not end: it waits for requests to the server on port 3000 (main.js:3), for messages at a MessagePort (main.js:5)',
    );
  });

  it('names servers and sockets of net', () => {
    const source = `const net = require('net');
const server = net.createServer(() => 0);
server.listen(3000, '127.0.0.1', () => {
  net.connect(3000, '127.0.0.1');
});`;
    assert.deepEqual(
      summaryOf(source).waitsFor?.map(({ words }) => words),
      [
        'connections to the server on port 3000 (main.js:3)',
        'data from port 40000 at port 3000 (main.js:3)',
        'data from port 3000 at port 40000 (main.js:4)',
      ],
    );
    for (const end of ['server.close()', 'server.unref()'])
      assert.equal(summaryOf(`const server = require('net').createServer().listen(3000); ${end};`).waitsFor, undefined);
  });

  it('names the test that nothing will end', () => {
    const tests = `const { test } = require('node:test');
test('outer', async (t) => {
  await t.test('inner', () => new Promise((resolve) => setTimeout(resolve, 5).unref()));
  await t.test('never', () => new Promise(() => {}));
});
test('next', () => {});
`;
    assert.equal(
      summaryOf(tests).message,
      'Nothing is left to run, but the process does not end: it waits for the test "never" (main.js:4)',
    );
  });

  it('does not, once nothing keeps it open', () => {
    const servers = `const http = require('http'); const server = http.createServer().listen(3000);`;
    for (const end of ['server.close();', 'server.unref();', 'setTimeout(() => server.close(), 5);', 'process.exit();'])
      assert.equal(summaryOf(`${servers} ${end}`).waitsFor, undefined, end);
    assert.equal(summaryOf(`${servers} server.unref(); server.ref();`).waitsFor?.length, 1);
  });
});

describe('a run that writes files', () => {
  it('says how many, because nothing on the disk changes', () => {
    const start = `const fs = require('fs'); fs.existsSync('/work/main.js');`;
    assert.equal(summaryOf(start).changedFiles, undefined);
    const writes = `fs.writeFileSync('/work/a.txt', 'a'); fs.appendFileSync('/work/a.txt', 'b'); fs.mkdirSync('/work/folder');`;
    assert.equal(summaryOf(`${start} ${writes}`).changedFiles, 2);
    assert.equal(summaryOf(`${start} ${writes} fs.rmSync('/work/a.txt'); fs.readdirSync('/work');`).changedFiles, 2);
  });
});
