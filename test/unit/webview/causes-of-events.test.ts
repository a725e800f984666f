/** What leads to what listeners print: events of targets, of sockets and of the process. */
import assert from 'node:assert/strict';
import { recordRun, recordRunWithSimulation } from './recorded-run.ts';
import { named, printed, told, why } from './told-causes.ts';

describe('causes of events', () => {
  it('tell which request came over the network, and who made it', () => {
    const run = recordRun(`
const http = require('http');
const server = http.createServer(function onRequest(request, response) {
  console.log('asked');
  response.end();
});
server.listen(3000, function onListening() {
  http.get('http://localhost:3000/users', () => server.close());
});
`);
    assert.deepEqual(told(run, printed(run, 'asked')).slice(0, 5), [
      'printed by `onRequest` (4)',
      '`http.request GET /users` ran (3)',
      '`http.request GET /users`',
      '`http.request GET /users (connect)` ran',
      '`http.request GET /users (connect)`',
    ]);
    assert.equal(
      why(run, 'http.request GET /users'),
      'Its turn had come, because something came over the network; the call stack was empty and no microtask waited.',
    );
  });

  it('lead from what a socket reads to whoever wrote it', () => {
    const run = recordRun(`
const net = require('net');
const server = net.createServer(function onConnection(socket) {
  socket.on('data', function onData() { console.log('read'); });
});
server.listen(3000, '127.0.0.1', function onListening() {
  const client = net.connect(3000, '127.0.0.1', function onConnect() {
    client.write('text');
  });
});
`);
    assert.deepEqual(told(run, printed(run, 'read')).slice(1, 4), [
      '`net.Socket: data from port 40000 at port 3000` ran (4)',
      '`net.Socket: data from port 40000 at port 3000` in `onConnect` (8)',
      '`net.Socket: the connection of port 40000 to port 3000` ran (7)',
    ]);
  });

  it('tell why a page hears of a rejection', () => {
    const run = recordRun(
      "addEventListener('unhandledrejection', function onUnhandled(event) { console.log('heard'); });\nPromise.reject(1);",
      'browser',
    );
    assert.deepEqual(told(run, printed(run, 'heard')).slice(2), [
      '`unhandledrejection` ran (1)',
      'queued, because a promise had been rejected, and by the time the microtask queue was empty nobody handled that',
    ]);
  });

  it('go on behind microtasks between the listeners of an event', () => {
    const run = recordRun(
      `
const target = new MessageChannel();
target.port1.addEventListener('message', function first() {
  queueMicrotask(() => {});
});
target.port1.addEventListener('message', function second() {
  console.log('second');
});
target.port1.start();
target.port2.postMessage('go');
`,
      'browser',
    );
    assert.deepEqual(told(run, printed(run, 'second')), [
      'printed by `second` (7)',
      'listening to `message on MessagePort` since then in `example.js` (6)',
      '`message` ran (6)',
      '`postMessage` in `example.js` (10)',
      'the script: the file runs from top to bottom (1)',
    ]);
  });

  it('lead from what a listener hears of a rejection to the turn in which it was', () => {
    const run = recordRun(`
process.on('unhandledRejection', function onUnhandled(reason, promise) {
  console.log('unhandled', reason);
  setTimeout(function later() { promise.catch(() => {}); }, 5);
});
process.on('rejectionHandled', function onHandled() {
  console.log('handled');
});
setTimeout(function onTimer() {
  Promise.reject('no');
}, 10);
`);
    const unhandled = [
      '`unhandledRejection` ran (2)',
      '`onTimer` ran (9)',
      '`setTimeout` in `example.js`, 10 ms (9)',
      'the script: the file runs from top to bottom (1)',
    ];
    assert.deepEqual(told(run, printed(run, 'unhandled no')), ['printed by `onUnhandled` (3)', ...unhandled]);
    assert.deepEqual(told(run, printed(run, 'handled')), [
      'printed by `onHandled` (7)',
      '`rejectionHandled` ran (6)',
      '`later` ran (4)',
      '`setTimeout` in `onUnhandled`, 5 ms (4)',
      ...unhandled,
    ]);
    assert.match(
      why(run, 'unhandledRejection'),
      /^A promise had been rejected, and by the time the microtask queue was/,
    );
  });

  it('lead from what a listener of a rejection throws to the same turn', () => {
    const run = recordRun(`
process.on('uncaughtException', function onUncaught() { console.log('caught'); });
process.on('unhandledRejection', () => { throw new Error('no'); });
setTimeout(function onTimer() { Promise.reject(1); }, 10);
`);
    assert.deepEqual(told(run, printed(run, 'caught')).slice(0, 3), [
      'printed by `onUncaught` (2)',
      '`unhandledRejection` ran (3)',
      '`onTimer` ran (4)',
    ]);
  });

  it('lead from what a listener printed to the line since which it listens, whoever fired the event', () => {
    const source = `
document.body.innerHTML = '<p><button id="buy">Buy</button></p>';
const button = document.querySelector('#buy');
function setUp() {
  button.addEventListener('click', onClick);
}
function onClick(event) {
  console.log('bought', event.isTrusted);
  setTimeout(function later() {
    console.log('later');
  }, 5);
}
setUp();
document.body.onclick = () => console.log('bubbled');
`;
    const { run: silent, simulation } = recordRunWithSimulation(source, 'browser');
    const { apis } = silent.timeline;
    const id = apis.id[named(silent, apis, 'click on #buy')]!;
    const { steps } = simulation.host.isolate;
    const fired = { kind: 'dispatch', id, step: steps, event: 'click' } as const;
    const { run } = recordRunWithSimulation(source, 'browser', [fired]);
    assert.deepEqual(told(run, printed(run, 'bought true')), [
      'printed by `onClick` (8)',
      'listening to `click on #buy` since then in `setUp` (5)',
      '`click` was fired by you (7)',
      'queued, because the user did something',
    ]);
    assert.deepEqual(told(run, printed(run, 'later')).slice(1, 4), [
      '`later` ran (9)',
      '`setTimeout` in `onClick`, 5 ms (9)',
      'listening to `click on #buy` since then in `setUp` (5)',
    ]);
    assert.equal(told(run, printed(run, 'bubbled'))[1], 'listening to `click on body` since then in `example.js` (14)');

    const byProgram = recordRun(`${source}setTimeout(function clicks() { button.click(); }, 10);`, 'browser');
    assert.deepEqual(told(byProgram, printed(byProgram, 'bought false')), [
      'printed by `onClick` (8)',
      'listening to `click on #buy` since then in `setUp` (5)',
      '`clicks` ran (15)',
      '`setTimeout` in `example.js`, 10 ms (15)',
      'the script: the file runs from top to bottom (1)',
    ]);
  });

  it('take no other call for that of a listener that has no frame', () => {
    const run = recordRun(
      `
const target = new EventTarget();
target.addEventListener('seen', console.log);
function after() {
  console.log('after');
}
function fire() {
  target.dispatchEvent(new Event('seen'));
  after();
}
fire();
`,
      'browser',
    );
    assert.deepEqual(told(run, printed(run, 'after')), [
      'printed by `after` (5)',
      'the script: the file runs from top to bottom (1)',
    ]);
  });
});
