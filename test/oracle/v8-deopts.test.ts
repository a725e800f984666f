// Whole answers of the pinned Node, with --single-threaded, for programs such as people write: each deoptimisation in its order.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { askers } from '../agreement/answers/ask.ts';
import { optAnswer } from '../agreement/opt.ts';
import { nodeBinary } from './node-binary.ts';

interface Answer {
  readonly tier: string;
  readonly deopts: readonly {
    readonly kind: string;
    readonly reason: string;
    readonly line: number;
    readonly col: number;
  }[];
}

describe('oracle: programs are optimised and deoptimised as in V8', function () {
  this.timeout(120_000);

  // `### name`, and the program; `driver` is never optimised.
  const text = readFileSync(path.join(import.meta.dirname, 'v8-opt', 'programs.txt'), 'utf8');
  for (const [, name, code = ''] of text.matchAll(/^### (.*)\n([^]*?)(?=^### |$(?![^]))/gm))
    it(name!, () => {
      const isIsolated = code.includes('function driver(');
      const rows = [{ code, style: isIsolated ? 'isolated' : 'plain' }];
      const [theirs] = askers['opt.jsonl']!(nodeBinary(), rows) as Answer[];
      assert.equal(answerText(optAnswer(code, 'f', isIsolated)), answerText(theirs!));
    });
});

function answerText({ tier, deopts }: Answer): string {
  const lines = deopts.map(({ kind, reason, line, col }) => `${kind}: ${reason} at ${line}:${col}`);
  return [/^(?:sparkplug|baseline)$/.test(tier) ? 'interpreter' : tier, ...lines].join('\n');
}
