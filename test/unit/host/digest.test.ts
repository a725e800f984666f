/** The digests against Node's own, at all lengths around the edges of a block. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { digest, digestNames } from '../../../src/host/web/digest.ts';

describe('digests', () => {
  for (const name of digestNames)
    it(`${name} is what Node says`, () => {
      for (const length of [0, 3, 55, 56, 63, 64, 65, 111, 112, 119, 120, 127, 128, 1000]) {
        const data = new Uint8Array(length).map((_, index) => index * 7);
        const expected = createHash(name.replace('-', '')).update(data).digest('hex');
        assert.equal(Buffer.from(digest(name, data)).toString('hex'), expected, `${length} bytes`);
      }
    });
});
