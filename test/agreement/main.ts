/**
 * How far the model agrees with real V8: over the rows of a corpus, or with --packages (and --files, which may name folders,
 * too) over every function of real files, which the pinned Node is asked for.
 *   npm run agreement -- [--corpus FOLDER | --packages | --files FILE …] [--list LEVEL] [--show ID or NAME]
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type BytecodeRow, judge, type Listing, type Level, levels } from './bytecode.ts';
import { judgeFile, packageFiles, scriptsIn } from './packages.ts';

const { values, positionals } = parseArgs({
  options: {
    corpus: { type: 'string' },
    packages: { type: 'boolean' },
    files: { type: 'boolean' },
    list: { type: 'string' },
    show: { type: 'string' },
  },
  allowPositionals: true,
});
const counts = new Map<Level, number>();
const total = values.packages || values.files ? judgeFiles() : judgeCorpus();
for (const level of levels)
  console.log(
    `${level}: ${counts.get(level) ?? 0} of ${total} (${(((counts.get(level) ?? 0) / total) * 100).toFixed(1)} %)`,
  );

function judgeCorpus(): number {
  const corpus = values.corpus ?? path.resolve(import.meta.dirname, '..', '..', '..', 'shared', 'corpus');
  const rows = readFileSync(path.join(corpus, 'bytecode.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as BytecodeRow);
  for (const row of rows) {
    if (values.show !== undefined && row.id !== values.show) continue;
    let judged;
    try {
      judged = judge(row);
    } catch (error) {
      console.log(`${row.id} ${row.rule}: ${String(error)}`);
      continue;
    }
    count(judged.agrees);
    if (values.list !== undefined && !judged.agrees[values.list as Level])
      console.log(`${row.id} ${row.group} ${row.rule}: ${firstDifference(judged.theirs, judged.ours)}`);
    if (values.show === undefined) continue;
    console.log(row.source);
    show(judged.theirs, judged.ours);
  }
  return rows.length;
}

function judgeFiles(): number {
  let functions = 0;
  for (const file of values.packages ? packageFiles() : positionals.flatMap((name) => scriptsIn(name))) {
    let judgedFunctions;
    try {
      judgedFunctions = judgeFile(file);
    } catch (error) {
      console.log(`${file}: ${String(error)}`);
      continue;
    }
    for (const { theirs, judged } of judgedFunctions) {
      functions++;
      const place = `${path.basename(file)}:${theirs.positions[0]?.[2] ?? ''} ${theirs.name}`;
      if (judged === undefined) {
        if (values.list !== undefined) console.log(`${place}: we have no such function`);
        continue;
      }
      count(judged.agrees);
      if (values.list !== undefined && !judged.agrees[values.list as Level])
        console.log(`${place}: ${firstDifference(theirs, judged.ours)}`);
      if (values.show === undefined || !`${place} `.includes(values.show)) continue;
      console.log(place);
      show(theirs, judged.ours);
    }
  }
  return functions;
}

function count(agrees: Readonly<Record<Level, boolean>>): void {
  for (const level of levels) if (agrees[level]) counts.set(level, (counts.get(level) ?? 0) + 1);
}

function show(theirs: Listing, ours: Listing): void {
  const left = lines(theirs);
  const right = lines(ours);
  for (let i = 0; i < Math.max(left.length, right.length); i++)
    console.log(`${right[i] === left[i] ? ' ' : '!'} ${(left[i] ?? '').padEnd(60)} ${right[i] ?? ''}`);
  for (const what of ['constants', 'handlers'] as const)
    if (theirs[what].length > 0 || ours[what].length > 0)
      console.log(`${theirs[what].join(' ')}\n${ours[what].join(' ')}`);
}

function lines({ ops, positions }: Listing): string[] {
  const places = new Map(positions.map(([at, kind, position]) => [at, `${position} ${kind}>`]));
  return ops.map((op) => `${(places.get(op[0]) ?? '').padStart(8)} ${op.join(' ')}`);
}

function firstDifference(theirs: Listing, ours: Listing): string {
  const at = theirs.ops.findIndex(([, name, operands], i) => ours.ops[i]?.[1] !== name || ours.ops[i][2] !== operands);
  if (at < 0) {
    const what = (['constants', 'positions', 'handlers'] as const).find(
      (each) => JSON.stringify(theirs[each]) !== JSON.stringify(ours[each]),
    );
    if (what === undefined) return 'ours is longer';
    const index = theirs[what].findIndex((entry, i) => JSON.stringify(entry) !== JSON.stringify(ours[what][i]));
    return `${what} V8: ${JSON.stringify(theirs[what][index])} | ours: ${JSON.stringify(ours[what][index])}`;
  }
  const text = (ops: Listing['ops']): string =>
    ops
      .slice(at, at + 3)
      .map(([, name, operands]) => `${name} ${operands}`)
      .join('; ');
  return `@${theirs.ops[at]?.[0] ?? '?'} V8: ${text(theirs.ops)} | ours: ${text(ours.ops)}`;
}
