/** Breakpoints of all kinds: where they are, when they hold, and what is said of those that do not. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { begin, openSession, topFrame } from './dap-client.ts';

const program = `let total = 0;
function add(n) {

  // nothing runs here
  total = total + n;
}
for (let i = 0; i < 4; i++) add(i);
const point = { x: 1 };
point.x = total;
console.log(total);
`;

const threadId = 1;

describe('the debug adapter: breakpoints', () => {
  it('hold in lines, forwards and backwards, and are named by what they stop', async () => {
    const session = openSession(program);
    const { client } = session;
    const [breakpoint] = await begin(session, { lines: [5] });
    const lines: (number | undefined)[] = [];
    for (;;) {
      const stop = await client.next('stopped');
      if (stop.reason === 'end') break;
      assert.deepEqual([stop.reason, stop.hitBreakpointIds], ['breakpoint', [breakpoint!.id]]);
      lines.push((await topFrame(client)).line);
      await client.request('continue', { threadId });
    }
    assert.deepEqual(lines, [5, 5, 5, 5]);
    await client.request('reverseContinue', { threadId });
    assert.equal((await client.next('stopped')).reason, 'breakpoint');
    const { result } = await client.request('evaluate', { expression: 'n', frameId: (await topFrame(client)).id });
    assert.equal(result, '3');
    session.dispose();
  });

  it('hold for a client that goes on at once, before it knows where they are', async () => {
    const session = openSession(program);
    const { client, file } = session;
    await begin(session, { stopOnEntry: true });
    assert.equal((await client.next('stopped')).reason, 'entry');
    const set = client.request('setBreakpoints', { source: { path: file }, breakpoints: [{ line: 5 }] });
    const going = client.request('continue', { threadId });
    assert.equal((await client.next('stopped')).reason, 'breakpoint');
    assert.equal((await topFrame(client)).line, 5);
    await Promise.all([set, going]);
    session.dispose();
  });

  it('go back to where a value came from, past all that would stop', async () => {
    const session = openSession(program);
    const { client } = session;
    await begin(session, { lines: [5, 10] });
    let line: number | undefined;
    while (line !== 10) {
      await client.next('stopped');
      line = (await topFrame(client)).line;
      if (line !== 10) await client.request('continue', { threadId });
    }
    const { id: frameId } = await topFrame(client);
    const { dataId } = await client.request('dataBreakpointInfo', { name: 'total', frameId });
    assert.ok(dataId);
    await client.request('underhood/lastChange', { dataId });
    const { reason, hitBreakpointIds } = await client.next('stopped');
    assert.deepEqual([reason, hitBreakpointIds], ['data breakpoint', undefined]);
    const frame = await topFrame(client);
    assert.deepEqual([frame.name, frame.line], ['add', 5]);
    // What has just changed is where it changed, and no earlier.
    const again = await client.request('dataBreakpointInfo', { name: 'total', frameId: frame.id });
    await client.request('underhood/lastChange', { dataId: again.dataId! });
    assert.equal((await client.next('stopped')).reason, 'data breakpoint');
    assert.equal((await topFrame(client)).line, 5);
    const { result } = await client.request('evaluate', { expression: 'n', frameId: (await topFrame(client)).id });
    assert.equal(result, '3');
    session.dispose();
  });

  it('are verified once the program has run, and move from lines without code to the next of the function', async () => {
    const session = openSession(program);
    const { client, file } = session;
    const before = await begin(session, { lines: [3, 5, 200] });
    await client.next('stopped');
    assert.equal(before.length, 3);
    const source = { path: file };
    const asked = [{ line: 3 }, { line: 5 }, { line: 200 }];
    const { breakpoints } = await client.request('setBreakpoints', { source, breakpoints: asked });
    assert.deepEqual(
      breakpoints.map(({ verified, line, message }) => ({ verified, line, message })),
      [
        { verified: true, line: 5, message: undefined },
        { verified: true, line: 5, message: undefined },
        { verified: false, line: 200, message: 'This line has no code that runs' },
      ],
    );
    session.dispose();
  });

  it('hold at a return whose value is there already', async () => {
    const session = openSession('function twice(n) {\n  const result = n * 2;\n  return result;\n}\ntwice(1);\n');
    const { client } = session;
    await begin(session, { lines: [3] });
    assert.equal((await client.next('stopped')).reason, 'breakpoint');
    assert.equal((await topFrame(client)).line, 3);
    session.dispose();
  });

  // `never` is named once: V8 makes no code for a function that nothing names.
  it('move within functions that are never called, too', async () => {
    const session = openSession('function never() {\n\n  // nothing\n  let a = 1;\n}\n\nlet b = never;\n');
    const { client, file } = session;
    await begin(session, { stopOnEntry: true });
    await client.next('stopped');
    const breakpoints = [2, 5, 6].map((line) => ({ line }));
    const set = await client.request('setBreakpoints', { source: { path: file }, breakpoints });
    assert.deepEqual(
      set.breakpoints.map(({ verified, line }) => [verified, line]),
      [
        [true, 4],
        [true, 5],
        [true, 7],
      ],
    );
    session.dispose();
  });

  it('find their places in the text as it is after a restart', async () => {
    const session = openSession('let a = 1;\nlet b = 2;\n');
    const { client } = session;
    const [set] = await begin(session, { lines: [{ line: 2, condition: 'a > 1' }] });
    assert.equal((await client.next('stopped')).reason, 'end');
    session.write('let a = 2;\n\nlet b = 3;\n');
    await client.request('restart');
    const changed = await client.next('breakpoint');
    assert.deepEqual([changed.breakpoint.id, changed.breakpoint.verified, changed.breakpoint.line], [set!.id, true, 3]);
    assert.equal((await client.next('stopped')).reason, 'breakpoint');
    session.dispose();
  });

  it('in columns hold there, and the places where they can be are told', async () => {
    const session = openSession(program);
    const { client, file } = session;
    await begin(session, { stopOnEntry: true });
    await client.next('stopped');
    const source = { path: file };
    const { breakpoints: places } = await client.request('breakpointLocations', { source, line: 7 });
    const columns = places.map(({ column }) => column);
    assert.ok(columns.includes(29), columns.join());
    const set = await client.request('setBreakpoints', { source, breakpoints: [{ line: 7, column: 29 }] });
    assert.deepEqual([set.breakpoints[0]!.line, set.breakpoints[0]!.column], [7, 29]);
    await client.request('continue', { threadId });
    await client.next('stopped');
    const { line, column } = await topFrame(client);
    assert.deepEqual([line, column], [7, 29]);
    session.dispose();
  });

  it('in files that the run has not loaded say so, and hold in those that it has', async () => {
    const session = openSession("require('./other.js');\n", { 'other.js': 'var a = 1;\nvar b = 2;\n' });
    const { client, file } = session;
    await begin(session, { stopOnEntry: true });
    await client.next('stopped');
    const set = (path: string) => client.request('setBreakpoints', { source: { path }, breakpoints: [{ line: 2 }] });
    const missing = await set(file.replace('program', 'nowhere'));
    assert.deepEqual(
      [missing.breakpoints[0]!.verified, missing.breakpoints[0]!.message],
      [false, 'The run has not loaded this file'],
    );
    const other = file.replace('program', 'other');
    assert.equal((await set(other)).breakpoints[0]!.verified, true);
    await client.request('continue', { threadId });
    await client.next('stopped');
    const top = await topFrame(client);
    assert.deepEqual([top.source?.path, top.line], [other, 2]);
    session.dispose();
  });

  it('have conditions and hit counts', async () => {
    const session = openSession(program);
    const { client, file } = session;
    await begin(session, {
      lines: [
        { line: 5, condition: 'n === 2' },
        { line: 9, hitCondition: 'often' },
      ],
    });
    await client.next('stopped');
    const value = async () =>
      (await client.request('evaluate', { expression: 'n', frameId: (await topFrame(client)).id })).result;
    assert.equal(await value(), '2');
    const { breakpoints } = await client.request('setBreakpoints', {
      source: { path: file },
      breakpoints: [
        { line: 5, hitCondition: '% 2' },
        { line: 9, hitCondition: 'often' },
        { line: 9, hitCondition: '% 0' },
      ],
    });
    assert.deepEqual(
      breakpoints.map(({ verified, message }) => message ?? verified),
      [
        true,
        ...['often', '% 0'].map(
          (text) => `“${text}” is not a hit condition. Write a number, or a number after >, >=, <, <=, = or %.`,
        ),
      ],
    );
    await client.request('reverseContinue', { threadId });
    await client.next('stopped');
    assert.equal(await value(), '1');
    session.dispose();
  });

  it('with conditions that do not work are passed by, which is told once', async () => {
    const session = openSession(program);
    const { client } = session;
    await begin(session, { lines: [{ line: 5, condition: 'nowhere > 1' }] });
    assert.equal((await client.next('stopped')).reason, 'end');
    const problems = client
      .all('output')
      .filter(({ category, output }) => category === 'stderr' && /nowhere/.test(output));
    assert.equal(problems.length, 1);
    assert.match(problems[0]!.output, /^The breakpoint in line 5 of program\.js: .*nowhere is not defined/);
    assert.equal(problems[0]!.line, 5);
    await client.request('reverseContinue', { threadId });
    await client.next('stopped');
    assert.equal(client.all('output').filter(({ output }) => /nowhere/.test(output)).length, 1);
    session.dispose();
  });

  it('that log print, with their place, and do not hold', async () => {
    const session = openSession(program);
    const { client, file } = session;
    await begin(session, { lines: [{ line: 5, logMessage: 'n is {n}' }] });
    assert.equal((await client.next('stopped')).reason, 'end');
    const logs = client.all('output').filter(({ category }) => category === 'console');
    assert.deepEqual(
      logs.map(({ output }) => output),
      ['n is 0\n', 'n is 1\n', 'n is 2\n', 'n is 3\n'],
    );
    assert.deepEqual([logs[0]!.line, logs[0]!.source?.path], [5, file]);
    assert.deepEqual(client.all('output').at(-1)!.output, '6\n');
    session.dispose();
  });

  it('on functions hold where those begin', async () => {
    const session = openSession(program);
    const { client } = session;
    await begin(session, { stopOnEntry: true });
    await client.next('stopped');
    const { breakpoints } = await client.request('setFunctionBreakpoints', {
      breakpoints: [
        { name: 'add', condition: 'n > 1' },
        { name: 'nobody' },
        { name: 'Math.max' },
        { name: 'Math.nothing' },
      ],
    });
    assert.deepEqual(
      breakpoints.map(({ verified, message }) => [verified, message]),
      [
        [true, undefined],
        [false, 'No function called nobody runs'],
        [true, undefined],
        [false, 'No function called Math.nothing runs'],
      ],
    );
    await client.request('continue', { threadId });
    const stop = await client.next('stopped');
    assert.deepEqual([stop.reason, stop.hitBreakpointIds], ['function breakpoint', [breakpoints[0]!.id]]);
    assert.equal((await topFrame(client)).name, 'add');
    session.dispose();
  });

  it('on data of an earlier stop are none, in words', async () => {
    const session = openSession(program);
    const { client } = session;
    await begin(session, { lines: [9] });
    await client.next('stopped');
    const { id: frameId } = await topFrame(client);
    const { scopes } = await client.request('scopes', { frameId });
    const { variablesReference } = scopes.find(({ expensive }) => !expensive)!;
    await client.request('stepBack', { threadId });
    await client.next('stopped');
    for (const asked of [{ frameId }, { variablesReference }]) {
      const { dataId, description } = await client.request('dataBreakpointInfo', { name: 'total', ...asked });
      assert.equal(dataId, null);
      assert.match(description, /belongs to an earlier stop/);
    }
    session.dispose();
  });

  it('on data hold where it changes, also on the way back', async () => {
    const session = openSession(program);
    const { client } = session;
    await begin(session, { lines: [9] });
    await client.next('stopped');
    const { id: frameId } = await topFrame(client);
    const ofVariable = await client.request('dataBreakpointInfo', { name: 'total', frameId });
    assert.deepEqual([ofVariable.description, ofVariable.accessTypes], ['total', ['write']]);
    const { variablesReference } = await client.request('evaluate', { expression: 'point', frameId });
    const { scopes } = await client.request('scopes', { frameId });
    assert.ok(variablesReference > 0);
    const nothing = await client.request('dataBreakpointInfo', { name: 'nothing', frameId });
    assert.equal(nothing.dataId, null);
    const local = scopes.find(({ expensive }) => !expensive)!;
    const { variables } = await client.request('variables', { variablesReference: local.variablesReference });
    const point = variables.find(({ name }) => name === 'point')!;
    const ofProperty = await client.request('dataBreakpointInfo', {
      variablesReference: point.variablesReference,
      name: 'x',
    });
    const { breakpoints } = await client.request('setDataBreakpoints', {
      breakpoints: [{ dataId: ofVariable.dataId! }, { dataId: ofProperty.dataId! }, { dataId: 'nonsense' }],
    });
    assert.deepEqual(
      breakpoints.map(({ verified }) => verified),
      [true, true, false],
    );
    await client.request('continue', { threadId });
    const forward = await client.next('stopped');
    assert.deepEqual([forward.reason, forward.hitBreakpointIds], ['data breakpoint', [breakpoints[1]!.id]]);
    assert.match(forward.text!, /1 → 6/);
    await client.request('setBreakpoints', { source: { path: session.file }, breakpoints: [] });
    await client.request('setDataBreakpoints', { breakpoints: [{ dataId: ofVariable.dataId! }] });
    await client.request('reverseContinue', { threadId });
    const backward = await client.next('stopped');
    assert.equal(backward.reason, 'data breakpoint');
    assert.match(backward.text!, /3 → 6/);
    assert.equal((await topFrame(client)).line, 5);
    session.dispose();
  });
});

describe('the debug adapter: breakpoints on data after a restart', () => {
  it('say that they belong to the run before', async () => {
    const session = openSession('let a = 1;\ndebugger;\na = 2;\n');
    const { client } = session;
    await begin(session);
    await client.next('stopped');
    const { id: frameId } = await topFrame(client);
    const { dataId } = await client.request('dataBreakpointInfo', { name: 'a', frameId });
    const { breakpoints } = await client.request('setDataBreakpoints', { breakpoints: [{ dataId: dataId! }] });
    await client.request('restart');
    const { breakpoint } = await client.next('breakpoint');
    assert.deepEqual(breakpoint, {
      id: breakpoints[0]!.id,
      verified: false,
      message: 'It belongs to the run before: set it again',
    });
    session.dispose();
  });
});
