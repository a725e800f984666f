/** Stack, scopes, variables and expressions. */
import assert from 'node:assert/strict';
import type { DebugProtocol as Dap } from '@vscode/debugprotocol';
import { describe, it } from 'mocha';
import { begin, type DapClient, openSession, type TestSession } from './dap-client.ts';

const program = `class Point {
  constructor() { this.x = 1; }
  get twice() { return this.x * 2; }
}
function f(a, b = 255) {
  const point = new Point();
  const own = { get now() { return a + 1; }, set now(value) {} };
  const list = Array.from({ length: 250 }, (_, index) => index);
  debugger;
  return a + b + point.x + list.length + own.now;
}
f(1);
`;

describe('the debug adapter: values', () => {
  let session: TestSession;
  let client: DapClient;
  let frameId: number;
  before(async () => {
    session = openSession(program);
    ({ client } = session);
    await begin(session);
    await client.next('stopped');
    const { stackFrames } = await client.request('stackTrace', { threadId: 1 });
    frameId = stackFrames[0]!.id;
  });
  after(() => session.dispose());

  const children = async (variablesReference: number, asked: object = {}): Promise<Dap.Variable[]> =>
    (await client.request('variables', { variablesReference, ...asked })).variables;
  const variable = async (name: string): Promise<Dap.Variable> => {
    const { scopes } = await client.request('scopes', { frameId });
    for (const { variablesReference, expensive } of scopes) {
      const found = expensive ? undefined : (await children(variablesReference)).find((child) => child.name === name);
      if (found !== undefined) return found;
    }
    throw new Error(`no variable ${name}`);
  };
  const evaluate = (expression: string, context = 'watch') =>
    client.request('evaluate', { expression, frameId, context });

  it('the stack comes in pieces, with how many frames there are', async () => {
    const first = await client.request('stackTrace', { threadId: 1, startFrame: 0, levels: 1 });
    const rest = await client.request('stackTrace', { threadId: 1, startFrame: 1, levels: 20 });
    assert.deepEqual([first.stackFrames.length, first.totalFrames, rest.stackFrames.length], [1, 2, 1]);
    const [top] = first.stackFrames;
    assert.deepEqual([top!.name, top!.line, top!.column, top!.source?.path], ['f', 9, 3, session.file]);
    assert.equal(rest.stackFrames[0]!.line, 12);
  });

  it('a frame has scopes, of which the expensive ones say so', async () => {
    const { scopes } = await client.request('scopes', { frameId });
    const names = scopes.map(({ name }) => name);
    assert.ok(names.includes('Local') && names.includes('Global'), names.join());
    assert.equal(scopes.find(({ name }) => name === 'Global')!.expensive, true);
    assert.equal(scopes.find(({ name }) => name === 'Local')!.presentationHint, 'locals');
    assert.deepEqual([scopes[0]!.line, scopes[0]!.endLine, scopes[0]!.source?.path], [5, 11, session.file]);
  });

  it('variables have types, and names by which they are evaluated', async () => {
    const point = await variable('point');
    assert.deepEqual([point.value, point.type, point.evaluateName], ['Point {x: 1}', 'Point', 'point']);
    assert.deepEqual(point.presentationHint, { kind: 'property', attributes: ['readOnly'] });
    const inside = await children(point.variablesReference);
    assert.deepEqual(inside[0], {
      name: 'x',
      value: '1',
      type: 'number',
      variablesReference: 0,
      evaluateName: 'point.x',
      presentationHint: { kind: 'property' },
    });
    const internal = inside.filter(({ presentationHint }) => presentationHint?.visibility === 'internal');
    assert.deepEqual(
      internal.map(({ name }) => name),
      ['hidden class', '[[Prototype]]'],
    );
    assert.match(internal[0]!.value, /fast properties/);
  });

  it('a getter runs when it is asked for', async () => {
    const own = await variable('own');
    const now = (await children(own.variablesReference)).find(({ name }) => name === 'now')!;
    assert.equal(now.presentationHint?.lazy, true);
    assert.deepEqual(
      (await children(now.variablesReference)).map(({ value }) => value),
      ['2'],
    );
  });

  it('long lists come in pages', async () => {
    const list = await variable('list');
    assert.equal(list.indexedVariables, 250);
    const page = await children(list.variablesReference, { filter: 'indexed', start: 100, count: 2 });
    assert.deepEqual(
      page.map(({ name, value }) => [name, value]),
      [
        ['100', '100'],
        ['101', '101'],
      ],
    );
    const named = await children(list.variablesReference, { filter: 'named' });
    assert.equal(named.find(({ name }) => name === 'elements kind')?.value, 'PACKED_SMI_ELEMENTS');
    assert.ok(!named.some(({ name }) => name === '100'));
  });

  it('integers can be had in hexadecimal', async () => {
    const { scopes } = await client.request('scopes', { frameId });
    const local = scopes.find(({ name }) => name === 'Local')!;
    const shown = await children(local.variablesReference, { format: { hex: true } });
    assert.deepEqual(
      [shown.find(({ name }) => name === 'b')?.value, shown.find(({ name }) => name === 'a')?.value],
      ['0xff', '0x1'],
    );
    const { result } = await client.request('evaluate', { expression: '-16', frameId, format: { hex: true } });
    assert.equal(result, '-0x10');
  });

  it('functions tell where they were written', async () => {
    const { valueLocationReference } = await evaluate('Point.prototype.constructor');
    const { line, source } = await client.request('locations', { locationReference: valueLocationReference! });
    assert.deepEqual([line, source.path], [2, session.file]);
  });

  it('expressions see the frame, print into the console and change nothing', async () => {
    for (const context of ['watch', 'hover', 'repl', 'clipboard', 'variables']) {
      const { result, type } = await evaluate('a + b', context);
      assert.deepEqual([result, type], ['256', 'number']);
    }
    assert.equal((await evaluate("console.log('printed'), point.x = 7")).result, '7');
    assert.equal(client.output('console'), 'printed\n');
    assert.equal((await evaluate('point.x')).result, '1');
    const { variablesReference } = await evaluate('({ inner: 3 })');
    assert.equal((await children(variablesReference))[0]!.value, '3');
  });

  it('expressions that throw, do not parse or do not end are answered with why', async () => {
    await assert.rejects(evaluate('nowhere'), /^Error: Uncaught ReferenceError: nowhere is not defined$/);
    await assert.rejects(evaluate('a +'), /Uncaught SyntaxError: Unexpected end of input/);
    await assert.rejects(evaluate('while (true);'), /did not end within 1,000,000 steps/);
  });

  it('objects are copied as JSON, and what has none as it is shown', async () => {
    assert.equal(
      (await evaluate('({ a: [point], b: 1 })', 'clipboard')).result,
      '{\n  "a": [\n    {\n      "x": 1\n    }\n  ],\n  "b": 1\n}',
    );
    assert.equal((await evaluate('Math.max', 'clipboard')).result, 'ƒ max()');
    assert.match((await evaluate('globalThis', 'clipboard')).result, /globalThis/);
  });

  it('without a frame there is the global scope', async () => {
    const { result } = await client.request('evaluate', { expression: 'typeof a + typeof Array' });
    assert.equal(result, "'undefinedfunction'");
  });

  it('completes names, properties and commands of the console', async () => {
    const labels = async (text: string): Promise<string[]> => {
      const { targets } = await client.request('completions', { text, column: text.length + 1, frameId });
      return targets.map(({ label }) => label);
    };
    assert.ok((await labels('point.')).includes('x'));
    assert.ok((await labels('poi')).includes('point'));
    assert.ok((await labels('.change poi')).includes('point'));
    assert.deepEqual(await labels('.'), ['change', 'inputs', 'forget', 'help']);
  });

  it('numbers of an earlier stop are known as such', async () => {
    const { variablesReference } = await evaluate('point');
    await client.request('continue', { threadId: 1 });
    await client.next('stopped');
    await assert.rejects(children(variablesReference), /This value belongs to an earlier stop/);
    await assert.rejects(client.request('scopes', { frameId }), /This frame belongs to an earlier stop/);
  });
});

describe('the debug adapter: the stack', () => {
  it('goes on with what led here, under labels, and has builtins as one', async () => {
    const session = openSession(`async function work() {
  await null;
  [2, 1].sort((a, b) => {
    debugger;
    return a - b;
  });
}
async function main() {
  await work();
}
main();
`);
    const { client } = session;
    await begin(session);
    await client.next('stopped');
    const { stackFrames } = await client.request('stackTrace', { threadId: 1 });
    assert.deepEqual(
      stackFrames.map(({ name, line, presentationHint, canRestart }) => [name, line, presentationHint, canRestart]),
      [
        ['(anonymous)', 4, undefined, true],
        ['sort', 0, 'subtle', false],
        ['work', 3, undefined, true],
        ['await', 0, 'label', false],
        ['main', 9, undefined, false],
        ['(anonymous)', 11, undefined, false],
      ],
    );
    const over = stackFrames.at(-1)!.id;
    assert.deepEqual((await client.request('scopes', { frameId: over })).scopes, []);
    await assert.rejects(client.request('evaluate', { expression: '1', frameId: over }), /What led here is over/);
    await assert.rejects(client.request('restartFrame', { frameId: over }), /What led here is over/);
    const builtin = stackFrames[1]!.id;
    assert.equal((await client.request('evaluate', { expression: '1 + 1', frameId: builtin })).result, '2');
    const { scopes } = await client.request('scopes', { frameId: builtin });
    assert.ok(scopes.length > 0);
    session.dispose();
  });
});

describe('the debug adapter: sources', () => {
  it('lists them, and has the text of those that are in no file', async () => {
    const session = openSession("require('./other.js');\neval('var evaluated = 1;\\ndebugger;');\n", {
      'other.js': 'module.exports = 1;\n',
    });
    const { client } = session;
    await begin(session);
    await client.next('stopped');
    const { sources } = await client.request('loadedSources');
    const names = sources.map(({ name }) => name);
    assert.ok(names.includes('program.js') && names.includes('other.js'), names.join());
    const evaluated = sources.find(({ name }) => name?.startsWith('<eval>'))!;
    const { content } = await client.request('source', { sourceReference: evaluated.sourceReference! });
    assert.equal(content, 'var evaluated = 1;\ndebugger;');
    const { stackFrames } = await client.request('stackTrace', { threadId: 1 });
    assert.deepEqual([stackFrames[0]!.source, stackFrames[0]!.line], [evaluated, 2]);
    await assert.rejects(client.request('source', { sourceReference: 10_000 }), /is not known/);
    session.dispose();
  });
});
