/**
 * Runs in the Node that is asked, whatever its version: the programs of a file, each in a context of its own. What V8 prints by
 * itself and what a program answers stand between lines that name the program.
 */
const { readFileSync } = require('node:fs');
const { createContext, Script } = require('node:vm');

const print = new Script('(text) => %GlobalPrint(text)').runInThisContext();
for (const { id, code } of JSON.parse(readFileSync(process.argv[2], 'utf8'))) {
  print(`\n@@ ${id}\n`);
  let answer;
  try {
    answer = new Script(code, { filename: 'program.js' }).runInContext(createContext({}));
  } catch (error) {
    answer = { error: String(error) };
  }
  print(`\n@= ${JSON.stringify(answer)}\n`);
}
