/**
 * A server on this machine that answers as a program's network fixtures say, so that a real browser meets what the simulated
 * one is told. It is a proxy: the browser keeps the program's own URLs, and nothing leaves the machine.
 */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { type Channel, type Fixtures, matches, matchesText, parseFixtures } from '../../src/host/network/fixtures.ts';

export interface FixtureServer {
  /** Where the browser's proxy is. */
  readonly address: string;
  close(): Promise<void>;
}

/** `page` are the documents that are there besides the fixtures. */
export async function startFixtureServer(
  fixtureText: string,
  page: (url: string) => { readonly type: string; readonly text: string } | undefined,
): Promise<FixtureServer> {
  const fixtures = parseFixtures(fixtureText);
  if (fixtures.problems.length > 0) throw new Error(fixtures.problems.map(({ message }) => message).join('\n'));
  const server = createServer((request, response) => {
    const found = page(request.url ?? '');
    if (found !== undefined)
      response.writeHead(200, { 'content-type': found.type, connection: 'close' }).end(found.text);
    else answer(fixtures, request, response);
  });
  const sockets = new Set<Duplex>();
  server.on('connection', (socket) => sockets.add(socket));
  // WebSockets go through a proxy in a tunnel, in which they speak HTTP first.
  server.on('connect', (_request, socket) => {
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    server.emit('connection', socket);
  });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex) => converse(fixtures, request, socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => closed(server, sockets),
  };
}

function closed(server: Server, sockets: ReadonlySet<Duplex>): Promise<void> {
  for (const socket of sockets) socket.destroy();
  return new Promise((resolve) => server.close(() => resolve()));
}

function answer(fixtures: Fixtures, request: IncomingMessage, response: ServerResponse): void {
  // What a fixture does not say is not there: no date, no length. The end of the connection ends the body.
  response.sendDate = false;
  for (const name of ['connection', 'content-length', 'transfer-encoding']) response.removeHeader(name);
  const url = request.url ?? '';
  const events = fixtures.events.find((channel) => matches(channel.url, url));
  if (events !== undefined) return sendEvents(events, fixtures.latency, response);
  const route = fixtures.routes.find(
    (candidate) => (candidate.method ?? request.method) === request.method && matches(candidate.url, url),
  );
  if (route === undefined) throw new Error(`no fixture is about ${request.method} ${url}`);
  if (route.never) return;
  const { status, statusText, headers, pieces } = route;
  later(() => {
    if (route.fail !== undefined) return void response.destroy();
    response.writeHead(status, statusText, headers.flat());
    response.flushHeaders();
    sendPieces(pieces, response);
  }, route.latency ?? fixtures.latency);
}

interface Delayed {
  readonly delay: number;
  readonly text: string;
}

function sendPieces(pieces: readonly Delayed[], response: ServerResponse, after?: number): void {
  const [first, ...rest] = pieces;
  if (first === undefined) {
    if (after === undefined) response.end();
    else later(() => response.end(), after);
    return;
  }
  const send = (): void => {
    response.write(first.text);
    if (rest.length === 0 && after === undefined) response.end();
    else sendPieces(rest, response, after);
  };
  if (first.delay === 0) send();
  else later(send, first.delay);
}

function sendEvents(channel: Channel, latency: number, response: ServerResponse): void {
  if (channel.never) return;
  later(() => {
    if (channel.fail !== undefined) return void response.destroy();
    response.writeHead(200, ['content-type', 'text/event-stream']);
    response.flushHeaders();
    const pieces = channel.messages.map(({ delay, text, event, id }) => {
      const lines = [
        ...(id === undefined ? [] : [`id: ${id}`]),
        ...(event === undefined ? [] : [`event: ${event}`]),
        ...text.split('\n').map((line) => `data: ${line}`),
      ];
      return { delay, text: `${lines.join('\n')}\n\n` };
    });
    sendPieces(pieces, response, channel.close?.delay ?? forTheTest);
  }, channel.latency ?? latency);
}

/** In ms: longer than any page is there. */
const forTheTest = 3_600_000;

const textFrame = 1;
const closeFrame = 8;

function converse(fixtures: Fixtures, request: IncomingMessage, socket: Duplex): void {
  const url = `ws://${request.headers.host}${request.url}`;
  const channel = fixtures.sockets.find((candidate) => matches(candidate.url, url));
  if (channel === undefined) throw new Error(`no fixture is about ${url}`);
  if (channel.never) return;
  const latency = channel.latency ?? fixtures.latency;
  socket.on('error', () => socket.destroy());
  later(() => {
    if (channel.fail !== undefined) return void socket.destroy();
    socket.write(handshake(request));
    play(channel, 0, socket);
    onFrame(socket, (kind, content) => {
      if (kind === closeFrame)
        return later(() => {
          socket.write(frame(closeFrame, content));
          socket.end();
        }, latency);
      const reply = channel.replies.find(({ to }) => matchesText(to, content.toString('utf8')));
      if (reply !== undefined)
        later(() => socket.write(frame(textFrame, Buffer.from(reply.text))), latency + reply.delay);
    });
  }, latency);
}

/** RFC 6455, 4.2.2. */
function handshake(request: IncomingMessage): string {
  const key = request.headers['sec-websocket-key'] ?? '';
  const accept = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
  const protocol = request.headers['sec-websocket-protocol']?.split(',')[0];
  const lines = [
    'HTTP/1.1 101 Switching Protocols',
    'Upgrade: websocket',
    'Connection: Upgrade',
    `Sec-WebSocket-Accept: ${accept}`,
    ...(protocol === undefined ? [] : [`Sec-WebSocket-Protocol: ${protocol}`]),
  ];
  return `${lines.join('\r\n')}\r\n\r\n`;
}

function play({ messages, close, ...channel }: Channel, at: number, socket: Duplex): void {
  const message = messages[at];
  if (message !== undefined) {
    later(() => {
      if (socket.writable) socket.write(frame(textFrame, Buffer.from(message.text)));
      play({ messages, close, ...channel }, at + 1, socket);
    }, message.delay);
  } else if (close !== undefined) {
    const code = Buffer.alloc(2);
    code.writeUInt16BE(close.code);
    const content = Buffer.concat([code, Buffer.from(close.reason)]);
    later(() => {
      if (socket.writable) socket.end(frame(closeFrame, content));
    }, close.delay);
  }
}

/** RFC 6455, 5.2: of a server, so without a mask. */
function frame(kind: number, content: Buffer): Buffer {
  if (content.length > 65_535) throw new Error('a longer message than tests need');
  const head = Buffer.from(
    content.length < 126
      ? [0x80 | kind, content.length]
      : [0x80 | kind, 126, content.length >> 8, content.length & 255],
  );
  return Buffer.concat([head, content]);
}

/** Frames of a client have a mask. */
function onFrame(socket: Duplex, take: (kind: number, content: Buffer) => void): void {
  let received = Buffer.alloc(0);
  socket.on('data', (bytes: Buffer) => {
    received = Buffer.concat([received, bytes]);
    while (received.length >= 6) {
      const short = received[1]! & 127;
      const lengthBytes = short === 126 ? 2 : 0;
      if (received.length < 6 + lengthBytes) return;
      const length = short === 126 ? received.readUInt16BE(2) : short;
      const start = 6 + lengthBytes;
      if (received.length < start + length) return;
      const mask = received.subarray(start - 4, start);
      const content = Buffer.from(
        received.subarray(start, start + length).map((byte, index) => byte ^ mask[index & 3]!),
      );
      take(received[0]! & 15, content);
      received = received.subarray(start + length);
    }
  });
}

/** The server keeps the process alive while it is open, and what it has not sent yet does not. */
function later(run: () => void, ms: number): void {
  setTimeout(run, ms).unref();
}
