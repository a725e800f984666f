/** How sessions begin and end, and what they say to what they cannot do. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { begin, openSession, Refused, topFrame } from './dap-client.ts';

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
      [{ program: '' }, /The attribute program has to be the file to run/],
      [{ program: undefined as unknown as string }, /the attribute program is missing/],
      [{ args: 'a b' as unknown as string[] }, /The attribute args has to be a list of texts/],
      [{ inputs: [{ step: 1 }] as unknown as [] }, /The attribute inputs has to be a list of objects with step/],
      [{ engine: 'netscape4' }, /engine is (?:\w+, )+not netscape4/],
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

  it('says what is missing in a request', async () => {
    const { client, dispose } = openSession('');
    const messages: (string | undefined)[] = [];
    for (const [command, asked] of [
      ['setBreakpoints', undefined],
      ['variables', null],
      ['evaluate', { expression: 5 }],
      ['setInstructionBreakpoints', {}],
      ['setBreakpoints', { source: {}, breakpoints: 'all' }],
      ['setBreakpoints', { source: {}, breakpoints: [{ line: 1 }, {}] }],
      ['setFunctionBreakpoints', { breakpoints: [null] }],
      ['setDataBreakpoints', { breakpoints: [{ dataId: '', condition: 5 }] }],
    ] as const)
      messages.push((await client.send(command, asked)).message);
    assert.deepEqual(messages, [
      'setBreakpoints needs source, an object',
      'variables needs variablesReference, a number',
      'evaluate needs expression, a text',
      'setInstructionBreakpoints needs breakpoints, a list',
      'setBreakpoints needs breakpoints, a list',
      'setBreakpoints needs in each of breakpoints line, a number',
      'setFunctionBreakpoints needs in each of breakpoints name, a text',
      'setDataBreakpoints needs in each of breakpoints condition, a text',
    ]);
    dispose();
  });

  it('counts lines and columns as the client does', async () => {
    const session = openSession('const a = 1;\n  debugger;\n');
    const { client, file } = session;
    await client.request('initialize', { adapterID: 'underhood', linesStartAt1: false, columnsStartAt1: false });
    const launched = client.request('launch', { program: file });
    await client.request('configurationDone');
    await launched;
    await client.next('stopped');
    const { line, column } = await topFrame(client);
    assert.deepEqual([line, column], [1, 2]);
    session.dispose();
  });

  it('drops what is cancelled', async () => {
    const session = openSession('debugger;');
    const { client } = session;
    await begin(session);
    await client.next('stopped');
    const evaluated = client.send('evaluate', { expression: '1 + 1' });
    const cancelled = client.send('cancel', { requestId: client.lastSequence });
    const answer = await evaluated;
    assert.deepEqual([answer.success, answer.message, answer.command], [false, 'cancelled', 'evaluate']);
    assert.equal((await cancelled).success, true);
    session.dispose();
  });

  it('pause during the recording stops at its end', async () => {
    const session = openSession('debugger;\nconsole.log(1);\n');
    const { client, file } = session;
    await client.request('initialize', { adapterID: 'underhood' });
    const launched = client.request('launch', { program: file });
    const paused = client.request('pause', { threadId: 1 });
    await client.request('configurationDone');
    await launched;
    await paused;
    assert.equal((await client.next('stopped')).reason, 'end');
    assert.equal(client.output(), '1\n');
    session.dispose();
  });

  it('survives a fault of ours, and a run that is gone', async () => {
    const session = openSession('debugger;');
    const { client } = session;
    await begin(session);
    await client.next('stopped');
    const debuggee = session.debuggee();
    const { ask } = debuggee;
    debuggee.ask = () => Promise.reject(new Error('a bug'));
    await assert.rejects(
      client.request('stackTrace', { threadId: 1 }),
      /^Error: Something went wrong in Underhood's debugger: a bug$/,
    );
    await client.request('continue', { threadId: 1 });
    const stop = await client.next('stopped');
    assert.equal(stop.description, "Something went wrong in Underhood's debugger: a bug");
    debuggee.ask = () => Promise.resolve(undefined);
    const gone = await client.send('stackTrace', { threadId: 1 });
    const told = { format: 'The run is gone: restart it, and ask again', showUser: true };
    assert.deepEqual({ ...gone.body.error, id: 0 }, { ...told, id: 0 });
    debuggee.ask = ask;
    assert.equal((await topFrame(client)).line, 1);
    // What was asked before a restart, and can be answered no more, is nothing to tell the user.
    let drop = (): void => undefined;
    debuggee.ask = () => new Promise((resolve) => (drop = () => resolve(undefined)));
    const superseded = client.send('stackTrace', { threadId: 1 });
    debuggee.ask = ask;
    await client.request('restart', {});
    drop();
    assert.deepEqual({ ...(await superseded).body.error, id: 0 }, { ...told, showUser: false, id: 0 });
    session.dispose();
  });
});
