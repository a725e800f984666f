/** A property of steps: as many back as there were forwards end in the same state, whatever the program and the kinds of steps. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { steppedPrograms } from '../stepped-programs.ts';
import { begin, type DapClient, openSession } from './dap-client.ts';

const steps = fc.array(
  fc.record({
    command: fc.constantFrom('next' as const, 'stepIn' as const, 'stepOut' as const, 'stepBack' as const),
    granularity: fc.constantFrom('statement' as const, 'line' as const, 'instruction' as const),
  }),
  { minLength: 1, maxLength: 8 },
);

const threadId = 1;

describe('the debug adapter: n steps forwards and n back end in the same state', function () {
  this.timeout(60_000);
  for (const [name, source] of Object.entries(steppedPrograms)) {
    it(`for ${name}`, async () => {
      const session = openSession(source);
      const { client } = session;
      await begin(session, { stopOnEntry: true });
      await client.next('stopped');
      const recorded = await session.debuggee().recorded();
      assert.ok(recorded.kind === 'done');
      const property = fc.asyncProperty(fc.nat(recorded.summary.events - 1), steps, async (event, chosen) => {
        await goTo(client, event);
        const before = await state(client);
        let taken = 0;
        for (const { command, granularity } of chosen) {
          const from = await moment(client);
          await client.request(command, { threadId, granularity });
          await client.next('stopped');
          if (command === 'stepBack') {
            // Where nothing is to be taken back, this one begins anew.
            if (taken === 0) return;
            taken--;
          } else if ((await moment(client)) !== from) taken++;
        }
        for (; taken > 0; taken--) {
          await client.request('stepBack', { threadId });
          await client.next('stopped');
        }
        assert.deepEqual(await state(client), before);
      });
      await fc.assert(property, { numRuns: 25 });
      session.dispose();
    });
  }
});

async function moment(client: DapClient): Promise<string> {
  return JSON.stringify(await client.request('underhood/moment'));
}

async function goTo(client: DapClient, event: number): Promise<void> {
  const before = await client.request('underhood/moment');
  await client.request('underhood/seek', { event });
  if (before.event !== event) await client.next('stopped');
}

/** Where the session stands, and what the variables there hold. */
async function state(client: DapClient): Promise<unknown> {
  const { stackFrames } = await client.request('stackTrace', { threadId });
  const [top] = stackFrames;
  const values: unknown[] = [];
  if (top !== undefined) {
    const { scopes } = await client.request('scopes', { frameId: top.id });
    for (const { variablesReference, expensive } of scopes) {
      if (expensive) continue;
      const { variables } = await client.request('variables', { variablesReference });
      values.push(variables.map(({ name, value }) => [name, value]));
    }
  }
  return [await moment(client), stackFrames.map(({ name, line, column }) => [name, line, column]), values];
}
