// VS Code's debugger on the run that the view shows: from F5 without a launch.json to the end of a session, in both kinds of host.
import assert from 'node:assert/strict';
import type { DebugProtocol as Dap } from '@vscode/debugprotocol';
import * as vscode from 'vscode';
import type { UnderhoodApi } from '../../src/extension/activate.ts';
import { activated, closeAll, openProgram, pause, replaceText, runProgram, until } from './support.ts';

/** Lines count from 1 below, as in the debugger. */
const program = `let total = 0;
function add(price) {
  const before = total;
  total = before + price;
  return total;
}
add(3);
add(4);
console.log('total', total);
`;

/** Without a launch.json VS Code asks with nothing but the type. */
const nothing = { type: 'underhood', name: '', request: '' };
/** Else VS Code asks for a name to save an untitled document under. */
const unsaved = { suppressSaveBeforeStart: true };

describe('debugging', () => {
  let api: UnderhoodApi;
  const debug = vscode.workspace.getConfiguration('debug');
  before(async () => {
    api = await activated();
    // VS Code's own view would take the place of ours.
    await debug.update('openDebug', 'neverOpen', vscode.ConfigurationTarget.Global);
    await vscode.commands.executeCommand('underhood.showRun');
    await until(() => api.pageIsLive(), 'the page', 20_000);
  });
  after(() => debug.update('openDebug', undefined, vscode.ConfigurationTarget.Global));
  afterEach(async () => {
    await stop();
    vscode.debug.removeBreakpoints(vscode.debug.breakpoints);
    await vscode.commands.executeCommand('workbench.action.focusFirstEditorGroup');
    await closeAll();
  });

  it('needs no launch.json and no file, and stops at the first line where no breakpoint is set', async () => {
    const { document } = await runProgram(api, program);
    const session = await start(nothing);
    assert.equal(session.configuration['program'], document.uri.toString());
    await standsAt(session, 1);
    assert.equal(document.isUntitled, true);
  });

  it('offers to debug this file wherever configurations are offered', async () => {
    const editor = await runProgram(api, program);
    const session = await start({
      ...nothing,
      name: 'Underhood: Debug this file',
      program: '${file}',
      stopOnEntry: true,
    });
    assert.equal(session.configuration['program'], editor.document.uri.toString());
    await standsAt(session, 1);
  });

  it('debugs the run that is shown already, and does not run it again', async () => {
    await runProgram(api, program);
    const generation = api.generation();
    const session = await start({ ...nothing, stopOnEntry: true });
    await standsAt(session, 1);
    assert.equal(api.generation(), generation);
    await stop();
    await pause(300);
    assert.equal(api.generation(), generation);
    assert.equal(api.status().kind, 'fresh');
  });

  it('stops at a breakpoint with its variables, goes on to the next, and back', async () => {
    const editor = await runProgram(api, program);
    breakAt(editor, 4);
    const session = await start(nothing);
    await standsAt(session, 4);
    assert.equal(await variable(session, 'price'), '3');
    assert.equal(await variable(session, 'before'), '0');
    await vscode.commands.executeCommand('workbench.action.debug.continue');
    await until(() => api.momentEvent() !== undefined, 'the moment');
    await eventually(() => variable(session, 'price'), '4');
    await vscode.commands.executeCommand('workbench.action.debug.reverseContinue');
    await eventually(() => variable(session, 'price'), '3');
    await standsAt(session, 4);
  });

  it('steps over, into, out, and back', async () => {
    await runProgram(api, program);
    const session = await start({ ...nothing, stopOnEntry: true });
    await standsAt(session, 1);
    for (const [command, line] of [
      ['stepOver', 7],
      ['stepInto', 3],
      ['stepOver', 4],
      ['stepBack', 3],
      ['stepOut', 8],
      ['stepBack', 3],
    ] as const) {
      // What was out is back by where it came from.
      await vscode.commands.executeCommand(`workbench.action.debug.${command}`);
      await standsAt(session, line, command);
    }
  });

  it('moves the scrubber with each stop, and the stop with the scrubber', async () => {
    await runProgram(api, program);
    const session = await start({ ...nothing, stopOnEntry: true });
    await standsAt(session, 1);
    const first = await moment(session);
    await until(
      () => api.momentEvent() === first,
      () => `event ${first} in the page, which is at ${api.momentEvent()}`,
    );
    await vscode.commands.executeCommand('workbench.action.debug.stepOver');
    await standsAt(session, 7);
    const second = await moment(session);
    assert.ok(second > first);
    await until(
      () => api.momentEvent() === second,
      () => `event ${second} in the page, which is at ${api.momentEvent()}`,
    );
    // VS Code highlights the line: ours would be a second colour on it.
    assert.equal(api.highlightedLine(), undefined);

    await vscode.commands.executeCommand('underhood.forward');
    await eventually(async () => (await moment(session)) > second, true);
    const third = await moment(session);
    await vscode.commands.executeCommand('underhood.back');
    await eventually(() => moment(session), second);
    await vscode.commands.executeCommand('underhood.last');
    await eventually(async () => (await moment(session)) > third, true);
    await eventually(async () => (await moment(session)) === api.momentEvent(), true);
    // Nothing swings to and fro afterwards.
    const rest = api.momentEvent();
    await pause(500);
    assert.equal(api.momentEvent(), rest);
    assert.equal(await moment(session), rest);
  });

  it('stays with its run when the text is edited, and restarts with the new text', async () => {
    const editor = await runProgram(api, program);
    breakAt(editor, 9);
    const session = await start(nothing);
    await standsAt(session, 9);
    const generation = api.generation();
    await replaceText(editor, program.replace('add(4)', 'add(40)'));
    await until(
      () => api.status().kind === 'edited',
      () => `the edit; the status is ${JSON.stringify(api.status())}`,
    );
    await pause(300);
    assert.equal(api.generation(), generation);
    assert.equal(await evaluate(session, 'total'), '7');
    await vscode.commands.executeCommand('workbench.action.debug.restart');
    await until(
      () => api.status().kind === 'fresh' && (api.generation() ?? 0) > (generation ?? 0),
      () => `the run of the new text; the status is ${JSON.stringify(api.status())}`,
    );
    const again = await current();
    await standsAt(again, 9);
    assert.equal(await evaluate(again, 'total'), '43');
  });

  it('lets the view follow the text again when the session ends', async () => {
    const editor = await runProgram(api, program);
    await standsAt(await start({ ...nothing, stopOnEntry: true }), 1);
    const generation = api.generation() ?? 0;
    await replaceText(editor, 'console.log("after");\n');
    await until(() => api.status().kind === 'edited', 'the edit');
    await stop();
    await until(() => api.status().kind === 'fresh' && (api.generation() ?? 0) > generation, 'the new text to run');
  });

  it('stays with its program while another file is looked at, and gives that one the view afterwards', async () => {
    const { document } = await runProgram(api, program);
    const session = await start({ ...nothing, stopOnEntry: true });
    await standsAt(session, 1);
    const other = await openProgram('console.log("another");\n');
    await pause(300);
    assert.equal(api.document(), document);
    await standsAt(session, 1);
    await stop();
    await until(() => api.document() === other.document && api.status().kind === 'fresh', 'the other file');
  });

  it('runs without debugging: to the end, past breakpoints', async () => {
    const editor = await runProgram(api, program);
    breakAt(editor, 4);
    const ended = new Promise<void>((resolve) => {
      const listening = vscode.debug.onDidTerminateDebugSession(() => {
        listening.dispose();
        resolve();
      });
    });
    assert.equal(await vscode.debug.startDebugging(undefined, nothing, { ...unsaved, noDebug: true }), true);
    await ended;
    await until(() => vscode.debug.activeDebugSession === undefined, 'no session');
  });

  it('takes runtime, arguments and inputs from the configuration, and leaves none of it behind', async () => {
    await runProgram(api, 'const [, , first] = globalThis.process?.argv ?? [];\nlet n = 1;\nconsole.log(first, n);\n');
    const session = await start({ ...nothing, args: ['one'], stopOnEntry: true });
    await standsAt(session, 1);
    await vscode.commands.executeCommand('workbench.action.debug.stepOver');
    await standsAt(session, 2);
    assert.equal(await evaluate(session, 'first'), "'one'");
    await stop();
    const told = await start({ ...nothing, env: { STAGE: 'test' }, stopOnEntry: true });
    await standsAt(told, 1);
    assert.equal(await evaluate(told, 'process.env.STAGE'), "'test'");
    await stop();
    const plain = await start({ ...nothing, stopOnEntry: true, runtime: 'browser' });
    await standsAt(plain, 1);
    assert.equal(await evaluate(plain, 'typeof window'), "'object'");
  });

  it('says what is wrong with a program that cannot be run', async () => {
    await openProgram('let broken = @;\n');
    // An untitled document may have the name of the one before, whose run is still drawn.
    await until(() => api.status().kind === 'failed' || api.status().kind === 'stale', 'the failure');
    // VS Code refuses to show its message box in tests, and says what would have been in it.
    const outcome: unknown = await Promise.resolve(vscode.debug.startDebugging(undefined, nothing, unsaved)).catch(
      (error: unknown) => error,
    );
    assert.match(String(outcome), /:1:14: SyntaxError: Invalid or unexpected token/);
    await until(() => vscode.debug.activeDebugSession === undefined, 'no session');
  });

  it('shows values in the text only while a session of ours is live', async () => {
    const editor = await runProgram(api, program);
    const { document } = editor;
    breakAt(editor, 5);
    const session = await start(nothing);
    await standsAt(session, 5);
    const frame = vscode.debug.activeStackItem;
    assert.ok(frame instanceof vscode.DebugStackFrame);
    const values = await inlineValues(document, frame.frameId, 4);
    // Line by line from the function's first on: what names hold now, each once.
    const expected = ['price = 3', 'before = 0', 'total = 3', 'total = 3', 'before = 0', 'price = 3', 'total = 3'];
    assert.deepEqual(values, expected);
    await stop();
    assert.deepEqual(await inlineValues(document, frame.frameId, 4), []);
  });

  it('goes back to where a variable got its value', async () => {
    const editor = await runProgram(api, program);
    breakAt(editor, 9);
    const session = await start(nothing);
    await standsAt(session, 9);
    const { container, found } = await locate(session, 'total');
    assert.equal(found.value, '7');
    await vscode.commands.executeCommand('underhood.goToLastChange', {
      sessionId: session.id,
      container,
      variable: found,
    });
    await standsAt(session, 4, 'the last change');
    await eventually(() => variable(session, 'price'), '4');
  });

  it('shows the same moment in the view and in a tab', async () => {
    await runProgram(api, program);
    await vscode.commands.executeCommand('underhood.openInEditor');
    await until(() => api.tabIsLive() && api.pageIsLive(), 'both pages', 20_000);
    const tab = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ label }) => label.startsWith('Run of'));
    assert.ok(tab, 'there is no tab');
    await until(() => api.pageMoments().length === 2, 'both pages to tell where they are');
    const seen: unknown[] = [];
    for (const command of ['last', 'back', 'back', 'first', 'forward'] as const) {
      const before = api.momentEvent();
      await vscode.commands.executeCommand(`underhood.${command}`);
      await until(
        () =>
          api.momentEvent() !== before &&
          api.pageMoments().length === 2 &&
          api.pageMoments().every((event) => event === api.momentEvent()),
        () => `one moment after ${command}: ${api.pageMoments().join(', ')} and ${api.momentEvent()}`,
      );
      seen.push(api.momentEvent());
    }
    assert.equal(new Set(seen).size, 5, seen.join(', '));
    await vscode.window.tabGroups.close(tab);
    await until(() => !api.tabIsLive(), 'the tab to go');
  });

  it('steps in the view without a session, as the debugger does', async () => {
    await runProgram(api, program);
    await vscode.commands.executeCommand('underhood.first');
    await until(() => api.momentEvent() === 0, 'the first moment');
    const lines: (number | undefined)[] = [];
    for (const command of ['stepOver', 'stepOver', 'stepInto', 'stepOver', 'stepOut', 'stepBack'] as const) {
      const before = api.momentEvent();
      await vscode.commands.executeCommand(`underhood.${command}`);
      await until(
        () => api.momentEvent() !== before,
        () => `${command} to move; it is at ${before}`,
      );
      lines.push((api.highlightedLine() ?? -1) + 1);
    }
    assert.deepEqual(lines, [1, 7, 3, 4, 8, 4]);
  });
});

async function start(configuration: vscode.DebugConfiguration): Promise<vscode.DebugSession> {
  const started = await vscode.debug.startDebugging(undefined, configuration, unsaved);
  assert.equal(started, true, 'the session did not start');
  return current();
}

async function current(): Promise<vscode.DebugSession> {
  await until(() => vscode.debug.activeDebugSession !== undefined, 'a session');
  return vscode.debug.activeDebugSession!;
}

async function stop(): Promise<void> {
  if (vscode.debug.activeDebugSession) await vscode.debug.stopDebugging();
  await until(() => vscode.debug.activeDebugSession === undefined, 'the session to end');
}

function breakAt({ document }: vscode.TextEditor, line: number): void {
  const place = new vscode.Location(document.uri, new vscode.Position(line - 1, 0));
  vscode.debug.addBreakpoints([new vscode.SourceBreakpoint(place)]);
}

async function topFrame(session: vscode.DebugSession): Promise<Dap.StackFrame | undefined> {
  const { stackFrames } = await ask<Dap.StackTraceResponse['body']>(session, 'stackTrace', { threadId: 1 });
  return stackFrames[0];
}

/** VS Code, too, knows that the debugger stands there. */
async function standsAt(session: vscode.DebugSession, line: number, why = 'the stop'): Promise<void> {
  await eventually(async () => (await topFrame(session))?.line, line, why);
  await until(() => vscode.debug.activeStackItem instanceof vscode.DebugStackFrame, 'a frame with the focus');
}

async function moment(session: vscode.DebugSession): Promise<number> {
  return (await ask<{ event: number }>(session, 'underhood/moment', {})).event;
}

async function evaluate(session: vscode.DebugSession, expression: string): Promise<string> {
  const frame = await topFrame(session);
  const asked = { expression, frameId: frame?.id, context: 'watch' };
  return (await ask<Dap.EvaluateResponse['body']>(session, 'evaluate', asked)).result;
}

async function variable(session: vscode.DebugSession, name: string): Promise<string | undefined> {
  return (await locate(session, name).catch(() => undefined))?.found.value;
}

async function locate(
  session: vscode.DebugSession,
  name: string,
): Promise<{ container: Dap.Scope; found: Dap.Variable }> {
  const frame = await topFrame(session);
  const { scopes } = await ask<Dap.ScopesResponse['body']>(session, 'scopes', { frameId: frame?.id });
  for (const container of scopes) {
    if (container.expensive) continue;
    const { variablesReference } = container;
    const { variables } = await ask<Dap.VariablesResponse['body']>(session, 'variables', { variablesReference });
    const found = variables.find((one) => one.name === name);
    if (found) return { container, found };
  }
  throw new Error(`there is no variable ${name}`);
}

async function ask<Body>(session: vscode.DebugSession, command: string, asked: object): Promise<Body> {
  return (await session.customRequest(command, asked)) as Body;
}

async function inlineValues(document: vscode.TextDocument, frameId: number, line: number): Promise<string[]> {
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  const context = { frameId, stoppedLocation: new vscode.Range(line, 0, line, 0) };
  const values = await vscode.commands.executeCommand<vscode.InlineValue[] | undefined>(
    'vscode.executeInlineValueProvider',
    document.uri,
    whole,
    context,
  );
  return (values ?? []).map((value) => ('text' in value ? value.text : ''));
}

async function eventually<T>(read: () => Promise<T>, wanted: T, why = 'the value'): Promise<void> {
  const end = Date.now() + 8_000;
  let last: unknown;
  while (Date.now() < end) {
    try {
      last = await read();
      if (last === wanted) return;
    } catch (error) {
      last = error;
    }
    await pause(30);
  }
  throw new Error(`waited in vain for ${why} to be ${String(wanted)}; it is ${String(last)}`);
}
