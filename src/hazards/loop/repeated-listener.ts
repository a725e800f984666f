/**
 * Listeners that are added again and again, and never taken away. Node's own rule: more than ten of one event on one emitter or
 * event target.
 *
 * Node: _addListener in lib/events.js, EventTarget in lib/internal/event_target.js, MaxListenersExceededWarning.
 */
import { defineHazard } from '../define-hazard.ts';
import { counted, grouped, times } from '../hover-text.ts';
import { endOfToken } from '../shape-table.ts';
import type { ListenerEvidence } from './timer-evidence.ts';

export const repeatedListenerHazard = defineHazard<ListenerEvidence>({
  id: 'repeated-listener',
  title: 'Listener added again and again',
  docs: `An emitter keeps every listener that is added to it, the same function as often as it is added, until it is removed; an event target the
same function once. Code that runs per
request or per turn and adds a listener to something that lives longer makes that grow, and each event calls all of them. Node warns of it from
the eleventh listener of one event on one emitter on (\`MaxListenersExceededWarning\`); this points at the place that added it. No browser warns:
there it is told from the eleventh listener of the same code on one target on. \`once\`, an
\`AbortSignal\`, or \`off\` with the same function takes a listener away; \`setMaxListeners\` says that so many are meant.`,
  examples: {
    bad: [
      {
        source: `const { EventEmitter } = require('node:events');
const bus = new EventEmitter();
function handle(request) {
  bus.on('change', () => console.log(request));
}
for (let i = 0; i < 20; i++) handle(i);`,
      },
      {
        source: `const target = new EventTarget();
for (let i = 0; i < 20; i++) target.addEventListener('change', () => console.log(i));`,
      },
      {
        source: `let left = 15;
function turn() {
  process.on('exit', () => {});
  if (--left > 0) setTimeout(turn, 10);
}
turn();`,
      },
    ],
    good: [
      {
        source: `const { EventEmitter } = require('node:events');
const bus = new EventEmitter();
for (let i = 0; i < 20; i++) {
  const listener = () => console.log(i);
  bus.on('change', listener);
  bus.off('change', listener);
}`,
      },
      {
        source: `const target = new EventTarget();
const listener = () => console.log('changed');
for (let i = 0; i < 20; i++) target.addEventListener('change', listener);`,
      },
      {
        source: `const { EventEmitter } = require('node:events');
for (let i = 0; i < 20; i++) new EventEmitter().on('change', () => {});`,
      },
      {
        source: `const { EventEmitter } = require('node:events');
const bus = new EventEmitter();
bus.setMaxListeners(100);
for (let i = 0; i < 20; i++) bus.on('change', () => console.log(i));`,
      },
    ],
  },
  *detect(program, evidence) {
    for (const listener of evidence?.loop.listeners ?? []) {
      if (listener.warnedAt < 0) continue;
      yield {
        start: listener.position,
        end: endOfToken(program, listener.position),
        happened: { count: listener.added, firstEvent: listener.warnedAt },
        data: listener,
      };
    }
  },
  judge: () => ({ kind: 'finding', severity: 'information' }),
  message: ({ added }) =>
    `${counted(added, 'listener')} were added here, more than ten of one event on one emitter or target. Remove them when they have served, or add one once.`,
  hover: ({ added, removed }) => ({
    verdict: 'The emitter keeps every listener that is added.',
    run: `this line added a listener ${times(added)}; in the whole program ${removed === 0 ? 'none was' : `${grouped(removed)} were`} removed.`,
    cost: 'memory for each, with what it closes over, and a call of each for every event.',
    free: 'up to ten of one event on one emitter, or more where they are meant.',
    instead: '`once`, or `off` with the same function; or one listener that is added where the emitter is made.',
    code: `const listener = () => update();\nbus.on('change', listener);\n// when it is over:\nbus.off('change', listener);`,
  }),
});
