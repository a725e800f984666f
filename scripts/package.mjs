// Makes dist/underhood.vsix from a production build. Fails when a bundle or the package is over its size budget, or when the
// package holds anything that is not on the allow-list.
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { installDependencies } from './install.mjs';
import { root, runNode } from './process.mjs';

const budget = 2_000_000;
const vsix = path.join(root, 'dist', 'underhood.vsix');
const vsce = path.join(root, 'node_modules', '@vscode', 'vsce', 'vsce');

installDependencies();
if (!process.argv.includes('--no-build')) {
  const build = await runNode(['esbuild.mjs', '--production']);
  if (build.code !== 0) process.exit(1);
}
const packaging = await runNode(
  [
    vsce,
    'package',
    '--no-dependencies',
    '--allow-missing-repository',
    '--no-rewrite-relative-links',
    '--skip-license',
    '--out',
    vsix,
  ],
  { quiet: true },
);
if (packaging.code !== 0 || !existsSync(vsix)) {
  console.error(packaging.output);
  process.exit(1);
}
const stray = [...packaging.output.matchAll(/[├└]─ (?:\S*\/)?(\S+\.(?:ts|tsx|map|mjs|vsix))\b/g)].map(
  (match) => match[1],
);
if (stray.length > 0) {
  console.error(`Not meant for the package: ${stray.join(', ')}`);
  process.exit(1);
}
const { size } = statSync(vsix);
console.log(`${path.relative(root, vsix)}: ${(size / 1000).toFixed(1)} kB`);
if (size > budget) {
  console.error(`The package has ${size} bytes, the budget is ${budget}.`);
  process.exit(1);
}
