// The simulated stack overflows where V8's does: depths of recursion, asked of the pinned Node.
import assert from 'node:assert/strict';
import path from 'node:path';
import { runInNode, runInUnderhood } from './run-both.ts';

type Depths = Record<string, [calls: number, message: string]>;

describe('stack depth', function () {
  this.timeout(60_000);

  it('is within 1 % of Node for functions without loops', async () => {
    const file = path.join(import.meta.dirname, 'stack', 'depths.js');
    const theirs = JSON.parse((await runInNode(file)).stdout) as Depths;
    const ours = JSON.parse(runInUnderhood(file).stdout) as Depths;
    assert.ok(Object.keys(theirs).length > 20);
    const wrong = Object.entries(theirs).flatMap(([name, [calls, message]]) => {
      const [ourCalls, ourMessage] = ours[name] ?? [0, ''];
      const fits = Math.abs(ourCalls / calls - 1) <= 0.01 && ourMessage === message;
      return fits ? [] : [`${name}: ${calls} in Node, ${ourCalls} here`];
    });
    assert.deepEqual(wrong, []);
  });
});
