// What http.createServer is made with: what it refuses, and what the server has then.
const http = require('http');
for (const o of [Symbol('s'), 5, 'x', null, undefined, true, 1n, [], () => 1, { requestTimeout: 'x' }, {headersTimeout: 5, requestTimeout: 1}, { connectionsCheckingInterval: 's'}, {insecureHTTPParser: 1}, {maxHeaderSize: 'x'}, {keepAlive: 'x'}, {noDelay: 's'}, {uniqueHeaders: 5}, {uniqueHeaders: 'x'}, {joinDuplicateHeaders: 5}, { highWaterMark: 's' }, {requireHostHeader: 1}, {rejectNonStandardBodyWrites: 1}, {IncomingMessage: 5}, {ServerResponse: 4}, {keepAliveTimeout: 's'}, {shouldUpgradeCallback: 4}, {maxHeadersCount: 's'}]) {
  try { const s = http.createServer(o); console.log(typeof o === 'object' ? Object.keys(o ?? {}) : String(o), 'ok', s.listenerCount('request'), s.keepAliveTimeout, s.requestTimeout, s.headersTimeout, s.timeout, s.maxHeadersCount, s.maxRequestsPerSocket); } catch (e) { console.log(typeof o === 'object' ? Object.keys(o ?? {}) : String(o), e.name, e.code, e.message); }
}
for (const l of [5, 'x', {}, null]) try { console.log(http.createServer({}, l).listenerCount('request')); } catch (e) { console.log(e.name, e.code, e.message); }
class Mine extends http.IncomingMessage { get isMine() { return true; } }
class Answer extends http.ServerResponse { hello() { this.end('hello'); } }
const server = http.createServer({ IncomingMessage: Mine, ServerResponse: Answer, keepAliveTimeout: 7, requestTimeout: 1000 }, (request, response) => {
  console.log(request.isMine, response instanceof Answer);
  response.hello();
});
console.log(server.keepAliveTimeout, server.keepAliveTimeoutBuffer, server.requestTimeout, server.headersTimeout, server.connectionsCheckingInterval);
console.log(server.requireHostHeader, server.joinDuplicateHeaders, server.rejectNonStandardBodyWrites, server.insecureHTTPParser, server.setTimeout(5).timeout);
server.setTimeout(0).listen(0, () => http.get({ port: server.address().port, agent: false }, (response) => {
  response.setEncoding('utf8').on('data', (text) => console.log(text)).on('end', () => server.close());
}));
