/**
 * The servers elsewhere that http and https talk to: network fixtures answer for them, and stand-ins for what no fixture is about.
 * To a request each is what a server of the run is: it accepts the head, and what the request sends then.
 */
export const httpFixturesSource = String.raw`function (require, global) {
  const { Error, Object } = global;
  const { Buffer } = require('buffer');
  const numbers = { ENOTFOUND: -3008, EAI_AGAIN: -3001, ECONNREFUSED: -111, ETIMEDOUT: -110 };

  /** Why nobody answers, as the error that Node has for it. */
  function failureOf(reason, { host, port }) {
    if (reason === 'ENOTFOUND' || reason === 'EAI_AGAIN')
      return Object.assign(new Error('getaddrinfo ' + reason + ' ' + host), { errno: numbers[reason], code: reason, syscall: 'getaddrinfo', hostname: host });
    if (reason === 'ECONNREFUSED' || reason === 'ETIMEDOUT') {
      const address = /^[0-9.]+$/.test(host) ? host : '127.0.0.1';
      return Object.assign(new Error('connect ' + reason + ' ' + address + ':' + port), { errno: numbers[reason], code: reason, syscall: 'connect', address, port: +port });
    }
    if (reason === 'ECONNRESET') return Object.assign(new Error('socket hang up'), { code: reason });
    return /^[A-Z][A-Z_]+$/.test(reason) ? Object.assign(new Error(reason), { code: reason }) : new Error(reason);
  }

  function urlOf({ protocol, host, port, path }) {
    const isDefault = +port === (protocol === 'https:' ? 443 : 80);
    const name = host.includes(':') && host[0] !== '[' ? '[' + host + ']' : host;
    return protocol + '//' + name + (isDefault ? '' : ':' + port) + path;
  }

  /** Whether a fixture is about the request. */
  const isKnown = (request) => %NetworkRoute(request.method, urlOf(request)) !== undefined;

  /** It answers once the whole request is there. */
  function accept(request) {
    const name = request.method + ' ' + urlOf(request);
    let waiting;
    const wait = (what, delay, then) => {
      waiting = %Wait('httpRequest', what, 'networking', delay, (reason) => {
        waiting = undefined;
        if (reason === undefined) then();
        else request.failed(failureOf(reason, request));
      }, true);
    };
    const hangUp = () => {
      if (waiting !== undefined) %StopWaiting(waiting);
      waiting = undefined;
    };
    function answer() {
      const { latency, never, fail, status, statusText, headers, pieces } = %NetworkAnswer(request.method, urlOf(request));
      wait(name, never ? global.Infinity : latency, () => {
        if (fail !== undefined) return request.failed(failureOf(fail, request));
        request.receive('head', { status, message: statusText, headers: headers.flat() });
        deliver(request.method === 'HEAD' ? [] : pieces, 0);
      });
    }
    /** Each piece comes in a turn of its own. */
    function deliver(pieces, index) {
      const isLast = index === pieces.length;
      const what = isLast ? name + ' (end)' : name + ' (part ' + (index + 1) + ' of ' + pieces.length + ')';
      wait(what, isLast ? 0 : pieces[index].delay, () => {
        if (isLast) return request.receive('end');
        request.receive('piece', Buffer.from(pieces[index].bytes));
        deliver(pieces, index + 1);
      });
    }
    return { hangUp, push(piece) { if (piece === null) answer(); } };
  }

  return { accept, isKnown, urlOf };
}`;
