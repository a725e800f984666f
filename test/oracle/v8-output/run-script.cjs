/** Runs a file as a classic script in the pinned Node; flags of V8 behind its name are on from its compilation to the end of its microtasks. */
const { readFileSync } = require('node:fs');
const { setFlagsFromString } = require('node:v8');
const { Script } = require('node:vm');

const [file, lineOffset, ...flags] = process.argv.slice(2);
const source = readFileSync(file, 'utf8');
new Script('0', { filename: 'warm' }).runInThisContext();
for (const flag of flags) setFlagsFromString(flag);
const script = new Script(source, { filename: file, lineOffset: Number(lineOffset) });
setImmediate(function harnessEnds() {
  for (const flag of flags) setFlagsFromString(flag.replace('--', '--no-'));
});
script.runInThisContext();
