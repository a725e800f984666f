/** The flags of V8 as the help lists them: from the engine's table. */
import { flagTable } from '../engine/index.ts';

const indentation = ' '.repeat(6);
const widest = 44;

export const flagHelp = Object.entries(flagTable)
  .map(([name, { fallback, what }]) => {
    const written = typeof fallback === 'boolean' ? `--[no-]${name}` : `--${name}=${valueName(fallback)}`;
    return `${indentation}${written.padEnd(widest)} ${what}${fallback === true ? ' (On.)' : ''}`;
  })
  .join('\n');

function valueName(fallback: number | string): string {
  return typeof fallback === 'number' ? 'N' : 'TEXT';
}
