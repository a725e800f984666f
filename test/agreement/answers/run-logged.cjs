/** Runs one program in the Node that is asked, with a line offset by which its lines in V8's log are told from Node's own. */
const { readFileSync } = require('node:fs');
const { Script } = require('node:vm');

const [file, lineOffset, last] = process.argv.slice(2);
const source = `${readFileSync(file, 'utf8')}\n;${last}`;
const answer = new Script(source, { filename: 'program.js', lineOffset: Number(lineOffset) }).runInThisContext();
process.stdout.write(`\n@= ${JSON.stringify(answer ?? null)}\n`);
