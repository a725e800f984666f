/**
 * TypeScript and JSX as they are: each program in typescript/compiled prints here what TypeScript's own compiler makes of it
 * in Node 24, and those beside it with the options of their folder's tsconfig.json. Those in typescript/erasable run in Node itself, which takes the types away and keeps every position: so error
 * messages and stack traces are compared too.
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'mocha';
import { diskFiles } from '../../src/cli/disk-files.ts';
import { runInProcess } from '../../src/cli/run-in-process.ts';
import type { FileView } from '../../src/host/loading/files.ts';
import type { RunEnvironment } from '../../src/protocol/run.ts';
import { testEnvironment } from '../unit/run-program.ts';
import { nodeBinary } from './node-binary.ts';
import { withoutInternals } from './without-internals.ts';

const folder = path.join(import.meta.dirname, 'typescript');
const compiler = path.join(import.meta.dirname, '..', '..', 'node_modules', 'typescript', 'bin', 'tsc');

interface Printed {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

const programsIn = (kind: string): string[] =>
  readdirSync(path.join(folder, kind)).filter((name) => !name.startsWith('.'));

describe('oracle: TypeScript and JSX print what the compiler makes of them in Node', function () {
  this.timeout(60_000);
  const output = mkdtempSync(path.join(tmpdir(), 'underhood-'));
  const names = programsIn('compiled');

  before(() => writeFileSync(path.join(output, 'package.json'), '{"type":"commonjs"}'));
  after(() => rmSync(output, { recursive: true }));

  for (const name of names) {
    it(name, async () => {
      const file = path.join(folder, 'compiled', name);
      // One by one: scripts that are compiled together share their global names.
      const options = ['--target', 'es2022', '--module', 'commonjs', '--jsx', 'react', '--allowJs', '--noCheck'];
      await run([compiler, ...options, '--ignoreConfig', '--outDir', output, file]);
      const expected = await run([path.join(output, name.replace(/\.\w+$/, '.js'))]);
      const printed = runInUnderhood(file);
      assert.equal(printed.stderr, withoutInternals(expected.stderr));
      assert.equal(printed.stdout, withoutInternals(expected.stdout));
      assert.equal(printed.exitCode, expected.exitCode);
    });
  }
});

/** A folder for each, with a tsconfig.json of its own. */
for (const kind of ['legacy-decorators', 'assigned-fields']) {
  describe(`oracle: TypeScript as a project's tsconfig.json has it: ${kind}`, function () {
    this.timeout(60_000);
    const output = mkdtempSync(path.join(tmpdir(), 'underhood-'));
    after(() => rmSync(output, { recursive: true }));
    for (const name of programsIn(kind).filter((file) => /\.m?ts$/.test(file))) {
      it(name, async () => {
        const file = path.join(folder, kind, name);
        const config = path.join(output, 'tsconfig.json');
        const compilerOptions = { noCheck: true, module: 'nodenext', rootDir: path.dirname(file), outDir: output };
        writeFileSync(
          config,
          JSON.stringify({ extends: path.join(folder, kind, 'tsconfig.json'), files: [file], compilerOptions }),
        );
        await run([compiler, '-p', config]);
        const expected = await run([path.join(output, name.replace(/ts$/, 'js'))]);
        const printed = runInUnderhood(file, diskFiles());
        assert.equal(printed.stderr, withoutInternals(expected.stderr));
        assert.equal(printed.stdout, withoutInternals(expected.stdout));
        assert.equal(printed.exitCode, expected.exitCode);
      });
    }
  });
}

describe('oracle: erased TypeScript keeps the positions that Node keeps', function () {
  this.timeout(60_000);
  for (const name of programsIn('erasable')) {
    it(name, async () => {
      const file = path.join(folder, 'erasable', name);
      const expected = await run([file]);
      const printed = runInUnderhood(file);
      assert.equal(printed.stdout, placesOf(expected.stdout));
      assert.equal(withoutSourceLine(printed.stderr), withoutSourceLine(placesOf(expected.stderr)));
      assert.equal(printed.exitCode, expected.exitCode);
    });
  }
});

/** Node names a file that it has taken the types from by its URL. */
function placesOf(text: string): string {
  return withoutInternals(text).replaceAll('file:///', '/');
}

/** Node shows the line of an uncaught error without its types. */
function withoutSourceLine(text: string): string {
  return text.replace(/^(.*:\d+)\n.*\n/, '$1\n');
}

/** `files`: without any there is no tsconfig.json. */
function runInUnderhood(file: string, files?: FileView): Printed {
  const printed = { stdout: '', stderr: '' };
  const environment: RunEnvironment = { ...testEnvironment, fileName: file, ...(files && { sourceKind: 'auto' }) };
  const write = (stream: 'stdout' | 'stderr', text: string): void => {
    printed[stream] += text;
  };
  const { exitCode } = runInProcess(readFileSync(file, 'utf8'), environment, false, { write }, files);
  return { stdout: withoutInternals(printed.stdout), stderr: withoutInternals(printed.stderr), exitCode };
}

function run(args: readonly string[]): Promise<Printed> {
  const env = {
    ...process.env,
    TZ: 'UTC',
    LC_ALL: 'en_US.UTF-8',
    NODE_OPTIONS: '--disable-warning=ExperimentalWarning',
    NO_COLOR: '1',
  };
  return new Promise((resolve) => {
    execFile(nodeBinary(), args, { env }, (error, stdout, stderr) => {
      const code = error === null ? 0 : error.code;
      resolve({ stdout, stderr, exitCode: typeof code === 'number' ? code : -1 });
    });
  });
}
