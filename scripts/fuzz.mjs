// Holds random programs against real Node: node scripts/fuzz.mjs [count] [seed]. 20,000 of a seed that is new each day unless
// told. The first difference of each grammar ends it, printed with the smallest program that shows it.
import path from 'node:path';
import { installDependencies } from './install.mjs';
import { root, runNode } from './process.mjs';

const [count = '20000', seed = String(Math.floor(Date.now() / 86_400_000))] = process.argv.slice(2);
installDependencies();
const mocha = path.join(root, 'node_modules', 'mocha', 'bin', 'mocha.js');
const { code } = await runNode([mocha, '--spec', 'test/fuzz/fuzz.test.ts'], {
  env: { FUZZ_RUNS: count, FUZZ_SEED: seed },
});
process.exit(code);
