// Workers: the environment of their process, their command line, and what is refused.
const { Worker, isMainThread, parentPort, SHARE_ENV } = require('worker_threads');
if (process.env.HAS_STARTED) { parentPort.postMessage([process.env.HAS_STARTED, process.env.X, Object.keys(process.env).includes('X'), typeof process.env.A, process.argv.slice(2)]); process.env.X = 'inner'; }
else {
  process.on('worker', (w) => console.log('worker event', w instanceof Worker, w.threadId));
  process.env.HAS_STARTED = 1; process.env.X = 'outer';
  const first = new Worker(__filename, { argv: [Symbol('s'), null, undefined, 1] });
  first.on('message', (m) => console.log(1, m)).on('exit', (code) => { console.log(code, process.env.X);
    new Worker(__filename, { env: { HAS_STARTED: true, A: 5 } }).on('message', (m) => console.log(2, m)).on('exit', () => {
      new Worker('require("worker_threads").parentPort.postMessage([Object.keys(process.env), process.env.toString()])', { eval: true, env: {} }).on('message', (m) => console.log(3, m));
    });
  });
  for (const env of ['x', 1, true, Symbol('e')]) try { new Worker(__filename, { env }); } catch (e) { console.log(e.code, e.message); }
  for (const name of ['file:///x.js', 'data:text/javascript,1', 'x.js', 'https://a.b/c.js', '', 'FILE:///x']) try { new Worker(name); } catch (e) { console.log(e.code, e.message); }
}
