// Ends and closing from immediates and timers.
const net = require('net'); const log = console.log;
// end in an immediate, destroy in a timer
const server = net.createServer((s) => { s.resume(); s.on('end', () => log('s end')); s.on('close', () => log('s close')); });
server.listen(0, '127.0.0.1', () => { const c = net.connect(server.address().port, '127.0.0.1'); c.resume(); setTimeout(() => { setImmediate(() => { log('immediate'); c.end(); c.on('finish', () => log('finish')); setImmediate(() => log('immediate 2')); setTimeout(() => log('timer'), 50); }); }, 10);
 c.on('close', () => { log('close'); const d = net.connect(server.address().port, '127.0.0.1', () => setTimeout(() => { d.destroy(); log('destroyed'); setImmediate(() => log('immediate 3')); process.nextTick(() => log('tick')); Promise.resolve().then(() => log('micro')); }, 10)); d.on('close', () => { log('d close'); setImmediate(() => log('immediate 4')); server.close(() => log('server close')); }); });
});
