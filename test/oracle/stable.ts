/**
 * `npm run stable -- FILE …`: runs programs of the oracles three times in the real runtime: Node, or Chromium for those in
 * browser-programs. What does not print the same each time is named, and belongs into no oracle. Exit code 1 then.
 */
import path from 'node:path';
import { type ChromiumJudge, startChromium } from './chromium.ts';
import { readBrowserProgram, runBrowserProgram } from './run-in-browser-runtime.ts';
import { runInNode } from './run-both.ts';
import { withoutInternals } from './without-internals.ts';

const times = 3;
const files = process.argv.slice(2);
let judge: ChromiumJudge | undefined;
let unstable = 0;
for (const file of files) {
  const print = file.includes('browser-programs') ? await inChromium(file) : inNode(file);
  const texts = await Promise.all(Array.from({ length: times }, print));
  const distinct = [...new Set(texts)];
  if (distinct.length === 1) continue;
  unstable++;
  console.log(`${path.basename(file)} prints otherwise at other times:\n${distinct.join('--\n')}`);
}
await judge?.close();
console.log(`${files.length} programs, ${unstable} of them unstable in ${times} runs`);
process.exitCode = unstable > 0 ? 1 : 0;

async function inChromium(file: string): Promise<() => Promise<string>> {
  const program = readBrowserProgram(file);
  const { lasted } = runBrowserProgram(program);
  const running = (judge ??= await startChromium());
  return () => running.print(program.source, { lasts: lasted, network: program.network });
}

function inNode(file: string): () => Promise<string> {
  return async () => {
    const { stdout, stderr, exitCode } = await runInNode(file);
    return `${withoutInternals(stdout)}--\n${withoutInternals(stderr)}-- ${exitCode}\n`;
  };
}
