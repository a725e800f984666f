// The page's document has a policy without holes, and what the page sends is checked before it is believed.
import assert from 'node:assert/strict';
import { createNonce, pageHtml } from '../../../src/extension/page-html.ts';
import { readPageMessage } from '../../../src/extension/page-messages.ts';

describe('the page’s document', () => {
  const html = pageHtml({
    cspSource: 'https://page.example',
    script: 'https://page.example/main.js',
    style: 'https://page.example/main.css',
    nonce: 'abc',
    language: 'en',
  });

  it('allows nothing but its own script, styles and images', () => {
    const [, policy] = /Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
    assert.deepEqual(policy?.split('; '), [
      `default-src 'none'`,
      `script-src 'nonce-abc'`,
      'style-src https://page.example',
      'font-src https://page.example',
      'img-src https://page.example data:',
    ]);
  });

  it('has one script, with the nonce, and nothing inline', () => {
    assert.deepEqual(html.match(/<script[^>]*>[^<]*/g), [
      '<script type="module" nonce="abc" src="https://page.example/main.js">',
    ]);
    assert.doesNotMatch(html, /<style|style=|\son\w+=/);
  });

  it('has a new nonce each time', () => {
    assert.match(createNonce(), /^[0-9a-f]{32}$/);
    assert.notEqual(createNonce(), createNonce());
  });
});

describe('a message of the page', () => {
  const moment = { v: 1, type: 'moment', generation: 2, event: 5, script: 0, position: -1, settled: true, moved: true };

  const question = { v: 1, type: 'ask', generation: 1, request: 1, question: 'tiers', asked: {} };

  it('is taken when it is whole', () => {
    assert.deepEqual(readPageMessage(moment), moment);
    assert.ok(readPageMessage({ v: 1, type: 'expand', generation: 1, request: 1, event: 0, path: [0, 2, 1] }));
    assert.ok(readPageMessage({ v: 1, type: 'openExamples' }));
    assert.ok(readPageMessage({ ...question, asked: { event: 3, step: -1 } }));
    assert.ok(readPageMessage({ v: 1, type: 'reveal', script: 0, position: 4 }));
    assert.ok(readPageMessage({ v: 1, type: 'reveal', script: 0, position: 4, end: 9 }));
  });

  it('is refused when it is anything else', () => {
    const wrong = [
      undefined,
      null,
      'ready',
      [],
      {},
      { ...moment, v: 2 },
      { ...moment, type: 'run' },
      { ...moment, type: 'constructor' },
      { ...moment, event: -1 },
      { ...moment, position: 1.5 },
      { ...moment, settled: 'yes' },
      { ...moment, script: undefined },
      { v: 1, type: 'setRuntime', runtime: 'deno' },
      { v: 1, type: 'ready', client: '' },
      { v: 1, type: 'expand', generation: 1, request: 1, event: 0, path: ['locals'] },
      { ...question, question: 'evaluate' },
      { ...question, question: 'toString' },
      { ...question, asked: { event: '3' } },
      { ...question, asked: { moment: { event: 3 } } },
      { ...question, asked: null },
      { v: 1, type: 'reveal', script: 0, position: 4, end: 0.5 },
      { v: 1, type: 'setTierBudgets', budgets: 'none' },
    ];
    for (const value of wrong) assert.equal(readPageMessage(value), undefined, JSON.stringify(value));
  });
});
