// A name with several addresses: they are tried one after the other.
const net = require('net');
const { log } = console;
const lookup = (addresses) => (host, options, callback) => {
  log('lookup of', host, options.all, options.family);
  setTimeout(() => callback(null, addresses.map((address) => ({ address, family: net.isIP(address) }))), 5);
};
const server = net.createServer((socket) => socket.end()).listen(0, '127.0.0.1', () => {
  const { port } = server.address();
  const watch = (name, socket) => {
    for (const event of ['lookup', 'connectionAttempt', 'connectionAttemptFailed', 'connect', 'ready'])
      socket.on(event, (...args) => log(name, event, ...args.map((arg) => String(arg).replace(port, 'PORT'))));
    socket.on('error', (error) => {
      log(name, error.name, error.code, JSON.stringify(error.message), Object.keys(error), error.errors?.map((each) => each.message));
    });
    return socket.on('close', (hadError) => log(name, 'close', hadError)).resume();
  };
  const connect = (addresses, options) => net.connect({ port, host: 'a.name', lookup: lookup(addresses), ...options });
  const first = watch('first', connect(['127.0.0.2', '127.0.0.1', '127.0.0.1']));
  first.on('connect', () => log(first.autoSelectFamilyAttemptedAddresses.length, first.remoteAddress));
  first.on('close', () => {
    const second = watch('second', connect(['127.0.0.2', '127.0.0.3'], { port: 1 }));
    second.on('close', () => {
      const third = watch('third', connect(['127.0.0.1']));
      third.on('close', () => {
        const fourth = watch('fourth', connect(['nowhere']));
        fourth.on('close', () => {
          const fifth = watch('fifth', net.connect({ port, host: 'a.name', lookup: (host, options, callback) => callback(new Error('no such name')) }));
          fifth.on('close', () => {
            watch('sixth', net.connect({ port, host: 'a.name', family: 4, lookup: (host, options, callback) => callback(null, '127.0.0.1', 4) })).on('close', () => server.close());
          });
        });
      });
    });
  });
});
