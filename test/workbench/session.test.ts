// A run follows the editor: it runs what is there, runs it again after an edit, and says so when it cannot.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { UnderhoodApi } from '../../src/extension/activate.ts';
import { activated, closeAll, extensionId, openProgram, pause, replaceText, runProgram, until } from './support.ts';

describe('the session', () => {
  let api: UnderhoodApi;
  before(async () => {
    api = await activated();
  });
  afterEach(closeAll);

  it('runs an unsaved document as it is in the editor', async () => {
    await runProgram(api, 'const answer = 6 * 7;\nconsole.log(answer);\n');
    assert.equal(api.summary()?.outcome, 'completed');
    assert.ok(api.events() > 0);
  });

  it('says that it runs again as soon as the text changes, and is fresh soon after', async () => {
    const editor = await runProgram(api, 'console.log(1);\n');
    const first = api.generation();
    const rerunning = until(() => api.status().kind === 'rerunning', 'the status to say so', 2_000);
    await replaceText(editor, 'console.log(2);\nconsole.log(3);\n');
    await rerunning;
    await until(() => api.status().kind === 'fresh', 'the new run');
    assert.notEqual(api.generation(), first);
  });

  it('keeps the last good run while the text does not parse', async () => {
    const editor = await runProgram(api, 'console.log(1);\n');
    const good = api.generation();
    // "@syntax" is no token of JavaScript.
    await replaceText(editor, 'console.log(1);\n\nlet broken = @syntax;\n');
    await until(
      () => api.status().kind === 'stale',
      () => `a stale run; the status is ${JSON.stringify(api.status())}`,
    );
    const status = api.status();
    assert.ok(status.kind === 'stale');
    assert.match(status.reason, /line 3\b/);
    assert.equal(api.generation(), good);
    assert.equal(api.highlightedLine(), undefined);
    await replaceText(editor, 'console.log(1);\n\nlet repaired = 1;\n');
    await until(() => api.status().kind === 'fresh', 'the repaired text to run');
  });

  it('says why, when a file never parsed', async () => {
    await openProgram('function broken( {\n@syntax');
    await until(
      () => api.status().kind === 'failed',
      () => `a failure; the status is ${JSON.stringify(api.status())}`,
    );
  });

  it('ends an endless loop with a clear message, and runs the next text', async () => {
    const editor = await runProgram(api, 'while (true) {}\n');
    assert.equal(api.summary()?.outcome, 'limit');
    assert.match(api.summary()?.message ?? '', /stopped/i);
    await replaceText(editor, 'console.log("again");\n');
    await until(() => api.status().kind === 'fresh' && api.summary()?.outcome === 'completed', 'the edited program');
  });

  it('ends a regular expression that explodes with a clear message, and runs the next text', async () => {
    const editor = await runProgram(api, 'console.log("good");\n');
    const good = api.generation();
    const stopped = (): boolean => {
      const status = api.status();
      if (status.kind === 'stale') return /^The run was stopped: .* did not return within 3 s$/.test(status.reason);
      return status.kind === 'fresh' && api.generation() !== good && api.summary()?.outcome === 'limit';
    };
    await replaceText(editor, `console.log(/^(a+)+$/.test('${'a'.repeat(60)}b'));\n`);
    await until(stopped, () => `the watchdog; the status is ${JSON.stringify(api.status())}`);
    await replaceText(editor, 'console.log("again");\n');
    await until(() => api.status().kind === 'fresh' && api.summary()?.outcome === 'completed', 'the edited program');
  });

  it('refuses a file that is too large, and the host stays responsive', async () => {
    const editor = await openProgram(`// ${'x'.repeat(97)}\n`.repeat(40_000));
    await until(
      () => api.status().kind === 'failed',
      () => `a failure; the status is ${JSON.stringify(api.status())}`,
    );
    const status = api.status();
    assert.ok(status.kind === 'failed');
    assert.match(status.reason, /4\.0 million characters/);
    // The least of three: the machine, too, has its pauses.
    let least = Number.POSITIVE_INFINITY;
    for (let round = 0; round < 3 && least >= 250; round++)
      least = Math.min(least, await longestPauseAfterEdit(editor));
    assert.ok(least < 250, `the host did nothing else for ${least} ms`);
    await runProgram(api, 'console.log("small");\n');
  });

  // The web host's extension folder cannot be written to, and what is asked of the session is the same code there.
  const folder = vscode.extensions.getExtension(extensionId)?.extensionUri;
  if (folder?.scheme === 'file') {
    it('says that VS Code keeps a file of 50 MB to itself, and goes on with the next', async () => {
      const uri = vscode.Uri.joinPath(folder, 'dist', 'test', 'huge.js');
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('x = 1; // some text\n'.repeat(2_700_000)));
      try {
        await vscode.commands.executeCommand('vscode.open', uri);
        await until(
          () => api.status().kind === 'unsupported',
          () => `a refusal; the status is ${JSON.stringify(api.status())}`,
        );
        await runProgram(api, 'console.log("small");\n');
      } finally {
        await closeAll();
        await vscode.workspace.fs.delete(uri);
      }
    });
  }

  /** Each says that it ran as what it is by its exit code. */
  const programs: Readonly<Record<string, string>> = {
    typescript: 'enum Code { ok = 3 }\nconst code: Code = <Code>Code.ok;\nprocess.exitCode = code;\n',
    typescriptreact: 'const view = <p title="x">{3 as number}</p>;\nprocess.exitCode = view.props.children;\n',
    javascriptreact: 'const view = <p title="x">{3}</p>;\nprocess.exitCode = view.props.children;\n',
  };
  for (const [language, program] of Object.entries(programs)) {
    it(`runs ${language}`, async () => {
      const { document } = await openProgram(program, language);
      await until(
        () => api.document() === document && api.status().kind === 'fresh',
        () => `${language}; the status is ${JSON.stringify(api.status())}`,
      );
      assert.equal(api.summary()?.exitCode, 3, api.summary()?.error);
    });
  }

  /** Programs that end badly, or look unusual: each ends as it should, and the next one runs. */
  const unusual: Readonly<Record<string, readonly [program: string, ends: RegExp]>> = {
    'a recursion without end': [
      '(function f() { return f() + 1; })();\n',
      /error .*RangeError: Maximum call stack size exceeded/s,
    ],
    'microtasks without end': ['(function again() { queueMicrotask(again); })();\n', /limit .*Stopped/s],
    'an interval that nobody clears': ['setInterval(function tick() {}, 1000);\n', /limit .*Stopped/s],
    'a getter that throws': ['console.log({ get a() { throw new TypeError("no"); } }.a);\n', /error .*TypeError: no/s],
    'a thrown object': ['throw { code: 7 };\n', /error .*\{ code: 7 \}/s],
    'a rejection that nobody handles': ['Promise.reject(new Error("nobody"));\n', /error .*Error: nobody/s],
    'a byte order mark, a shebang line and Windows line ends': [
      '\ufeff#!/usr/bin/env node\r\nconsole.log(1);\r\n',
      /completed/,
    ],
    'one long line': [`var t=0;${'for(var i=0;i<9;i++){t+=i}'.repeat(500)}console.log(t)`, /completed/],
  };
  for (const [what, [program, ends]] of Object.entries(unusual)) {
    it(`lives through ${what}`, async () => {
      const editor = await runProgram(api, program);
      const { outcome, error, message } = api.summary() ?? {};
      assert.match(`${outcome} ${error ?? ''} ${message ?? ''}`, ends);
      const before = api.generation() ?? 0;
      await replaceText(editor, 'console.log("next");\n');
      await until(() => api.status().kind === 'fresh' && (api.generation() ?? 0) > before, 'the next program');
      assert.equal(api.summary()?.outcome, 'completed');
    });
  }

  it('goes on after a limit', async () => {
    await runProgram(api, 'let n = 0;\nwhile (true) n++;\n');
    const steps = api.summary()?.steps ?? 0;
    assert.equal(api.summary()?.outcome, 'limit');
    await vscode.commands.executeCommand('underhood.goOn');
    await until(() => api.status().kind === 'fresh' && (api.summary()?.steps ?? 0) > steps, 'a longer run');
    assert.equal(api.summary()?.outcome, 'limit');
  });

  it('runs an empty file', async () => {
    await runProgram(api, '');
    assert.equal(api.summary()?.outcome, 'completed');
  });

  it('changes the runtime by command', async () => {
    const { useNode, useBrowser } = { useNode: 'underhood.useNode', useBrowser: 'underhood.useBrowser' };
    await runProgram(api, 'console.log(typeof window);\n');
    const before = api.generation() ?? 0;
    try {
      await vscode.commands.executeCommand(useBrowser);
      await until(() => api.status().kind === 'fresh' && (api.generation() ?? 0) > before, 'the run in the browser');
      assert.equal(vscode.workspace.getConfiguration('underhood').get('runtime'), 'browser');
    } finally {
      await vscode.commands.executeCommand(useNode);
    }
  });
});

/** For how long the extension host did not come to a timer, while a large file was edited. */
async function longestPauseAfterEdit(editor: vscode.TextEditor): Promise<number> {
  let longest = 0;
  let last = Date.now();
  const timer = setInterval(() => {
    longest = Math.max(longest, Date.now() - last);
    last = Date.now();
  }, 5);
  await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), ' '));
  await pause(400);
  clearInterval(timer);
  return longest;
}
