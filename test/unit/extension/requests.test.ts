// Questions about a moment: each is answered or given up, and while somebody scrubs only the last inspection is asked.
import assert from 'node:assert/strict';
import { Requests } from '../../../src/extension/requests.ts';
import type { HostToWorker } from '../../../src/protocol/worker-messages.ts';
import type { Answer, Asked } from '../../../src/protocol/questions.ts';

function setUp() {
  const posted: HostToWorker[] = [];
  const requests = new Requests((message) => posted.push(message));
  const answer = (index: number): void => {
    const message = posted[index];
    assert.ok(message?.type === 'ask' && message.question === 'inspect');
    const { generation, request, asked } = message;
    const { event } = asked as Asked<'inspect'>;
    requests.answer({ type: 'answer', generation, request, answer: { event, frames: [] } satisfies Answer<'inspect'> });
  };
  return { posted, requests, answer };
}

describe('requests to the worker', () => {
  it('bring the answer to who asked', async () => {
    const { posted, requests } = setUp();
    const first = requests.ask(1, 'find', { after: 0, script: 0, start: 10, end: 20 });
    const second = requests.ask(1, 'find', { after: 0, script: 0, start: 30, end: 40 });
    assert.deepEqual(
      posted.map((message) => message.type === 'ask' && message.question),
      ['find', 'find'],
    );
    requests.answer({ type: 'answer', generation: 1, request: 2, answer: { event: 7 } });
    requests.answer({ type: 'answer', generation: 1, request: 1, answer: { event: 5 } });
    assert.deepEqual(await Promise.all([first, second]), [{ event: 5 }, { event: 7 }]);
  });

  it('inspect one moment at a time, and of those that wait only the last', async () => {
    const { posted, requests, answer } = setUp();
    const moments = [1, 2, 3, 4].map((event) => requests.inspect(1, event));
    assert.equal(posted.length, 1);
    answer(0);
    await moments[0];
    await Promise.resolve();
    assert.equal(posted.length, 2);
    answer(1);
    assert.deepEqual(
      (await Promise.all(moments)).map((moment) => moment?.event),
      [1, undefined, undefined, 4],
    );
  });

  it('are given up when the worker is lost, and then begin anew', async () => {
    const { posted, requests, answer } = setUp();
    const lost = [requests.inspect(1, 1), requests.inspect(1, 2)];
    requests.dropAll();
    assert.deepEqual(await Promise.all(lost), [undefined, undefined]);
    const next = requests.inspect(2, 9);
    answer(posted.length - 1);
    assert.equal((await next)?.event, 9);
  });
});
