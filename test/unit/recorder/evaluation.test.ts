/** Scopes, values and expressions of a moment. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { pausedAt } from './paused-program.ts';

const program = `
const outside = 1;
class Point {
  #secret = 5;
  constructor(x) { this.x = x; }
  get double() { console.log('double'); return this.x * 2; }
  method(first, second) {
    let local = first + 1;
    const list = [1, 2, , 4];
    const map = new Map([['a', { z: 1 }]]);
    for (let i = 0; i < 2; i++) {
      const inner = i * local;
      if (i === 1) { debugger; use(list, map, inner, this.#secret, second); }
    }
    let later = 3;
    return later + outside;
  }
}
function use() {}
new Point(7).method(1, 'two', 3);
`;

describe('scopes of a frame', () => {
  it('are those that V8 shows, with their variables', () => {
    assert.deepEqual(pausedAt(program).variables(), {
      '0 Block': { inner: '2' },
      '1 Block': { i: '1' },
      '2 Local': {
        this: 'Point {x: 7}',
        first: '1',
        second: "'two'",
        local: '2',
        list: '(4) [1, 2, empty, 4]',
        map: 'Map(1)',
        later: '<value unavailable>',
      },
      '3 Closure': { outside: '1', use: 'ƒ use()' },
    });
  });
});

describe('an expression', () => {
  it('sees everything that is visible in its frame', () => {
    const { shown } = pausedAt(program);
    assert.equal(shown('local + first + inner + i'), '6');
    assert.equal(shown('this.#secret'), '5');
    assert.equal(shown('arguments.length'), '3');
    assert.equal(shown('new.target'), 'undefined');
    assert.equal(shown('{ a: local }'), '{a: 2}');
    assert.equal(shown('list.map((each) => each * local).length'), '4');
    assert.equal(shown('outside'), '1');
    assert.equal(shown('later'), "ReferenceError: Cannot access 'later' before initialization");
    assert.equal(shown('missing'), 'ReferenceError: missing is not defined');
    assert.equal(shown('local +'), 'SyntaxError: Unexpected end of input');
    assert.equal(shown('typeof module', 1), "'object'");
    assert.equal(shown('typeof local', 1), "'undefined'");
  });

  it('changes nothing that later ones see', () => {
    const { shown, variables } = pausedAt(program);
    const before = variables();
    assert.equal(shown('local = 50, list.push(5), this.x = 1, local + list.length'), '55');
    assert.equal(shown('local + list.length + this.x'), '13');
    assert.deepEqual(variables(), before);
  });

  it('gives what stays as it was, whatever others do', () => {
    const { evaluate, shown, children } = pausedAt(program);
    const { path } = evaluate('map').value;
    const point = evaluate('this').value;
    assert.equal(shown('map.clear(), this.x = 99'), '99');
    assert.equal(children(path)['[[Entries]]']!.value, '1 entry');
    assert.equal(children(point.path)['x']!.value, '7');
  });

  it('is cut off if it does not end', () => {
    assert.match(pausedAt(program).shown('while (true) {}'), /did not end within 1,000,000 steps/);
  });

  it('prints to whoever asked', () => {
    const { evaluate } = pausedAt(program);
    assert.deepEqual(evaluate('console.log("one\\ntwo"), this.double').console, ['one', 'two', 'double']);
  });

  it('gives what a promise has come to by now', () => {
    const { shown } = pausedAt(program);
    assert.equal(shown('await Promise.resolve(4)'), '4');
    assert.match(shown('await new Promise(() => {})'), /still pending/);
  });
});
