/** Every program here must print in Underhood what it prints in a real Node 24, and end with the same exit code. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'mocha';
import { runInProcess } from '../../src/cli/run-in-process.ts';
import { nodeBinary } from './node-binary.ts';
import { withoutInternals } from './without-internals.ts';

const folder = path.join(import.meta.dirname, 'programs');
const programs = readdirSync(folder).filter((name) => /\.c?js$/.test(name));

interface Printed {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

describe('oracle: programs print what they print in Node', function () {
  this.timeout(60_000);
  let expected: Map<string, Printed>;
  const results = { agreed: 0 };

  before(async () => {
    expected = await runAllInNode();
  });

  it('has programs', () => assert.ok(programs.length >= 25));

  for (const name of programs) {
    it(name, () => {
      const file = path.join(folder, name);
      const printed = runInUnderhood(file);
      const { stdout, stderr, exitCode } = expected.get(name)!;
      assert.equal(printed.stdout, withoutInternals(stdout));
      assert.equal(printed.stderr, withoutInternals(stderr));
      assert.equal(printed.exitCode, exitCode);
      results.agreed++;
    });
  }

  after(() =>
    console.log(
      `      ${results.agreed} of ${programs.length} programs print the same as Node ${expected.size > 0 ? '24' : ''}`,
    ),
  );
});

function runInUnderhood(file: string): Printed {
  const printed = { stdout: '', stderr: '' };
  const environment = {
    runtime: 'node',
    sourceKind: 'commonjs',
    fileName: file,
    seed: 1,
    startTime: Date.UTC(2026, 0, 1, 12),
    timeZone: 'UTC',
    locale: 'en-US',
    maxSteps: 20_000_000,
    maxEvents: Infinity,
    maxVirtualMs: 3_600_000,
  } as const;
  const { exitCode } = runInProcess(readFileSync(file, 'utf8'), environment, false, {
    write: (stream, text) => {
      printed[stream] += text;
    },
  });
  return { stdout: withoutInternals(printed.stdout), stderr: withoutInternals(printed.stderr), exitCode };
}

/** Two at a time: programs that wait for timers should not wait for each other. */
async function runAllInNode(): Promise<Map<string, Printed>> {
  const result = new Map<string, Printed>();
  const left = [...programs];
  const work = async (): Promise<void> => {
    for (let name = left.pop(); name !== undefined; name = left.pop())
      result.set(name, await runInNode(path.join(folder, name)));
  };
  await Promise.all([work(), work(), work()]);
  return result;
}

function runInNode(file: string): Promise<Printed> {
  const env = { ...process.env, TZ: 'UTC', LC_ALL: 'en_US.UTF-8', NODE_OPTIONS: '', NO_COLOR: '1' };
  return new Promise((resolve) => {
    execFile(nodeBinary(), [file], { env, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      const code = error === null ? 0 : error.code;
      resolve({ stdout, stderr, exitCode: typeof code === 'number' ? code : -1 });
    });
  });
}
