/**
 * Asks real Nodes what the programs of a corpus do, and writes the corpus with a column for each: a new version of Node is a new
 * column. For a nightly run; it needs npm where a version has to be fetched.
 *   npm run answers -- --node 26 [--node PATH …] --out FOLDER [--corpus FOLDER] [--nodes FOLDER] [FILE.jsonl …]
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { askers, type Row } from './ask.ts';
import { nodeOf } from './node-versions.ts';

const { values, positionals } = parseArgs({
  options: {
    node: { type: 'string', multiple: true },
    nodes: { type: 'string' },
    corpus: { type: 'string' },
    out: { type: 'string' },
  },
  allowPositionals: true,
});
const { out, node: wanted = [] } = values;
if (out === undefined || wanted.length === 0)
  throw new Error('--node VERSION and --out FOLDER say whom to ask, and where to write');
const corpus = values.corpus ?? path.resolve(import.meta.dirname, '..', '..', '..', '..', 'shared', 'corpus');
const nodes = wanted.map((version) => nodeOf(version, values.nodes ?? path.join(tmpdir(), 'asked-nodes')));
const files = positionals.length > 0 ? positionals : Object.keys(askers);

mkdirSync(out, { recursive: true });
for (const file of files) {
  const ask = askers[file];
  if (ask === undefined) throw new Error(`no ${file}: ${Object.keys(askers).join(', ')}`);
  const lines = readFileSync(path.join(corpus, file), 'utf8').split('\n');
  const rows = lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Row);
  const columns = nodes.map(({ column, version, binary }) => {
    const answers = ask(binary, rows);
    const count = answers.filter((answer) => answer !== undefined).length;
    console.log(`${file}: Node ${version} answered ${count} of ${rows.length}`);
    return { column, answers };
  });
  const text = rows.map((row, index) => {
    const answered = columns.map(({ column, answers }) => [column, answers[index] ?? null] as const);
    return `${JSON.stringify({ ...row, ...Object.fromEntries(answered) })}\n`;
  });
  writeFileSync(path.join(out, file), text.join(''));
}
