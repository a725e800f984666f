// node:test in TypeScript: places are those of the file.
import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';

interface Item {
  readonly name: string;
  readonly price: number;
}

function total(items: readonly Item[]): number {
  return items.reduce((sum: number, { price }: Item): number => sum + price, 0);
}

describe('total', () => {
  const items: Item[] = [
    { name: 'a', price: 1 },
    { name: 'b', price: 2 },
  ];

  it('adds prices', () => assert.equal(total(items), 3));
  it('fails', async (t: TestContext): Promise<void> => {
    t.diagnostic(t.fullName);
    assert.deepEqual(items[0] as Item, { name: 'a', price: 2 } satisfies Item);
  });
});
