/** Steps, forwards and backwards, and their properties. */
import assert from 'node:assert/strict';
import type { DebugProtocol as Dap } from '@vscode/debugprotocol';
import { describe, it } from 'mocha';
import type { Command } from '../../../src/debug/requests.ts';
import { begin, type DapClient, openSession, topFrame } from './dap-client.ts';

const program = `function inner(n) {
  const twice = n * 2;
  return twice;
}
function outer() {
  const list = [1, 2].map((n) => inner(n));
  return list;
}
const result = outer();
console.log(inner(5), outer());
`;

const threadId = 1;

async function move(client: DapClient, command: Command, asked: object = {}): Promise<Dap.StoppedEvent['body']> {
  await client.request(command, { threadId, ...asked } as never);
  return client.next('stopped');
}

async function where(client: DapClient): Promise<string> {
  const { name, line } = await topFrame(client);
  return `${name}:${line}`;
}

describe('the debug adapter: steps', () => {
  it('over, in and out', async () => {
    const session = openSession(program);
    const { client } = session;
    await begin(session, { lines: [10] });
    await client.next('stopped');
    assert.match(await where(client), /:10$/);
    assert.equal((await move(client, 'stepIn')).reason, 'step');
    assert.equal(await where(client), 'inner:2');
    await move(client, 'next');
    assert.equal(await where(client), 'inner:3');
    await move(client, 'stepOut');
    assert.match(await where(client), /:10$/);
    await move(client, 'stepIn');
    assert.equal(await where(client), 'outer:6');
    await move(client, 'stepIn');
    const { line, column } = await topFrame(client);
    assert.deepEqual([line, column], [6, 34]);
    await move(client, 'stepIn');
    assert.equal(await where(client), 'inner:2');
    session.dispose();
  });

  it('back takes the last step back exactly, and goes on back without one', async () => {
    const session = openSession(program);
    const { client } = session;
    await begin(session, { lines: [6] });
    await client.next('stopped');
    await move(client, 'next');
    assert.equal(await where(client), 'outer:7');
    await client.request('underhood/seek', { event: (await client.request('underhood/moment')).event - 1 });
    await client.next('stopped');
    const start = await client.request('underhood/moment');
    await move(client, 'stepOut');
    await move(client, 'stepBack');
    assert.deepEqual(await client.request('underhood/moment'), start);
    await move(client, 'stepBack');
    assert.equal(await where(client), 'outer:6');
    session.dispose();
  });

  it('restarts a frame', async () => {
    const session = openSession(program);
    const { client } = session;
    await begin(session, { lines: [2] });
    await client.next('stopped');
    await move(client, 'next');
    assert.equal(await where(client), 'inner:3');
    const { id, canRestart } = await topFrame(client);
    assert.equal(canRestart, true);
    await client.request('restartFrame', { frameId: id });
    await client.next('stopped');
    assert.equal(await where(client), 'inner:2');
    session.dispose();
  });

  it('into one of several calls', async () => {
    const session = openSession(program);
    const { client } = session;
    await begin(session, { lines: [10] });
    await client.next('stopped');
    const { id: frameId } = await topFrame(client);
    const { targets } = await client.request('stepInTargets', { frameId });
    const outer = targets.find(({ label }) => label.includes('outer'))!;
    assert.deepEqual([outer.line, outer.column], [10, 23]);
    await move(client, 'stepIn', { targetId: outer.id });
    assert.equal(await where(client), 'outer:6');
    session.dispose();
  });

  it('is paused on the way', async () => {
    const session = openSession(program);
    const { client } = session;
    await begin(session, { stopOnEntry: true });
    await client.next('stopped');
    const start = await client.request('underhood/moment');
    const continued = client.request('continue', { threadId });
    await client.request('pause', { threadId });
    await continued;
    assert.equal((await client.next('stopped')).reason, 'pause');
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.deepEqual(await client.request('underhood/moment'), start);
    session.dispose();
  });
});

describe('the debug adapter: bytecode', () => {
  it('is disassembled around an instruction, with as many as were asked for', async () => {
    const session = openSession(program);
    const { client, file } = session;
    await begin(session, { lines: [2] });
    await client.next('stopped');
    await move(client, 'next');
    const { instructionPointerReference } = await topFrame(client);
    const { instructions } = await client.request('disassemble', {
      memoryReference: instructionPointerReference!,
      instructionOffset: -50,
      instructionCount: 100,
    });
    assert.equal(instructions.length, 100);
    assert.equal(new Set(instructions.map(({ address }) => address)).size, 100);
    const current = instructions.find(({ address }) => address === instructionPointerReference)!;
    assert.equal(instructions.indexOf(current), 50);
    assert.equal(current.presentationHint, undefined);
    const real = instructions.filter(({ presentationHint }) => presentationHint !== 'invalid');
    assert.equal(real[0]!.symbol, 'inner');
    assert.equal(real.at(-1)!.instruction, 'Return');
    const places = real.filter(({ location }) => location?.path === file);
    assert.ok(places.some(({ line }) => line === 2) && places.some(({ line }) => line === 3));
    await assert.rejects(
      client.request('disassemble', { memoryReference: 'there', instructionCount: 1 }),
      /there is no address of bytecode/,
    );
    session.dispose();
  });

  it('has breakpoints, and steps of one instruction', async () => {
    const session = openSession(program);
    const { client } = session;
    await begin(session, { lines: [2] });
    await client.next('stopped');
    const first = (await topFrame(client)).instructionPointerReference!;
    const step = await client.request('stepIn', { threadId, granularity: 'instruction' });
    assert.equal(step, undefined);
    await client.next('stopped');
    const second = (await topFrame(client)).instructionPointerReference!;
    assert.notEqual(second, first);
    const { breakpoints } = await client.request('setInstructionBreakpoints', {
      breakpoints: [{ instructionReference: second }, { instructionReference: first, offset: 1 }],
    });
    assert.deepEqual(
      breakpoints.map(({ verified, message }) => [verified, message]),
      [
        [true, undefined],
        [false, 'No instruction begins at this address'],
      ],
    );
    await client.request('setBreakpoints', { source: { path: session.file }, breakpoints: [] });
    const stop = await move(client, 'continue');
    assert.deepEqual([stop.reason, stop.hitBreakpointIds], ['instruction breakpoint', [breakpoints[0]!.id]]);
    assert.equal((await topFrame(client)).instructionPointerReference, second);
    session.dispose();
  });
});
