/** Setting values and `.change`: inputs to the run, which are all that can change it. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { begin, type DapClient, openSession, topFrame } from './dap-client.ts';

const program = `function add(a, b) {
  const fixed = 1;
  debugger;
  return a + b + fixed;
}
let total = add(1, 2);
debugger;
const point = { x: 1 };
debugger;
console.log(total, point.x);
`;

const threadId = 1;

describe('the debug adapter: changing the run', () => {
  const evaluate = async (client: DapClient, expression: string, context = 'repl'): Promise<string> => {
    const { id: frameId } = await topFrame(client);
    return (await client.request('evaluate', { expression, frameId, context })).result;
  };
  const variablesOf = async (client: DapClient): Promise<number[]> => {
    const { scopes } = await client.request('scopes', { frameId: (await topFrame(client)).id });
    return scopes.filter(({ expensive }) => !expensive).map(({ variablesReference }) => variablesReference);
  };
  const referenceWith = async (client: DapClient, name: string): Promise<number> => {
    for (const variablesReference of await variablesOf(client)) {
      const { variables } = await client.request('variables', { variablesReference });
      if (variables.some((variable) => variable.name === name)) return variablesReference;
    }
    throw new Error(`no variable ${name}`);
  };

  it('setting a variable stays at the moment, and what follows is another run', async () => {
    const session = openSession(program);
    const { client } = session;
    await begin(session);
    await client.next('stopped');
    const before = await client.request('underhood/moment');
    const variablesReference = await referenceWith(client, 'a');
    const set = await client.request('setVariable', { variablesReference, name: 'a', value: '40' });
    assert.deepEqual([set.value, set.type], ['40', 'number']);
    assert.deepEqual((await client.next('invalidated')).areas, ['all']);
    assert.deepEqual(await client.request('underhood/moment'), before);
    assert.match(client.output('console'), /^a = 40 is part of the run now: what follows changes\.\n$/);
    assert.equal(await evaluate(client, 'a'), '40');
    await client.request('continue', { threadId });
    await client.next('stopped');
    assert.equal(await evaluate(client, 'total'), '43');
    await client.request('continue', { threadId });
    await client.next('stopped');
    await client.request('continue', { threadId });
    await client.next('stopped');
    assert.equal(client.output('stdout'), '43 1\n');
    await client.request('reverseContinue', { threadId });
    await client.next('stopped');
    assert.equal(await evaluate(client, 'total'), '43');
    session.dispose();
  });

  it('a variable can be set where the cursor is, if a statement begins there', async () => {
    const session = openSession('let a = 1;\nlet b = 2;\nconsole.log(a);\nconsole.log(b);\n');
    const { client } = session;
    await begin(session, { stopOnEntry: true });
    await client.next('stopped');
    const { event } = await client.request('underhood/moment');
    await client.request('underhood/seek', { event: event + 2 });
    await client.next('stopped');
    const { id } = await topFrame(client);
    assert.equal((await client.request('setExpression', { frameId: id, expression: 'a', value: '7' })).value, '7');
    await client.request('continue', { threadId: 1 });
    await client.next('stopped');
    assert.equal(client.output('stdout'), '7\n2\n');
    await client.request('underhood/seek', { event: 0 });
    await client.next('stopped');
    await assert.rejects(
      client.request('setExpression', { expression: 'globalThis.a', value: '7' }),
      /between two instructions/,
    );
    session.dispose();
  });

  it('properties and expressions can be set, constants cannot', async () => {
    const session = openSession(program);
    const { client } = session;
    await begin(session);
    await client.next('stopped');
    const fixed = await referenceWith(client, 'fixed');
    await assert.rejects(
      client.request('setVariable', { variablesReference: fixed, name: 'fixed', value: '2' }),
      /fixed cannot be changed/,
    );
    await assert.rejects(
      client.request('setVariable', { variablesReference: fixed, name: 'b', value: 'nowhere' }),
      /nowhere is not defined|no variable b/,
    );
    for (let stop = 0; stop < 2; stop++) {
      await client.request('continue', { threadId });
      await client.next('stopped');
    }
    const { id: frameId } = await topFrame(client);
    const { value } = await client.request('setExpression', { expression: 'point.x', value: '(1, 5)', frameId });
    assert.equal(value, '5');
    await client.request('continue', { threadId });
    await client.next('stopped');
    assert.equal(client.output('stdout'), '4 5\n');
    session.dispose();
  });

  it('.change changes the run, .inputs lists, .forget takes back', async () => {
    const session = openSession(program);
    const { client } = session;
    await begin(session);
    await client.next('stopped');
    assert.equal(await evaluate(client, '.inputs'), 'Nothing was changed.');
    assert.equal(await evaluate(client, '.forget'), 'Nothing was changed.');
    assert.match(await evaluate(client, '.help'), /\.change EXPRESSION/);
    await assert.rejects(evaluate(client, '.nonsense'), /There is no command \.nonsense: \.help lists/);
    await assert.rejects(evaluate(client, '.change'), /Say what to evaluate/);
    await assert.rejects(evaluate(client, '.change nowhere()'), /nowhere is not defined/);
    assert.equal(await evaluate(client, '.change b = 10'), 'Changed.');
    assert.match(await evaluate(client, '.inputs'), /^1\. before instruction \d+: b = 10$/);
    await client.request('continue', { threadId });
    await client.next('stopped');
    await evaluate(client, '.change total = total * 2');
    await client.request('continue', { threadId });
    await client.next('stopped');
    assert.equal(await evaluate(client, 'total'), '24');
    assert.match(await evaluate(client, '.forget'), /^2 changes taken back/);
    await client.next('stopped');
    assert.equal(await evaluate(client, 'a + b'), '3');
    assert.equal(await evaluate(client, '.inputs'), 'Nothing was changed.');
    session.dispose();
  });

  it('going back and changing takes later changes back', async () => {
    const session = openSession(program);
    const { client } = session;
    await begin(session);
    await client.next('stopped');
    await client.request('continue', { threadId });
    await client.next('stopped');
    await evaluate(client, '.change total = 100');
    await client.request('reverseContinue', { threadId });
    await client.next('stopped');
    await evaluate(client, '.change b = 3');
    assert.match(client.output('console'), /1 change made later is taken back\./);
    assert.equal(session.debuggee().inputs.length, 1);
    session.dispose();
  });

  it('the launch can bring changes along', async () => {
    const session = openSession(program);
    const { client } = session;
    await begin(session);
    await client.next('stopped');
    const { step } = await client.request('underhood/moment');
    session.dispose();
    const changed = openSession(program);
    await begin(changed, { noDebug: true, inputs: [{ step: step!, frame: 0, expression: 'a = 30' }] });
    await changed.client.next('terminated');
    assert.equal(changed.client.output('stdout'), '33 1\n');
    changed.dispose();
  });
});
