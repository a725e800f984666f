// Holds random programs against real Node: npm run fuzz -- [--count N] [--seed N] [--kind NAME] [--keep-going]. 20,000 of a seed
// that is new each time unless told; see test/fuzz/main.ts.
import path from 'node:path';
import { installDependencies } from './install.mjs';
import { root, runNode } from './process.mjs';

installDependencies();
const { code } = await runNode([
  '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON',
  path.join(root, 'test', 'fuzz', 'main.ts'),
  ...process.argv.slice(2),
]);
process.exit(code);
