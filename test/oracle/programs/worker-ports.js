// A channel between two workers: its ends go to them, and what is posted meanwhile is not lost.
const { Worker, MessageChannel, isMainThread, parentPort, receiveMessageOnPort } = require('node:worker_threads');

if (isMainThread) {
  const { port1, port2 } = new MessageChannel();
  port1.postMessage('posted before it went');
  const pong = new Worker(__filename);
  const ping = new Worker(__filename);
  pong.postMessage({ port: port2, role: 'pong' }, [port2]);
  ping.postMessage({ port: port1, role: 'ping' }, [port1]);
  for (const port of [port1, port2]) {
    port.postMessage('to nobody');
    console.log(receiveMessageOnPort(new MessageChannel().port1), port.hasRef());
  }
  try {
    ping.postMessage({ port: port1 }, [port1]);
  } catch (error) {
    console.log(error.name, error.message);
  }
  const lines = { ping: [], pong: [] };
  let left = 2;
  for (const worker of [ping, pong]) {
    worker.on('message', ({ role, text }) => lines[role].push(text));
    worker.on('exit', () => {
      if (--left === 0) console.log(lines);
    });
  }
} else {
  parentPort.once('message', ({ port, role }) => {
    const tell = (text) => parentPort.postMessage({ role, text });
    port.on('close', () => tell('closed'));
    port.on('message', (message) => {
      tell(message);
      if (typeof message !== 'number') return;
      if (message < 4) port.postMessage(message + 1);
      else port.close();
    });
    if (role === 'ping') port.postMessage(1);
  });
}
