import assert from 'node:assert/strict';
import { apiKindNames, eventTypeNames } from '../../../src/protocol/events.ts';
import type { EventType } from '../../../src/protocol/events.ts';
import { typeOf } from '../../../webview/log.ts';
import { narrate } from '../../../webview/narration.ts';
import { recordRunWithSimulation } from './recorded-run.ts';
import { createWriter, writeProgram } from './synthetic-log.ts';

/** Sentences of one small run per event type that the big program does not have. */
function rareEvents() {
  const source = 'function f(a) {\n  boom(a);\n}\nf(1);\n';
  const w = createWriter(source);
  const { emit, text } = w;
  const main = w.declare('', 'script', 0, source.length);
  const f = w.declare('f', 'function', 0);
  emit('runStart');
  emit('turnStart', { a: 0, c: text('script') });
  emit('call', { a: main });
  emit('call', { at: w.where('f(1)'), a: f, c: text('1') });
  emit('argumentsObject', { at: w.where('boom'), a: 0, b: 2 });
  emit('directEval', { at: w.where('boom') });
  emit('withEnter', { at: w.where('boom') });
  emit('deleteProperty', { at: w.where('boom'), a: 0, c: text('name') });
  emit('forIn', { at: w.where('boom'), a: 0, b: 3 });
  emit('megamorphic', { at: w.where('boom'), a: 2, c: text('name') });
  emit('tierUp', { at: w.where('boom'), a: 0, b: 0, c: text('f') });
  emit('deoptimized', { at: w.where('boom'), a: 0, b: 1, c: text('f: wrong map') });
  emit('dictionaryMode', { at: w.where('boom'), a: 1, c: text('name') });
  emit('scavenge', {
    at: w.where('boom'),
    a: text('new space 1024 KB → 12 KB, 4 KB promoted (allocation failure)'),
    b: 2,
    c: 9,
  });
  emit('markCompact', { at: w.where('boom'), a: text('heap 5 KB → 4 KB (testing)'), b: 1, c: 1 });
  emit('enqueueTask', { a: 9, b: 0, c: text('late') });
  emit('cancelTask', { at: w.where('boom'), a: 9 });
  emit('throw', { at: w.where('boom'), a: text('TypeError: boom is not a function') });
  emit('unwind', { a: f });
  emit('catch', { at: w.where('f(1)'), a: text('TypeError: boom is not a function') });
  emit('uncaughtError', { a: text('TypeError: boom is not a function') });
  emit('race', {});
  emit('apiStart', { a: 12, b: apiKindNames.indexOf('worker'), c: text('sum.js') });
  emit('apiStart', { a: 13, b: apiKindNames.indexOf('listener'), c: text('click on #buy') });
  emit('listenerCall', { a: 13 });
  emit('apiStart', { a: 14, b: apiKindNames.indexOf('dialog'), c: text('confirm: Sure?') });
  emit('apiEnd', { a: 14 });
  emit('workerState', { a: 12, b: 0, c: 1 });
  emit('workerState', { a: 12, b: 1, c: 1 });
  emit('workerState', { a: 12, b: 2, c: 0 });
  emit('unhandledRejection', { a: text('Error: no') });
  emit('turnEnd', { a: 0 });
  emit('runEnd', { a: 1 });
  return w.toRun('browser');
}

const program = writeProgram().toRun();
const rare = rareEvents();

/** What the sentence of the n-th event of a type says. */
function sentence(type: EventType, nth = 0, run = program): string {
  let seen = 0;
  for (let event = 0; event < run.timeline.log.length; event++) {
    if (typeOf(run.timeline.log, event) === type && seen++ === nth) return narrate(run, event);
  }
  return assert.fail(`no ${type} number ${nth}`);
}

const expected: { readonly [T in EventType]: readonly [run: typeof program, nth: number, says: string] } = {
  runStart: [program, 0, 'Node is ready: the call stack and all queues are empty, and the file is about to run.'],
  statement: [program, 2, '`outer` was called, so its body begins, at line 10: `const sum = inner(n, 2)`'],
  call: [
    program,
    2,
    '`outer` calls `inner(1, 2)`: its frame goes on the stack, and `outer` waits below until it returns.',
  ],
  return: [program, 1, '`inner` returns `3`: its frame leaves the stack, and `outer` goes on at line 10.'],
  suspend: [
    program,
    0,
    '`load` pauses at await: its frame leaves the stack and is kept. Its rest will run as a microtask when the promise settles; `example.js` goes on at line 34.',
  ],
  throw: [
    rare,
    0,
    '`TypeError: boom is not a function` is thrown in `f`: the engine looks for a catch, frame by frame from the top.',
  ],
  unwind: [rare, 0, '`f` does not catch the exception: its frame is dropped, and the search goes on in `example.js`.'],
  catch: [
    rare,
    0,
    '`example.js` catches `TypeError: boom is not a function`: its handler on line 4 runs, and the exception is over.',
  ],
  console: [program, 0, '`inner` prints to the console: `inner adds 1 2`'],
  turnStart: [program, 3, '`onTimeout` leaves the timer queue: the call stack is empty and no microtask waits.'],
  turnEnd: [
    program,
    0,
    'The script is finished and the call stack is empty: 1 nextTick callback comes next, before all other microtasks.',
  ],
  enqueueMicrotask: [
    program,
    0,
    'The promise is settled, so `whenReady` joins the microtask queue: it runs as soon as the call stack is empty.',
  ],
  enqueueTask: [
    program,
    0,
    '`onTimeout` joins the task queue, because a timer’s time has come: it waits until the call stack is empty.',
  ],
  cancelTask: [rare, 0, '`late` is taken out of the task queue again: its timer was cleared before it could run.'],
  apiStart: [
    program,
    0,
    'setTimeout hands a timer to the host: `onTimeout` is due at 1 ms, and your code goes on at once.',
  ],
  apiDue: [program, 1, 'The timer is armed: its callback is due at 1,000 ms, 1,000 ms from now.'],
  apiEnd: [program, 0, 'The timer of `onTimeout` has fired and does not repeat: the host forgets it.'],
  promiseSettled: [program, 0, "A promise is fulfilled with `'user 7'`: what waits for it joins the microtask queue."],
  promiseReaction: [program, 0, 'The promise is pending: the rest of `load` will be a microtask once that is settled.'],
  phase: [
    program,
    0,
    'The event loop enters the phase `timers`: callbacks of setTimeout and setInterval whose time has come run here.',
  ],
  clock: [program, 1, 'Nothing can run, so virtual time jumps from 1 ms to 1,000 ms, when the next timer is due.'],
  uncaughtError: [
    rare,
    0,
    'Nobody caught `TypeError: boom is not a function`: the browser prints it, and this turn ends. Later tasks still run.',
  ],
  unhandledRejection: [
    rare,
    0,
    'A promise was rejected and nobody handles it: `Error: no`. The browser reports it on the console.',
  ],
  listenerCall: [rare, 0, '`click on #buy` happens: what listens to it is called.'],
  workerState: [rare, 0, 'A message is on its way to the worker `sum.js`. 1 message waits for it.'],
  race: [
    rare,
    0,
    'Either order is legal here, and the real runtime decides by chance. A timer of 1 ms and an immediate of the main file: whether that millisecond is over when the event loop begins. In this run it is the usual one.',
  ],
  directEval: [
    rare,
    0,
    '`f` calls eval: its text is compiled now and can see and declare variables here, so their names cannot be resolved beforehand.',
  ],
  withEnter: [rare, 0, '`f` enters a with block: each name inside is looked for in the object first, at run time.'],
  deleteProperty: [rare, 0, 'delete of `name`: the object went from fast properties to dictionary mode.'],
  argumentsObject: [
    rare,
    0,
    'An arguments object with 2 elements is made for `f` (sloppy function with simple parameters: arguments[i] and the parameters alias).',
  ],
  forIn: [rare, 0, 'A for-in loop begins over 3 keys (fast: the keys come from the hidden class’s enum cache).'],
  megamorphic: [
    rare,
    0,
    'The inline cache here (KeyedLoadIC) turns megamorphic: with `name` it has met more than it remembers, so each access looks in a table that all such places share.',
  ],
  tierUp: [
    rare,
    0,
    '`f` is hot: this call compiles it for Maglev, with what its caches and operators have met as assumptions.',
  ],
  deoptimized: [
    rare,
    0,
    'The code of TurboFan is thrown away (f: wrong map): a check failed in its code. The function goes on in the interpreter.',
  ],
  dictionaryMode: [
    rare,
    0,
    'An object goes to dictionary mode with `name`: the property became an accessor, or stopped being one. It shares no hidden class from now on, so inline caches do not help with it.',
  ],
  scavenge: [
    rare,
    0,
    'New space is full: a scavenge keeps what can still be reached (2 objects) and gives up the rest (9 objects). New space 1024 KB → 12 KB, 4 KB promoted (allocation failure).',
  ],
  markCompact: [
    rare,
    0,
    'A mark-compact goes through the whole heap: it keeps what can be reached (1 object) and gives up the rest (1 object). Heap 5 KB → 4 KB (testing).',
  ],
  runEnd: [program, 0, 'The run is over: the call stack and all queues are empty, and no timer is left.'],
};

describe('webview narration', () => {
  for (const type of eventTypeNames) {
    it(`says what ${type} means`, () => {
      const [run, nth, says] = expected[type];
      assert.equal(sentence(type, nth, run), says);
    });
  }

  it('says where each kind of turn comes from', () => {
    assert.match(sentence('turnStart', 1), /^`onTick` leaves the nextTick queue: .* before all other microtasks\.$/);
    assert.match(
      sentence('turnStart', 2),
      /^`whenReady` leaves the microtask queue: .* drained before any further task runs\.$/,
    );
  });

  it('says that timers are left where the run ends in spite of them', () => {
    const { run } = recordRunWithSimulation('setInterval(() => {}, 1000).unref();');
    assert.match(narrate(run, run.timeline.log.length - 1), /and the timers that are left do not keep it alive\.$/);
    const { run: cleared } = recordRunWithSimulation('clearInterval(setInterval(() => {}, 1000));');
    assert.match(narrate(cleared, cleared.timeline.log.length - 1), /and no timer is left\.$/);
  });

  it('says that everything waits for a dialog', () => {
    assert.deepEqual(
      [sentence('apiStart', 2, rare), sentence('apiEnd', 0, rare)],
      [
        'A dialog is shown, and nothing else runs until it is answered: `confirm: Sure?`.',
        'The dialog is answered, and your code goes on: `confirm: Sure?`.',
      ],
    );
  });

  it('says that a function goes on after its await', () => {
    const { log } = program.timeline;
    const resume = program.timeline.frames.start[program.timeline.resumedFrom.findIndex((index) => index >= 0)]!;
    assert.equal(typeOf(log, resume), 'call');
    assert.equal(
      narrate(program, resume),
      '`load` goes on after its await: the frame that was kept returns to the call stack.',
    );
  });

  it('closes every backtick and ends in a sentence, for every event of both runs', () => {
    for (const run of [program, rare]) {
      for (let event = 0; event < run.timeline.log.length; event++) {
        const said = narrate(run, event);
        assert.equal(said.split('`').length % 2, 1, said);
        assert.match(said, /[.`]$/);
      }
    }
  });
});
