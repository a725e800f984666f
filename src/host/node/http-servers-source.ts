/** The servers of http and net that listen in this run, and how fetch reaches them. */

export const httpServersSource = String.raw`function (require, { Map }) {
  /** By port. */
  const listening = new Map();
  const names = ['localhost', '127.0.0.1', '::1', '[::1]', '0.0.0.0'];
  let nextPort = 49152;
  let nextClientPort = 40000;
  return {
    listening,
    isHere(host) { return names.includes(host); },
    /** For a server that does not say which. */
    freePort() {
      while (listening.has(nextPort)) nextPort++;
      return nextPort++;
    },
    clientPort() { return nextClientPort++; },
  };
}`;

/**
 * Asks a server of the run as fetch does: the headers that undici adds, the body as it comes. Node: undici's
 * lib/web/fetch/index.js (httpNetworkOrCacheFetch), lib/dispatcher/client-h1.js.
 */
export const fetchServersSource = String.raw`function (require, global) {
  const http = require('http');
  const readable = require('internal/streams/readable');
  const { rawHeaders } = require('internal/headers');

  /** Returns what gives the request up. */
  return function askServer({ parts, method, headers, body, mode }, on) {
    const raw = ['host', parts[5], 'connection', method === 'HEAD' ? 'close' : 'keep-alive', ...rawHeaders(headers)];
    const add = (name, value) => { if (!raw.some((given, index) => index % 2 === 0 && given.toLowerCase() === name)) raw.push(name, value); };
    add('accept', '*/*');
    add('accept-language', '*');
    add('sec-fetch-mode', mode);
    add('user-agent', 'node');
    add('accept-encoding', 'gzip, deflate');
    const length = body === null ? (method === 'POST' || method === 'PUT' ? 0 : undefined) : body.bytes?.length;
    if (length !== undefined) add('content-length', '' + length);
    else if (body !== null) add('transfer-encoding', 'chunked');
    const request = http.request({ hostname: parts[6], port: parts[7] || 80, path: parts[8] + parts[9], method, headers: raw, agent: false, setHost: false });
    let hasAnswer = false;
    request.on('error', (error) => { if (!hasAnswer) on.failed(error.code ?? error.message); });
    request.on('response', (response) => {
      hasAnswer = true;
      const pairs = [];
      for (let index = 0; index < response.rawHeaders.length; index += 2) pairs.push([response.rawHeaders[index], response.rawHeaders[index + 1]]);
      response.on('error', (error) => on.failed(error.code ?? error.message));
      response.on('data', (chunk) => on.piece(new global.Uint8Array(chunk)));
      response.on('end', on.end);
      on.head({ status: response.statusCode, statusText: response.statusMessage, headers: pairs });
    });
    if (body === null) request.end();
    else if (body.bytes !== undefined) request.end(body.bytes);
    else send(body.stream, request);
    return () => request.destroy();
  };

  function send(stream, request) {
    const reader = readable.acquireReader(readable.readableState(stream), undefined);
    const next = {
      chunk(value) {
        request.write(value);
        readable.readFrom(reader, next);
      },
      close() { request.end(); },
      error(reason) { request.destroy(reason); },
    };
    readable.readFrom(reader, next);
  }
}`;
