/** What x holds at the end of a program has the elements kind and the backing store that the pinned Node's %DebugPrint says. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { answerText, elementsAnswer, type ElementsAnswer, shortKind } from '../agreement/elements.ts';
import { nodeBinary } from './node-binary.ts';
import { type ElementsProgram, elementsPrograms } from './v8-elements-programs.ts';

describe('elements: kinds and capacities are those of V8', function () {
  this.timeout(60_000);

  it('has programs for all rules', () => assert.ok(elementsPrograms.length >= 120));

  it('agrees with the pinned Node', () => {
    const theirs = askNode(elementsPrograms);
    const differences: string[] = [];
    let kinds = 0;
    let stores = 0;
    elementsPrograms.forEach(({ rule, code }, i) => {
      const ours = elementsAnswer(code);
      const node = theirs[i]!;
      const sameKind = ours.kind === node.kind;
      const sameStore = ours.backing === node.backing && ours.cow === node.cow;
      const sameCapacity = node.capacity === undefined || node.capacity === ours.capacity;
      if (sameKind) kinds++;
      if (sameStore && sameCapacity) stores++;
      if (!sameKind || !sameStore || !sameCapacity)
        differences.push(`${rule}: ${code}\n  V8: ${answerText(node)}, ours: ${answerText(ours)}`);
    });
    const all = elementsPrograms.length;
    console.log(`      kind: ${kinds} of ${all}, capacity and sharing: ${stores} of ${all}`);
    assert.ok(kinds >= all * 0.98 && stores >= all * 0.95, differences.join('\n'));
  });
});

/** One process; each program has a realm of its own. */
const driver = `
  const vm = require('node:vm');
  const print = new vm.Script('(value) => %DebugPrint(value)').runInThisContext();
  for (const code of JSON.parse(require('node:fs').readFileSync(0, 'utf8'))) {
    const context = vm.createContext({ structuredClone });
    new vm.Script(code).runInContext(context);
    print('@@answer');
    print(context.x);
  }`;

function askNode(programs: readonly ElementsProgram[]): ElementsAnswer[] {
  const flags = ['--allow-natives-syntax', '--single-threaded', '-e', driver];
  const input = JSON.stringify(programs.map(({ code }) => code));
  const { stdout, stderr, status } = spawnSync(nodeBinary(), flags, { input, encoding: 'utf8', maxBuffer: 2 ** 30 });
  assert.equal(status, 0, stderr);
  return stdout.split('@@answer').slice(1).map(answerOfDebugPrint);
}

/** ` - elements: 0x… <FixedArray[3]> [PACKED_SMI_ELEMENTS (COW)]` */
function answerOfDebugPrint(printed: string): ElementsAnswer {
  const found = /^ - elements: 0x\w+ <(.*)> \[(\w+)( \(COW\))?\]/m.exec(printed);
  assert.ok(found, printed.slice(0, 300));
  const [, store = '', kind = '', cow] = found;
  const [, backing = store, capacity] = /^(\w+)\[(\d+)\]$/.exec(store) ?? [];
  const isArguments = store.includes('SLOPPY_ARGUMENTS_ELEMENTS_TYPE');
  return {
    kind: shortKind(kind),
    backing: isArguments ? 'SloppyArgumentsElements' : backing,
    ...(capacity !== undefined && { capacity: Number(capacity) }),
    cow: cow !== undefined,
  };
}
