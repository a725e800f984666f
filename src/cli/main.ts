/** `underhood run|lint|bytecode|verify FILE` and `underhood dap`: the same runs without our editor. */
import { parseArguments } from './arguments.ts';
import { bytecodeCommand } from './bytecode.ts';
import { dapCommand } from './dap.ts';
import { flagHelp } from './flag-help.ts';
import { lintCommand } from './lint/lint.ts';
import { runCommand } from './run.ts';
import { verifyCommand } from './verify.ts';
import { version } from './version.ts';

function main(words: readonly string[]): number | Promise<number> {
  const parsed = parseArguments(words);
  if (!parsed.ok) {
    process.stderr.write(`underhood: ${parsed.problem}\nTry: underhood --help\n`);
    return 2;
  }
  const { command } = parsed;
  switch (command.name) {
    case 'help':
      process.stdout.write(help);
      return 0;
    case 'version':
      process.stdout.write(`${version}\n`);
      return 0;
    case 'run':
      return runCommand(command);
    case 'lint':
      return lintCommand(command);
    case 'bytecode':
      return bytecodeCommand(command);
    case 'verify':
      return verifyCommand(command);
    case 'dap':
      return dapCommand();
  }
}

const help = `Runs JavaScript in Underhood's simulated engine: nothing of the file runs in a real one, except by verify.

  underhood run FILE [--runtime=browser|node] [--engine=NAME] [--races=first|second] [--script] [--json]
                     [--max-steps=N] [--env=NAME=VALUE …] [--dialog=ANSWER …] [--jsx-factory=NAME]
                     [--jsx-fragment-factory=NAME] [FLAG OF V8 …]
      Prints what the program prints, as node FILE would. --script: a classic script instead of CommonJS.
      --json: one object with outcome, error, steps, virtualMs, console, counts and turns.
      --engine: whose rules and thresholds the simulated V8 has: node20, node22, node24 (the default), node26, chrome.
      Bytecode is Node 24's in all of them.
      --races: what runs first where the real runtime decides by chance: what usually does, or the other.
      --env: a variable in process.env; those of your shell are not passed on, so that a run is the same everywhere.
      --dialog: what the user answers to the next confirm or prompt of a browser's program: ok, cancel or a text.
      --jsx-factory, --jsx-fragment-factory: what JSX calls, instead of what the nearest tsconfig.json says.
      Flags of V8, as node takes them; what they print is in node's format, on standard output. Addresses are made up and
      stay the same; where V8 has a time there is the number of bytecodes that have run, or nothing.
${flagHelp}
  underhood lint FILE … [--runtime=browser|node] [--format=text|json|sarif]
                        [--fail-on=warning|information|hint|never] [--baseline=FILE [--update-baseline]]
      Runs each file and prints the places that cost speed or surprise, with what happened in the run as evidence.
      Exit code 1 if there is a finding of the severity of --fail-on (warning) or above; 2 if a file cannot be run.
      --baseline: findings that the file knows do not count; --update-baseline writes what there is now into it.
  underhood bytecode FILE
      Prints the bytecode of the file's functions, as node --print-bytecode would.
  underhood verify FILE [--node=PATH] [--all] [--format=json] [--max-steps=N]
      Runs the file in your own Node, too (\`node\` as the terminal finds it), and says of each claim of the simulation whether V8
      did the same: agreed, differed, not observed. --all: also what agreed. This does run the file for real.
  underhood dap
      Debugs for an editor: the Debug Adapter Protocol over standard input and output. Attributes of launch: program,
      stopOnEntry, noDebug, runtime (node, browser), engine (as --engine), args, env, inputs.
  underhood --help, --version

Exit code: the program's own; 1 after an uncaught error, 2 if the file cannot be read or the command is wrong,
3 if a limit ended the run (20,000,000 steps unless --max-steps says otherwise).
`;

// A reader that has seen enough (`| head`) closes the pipe: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

// The bundle is CommonJS, which cannot wait at its top.
void Promise.resolve(main(process.argv.slice(2))).then((code) => {
  process.exitCode = code;
});
