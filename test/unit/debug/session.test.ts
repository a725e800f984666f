/** How sessions begin and end, and what they say to what they cannot do. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { begin, openSession, Refused } from './dap-client.ts';

describe('the debug adapter: sessions', () => {
  it('names its capabilities, and each filter that the run can stop at', async () => {
    const { client, dispose } = openSession('');
    const capabilities = await client.request('initialize', { adapterID: 'underhood' });
    assert.equal(capabilities.supportsStepBack, true);
    assert.equal(capabilities.supportsReadMemoryRequest, undefined);
    const filters = capabilities.exceptionBreakpointFilters!.map(({ filter }) => filter);
    assert.ok(filters.includes('uncaught') && filters.includes('megamorphic'));
    await client.next('initialized');
    dispose();
  });

  it('refuses what does not parse, with line and column, for the user to see', async () => {
    const session = openSession('let a = 1;\nlet b = );\n');
    const error = await begin(session).then(
      () => assert.fail('it was launched'),
      (thrown: unknown) => thrown,
    );
    assert.ok(error instanceof Refused);
    assert.match(error.message, /program\.js:2:9: SyntaxError: Unexpected token '\)'$/);
    assert.equal(error.response.body.error?.showUser, true);
    session.dispose();
  });

  it('refuses a file that is not there, and attributes that are wrong', async () => {
    for (const [attributes, message] of [
      [{ program: '/nowhere/at/all.js' }, /cannot read .*all\.js: there is no such file/],
      [{ program: '' }, /the attribute program is missing/],
      [{ engine: 'netscape4' }, /engine is node24, not netscape4/],
      [{ runtime: 'deno' as 'node' }, /runtime is node or browser, not deno/],
    ] as const) {
      const session = openSession('');
      await assert.rejects(begin(session, attributes), message);
      session.dispose();
    }
  });

  it('answers what it does not know, and what is asked too early, with a sentence', async () => {
    const { client, dispose } = openSession('');
    const unknown = await client.send('readMemory', { memoryReference: '0x0', count: 1 });
    assert.deepEqual([unknown.success, unknown.message], [false, 'The simulated heap has no bytes to read']);
    const strange = await client.send('constructor');
    assert.deepEqual([strange.success, strange.message], [false, "Underhood's debugger knows no request constructor"]);
    await assert.rejects(client.request('stackTrace', { threadId: 1 }), /The program has not stopped yet/);
    await assert.rejects(client.request('scopes', { frameId: 7 }), /This frame belongs to an earlier stop/);
    dispose();
  });
});
