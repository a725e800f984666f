/** Several realms in one isolate: which one a function runs in, and what it makes there. */
import assert from 'node:assert/strict';
import { installBuiltins, Isolate, property, type Value } from '../../../src/engine/index.ts';
import { callScript, compileScript } from '../../../src/engine/execution/evaluate.ts';

describe('realms', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['functions make what they make in their own realm', 'other.make([]) instanceof other.Array'],
    ['and the caller goes on in its own', 'other.make([]), [] instanceof Array && !([] instanceof other.Array)'],
    ['natives too', 'new other.Array(3) instanceof other.Array && other.Object.keys({}) instanceof other.Array'],
    ['callbacks come back', '[1].map === Array.prototype.map && other.apply(() => []) instanceof Array'],
    [
      'errors belong to who throws them',
      'try { other.fail() } catch (e) { e instanceof other.TypeError && !(e instanceof TypeError) }',
    ],
    ['and what comes after them does not', 'try { other.fail() } catch { [] instanceof Array }'],
    ['errors of natives', 'try { other.Array.prototype.at.call(null) } catch (e) { e instanceof other.TypeError }'],
    ['a getter in between', 'other.read({ get x() { return [] } }) instanceof Array && [] instanceof Array'],
    ['conversions in between', 'other.add({ valueOf() { throw [] } }) instanceof Array && [] instanceof Array'],
    ['the sloppy receiver', 'other.receiver() === other && (0, other.eval)("this") === other'],
    ['globals', 'other.eval("var y = 5"), typeof y === "undefined" && other.y === 5'],
    ['generators', '[...other.generate()][0] instanceof other.Array && [] instanceof Array'],
    [
      'the prototype of new.target',
      'const f = new other.Function(); f.prototype = null; Reflect.construct(Map, [], f) instanceof other.Map',
    ],
    ['species', 'const a = other.make([]); Array.prototype.map.call(a, (x) => x) instanceof Array'],
    ['symbols are shared', 'other.Symbol.iterator === Symbol.iterator && other.Symbol.for("a") === Symbol.for("a")'],
  ];

  for (const [name, source] of cases) {
    it(name, () => assert.equal(run(source), true));
  }
});

const library = `
  var make = (list) => [...list, 1];
  var apply = (f) => f();
  var fail = () => null.x;
  var read = (object) => object.x;
  var add = (object) => { try { return object + 1 } catch (thrown) { return thrown } };
  var receiver = function () { return this };
  var generate = function* () { yield [] };
`;

function run(source: string): Value {
  const isolate = new Isolate(
    { seed: 1, now: () => 0, timeZone: 'UTC', locale: 'en-US', statements: false, maxSteps: 1_000_000 },
    installBuiltins,
  );
  const realm = isolate.newRealm();
  property(isolate.realm.globalObject, 'other', realm.globalObject);
  const evaluate = (text: string): Value => {
    const program = compileScript(isolate, 'test', text);
    assert.ok(program.ok);
    return callScript(isolate, program.closure);
  };
  isolate.inRealm(realm, () => evaluate(library));
  assert.equal(isolate.realm, isolate.mainRealm);
  return evaluate(`"use strict"; ${source}`);
}
