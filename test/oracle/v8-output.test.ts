/**
 * What V8's own flags print: the same from our engine as from the pinned Node, for programs of our own. A program that is known to
 * differ stands in `known` with the reason, until it agrees.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { listings, masked, nodeOutput, ourOutput, traceLines } from './v8-output/outputs.ts';

const folder = path.join(import.meta.dirname, 'v8-output', 'programs');
const nativesFolder = path.join(import.meta.dirname, 'v8-output', 'natives');
const programs = readdirSync(folder).map((name) => ({
  name,
  file: path.join(folder, name),
  source: readFileSync(path.join(folder, name), 'utf8'),
}));

const known: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  bytecode: {},
  tiers: {
    'monomorphic.js': 'representations of fields, prototypes as constants',
  },
};

/** Which share of the lines of a log our log has too, at least. */
const logs: readonly (readonly [flags: readonly string[], floor: number])[] = [
  [['--log-ic', '--no-lazy-feedback-allocation'], 0.95],
  [['--log-maps'], 0.95],
];

describe('oracle: what flags of V8 print', function () {
  this.timeout(120_000);

  for (const name of readdirSync(nativesFolder))
    it(`--allow-natives-syntax ${name}`, async () => {
      const file = path.join(nativesFolder, name);
      const flags = ['--allow-natives-syntax'];
      assert.equal(ourOutput(file, flags).printed, (await nodeOutput(file, flags)).printed);
    });

  for (const { name, file, source } of programs)
    it(`--print-bytecode ${name}${differs(known.bytecode?.[name])}`, async () => {
      const theirs = listings((await nodeOutput(file, [], ['--print-bytecode'])).printed, source);
      const ours = listings(ourOutput(file, ['--print-bytecode']).printed, source);
      agree(known.bytecode?.[name], ours.toSorted().join(''), theirs.toSorted().join(''));
    });

  // Programs with loops that are long enough.
  for (const { name, file, source } of programs.filter((program) => /\b(?:600|700|2000|200000)\b/.test(program.source)))
    it(`--trace-opt --trace-deopt --log-deopt ${name}${differs(known.tiers?.[name])}`, async () => {
      const flags = ['--trace-opt', '--trace-deopt', '--log-deopt'];
      const theirs = await nodeOutput(file, flags);
      const ours = ourOutput(file, flags);
      const text = ({ printed, log }: typeof ours): string =>
        [...traceLines(printed, source), masked(log.join('\n'))].join('\n');
      agree(known.tiers?.[name], text(ours), text(theirs));
    });

  for (const [flags, floor] of logs)
    it(`${flags.join(' ')}: most lines`, async () => {
      let lines = 0;
      let same = 0;
      for (const { file } of programs) {
        const theirs = (await nodeOutput(file, flags)).log.map(masked);
        const ours = ourOutput(file, flags).log.map(masked);
        lines += theirs.length;
        for (const line of theirs) {
          const at = ours.indexOf(line);
          if (at < 0) continue;
          ours.splice(at, 1);
          same++;
        }
      }
      console.log(`      ${same} of ${lines} lines of ${flags[0]} are Node's`);
      assert.ok(same / lines >= floor, `${same} of ${lines}`);
    });
});

function differs(reason: string | undefined): string {
  return reason === undefined ? '' : `, which differs: ${reason}`;
}

function agree(reason: string | undefined, ours: string, theirs: string): void {
  assert.notEqual(theirs, '');
  if (reason === undefined) assert.equal(ours, theirs);
  else assert.notEqual(ours, theirs, 'they agree now: no reason is needed any more');
}
