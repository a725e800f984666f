/** Stops at what is thrown, and at what the engine and the event loop do. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { begin, openSession, topFrame } from './dap-client.ts';

const threadId = 1;

describe('the debug adapter: exceptions and what the engine does', () => {
  const throwing = `try {
  throw new RangeError('caught');
} catch {}
function fail() {
  throw new TypeError('nobody catches this');
}
fail();
`;

  it('stops at uncaught exceptions before they unwind, and says what they are', async () => {
    const session = openSession(throwing);
    const { client } = session;
    await begin(session, { filters: ['uncaught'] });
    assert.equal((await client.next('stopped')).reason, 'exception');
    const top = await topFrame(client);
    assert.deepEqual([top.name, top.line], ['fail', 5]);
    const info = await client.request('exceptionInfo', { threadId });
    assert.deepEqual(
      [info.exceptionId, info.description, info.breakMode],
      ['TypeError', 'nobody catches this', 'unhandled'],
    );
    assert.match(info.details!.stackTrace!, /^TypeError: nobody catches this\n {4}at fail/);
    await client.request('continue', { threadId });
    await client.next('stopped');
    await client.request('continue', { threadId });
    assert.deepEqual(await client.next('exited'), { exitCode: 1 });
    assert.match(client.output('stderr'), /TypeError: nobody catches this\n {4}at fail/);
    session.dispose();
  });

  it('stops at caught exceptions, with conditions', async () => {
    const session = openSession(throwing);
    const { client } = session;
    await begin(session, { filters: ['caught'] });
    assert.equal((await client.next('stopped')).reason, 'exception');
    assert.equal((await topFrame(client)).line, 2);
    assert.equal((await client.request('exceptionInfo', { threadId })).breakMode, 'always');
    const set = await client.request('setExceptionBreakpoints', {
      filters: ['no such filter'],
      filterOptions: [{ filterId: 'uncaught', condition: '1 > 2' }],
    });
    assert.deepEqual(
      set.breakpoints?.map(({ verified }) => verified),
      [false, true],
    );
    await client.request('continue', { threadId });
    assert.equal((await client.next('stopped')).reason, 'end');
    await assert.rejects(client.request('exceptionInfo', { threadId }), /Nothing is thrown here/);
    session.dispose();
  });

  it('stops where an object goes to dictionary mode, under a condition', async () => {
    const session = openSession('for (let i = 0; i < 3; i++) {\n  const o = { a: i, b: 2 };\n  delete o.a;\n}\n');
    const { client } = session;
    await begin(session, { stopOnEntry: true });
    await client.next('stopped');
    await client.request('setExceptionBreakpoints', {
      filters: [],
      filterOptions: [{ filterId: 'dictionaryMode', condition: 'i > 0' }],
    });
    await client.request('continue', { threadId });
    const stop = await client.next('stopped');
    assert.deepEqual([stop.reason, stop.description], ['event', 'An object goes to dictionary mode']);
    const top = await topFrame(client);
    assert.equal(top.line, 3);
    assert.equal((await client.request('evaluate', { expression: 'i', frameId: top.id })).result, '1');
    session.dispose();
  });

  it('stops where an inline cache turns megamorphic', async () => {
    const shapes = ['{ a: 1 }', '{ b: 1, a: 1 }', '{ c: 1, a: 1 }', '{ d: 1, a: 1 }', '{ e: 1, a: 1 }'];
    const session = openSession(
      `function read(o) {\n  return o.a;\n}\nfor (let i = 0; i < 30; i++) for (const o of [${shapes.join()}]) read(o);\n`,
    );
    const { client } = session;
    await begin(session, { filters: ['megamorphic'] });
    const stop = await client.next('stopped');
    assert.deepEqual([stop.reason, stop.description], ['event', 'An inline cache turns megamorphic']);
    const top = await topFrame(client);
    assert.deepEqual([top.name, top.line], ['read', 2]);
    assert.equal((await client.request('evaluate', { expression: 'o.a', frameId: top.id })).result, '1');
    session.dispose();
  });

  it('stops where a function is deoptimised, forwards and backwards', async () => {
    const session = openSession(
      "function twice(n) {\n  return n + n;\n}\nfor (let i = 0; i < 900; i++) twice(1);\ntwice('ab');\nconsole.log('done');\n",
    );
    const { client } = session;
    await begin(session, { filters: ['deoptimized'] });
    const standsAtDeopt = async (): Promise<void> => {
      const stop = await client.next('stopped');
      assert.deepEqual([stop.reason, stop.description], ['event', 'A function is deoptimised']);
      const top = await topFrame(client);
      assert.deepEqual([top.name, top.line], ['twice', 2]);
      assert.equal((await client.request('evaluate', { expression: 'n', frameId: top.id })).result, "'ab'");
    };
    await standsAtDeopt();
    await client.request('continue', { threadId });
    assert.equal((await client.next('stopped')).reason, 'end');
    await client.request('reverseContinue', { threadId });
    await standsAtDeopt();
    session.dispose();
  });

  it('stops where garbage is collected', async () => {
    const session = openSession(
      'const kept = [];\nfunction grow(n) {\n  for (let i = 0; i < n; i++) kept.push({ i, next: [i] });\n}\ngrow(6000);\nconsole.log(kept.length);\n',
    );
    const { client } = session;
    await begin(session, { filters: ['garbageCollection'] });
    const stop = await client.next('stopped');
    assert.deepEqual([stop.reason, stop.description], ['event', 'Garbage is collected']);
    const top = await topFrame(client);
    assert.deepEqual([top.name, top.line], ['grow', 3]);
    const { result } = await client.request('evaluate', { expression: 'kept.length > 1000', frameId: top.id });
    assert.equal(result, 'true');
    await client.request('continue', { threadId });
    assert.equal((await client.next('stopped')).reason, 'end');
    await client.request('reverseContinue', { threadId });
    assert.equal((await client.next('stopped')).description, 'Garbage is collected');
    session.dispose();
  });

  it('stops where a microtask checkpoint begins, in words', async () => {
    const session = openSession('Promise.resolve(1).then((value) => {\n  console.log(value);\n});\n');
    const { client } = session;
    await begin(session, { filters: ['microtaskCheckpoint'] });
    const stop = await client.next('stopped');
    assert.deepEqual([stop.reason, stop.description], ['event', 'A microtask checkpoint begins']);
    const info = await client.request('exceptionInfo', { threadId });
    assert.equal(info.exceptionId, 'A microtask checkpoint begins');
    session.dispose();
  });
});
