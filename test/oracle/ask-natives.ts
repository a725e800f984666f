/** Asks the pinned Node a question about V8: a program with natives, compiling on the main thread. */
import { execFileSync } from 'node:child_process';
import { nodeBinary } from './node-binary.ts';

/** Runs the program in a fresh Node and gives back what it leaves in `result`. */
export function ask(program: string): unknown {
  return JSON.parse(outputOf(`let result;\n${program}\nprocess.stdout.write(JSON.stringify(result));`)) as unknown;
}

/** What the program prints, and what Node prints about it with these flags. */
export function outputOf(program: string, flags: readonly string[] = []): string {
  return execFileSync(nodeBinary(), ['--allow-natives-syntax', '--single-threaded', ...flags, '-e', program], {
    encoding: 'utf8',
    env: {},
  });
}
