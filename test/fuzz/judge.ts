/** What real Node prints for a program: many share one process, those that end with an uncaught error get their own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { nodeBinary } from '../oracle/node-binary.ts';
import type { Printed } from './compare.ts';

const env = { ...process.env, TZ: 'UTC', LC_ALL: 'en_US.UTF-8', NODE_OPTIONS: '', NO_COLOR: '1' };
/** No program runs as long as this; only one whose loops have no bound does. */
const patience = 5_000;
/** A process of one's own begins later where many wait for the machine. */
const startUp = 2_000;
const maxOutput = 400_000;
/** What changes the process itself, so that the programs behind it would notice: these get a process of their own. */
const needsOwnProcess =
  /\bprocess\b\s*(\.|\?\.)\s*(?!nextTick\b|argv\b|platform\b|version)|\bconsole\b[^;]*\b(group|count|time|assert)|\brequire\b|captureStackTrace|stackTraceLimit|prepareStackTrace/;

/** Why there is no answer of the shared process: it was ended for its silence, or it died by itself. */
type Answer = { readonly text: string } | 'ended' | 'died';

export class Judge {
  #child: ChildProcess | undefined;
  #received = Buffer.alloc(0);
  #answer: ((answer: Answer) => void) | undefined;
  /** How long a program may take before it counts as endless. */
  patience = patience;
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'underhood-fuzz-'));

  /** The file that the programs believe to be. */
  get fileName(): string {
    return path.join(this.#folder, 'program.js');
  }

  /**
   * Undefined when the program does not end. `crashed`: Node ends with a signal of its own, as V8 13.6 does where the initializer of
   * `for (await using x = …; …)` has a closure over x (SIGSEGV); nothing is to be learnt from that.
   */
  async print(source: string): Promise<Printed | 'crashed' | undefined> {
    if (needsOwnProcess.test(source)) return await this.printAlone(source);
    const answer = await this.#ask(source);
    // A shared process may be silent for another reason: what a program before this one has left, or a machine that stalls.
    if (answer === 'ended' || answer === 'died') return await this.printAlone(source);
    const { stdout, stderr, own } = JSON.parse(answer.text) as { stdout: string; stderr: string; own: boolean };
    return own ? await this.printAlone(source) : { stdout, stderr, exitCode: 0 };
  }

  /** In a process of its own, as `node FILE` prints it: into files, because a pipe may lose the end of what a dying process wrote. */
  printAlone(source: string): Promise<Printed | 'crashed' | undefined> {
    writeFileSync(this.fileName, source);
    const files = ['stdout', 'stderr'].map((name) => path.join(this.#folder, name));
    const [out, err] = files.map((file) => openSync(file, 'w'));
    const options = { env, timeout: this.patience + startUp, stdio: ['ignore' as const, out!, err!] };
    const child = spawn(nodeBinary(), ['--max-old-space-size=400', this.fileName], options);
    return new Promise((resolve) => {
      child.on('exit', (code, signal) => {
        closeSync(out!);
        closeSync(err!);
        const [stdout, stderr] = files.map((file) => readFileSync(file, 'utf8'));
        if (code === null && signal !== 'SIGTERM') return resolve('crashed');
        resolve(
          code === null || stdout!.length > maxOutput
            ? undefined
            : { stdout: stdout!, stderr: stderr!, exitCode: code },
        );
      });
    });
  }

  close(): void {
    this.#child?.kill();
    this.#child = undefined;
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #ask(source: string): Promise<Answer> {
    this.#child ??= this.#start();
    const child = this.#child;
    const bytes = Buffer.from(source, 'utf8');
    child.stdin!.write(bytes.length.toString(16).padStart(8, '0'));
    child.stdin!.write(bytes);
    return new Promise((resolve) => {
      const giveUp = setTimeout(() => {
        child.kill('SIGKILL');
        if (this.#child === child) this.#child = undefined;
        this.#answer?.('ended');
      }, this.patience);
      this.#answer = (answer) => {
        clearTimeout(giveUp);
        this.#answer = undefined;
        resolve(answer);
      };
    });
  }

  #start(): ChildProcess {
    this.#received = Buffer.alloc(0);
    const script = path.join(import.meta.dirname, 'judge-child.cjs');
    const child = spawn(nodeBinary(), ['--max-old-space-size=400', script, this.fileName], {
      env,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    child.stdin.on('error', () => undefined);
    child.stdout.on('data', (data: Buffer) => {
      if (this.#child !== child) return;
      this.#received = Buffer.concat([this.#received, data]);
      if (this.#received.length < 8) return;
      const end = 8 + Number.parseInt(this.#received.toString('latin1', 0, 8), 16);
      if (this.#received.length < end) return;
      const text = this.#received.toString('utf8', 8, end);
      this.#received = this.#received.subarray(end);
      this.#answer?.({ text });
    });
    child.on('exit', () => {
      if (this.#child !== child) return;
      this.#child = undefined;
      this.#answer?.('died');
    });
    return child;
  }
}
