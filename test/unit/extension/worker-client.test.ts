// The channel to the worker: what is posted arrives in order, a worker that hangs or dies is replaced, an idle one is left alone.
import assert from 'node:assert/strict';
import { createWorkerClient } from '../../../src/extension/worker-client.ts';
import type { WorkerLoss, WorkerPortEvents } from '../../../src/extension/worker-client.ts';
import type { RunEnvironment } from '../../../src/protocol/run.ts';
import type { HostToWorker, WorkerToHost } from '../../../src/protocol/worker-messages.ts';

const environment: RunEnvironment = {
  runtime: 'node',
  sourceKind: 'commonjs',
  fileName: 'a.js',
  seed: 1,
  startTime: 0,
  timeZone: 'UTC',
  locale: 'en',
  maxSteps: 1,
  maxEvents: 1,
  maxVirtualMs: 1,
};
const run = (generation: number): HostToWorker => ({
  type: 'run',
  generation,
  source: '',
  environment,
  files: new Map(),
  inputs: [],
  maxWallMs: 1,
});
const done = (generation: number): WorkerToHost => ({
  type: 'done',
  generation,
  elapsedMs: 0,
  files: [],
  summary: { outcome: 'completed', exitCode: 0, steps: 0, events: 0, virtualMs: 0 },
});
const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

interface Fake {
  readonly events: WorkerPortEvents;
  readonly received: HostToWorker[];
  terminated: boolean;
}

function setUp(answersPings: boolean) {
  const workers: Fake[] = [];
  const losses: WorkerLoss[] = [];
  const messages: WorkerToHost[] = [];
  const client = createWorkerClient(
    async (events) => {
      await wait(1);
      const fake: Fake = { events, received: [], terminated: false };
      workers.push(fake);
      queueMicrotask(() => events.message({ type: 'ready' }));
      return {
        post(message) {
          if (message.type !== 'ping') fake.received.push(message);
          else if (answersPings) queueMicrotask(() => events.message({ type: 'pong', sequence: message.sequence }));
        },
        terminate: () => (fake.terminated = true),
      };
    },
    { message: (message) => messages.push(message), lost: (loss) => losses.push(loss) },
    { tickMs: 5, silentTicks: 6, silentTicksAtStart: 40 },
  );
  return { client, workers, losses, messages };
}

describe('the worker client', () => {
  it('starts the worker with the first message and keeps the order', async () => {
    const { client, workers } = setUp(true);
    assert.equal(workers.length, 0);
    client.post(run(1));
    client.post({ type: 'stop', generation: 1 });
    client.post(run(2));
    await wait(20);
    assert.deepEqual(
      workers[0]?.received.map(({ type }) => type),
      ['run', 'stop', 'run'],
    );
    client.dispose();
    assert.equal(workers[0]?.terminated, true);
  });

  it('ends a worker that does not answer, and the next message starts another', async () => {
    const { client, workers, losses } = setUp(false);
    client.post(run(1));
    await wait(150);
    assert.deepEqual(
      losses.map(({ cause }) => cause),
      ['hung'],
    );
    assert.equal(workers[0]?.terminated, true);
    client.post(run(2));
    await wait(10);
    assert.equal(workers[1]?.received[0]?.type, 'run');
    client.dispose();
  });

  it('ends a worker that hangs after it was told to stop', async () => {
    const { client, losses } = setUp(false);
    client.post(run(1));
    client.post({ type: 'stop', generation: 1 });
    await wait(150);
    assert.deepEqual(
      losses.map(({ cause }) => cause),
      ['hung'],
    );
    client.dispose();
  });

  it('ends a worker that hangs in a question behind a ping which it still answered', async () => {
    const { client, losses, workers } = setUp(false);
    client.post(run(1));
    await wait(10);
    const { events } = workers[0]!;
    events.message(done(1));
    client.post({ type: 'ask', generation: 1, request: 1, question: 'inspect', asked: { event: 0 } });
    events.message({ type: 'pong', sequence: 1 });
    await wait(150);
    assert.deepEqual(
      losses.map(({ cause }) => cause),
      ['hung'],
    );
    client.dispose();
  });

  it('leaves a worker alone that says in the midst of something long that it is well', async () => {
    const { client, losses, workers } = setUp(false);
    client.post(run(1));
    for (let i = 0; i < 20; i++) {
      await wait(10);
      workers[0]?.events.message({ type: 'pong', sequence: 0 });
    }
    assert.deepEqual(losses, []);
    client.dispose();
  });

  it('lets a long run go on as long as pings are answered', async () => {
    const { client, losses, messages, workers } = setUp(true);
    client.post(run(1));
    await wait(200);
    assert.deepEqual(losses, []);
    workers[0]?.events.message(done(1));
    assert.ok(messages.some(({ type }) => type === 'done'));
    client.dispose();
  });

  it('tells of a crash once, and hears no more of that worker', async () => {
    const { client, losses, messages, workers } = setUp(true);
    client.post(run(1));
    await wait(10);
    workers[0]?.events.crashed('boom', 'error');
    workers[0]?.events.crashed('the worker exited with code 1', 'error');
    workers[0]?.events.message(done(1));
    assert.deepEqual(losses, [{ cause: 'error', detail: 'boom' }]);
    assert.ok(!messages.some(({ type }) => type === 'done'));
    client.dispose();
  });

  it('tells when a worker cannot be started', async () => {
    const losses: WorkerLoss[] = [];
    const client = createWorkerClient(() => Promise.reject(new Error('no such file')), {
      message: () => {},
      lost: (loss) => losses.push(loss),
    });
    client.post(run(1));
    await wait(5);
    assert.match(losses[0]?.detail ?? '', /did not start: Error: no such file/);
    client.dispose();
  });
});
