/** What is wrong with a file is told as Node tells it: syntax errors, uncaught values, odd line ends and the like. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'mocha';
import { runInProcess } from '../../src/cli/run-in-process.ts';
import { testEnvironment } from '../unit/run-program.ts';
import { nodeBinary } from './node-binary.ts';
import { withoutInternals } from './without-internals.ts';

const inputs: Readonly<Record<string, string>> = {
  'an empty file': '',
  'a byte order mark': '\uFEFFconsole.log("after the mark", new Error("x").stack.split("\\n")[1]);',
  'a byte order mark before a shebang': '\uFEFF#!/usr/bin/env node\nconsole.log("not reached");\n',
  'CRLF line ends': 'console.log(1);\r\nconst f = () => {\r\n  throw new Error("third line");\r\n};\r\nf();\r\n',
  'a shebang': '#!/usr/bin/env node\nconsole.log(new Error("x").stack.split("\\n")[1]);',
  'a syntax error': 'let x = 1;\nlet y = ;\n',
  'an unfinished block': 'function f() {\n  if (true) {\n    console.log(1);\n',
  'a missing parenthesis': 'console.log("a"\nconsole.log("b");',
  'a double declaration': 'let twice = 1;\nconst other = 2;\nlet twice = 3;',
  'a thrown number': '\n\n  throw 5',
  'a thrown string': 'function f() { throw "text"; }\nf();',
  'a thrown object': 'throw { a: 1, b: [2] };',
  'a thrown null': 'throw null;',
  'a thrown error with properties': 'throw Object.assign(new RangeError("message"), { code: 3, detail: { a: 1 } });',
  'a thrown error of a class':
    'class MyError extends Error { constructor(m) { super(m); this.name = "MyError"; } }\nthrow new MyError("mine");',
  'an error with a cause': 'throw new Error("outer", { cause: new TypeError("inner") });',
  'a throw out of finally': 'try { throw new Error("first"); } finally {\n  console.log("finally");\n}',
  'a reference error': 'console.log("before");\nmissing + 1;',
  'a temporal dead zone': 'console.log(later);\nlet later = 1;',
  'a throwing getter':
    'const o = { get x() { throw new Error("in the getter"); } };\nconsole.log(Object.keys(o));\no.x;',
  'a call of undefined': 'const options = {};\noptions.callback(1);',
  'infinite recursion':
    'let depth = 0;\nfunction f() { depth++; f(); }\ntry { f(); } catch (error) { console.log(error instanceof RangeError, error.message, depth > 5000); }',
  'a rejected number': 'Promise.reject(42);',
  'a rejected undefined': 'Promise.reject();',
  'a rejected string': 'Promise.reject("text");',
  'a rejected error': 'const make = () => new Error("made here");\nPromise.reject(make());',
  'an async function that throws': 'async function f() {\n  await null;\n  null.x;\n}\nf();',
  'an exit code': 'process.exitCode = 4; setTimeout(() => console.log("done"));',
  'a minified line': `${'var a=1;'.repeat(300)}null.x;${'var b=2;'.repeat(30)}`,
};

describe('oracle: bad input', function () {
  this.timeout(30_000);
  const folder = mkdtempSync(path.join(tmpdir(), 'underhood-'));
  after(() => rmSync(folder, { recursive: true }));

  for (const [name, source] of Object.entries(inputs)) {
    it(name, () => {
      const file = path.join(folder, `${name.replaceAll(' ', '-')}.js`);
      writeFileSync(file, source);
      const expected = runInNode(file);
      const printed = { stdout: '', stderr: '' };
      const { exitCode } = runInProcess(source, { ...testEnvironment, fileName: file }, false, {
        write: (stream, text) => {
          printed[stream] += text;
        },
      });
      assert.equal(withoutInternals(printed.stderr), withoutInternals(expected.stderr));
      assert.equal(withoutInternals(printed.stdout), withoutInternals(expected.stdout));
      assert.equal(exitCode, expected.exitCode);
    });
  }
});

function runInNode(file: string): { stdout: string; stderr: string; exitCode: number } {
  try {
    const stdout = execFileSync(nodeBinary(), [file], {
      encoding: 'utf8',
      stdio: 'pipe',
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    return { stdout, stderr: '', exitCode: 0 };
  } catch (error) {
    const { stdout, stderr, status } = error as { stdout: string; stderr: string; status: number };
    return { stdout, stderr, exitCode: status };
  }
}
