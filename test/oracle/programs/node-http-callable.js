// http.Server and http.Agent without new, and extended.
const http = require('http');
const EventEmitter = require('events');
const server = http.Server((req, res) => res.end('hello ' + req.url));
console.log(server instanceof http.Server, server.constructor === http.Server, http.Server.length, http.Agent.length, new http.Agent().maxSockets, http.Server() instanceof EventEmitter, http.createServer() instanceof http.Server);
console.log(http.Server, http.Agent, http.Server.name, typeof http.Agent().options, http.Agent() instanceof http.Agent, http.globalAgent instanceof http.Agent, http.globalAgent.constructor === http.Agent);
class Mine extends http.Server {
  constructor() {
    super((req, res) => res.end('mine'));
    this.isMine = true;
  }
}
class Pool extends http.Agent {}
console.log(new Mine() instanceof http.Server, new Mine().isMine, new Pool({ keepAlive: true }).keepAlive, new Pool() instanceof Pool);
server.listen(0, () =>
  http.get({ port: server.address().port, path: '/x', agent: new Pool() }, (res) => {
    res.setEncoding('utf8');
    res.on('data', (text) => console.log(text)).on('end', () => server.close(() => new Mine().listen(0, function () { http.get({ port: this.address().port }, (answer) => answer.on('data', (chunk) => console.log(chunk.toString())).on('end', () => this.close())); })));
  }),
);
