/**
 * `npm run bench -- [options] [part of a program's name]…`: Underhood and what could be used instead, as ratios to
 * `node --jitless`. --quick: Underhood and Node only, fewer rounds. --engines a,b,c: see contenders.ts. --rounds N.
 * --time-cut SECONDS. --against DIR: another checkout's Underhood as well. are-we-fast-yet is read from a checkout named by AWFY_DIR; --fetch gets one with git.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { contenders, type ContenderName, contenderNames, reference, usualContenders } from './contenders.ts';
import { contest } from './contest.ts';
import { installPeers } from './peers.ts';
import { areWeFastYet, kernels, type Program } from './programs.ts';
import { failures, meansOf, recordingCost, type Row, tableHead, tableRow } from './table.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    engines: { type: 'string' },
    rounds: { type: 'string' },
    'time-cut': { type: 'string', default: '60' },
    against: { type: 'string' },
    fetch: { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds ?? (values.quick ? 3 : 7));
const names = chosenContenders();
const programs = [...suitePrograms(), ...kernels()].filter(
  ({ name }) => positionals.length === 0 || positionals.some((part) => name.includes(part)),
);
if (names.some((name) => contenders[name].isPeer)) installPeers();

const startScript = path.join(import.meta.dirname, 'realm-start.ts');
spawnSync(process.execPath, [startScript], { stdio: ['ignore', 'inherit', 'inherit'] });
console.log(
  `\nTime over the time of \`${contenders[reference].title}\`, CPU time of the main thread, medians of ${rounds} rounds`,
);
console.log(tableHead(names));
const rows: Row[] = [];
for (const program of programs) {
  const row = {
    program,
    outcomes: await contest(program, names, { rounds, timeCut: Number(values['time-cut']), otherTree: values.against }),
  };
  rows.push(row);
  console.log(tableRow(row, names));
}
console.log('');
for (const suite of ['are-we-fast-yet', 'kernels'] as const) {
  const ofSuite = rows.filter(({ program }) => program.suite === suite);
  if (ofSuite.length > 0) console.log(meansOf(suite, ofSuite, names));
}
const cost = recordingCost(rows);
if (cost !== undefined) console.log(`\n${cost}`);
for (const name of names) {
  const { title, input, rounds: most } = contenders[name];
  const remarks = [
    input === 'small' ? 'reduced inputs, `node --jitless` too' : '',
    most < rounds ? `${most} rounds` : '',
  ];
  if (most < rounds) console.log(`${title}: ${remarks.filter((remark) => remark !== '').join(', ')}`);
}
for (const line of failures(rows)) console.log(line);
// A result that differs from Node's, or a program that does not run, is a fault of ours.
const isFault = ({ outcomes }: Row): boolean =>
  (['underhood', 'recorded'] as const).some((name) => 'failure' in (outcomes.get(name) ?? {}));
if (rows.some(isFault)) process.exitCode = 1;

function chosenContenders(): ContenderName[] {
  const asked: string[] =
    values.engines?.split(',') ?? (values.quick ? ['underhood', 'recorded', 'node'] : usualContenders);
  if (values.against !== undefined) asked.push('against');
  const unknown = asked.filter((name) => !(name in contenders));
  if (unknown.length > 0) {
    console.error(`No such engine: ${unknown.join(', ')}. There are: ${contenderNames.join(', ')}.`);
    process.exit(2);
  }
  return contenderNames.filter((name) => name === reference || asked.includes(name));
}

function suitePrograms(): Program[] {
  const fetched = path.join(import.meta.dirname, 'are-we-fast-yet');
  if (values.fetch && !existsSync(fetched)) {
    const from = 'https://github.com/smarr/are-we-fast-yet';
    const { status } = spawnSync('git', ['clone', '--depth', '1', from, fetched], { stdio: 'inherit' });
    if (status !== 0) process.exit(2);
  }
  const checkout = process.env.AWFY_DIR ?? (existsSync(fetched) ? fetched : undefined);
  if (checkout !== undefined) return areWeFastYet(checkout);
  console.log('are-we-fast-yet is left out: name a checkout in AWFY_DIR, or say --fetch');
  return [];
}
