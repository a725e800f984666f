/**
 * How far the model agrees with real V8: over the rows of a corpus, or with --packages (and --files, which may name folders,
 * too) over every function of real files, which the pinned Node is asked for.
 *   npm run agreement -- [PART …] [--corpus FOLDER] [--list METRIC] [--show ID]
 *   npm run agreement -- --packages | --files FILE … [--list LEVEL] [--show NAME]
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bytecodePart, type Level, levels, firstDifference, showListings } from './bytecode.ts';
import { elementsPart } from './elements.ts';
import { icPart } from './ic.ts';
import { mapsPart } from './maps.ts';
import { optPart } from './opt.ts';
import { judgeFile, packageFiles, scriptsIn } from './packages.ts';
import { MetricCount, type Metric, openCorpus, type Part } from './part.ts';

/** One part of the model is one file here and one entry. */
const parts: readonly Part[] = [bytecodePart, mapsPart, elementsPart, icPart, optPart];

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
if (values.packages || values.files) printMetrics('bytecode', judgeFiles());
else judgeCorpus();

function judgeCorpus(): void {
  const corpus = openCorpus(values.corpus ?? path.resolve(import.meta.dirname, '..', '..', '..', 'shared', 'corpus'));
  const unknown = positionals.find((name) => !parts.some((part) => part.name === name));
  if (unknown !== undefined) throw new Error(`no part ${unknown}: ${parts.map(({ name }) => name).join(', ')}`);
  for (const part of parts) {
    if (positionals.length > 0 && !positionals.includes(part.name)) continue;
    if (values.show === undefined) {
      printMetrics(part.name, part.measure(corpus));
      continue;
    }
    const shown = part.show(corpus, values.show);
    if (shown !== undefined) console.log(shown);
  }
}

function printMetrics(part: string, metrics: readonly Metric[]): void {
  for (const { name, goal, agree, of, differences } of metrics) {
    const share = of === 0 ? '' : `${((agree / of) * 100).toFixed(1)} %`;
    const aim = goal === undefined ? '' : `  (goal ${goal} %)`;
    console.log(`${`${part}: ${name}`.padEnd(44)} ${`${agree} of ${of}`.padStart(14)} ${share.padStart(8)}${aim}`);
    if (values.list !== name) continue;
    for (const { id, rule, text } of differences) console.log(`  ${id} ${rule}: ${text}`);
  }
}

function judgeFiles(): readonly Metric[] {
  const counts = new Map(levels.map((level) => [level as string, new MetricCount(level)]));
  for (const file of values.packages ? packageFiles() : positionals.flatMap((name) => scriptsIn(name))) {
    let judgedFunctions;
    try {
      judgedFunctions = judgeFile(file);
    } catch (error) {
      console.log(`${file}: ${String(error)}`);
      continue;
    }
    for (const { theirs, judged } of judgedFunctions) {
      const place = `${path.basename(file)}:${theirs.positions[0]?.[2] ?? ''} ${theirs.name}`;
      for (const [level, metric] of counts)
        metric.count({ id: place, rule: '' }, judged?.agrees[level as Level] === true, () =>
          judged === undefined ? 'we have no such function' : firstDifference(theirs, judged.ours),
        );
      if (judged !== undefined && values.show !== undefined && `${place} `.includes(values.show))
        console.log(`${place}\n${showListings(theirs, judged.ours)}`);
    }
  }
  return [...counts.values()];
}
