// A chat: who is there, and what each of them reads.
const net = require('net');
const people = new Map();
const tell = (text) => { for (const socket of people.keys()) socket.write(text + '\n'); };
const server = net.createServer((socket) => {
  let rest = '';
  socket.setEncoding('utf8');
  socket.on('data', (data) => {
    const lines = (rest + data).split('\n');
    rest = lines.pop();
    for (const line of lines) {
      if (!people.has(socket)) {
        people.set(socket, line);
        tell(`* ${line} is here`);
      } else if (line === '/quit') socket.end('bye\n');
      else tell(`${people.get(socket)}: ${line}`);
    }
  });
  socket.on('close', () => {
    const name = people.get(socket);
    people.delete(socket);
    tell(`* ${name} left`);
    if (people.size === 0) server.close(() => console.log('nobody is left'));
  });
});
server.listen(0, '127.0.0.1', () => {
  const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const read = {};
  const join = async (name) => {
    const socket = net.connect(server.address().port, '127.0.0.1').setEncoding('utf8');
    read[name] = '';
    socket.on('data', (text) => { read[name] += text; });
    socket.on('close', () => console.log(name, JSON.stringify(read[name])));
    socket.write(name + '\n');
    await wait(20);
    return socket;
  };
  (async () => {
    const ada = await join('ada');
    const bob = await join('bob');
    ada.write('hello bob\nhow a');
    await wait(20);
    ada.write('re you\n');
    await wait(20);
    const cy = await join('cy');
    for (const [socket, line] of [[bob, 'fine'], [cy, 'me too'], [ada, '/quit'], [bob, '/quit'], [cy, 'alone'], [cy, '/quit']]) {
      socket.write(line + '\n');
      await wait(20);
    }
  })();
});
