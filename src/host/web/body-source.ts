/** Bodies of requests and responses. Fetch Standard 2.2.4, 5.2; Node: undici's lib/web/fetch/body.js. */
export const bodySource = `function (require, global) {
  const { TypeError, Uint8Array, Promise, JSON, Object } = global;
  const { isNode, toUsv, bytesOf, concat } = require('internal/webidl');
  const { isBlob, bytesOfBlob, newBlob } = require('internal/blob');
  const readable = require('internal/streams/readable');
  const { newByteStream, enqueueChunk, closeController, errorController } = require('internal/streams/bytes');
  const { resolved, nothing, invalidState } = require('internal/streams/base');

  /** A stream over bytes that are there: in Node of bytes, and closed a microtask after they were taken. */
  function streamOfBytes(bytes) {
    let isGiven = false;
    const stream = newByteStream({
      pull() {
        if (!isGiven) {
          isGiven = true;
          const { c } = readable.readableState(stream);
          if (bytes.length > 0) enqueueChunk(c, bytes.slice());
          %QueueMicrotask(() => {
            closeController(c);
            if (c.pending.length > 0) c.object.byobRequest.respond(0);
          });
        }
        return resolved(undefined);
      },
    });
    return stream;
  }

  /** The body of a message and the type that it suggests; a stream over bytes is made when somebody asks for it. */
  function extract(value) {
    if (readable.readableState(value) !== undefined) {
      const s = readable.readableState(value);
      if (s.disturbed || s.reader !== undefined) {
        throw new TypeError(isNode ? 'Response body object should not be disturbed or locked' : "Failed to construct 'Response': Response body object should not be disturbed or locked");
      }
      return { body: { stream: value, bytes: undefined, isStream: true }, type: undefined };
    }
    const made = (bytes, type) => ({ body: { stream: undefined, bytes, isStream: false }, type });
    if (%IsObject(value)) {
      if (isBlob(value)) return made(bytesOfBlob(value), value.type || undefined);
      const bytes = bytesOf(value);
      if (bytes !== undefined) return made(bytes, undefined);
      const { URLSearchParams } = require('internal/url');
      if (value instanceof URLSearchParams) return made(%Utf8Encode(value.toString()), 'application/x-www-form-urlencoded;charset=UTF-8');
      const { isFormData, encode } = require('internal/form_data');
      if (isFormData(value)) {
        const form = encode(value);
        return made(form.bytes, form.type);
      }
      if (isNode && typeof value[global.Symbol.asyncIterator] === 'function') return { body: { stream: readable.ReadableStream.from(value), bytes: undefined, isStream: true }, type: undefined };
    }
    return made(%Utf8Encode(toUsv(value)), 'text/plain;charset=UTF-8');
  }
  const bodyOfStream = (stream) => ({ stream, bytes: undefined, isStream: true, isReceived: true });
  function streamOf(body) {
    body.stream ??= streamOfBytes(body.bytes);
    return body.stream;
  }
  const isUsed = (body) => body.stream !== undefined && readable.readableState(body.stream).disturbed;
  const isLocked = (body) => body.stream !== undefined && readable.readableState(body.stream).reader !== undefined;

  /** Two bodies of one. */
  function clone(body) {
    const [first, second] = streamOf(body).tee();
    body.stream = first;
    return { stream: second, bytes: body.bytes, isStream: body.isStream, isReceived: body.isReceived };
  }

  function readAll(body, take) {
    const { ReadableStream } = readable;
    return new Promise((resolve, reject) => {
      const stream = streamOf(body);
      const reader = readable.acquireReader(readable.readableState(stream), undefined);
      const chunks = [];
      const request = {
        chunk: (value) => {
          const bytes = value instanceof Uint8Array ? value : undefined;
          if (bytes === undefined) return reject(new TypeError(isNode ? 'Received non-Uint8Array chunk' : 'Failed to fetch'));
          chunks.push(bytes);
          readable.readFrom(reader, request);
        },
        close: () => {
          try { resolve(take(concat(chunks))); } catch (error) { reject(error); }
        },
        error: (error) => reject(body.isStream && body.isReceived !== true && !isNode ? new TypeError('Failed to fetch') : error),
      };
      readable.readFrom(reader, request);
    });
  }
  function consume(name, method, state, take) {
    const { body } = state;
    if (body === null) {
      try { return resolved(take(new Uint8Array(0))); } catch (error) { return %PromiseReject(error); }
    }
    if (isUsed(body) || isLocked(body)) {
      const why = isUsed(body) ? 'body stream already read' : 'body stream is locked';
      return %PromiseReject(new TypeError(isNode ? 'Body is unusable: Body has already been read' : "Failed to execute '" + method + "' on '" + name + "': " + why));
    }
    return readAll(body, take);
  }

  /** What Request and Response share. stateOf throws where the receiver is neither. */
  function addBody(Class, name, stateOf) {
    const typeOf = (state) => state.headers.get('content-type') ?? '';
    const run = (receiver, method, take) => {
      let state;
      try { state = stateOf(receiver); } catch (error) { return %PromiseReject(error); }
      return consume(name, method, state, (bytes) => take(bytes, state));
    };
    const members = {
      get body() {
        const { body } = stateOf(this);
        return body === null ? null : streamOf(body);
      },
      get bodyUsed() {
        const { body } = stateOf(this);
        return body !== null && isUsed(body);
      },
      blob() { return run(this, 'blob', (bytes, state) => newBlob(bytes, typeOf(state).toLowerCase())); },
      arrayBuffer() { return run(this, 'arrayBuffer', (bytes) => bytes.buffer); },
      text() { return run(this, 'text', (bytes) => %Utf8Decode(bytes)); },
      json() {
        return run(this, 'json', (bytes, { body }) => {
          try {
            return JSON.parse(%Utf8Decode(bytes));
          } catch (error) {
            // What comes in pieces is read later, when nothing tells of the operation any more.
            if (!isNode && body?.isStream !== true) error.message = "Failed to execute 'json' on '" + name + "': " + error.message;
            throw error;
          }
        });
      },
      formData() {
        return run(this, 'formData', (bytes, state) => {
          const type = typeOf(state);
          const form = require('internal/form_data').decode(bytes, type);
          if (form !== undefined) return form;
          if (!isNode) throw new TypeError('Failed to fetch');
          throw new TypeError(/^(?:multipart\\/form-data|application\\/x-www-form-urlencoded)/i.test(type)
            ? 'Failed to parse body as FormData.'
            : 'Content-Type was not one of "multipart/form-data" or "application/x-www-form-urlencoded".');
        });
      },
      bytes() { return run(this, 'bytes', (bytes) => bytes); },
    };
    Object.defineProperties(Class.prototype, Object.getOwnPropertyDescriptors(members));
  }
  return { extract, bodyOfStream, streamOf, isUsed, isLocked, clone, addBody };
}`;
