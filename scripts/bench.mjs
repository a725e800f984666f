// Measures the engine against others: node scripts/bench.mjs [options] [part of a program's name]... See test/bench/main.ts.
import { installDependencies } from './install.mjs';
import { runNode } from './process.mjs';

installDependencies();
const { code } = await runNode(['test/bench/main.ts', ...process.argv.slice(2)]);
process.exit(code);
