/** Asks the pinned Node what V8's inline caches and feedback vectors make of programs of our own, and compares. */
import assert from 'node:assert/strict';
import { type FeedbackAnswer, siteName, siteText } from '../agreement/feedback-answer.ts';
import { nodeFeedback } from '../agreement/node-feedback.ts';
import { ourFeedback } from '../agreement/our-feedback.ts';
import { feedbackPrograms } from './feedback-programs.ts';

describe('V8: inline caches and feedback', () => {
  let theirs: readonly FeedbackAnswer[] = [];

  before(function () {
    this.timeout(60_000);
    theirs = nodeFeedback(feedbackPrograms);
  });

  it('has programs for each rule', () => assert.ok(feedbackPrograms.length >= 80));

  for (const [i, program] of feedbackPrograms.entries())
    it(program.rule, () => assert.deepEqual(lines(ourFeedback(program)), lines(theirs[i]!)));
});

/** Sites in no order: V8's misses and ours may come in another one where builtins call back. */
function lines({ sites, vectors }: FeedbackAnswer): string[] {
  return [
    ...sites.map((site) => `${siteName(site)} ${siteText(site)}`).sort(),
    ...[...vectors].flatMap(([name, slots]) => slots.map((slot) => `${name} ${slot.join(' ')}`)),
  ];
}
