/** From launch to exit: where sessions begin, what they print on the way, how they end. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { begin, openSession, topFrame } from './dap-client.ts';

const printing = `console.log('one');
debugger;
console.error('two');
console.group('three');
console.log('four\\nfive');
process.exitCode = 4;
`;

describe('the debug adapter: from launch to exit', () => {
  it('noDebug runs, prints and exits', async () => {
    const session = openSession(printing);
    await begin(session, { noDebug: true });
    const { client } = session;
    assert.deepEqual(await client.next('exited'), { exitCode: 4 });
    await client.next('terminated');
    assert.equal(client.output('stdout'), 'one\nthree\n  four\n  five\n');
    assert.equal(client.output('stderr'), 'two\n');
    assert.deepEqual(client.all('stopped'), []);
    session.dispose();
  });

  it('prints as far as the run was looked at, with source and line, and never twice', async () => {
    const session = openSession(printing);
    const { client, file } = session;
    await begin(session);
    const stop = await client.next('stopped');
    assert.deepEqual(
      [stop.reason, stop.description, stop.allThreadsStopped],
      ['pause', 'Paused on debugger statement', true],
    );
    assert.equal(client.output(), 'one\n');
    const [line] = client.all('output');
    assert.deepEqual([line!.category, line!.line, line!.column, line!.source?.path], ['stdout', 1, 9, file]);
    await client.request('reverseContinue', { threadId: 1 });
    assert.equal((await client.next('stopped')).reason, 'entry');
    await client.request('continue', { threadId: 1 });
    assert.equal((await client.next('stopped')).reason, 'pause');
    await client.request('continue', { threadId: 1 });
    await client.next('stopped');
    assert.equal(client.output(), 'one\ntwo\nthree\n  four\n  five\n');
    session.dispose();
  });

  it('stands at the end of the run, goes back from there, and ends when it is continued there', async () => {
    const session = openSession(printing);
    const { client } = session;
    await begin(session);
    await client.next('stopped');
    await client.request('continue', { threadId: 1 });
    const end = await client.next('stopped');
    assert.equal(end.description, 'The run is over: step back, or continue to end the session');
    await client.request('reverseContinue', { threadId: 1 });
    assert.equal((await client.next('stopped')).description, 'Paused on debugger statement');
    await client.request('continue', { threadId: 1 });
    await client.next('stopped');
    await client.request('continue', { threadId: 1 });
    assert.deepEqual(await client.next('exited'), { exitCode: 4 });
    await client.next('terminated');
    session.dispose();
  });

  it('stops on entry, before the first statement', async () => {
    const session = openSession(printing);
    const { client } = session;
    await begin(session, { stopOnEntry: true });
    assert.equal((await client.next('stopped')).reason, 'entry');
    assert.equal(client.output(), '');
    session.dispose();
  });

  it('a limit is said where the run stands, and is the exit code', async () => {
    const session = openSession('while (true) {}');
    const { client } = session;
    await begin(session);
    const { description } = await client.next('stopped', 60_000);
    assert.match(description!, /^Stopped after [\d,]+ \w+\. The run is over: step back/);
    await client.request('continue', { threadId: 1 });
    assert.deepEqual(await client.next('exited'), { exitCode: 3 });
    session.dispose();
  }).timeout(60_000);

  it('passes arguments to the program', async () => {
    const session = openSession('console.log(process.argv.slice(2).join());');
    await begin(session, { noDebug: true, args: ['a', 'b c'] });
    await session.client.next('terminated');
    assert.equal(session.client.output(), 'a,b c\n');
    session.dispose();
  });

  it('gives the program the environment of the launch, and says what is wrong with one', async () => {
    const text = 'console.log(process.env.STAGE, process.env.GONE, Object.keys(process.env).length);';
    const session = openSession(text);
    await begin(session, { noDebug: true, env: { STAGE: 'test', GONE: null } });
    await session.client.next('terminated');
    assert.equal(session.client.output(), 'test undefined 1\n');
    session.dispose();
    const wrong = openSession(text);
    const env = { PORT: 80 } as unknown as Record<string, string>;
    await assert.rejects(begin(wrong, { env }), /The attribute env has to be an object with texts/);
    wrong.dispose();
  });

  it('restarts with the text as it is now', async () => {
    const session = openSession('console.log(1);\ndebugger;\n');
    const { client } = session;
    await begin(session);
    await client.next('stopped');
    session.write('console.log(2);\nconsole.log(3);\ndebugger;\n');
    session.events().edited();
    session.events().edited();
    await client.next('underhood/stale');
    assert.equal(client.all('underhood/stale').length, 1);
    assert.match(client.output('console'), /^The text was edited: .*\n$/);
    await client.request('restart');
    await client.next('stopped');
    assert.equal(client.output('stdout'), '1\n2\n3\n');
    session.write('let a = ;');
    await assert.rejects(client.request('restart'), /program\.js:1:9: SyntaxError: Unexpected token ';'/);
    await client.next('terminated');
    session.dispose();
  });

  it('survives being restarted twice at once', async () => {
    const session = openSession('debugger;');
    const { client } = session;
    await begin(session);
    await client.next('stopped');
    const first = client.send('restart');
    const second = client.send('restart');
    assert.equal((await second).success, true);
    assert.deepEqual([(await first).success, (await first).message], [false, 'The program is being run again']);
    await client.next('stopped');
    assert.deepEqual(client.all('terminated'), []);
    session.dispose();
  });

  it('knows the lines of files that are too long for the log', async () => {
    const filler = `// ${'-'.repeat(100)}\n`.repeat(20_000);
    const session = openSession("require('./long.js');\n", { 'long.js': `${filler}debugger;\n` });
    const { client } = session;
    await begin(session);
    await client.next('stopped');
    const { line, source } = await topFrame(client);
    assert.deepEqual([line, source?.name], [20_001, 'long.js']);
    session.dispose();
  });

  it('ends when it is told to, and knows nothing afterwards', async () => {
    const session = openSession('debugger;');
    const { client } = session;
    await begin(session);
    await client.next('stopped');
    await client.request('terminate');
    await client.next('terminated');
    await assert.rejects(client.request('stackTrace', { threadId: 1 }), /Nothing is being debugged/);
    await client.request('disconnect');
    session.dispose();
  });
});

describe('the debug adapter: one cursor', () => {
  it('goes to events, and says where it is', async () => {
    const session = openSession('console.log(1);\ndebugger;\nconsole.log(2);\n');
    const { client } = session;
    await begin(session);
    await client.next('stopped');
    const moment = await client.next('underhood/moment');
    assert.deepEqual(await client.request('underhood/moment'), moment);
    assert.ok(moment.step! > 0);
    assert.deepEqual(await client.request('underhood/seek', { event: 1 }), { event: 1 });
    const stop = await client.next('stopped');
    assert.deepEqual([stop.reason, stop.preserveFocusHint], ['goto', true]);
    // A client that was not asked to go on keeps the first of two stops, unless it is told.
    const names = client.events.map(({ event }) => event);
    assert.deepEqual(names.slice(names.lastIndexOf('stopped') - 1).slice(0, 2), ['continued', 'stopped']);
    assert.deepEqual(await client.next('underhood/moment'), { event: 1 });
    await assert.rejects(
      client.request('underhood/seek', { event: 1e6 }),
      /The run has no event 1000000: the last is \d+/,
    );
    session.dispose();
  });

  it('follows the cursor after a step back that came while it was on its way', async () => {
    const session = openSession('console.log(1);\nconsole.log(2);\nconsole.log(3);\nconsole.log(4);\n');
    const { client } = session;
    await begin(session, { stopOnEntry: true });
    await client.next('stopped');
    await client.request('next', { threadId: 1 });
    await client.next('stopped');
    await Promise.all([client.request('next', { threadId: 1 }), client.request('stepBack', { threadId: 1 })]);
    await client.next('stopped');
    session.events().sought(1);
    assert.equal((await client.next('stopped')).reason, 'goto');
    session.dispose();
  });

  it('follows the cursor without asking it to follow', async () => {
    const session = openSession('console.log(1);\ndebugger;\nconsole.log(2);\n');
    const { client } = session;
    await begin(session);
    await client.next('stopped');
    await client.next('underhood/moment');
    session.events().sought(1);
    assert.equal((await client.next('stopped')).reason, 'goto');
    assert.deepEqual(await client.request('underhood/moment'), { event: 1 });
    session.events().sought(1);
    await client.request('continue', { threadId: 1 });
    await client.next('underhood/moment');
    assert.equal(client.all('underhood/moment').length, 2);
    assert.equal(client.all('stopped').length, 3);
    session.dispose();
  });
});
