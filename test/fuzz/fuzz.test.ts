/**
 * Random programs must print in Underhood what they print in real Node. `npm test` runs 500 of always the same seed here;
 * `npm run fuzz` (main.ts) runs 20,000 of a new one.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { runBrowserCampaign } from './browser/browser-campaign.ts';
import { runCampaign } from './campaign.ts';
import { describeFailure } from './describe-failure.ts';
import { Judge } from './judge.ts';
import { kindNames, kinds } from './kinds.ts';

const count = 500;
const seed = 20_260;

describe('fuzz: random programs of a browser’s turns print what they print in Chromium', function () {
  this.timeout(0);

  it(`${count} programs, seed ${seed}`, async () => {
    const { programs, failures } = await runBrowserCampaign(count, seed);
    const [failed] = failures;
    assert.equal(failed?.actual, failed?.expected, failed?.source);
    assert.equal(programs, count);
  });
});

describe('fuzz: random programs print what they print in Node', function () {
  this.timeout(0);

  for (const kind of kindNames) {
    const share = Math.round(count * kinds[kind].share);
    if (share === 0) continue;
    it(`${share} programs of the kind ${kind}, seed ${seed}`, async () => {
      const { programs, failures } = await runCampaign({ count: share, seed, kind, maxFailures: 1 });
      const [failed] = failures;
      if (failed === undefined) return assert.equal(programs, share);
      const judge = new Judge();
      try {
        assert.fail(await describeFailure(judge, failed));
      } finally {
        judge.close();
      }
    });
  }
});
