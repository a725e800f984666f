/** `underhood bytecode`: the listing of the file's functions. */
import type { BytecodeCommand } from './arguments.ts';
import { readSource } from './source-file.ts';

export function bytecodeCommand(command: BytecodeCommand): number {
  const file = readSource(command.file);
  if (file === undefined) return 2;
  process.stderr.write('underhood: bytecode is not there yet\n');
  return 2;
}
