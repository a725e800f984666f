/**
 * fetch over network fixtures: what a server would answer is looked up (network/network.ts), and comes after its latency as a task
 * of the network. A server of the run itself answers where no fixture is about the URL. Fetch Standard 4, 5.6; Node: undici's lib/web/fetch/index.js.
 * Simplified: no CORS, no cookies, no HTTP cache, no referrer.
 */
export const fetchSource = `function (require, global) {
  const { TypeError, Promise, Error, Object, Symbol, Uint8Array } = global;
  const { isNode, need } = require('internal/webidl');
  const readable = require('internal/streams/readable');
  const { newByteStream, enqueueChunk, closeController, errorController } = require('internal/streams/bytes');
  const { bodyOfStream } = require('internal/body');
  const { newRequest, newResponse, requestState, isNullBody, isRedirect, redirected, locationOf, headersOf } = require('internal/request_response');
  const { newHeaders } = require('internal/headers');

  const named = (Class) => Object.defineProperty(Class.prototype, 'name', { __proto__: null, value: Class.name }) && Class;
  const SocketError = named(class SocketError extends Error {});
  const ConnectTimeoutError = named(class ConnectTimeoutError extends Error {});
  const errnos = { ECONNREFUSED: -111, ENOTFOUND: -3008, EAI_AGAIN: -3001, ECONNRESET: -104, ETIMEDOUT: -110 };
  function causeOf(reason, parts) {
    if (reason === 'ENOTFOUND' || reason === 'EAI_AGAIN')
      return Object.assign(new Error('getaddrinfo ' + reason + ' ' + parts[6]), { errno: errnos[reason], code: reason, syscall: 'getaddrinfo', hostname: parts[6] });
    if (reason === 'ECONNREFUSED') {
      const port = parts[7] === '' ? (parts[2] === 'https:' ? 443 : 80) : +parts[7];
      const address = /^[0-9.]+$/.test(parts[6]) ? parts[6] : '127.0.0.1';
      return Object.assign(new Error('connect ECONNREFUSED ' + address + ':' + port), { errno: -111, code: reason, syscall: 'connect', address, port });
    }
    if (reason === 'ECONNRESET') return Object.assign(new SocketError('other side closed'), { code: 'UND_ERR_SOCKET' });
    if (reason === 'ETIMEDOUT') return Object.assign(new ConnectTimeoutError('Connect Timeout Error'), { code: 'UND_ERR_CONNECT_TIMEOUT' });
    return /^[A-Z][A-Z_]+$/.test(reason) ? Object.assign(new Error(reason), { code: reason }) : new Error(reason);
  }
  const failed = (cause) => (isNode ? new TypeError('fetch failed', { cause }) : new TypeError('Failed to fetch'));

  /** A stream of bytes that come one after the other; in Node each is handed on in a tick of its own. */
  function arrivingBody(onCancel) {
    const arrived = [];
    let isOver = false;
    let waiting;
    const stream = newByteStream({
      pull: () => new Promise((resolve) => { waiting = resolve; flush(); }),
      cancel: () => {
        onCancel();
        return %PromiseResolve(Promise, undefined);
      },
    });
    const { c } = readable.readableState(stream);
    function flush() {
      if (waiting === undefined || (arrived.length === 0 && !isOver)) return;
      const go = waiting;
      waiting = undefined;
      %NextTick(() => {
        if (c.s.state !== 'readable') return go();
        if (arrived.length > 0) enqueueChunk(c, arrived.shift());
        else {
          closeController(c);
          if (c.pending.length > 0) c.object.byobRequest.respond(0);
        }
        go();
      });
    }
    return {
      stream,
      push(bytes) {
        if (bytes.length > 0) arrived.push(bytes);
        flush();
      },
      close() { isOver = true; flush(); },
      fail(error) { errorController(c, error); },
    };
  }

  /** What is under way for one fetch, so that it can be given up. */
  function start(state, done, fail) {
    const { source: signal } = state;
    const flight = { id: undefined, leave: undefined, body: undefined, isOver: false };
    const giveUp = () => {
      if (flight.id !== undefined) %StopWaiting(flight.id);
      flight.leave?.();
      flight.isOver = true;
    };
    if (signal !== undefined) {
      const abort = () => {
        if (flight.isOver) return;
        giveUp();
        if (flight.body === undefined) fail(signal.reason);
        else flight.body.fail(signal.reason);
      };
      if (signal.aborted) return abort();
      require('internal/abort_controller').onAbort(signal, abort);
    }
    const current = { parts: state.parts, method: state.method, body: state.body, redirects: 0 };
    ask();

    function ask() {
      const url = current.parts[0];
      if (isOfRun(current)) return askServer();
      const answer = %NetworkAnswer(current.method, url);
      flight.id = %Wait('fetch', current.method + ' ' + url, 'networking', answer.never ? Infinity : answer.latency, (reason) => {
        flight.id = undefined;
        const why = reason ?? answer.fail;
        if (why !== undefined) return end(failed(causeOf(why, current.parts)));
        if (!follows(answer)) respond(answer);
      }, true);
    }
    function askServer() {
      const { parts, method, body } = current;
      let isMoved = false;
      flight.leave = require('internal/fetch-servers')({ parts, method, body, headers: state.headers, mode: state.mode }, {
        head(answer) {
          isMoved = follows(answer);
          if (!isMoved) respond(answer);
        },
        piece(bytes) { if (!isMoved && !flight.isOver) flight.body?.push(bytes); },
        end() { if (!isMoved && !flight.isOver) finish(); },
        failed(reason) {
          if (flight.isOver || isMoved) return;
          if (flight.body === undefined) end(failed(causeOf(reason, parts)));
          else breakOff(reason);
        },
      });
    }
    function follows(answer) {
      const location = locationOf(answer);
      if (location === undefined || state.redirect === 'manual') return false;
      redirect(answer.status, location);
      return true;
    }
    function finish() {
      flight.body?.close();
      flight.isOver = true;
    }
    function breakOff(reason) {
      flight.isOver = true;
      const cause = causeOf(reason, current.parts);
      flight.body.fail(isNode ? new TypeError('terminated', { cause }) : new TypeError('network error'));
    }
    function end(error) {
      flight.isOver = true;
      fail(error);
    }
    function redirect(status, location) {
      if (state.redirect === 'error') return end(failed(new Error('unexpected redirect')));
      if (++current.redirects > 20) return end(failed(new Error('redirect count exceeded')));
      const next = redirected(status, location, current.method, current.parts);
      if (next === undefined) return end(failed(new Error('URL scheme must be a HTTP(S) scheme')));
      current.parts = next.parts;
      if (next.method !== current.method) current.body = null;
      current.method = next.method;
      ask();
    }
    function respond(answer) {
      if (!isNode && isRedirect(answer.status) && state.redirect === 'manual') {
        flight.isOver = true;
        return done(newResponse({ type: 'opaqueredirect', status: 0, headers: newHeaders([], 'immutable'), url: current.parts[0] }));
      }
      const isEmpty = isNullBody(answer.status) || current.method === 'HEAD';
      // Chromium's loader makes a stream of every body, also of none.
      const hasBody = !isEmpty || !isNode;
      if (hasBody) flight.body = arrivingBody(giveUp);
      done(newResponse({
        type: isNode || isSameOrigin(current.parts) ? 'basic' : 'cors',
        status: answer.status,
        statusText: answer.statusText,
        headers: headersOf(answer),
        body: hasBody ? bodyOfStream(flight.body.stream) : null,
        url: current.parts[0].replace(/#.*$/s, ''),
        redirected: current.redirects > 0,
      }));
      if (isEmpty) return finish();
      if (answer.pieces === undefined) return;
      if (isNode) return deliver(answer.pieces, 0);
      // Blink: the body comes by a pipe of its own, behind the head.
      %QueueNetworkTask(current.method + ' ' + current.parts[0] + ' (body)', () => {
        if (!flight.isOver) deliver(answer.pieces, 0);
      });
    }
    /** In Node the first piece may come with the head; each other one takes a task. */
    function deliver(pieces, at) {
      for (let index = at; ; index++) {
        if (index >= pieces.length) return finish();
        const { delay, bytes } = pieces[index];
        if (index === 0 && delay === 0) {
          flight.body.push(bytes);
          continue;
        }
        const name = current.method + ' ' + current.parts[0] + ' (part ' + (index + 1) + ' of ' + pieces.length + ')';
        flight.id = %Wait('fetch', name, 'networking', delay, (reason) => {
          flight.id = undefined;
          if (reason !== undefined) return breakOff(reason);
          flight.body.push(bytes);
          deliver(pieces, index + 1);
        }, true);
        return;
      }
    }
  }
  function isOfRun({ parts, method }) {
    if (!isNode || parts[2] !== 'http:') return false;
    const { listening, isHere } = require('internal/http-servers');
    return isHere(parts[6]) && listening.has(+(parts[7] || 80)) && %NetworkRoute(method, parts[0]) === undefined;
  }
  const isSameOrigin = (parts) => parts[1] === (global.location?.origin ?? 'http://localhost');

  function fromData(parts) {
    const match = /^data:([^,]*),(.*)$/s.exec(parts[0].replace(/#.*$/s, ''));
    if (match === null) return undefined;
    const isBase64 = /;\\s*base64\\s*$/i.test(match[1]);
    const type = match[1].replace(/;\\s*base64\\s*$/i, '').trim();
    const percent = %PercentDecode(match[2]);
    const bytes = isBase64 ? %BytesOfBinary(global.atob(%BinaryText(percent))) : percent;
    return { type: type === '' ? 'text/plain;charset=US-ASCII' : type[0] === ';' ? 'text/plain' + type : type, bytes };
  }

  /** What needs no network takes a while in a browser too, in ms: another process loads it. */
  const loadingTime = 1;
  function fetch(input, init = undefined) {
    return new Promise((resolve, reject) => {
      if (!isNode) need(arguments, 1, 'Window', 'fetch');
      const state = requestState(newRequest(input, init, "Failed to execute 'fetch' on 'Window'"));
      const scheme = state.parts[2];
      if (scheme === 'http:' || scheme === 'https:' || (!isNode && scheme === 'file:')) return start(state, resolve, reject);
      const { source: signal } = state;
      if (signal?.aborted) return reject(signal.reason);
      const { Blob, newBlob, objectOfUrl, bytesOfBlob } = require('internal/blob');
      let found;
      if (scheme === 'data:') found = fromData(state.parts);
      else if (scheme === 'blob:') {
        const blob = objectOfUrl(state.parts[0]);
        if (blob !== undefined) found = { type: blob.type, bytes: bytesOfBlob(blob) };
      }
      if (found === undefined) return reject(failed(new Error(scheme === 'about:' ? 'about scheme is not supported' : scheme === 'data:' ? 'invalid data: URL' : scheme === 'blob:' ? 'invalid method' : 'unknown scheme')));
      const body = { stream: undefined, bytes: found.bytes, isStream: false };
      const pairs = scheme === 'blob:' ? [['Content-Length', '' + found.bytes.length], ['Content-Type', found.type]] : [['Content-Type', found.type]];
      const response = newResponse({ type: 'basic', statusText: 'OK', headers: newHeaders(pairs, 'immutable'), body, url: state.parts[0] });
      if (isNode) resolve(response);
      else %Wait('fetch', 'GET ' + scheme, 'networking', loadingTime, () => resolve(response), true);
    });
  }
  return { fetch, causeOf };
}`;
