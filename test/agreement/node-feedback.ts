/** Asks the pinned Node what V8's inline caches did in programs, and what its feedback vectors hold: --log-ic, %DebugPrint. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { nodeBinary } from '../oracle/node-binary.ts';
import { type FeedbackAnswer, type FeedbackProgram, IcSites, type SlotAnswer } from './feedback-answer.ts';

/** Each program runs in a global environment of its own; its lines tell it from the others. */
const linesPerProgram = 100_000;

const driver = `
const vm = require('node:vm');
const programs = JSON.parse(require('node:fs').readFileSync(process.argv[2], 'utf8'));
const { writeSync } = require('node:fs');
programs.forEach(({ code, functions }, i) => {
  const context = vm.createContext(vm.constants.DONT_CONTEXTIFY);
  const run = (text, lineOffset) => {
    try {
      new vm.Script(text, { filename: 'program.js', lineOffset }).runInContext(context);
    } catch (error) {
      writeSync(1, '@@error ' + i + ' ' + error + '\\n');
    }
  };
  run(code, (i + 1) * ${linesPerProgram});
  for (const name of functions) {
    writeSync(1, '@@function ' + i + ' ' + name + '\\n');
    run('%DebugPrint(' + name + ')', 0);
  }
  writeSync(1, '@@function\\n');
});
`;

export function nodeFeedback(programs: readonly FeedbackProgram[], flags: readonly string[] = []): FeedbackAnswer[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'underhood-feedback-'));
  try {
    const file = (name: string, text: string): string => {
      const at = path.join(folder, name);
      writeFileSync(at, text);
      return at;
    };
    const log = path.join(folder, 'v8.log');
    const { stdout, status, stderr } = spawnSync(
      nodeBinary(),
      [
        '--log-ic',
        `--logfile=${log}`,
        '--no-logfile-per-isolate',
        '--single-threaded',
        '--no-lazy-feedback-allocation',
        '--allow-natives-syntax',
        ...flags,
        file('driver.cjs', driver),
        file('programs.json', JSON.stringify(programs)),
      ],
      { encoding: 'utf8', maxBuffer: 1 << 30 },
    );
    if (status !== 0) throw new Error(`Node ended with ${status}: ${stderr}`);
    return answersFrom(programs.length, readFileSync(log, 'utf8'), stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function answersFrom(count: number, log: string, printed: string): FeedbackAnswer[] {
  const answers = Array.from({ length: count }, () => ({
    sites: new IcSites(),
    vectors: new Map<string, readonly SlotAnswer[]>(),
  }));
  for (const line of log.split('\n')) {
    const [ic, , , at, col, from, to, , key, modifier] = line.split(',');
    if (ic === undefined || !/^\w+IC$/.test(ic) || at === undefined) continue;
    const answer = answers[Math.floor(Number(at) / linesPerProgram) - 1];
    answer?.sites.add(Number(at) % linesPerProgram, Number(col), ic, key!, from!, to!, modifier!);
  }
  for (const section of printed.split(/^@@function/m)) {
    const [, program, name] = /^ (\d+) (\S+)\n/.exec(section) ?? [];
    if (program === undefined) continue;
    const slots = slotsIn(section);
    if (slots.length > 0 || section.includes('[FeedbackVector]')) answers[Number(program)]!.vectors.set(name!, slots);
  }
  return answers.map(({ sites, vectors }) => ({ sites: sites.all(), vectors }));
}

/** ` - slot #0 LoadProperty MONOMORPHIC`, and what follows. */
function slotsIn(text: string): SlotAnswer[] {
  return [...text.matchAll(/^ - slot #(\d+) (\S+)(.*)$/gm)].map(([, slot, kind, rest]) => [
    Number(slot),
    kind!,
    rest!
      .replace(/\{$/, '')
      .replace(/with name 0x\w+ <(?:String\[\d+\]: #?|Symbol: )?(.*)>/, 'with name $1')
      .trim(),
  ]);
}
