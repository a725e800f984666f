/**
 * How far the model agrees with real V8, over the rows of a corpus: `npm run agreement`.
 *   node test/agreement/main.ts [--corpus FOLDER] [--list LEVEL] [--show ID]
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type BytecodeRow, judge, type Listing, type Level, levels } from './bytecode.ts';

const { values } = parseArgs({
  options: { corpus: { type: 'string' }, list: { type: 'string' }, show: { type: 'string' } },
});
const corpus = values.corpus ?? path.resolve(import.meta.dirname, '..', '..', '..', 'shared', 'corpus');
const rows = readFileSync(path.join(corpus, 'bytecode.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as BytecodeRow);

const counts = new Map<Level, number>();
for (const row of rows) {
  if (values.show !== undefined && row.id !== values.show) continue;
  let judged;
  try {
    judged = judge(row);
  } catch (error) {
    console.log(`${row.id} ${row.rule}: ${String(error)}`);
    continue;
  }
  for (const level of levels) if (judged.agrees[level]) counts.set(level, (counts.get(level) ?? 0) + 1);
  if (values.list !== undefined && !judged.agrees[values.list as Level])
    console.log(`${row.id} ${row.group} ${row.rule}: ${firstDifference(row.ops, judged.ours.ops)}`);
  if (values.show !== undefined) {
    console.log(row.source);
    const theirs = row.ops.map((op) => op.join(' '));
    const ours = judged.ours.ops.map((op) => op.join(' '));
    for (let i = 0; i < Math.max(theirs.length, ours.length); i++)
      console.log(`${ours[i] === theirs[i] ? ' ' : '!'} ${(theirs[i] ?? '').padEnd(60)} ${ours[i] ?? ''}`);
    console.log(JSON.stringify(row.constants), '\n', JSON.stringify(judged.ours.constants));
    console.log(JSON.stringify(row.positions), '\n', JSON.stringify(judged.ours.positions));
    console.log(row.handlers, judged.ours.handlers);
  }
}

function firstDifference(theirs: Listing['ops'], ours: Listing['ops']): string {
  const at = theirs.findIndex(([, name, operands], i) => ours[i]?.[1] !== name || ours[i][2] !== operands);
  const text = (ops: Listing['ops']): string =>
    ops
      .slice(at, at + 3)
      .map(([, name, operands]) => `${name} ${operands}`)
      .join('; ');
  return `@${theirs[at]?.[0] ?? '?'} V8: ${text(theirs)} | ours: ${text(ours)}`;
}

for (const level of levels)
  console.log(
    `${level}: ${counts.get(level) ?? 0} of ${rows.length} (${(((counts.get(level) ?? 0) / rows.length) * 100).toFixed(1)} %)`,
  );
