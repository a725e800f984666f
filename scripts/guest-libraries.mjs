// Makes the source of a library that runs as code of the simulated program: src/host/node/readable-stream.json, Node's own
// streams as the package readable-stream publishes them.
//   node scripts/guest-libraries.mjs [--check]   # only compares
import esbuild from 'esbuild';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve(import.meta.dirname, '..');
const output = path.resolve(import.meta.dirname, '../src/host/node/readable-stream.json');

/** What of the package's own surroundings is ours: its errors and tools, and other modules of Node. */
const ours = [
  [/\/ours\/errors$|^\.\/errors$/, 'internal/stream/errors'],
  [/\/ours\/util$/, 'internal/stream/tools'],
  [/\/shims\/process$/, 'process'],
  [/^string_decoder\/?$/, 'string_decoder'],
  [/^buffer$/, 'buffer'],
  [/^events$/, 'events'],
  [/^abort-controller$/, 'internal/stream/tools'],
];

const redirect = {
  name: 'ours',
  setup(build) {
    build.onResolve({ filter: /.*/ }, ({ path: name, kind }) => {
      const found = kind === 'require-call' ? ours.find(([pattern]) => pattern.test(name)) : undefined;
      return found && { path: found[1], external: true };
    });
  },
};

const { outputFiles } = await esbuild.build({
  absWorkingDir: folder,
  stdin: {
    contents:
      "const stream = require('readable-stream/lib/stream.js');" +
      "const promises = require('readable-stream/lib/stream/promises.js');" +
      'module.exports = { stream, promises };',
    resolveDir: folder,
  },
  bundle: true,
  write: false,
  format: 'cjs',
  platform: 'neutral',
  preserveSymlinks: true,
  mainFields: ['main'],
  target: 'es2022',
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'none',
  plugins: [redirect],
});
const { version } = JSON.parse(readFileSync(path.join(folder, 'node_modules/readable-stream/package.json'), 'utf8'));
// What Node 24 does and the package does not yet: a write that throws ends the stream that is piped to.
const piping = 'let ret=dest.write(chunk);debug("dest.write",ret),ret===!1&&pause()';
const library = outputFiles[0].text.replace(
  `${piping}}function onerror`,
  `try{${piping}}catch(error){dest.destroy(error)}}function onerror`,
);
if (!library.includes(`try{${piping}}`))
  throw new Error('readable-stream pipes in another way now: look what Node does.');
const source = `function (require, global) {\nconst module = { exports: {} };\n${library}\nreturn module.exports;\n}`;
const text = `${JSON.stringify({ package: 'readable-stream', version, license: 'MIT', source }, undefined, 2)}\n`;
if (!process.argv.includes('--check')) writeFileSync(output, text);
else if (readFileSync(output, 'utf8') !== text) {
  console.error(`${path.relative(folder, output)} is not what the package says: run node scripts/guest-libraries.mjs`);
  process.exit(1);
}
