// A proxy before the VS Code server that makes the workbench load an extension, and a test suite, into the *web worker*
// extension host, as vscode.dev would: it serves the extension's files under /__extension/ and names them in the
// configuration inside the page. (The workbench's own payload parameter always leads to the Node host.)
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import http from 'node:http';
import net from 'node:net';
import path from 'node:path';
import { freePort } from './server.mjs';

const types = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};
const prefix = '/__extension/';

/** Starts the proxy; `testsPath` is relative to `extensionFolder`, and undefined where only the extension is wanted. */
export async function startFront({ server, extensionFolder, testsPath }) {
  const port = await freePort();
  const authority = `127.0.0.1:${port}`;
  const location = (file) => ({ scheme: 'http', authority, path: `${prefix}${file}`.replace(/\/$/, '') });
  const developmentOptions = {
    extensions: [location('')],
    ...(testsPath === undefined ? {} : { extensionTestsPath: location(testsPath) }),
  };

  const front = http.createServer(async (request, response) => {
    const { pathname } = new URL(request.url, `http://${authority}`);
    if (pathname.startsWith(prefix))
      return serveFile(path.join(extensionFolder, decodeURIComponent(pathname.slice(prefix.length))), response);
    const headers = { ...request.headers, 'accept-encoding': 'identity' };
    const upstream = http.request(
      { host: '127.0.0.1', port: server.port, path: request.url, method: request.method, headers },
      (answer) => {
        if (!String(answer.headers['content-type']).startsWith('text/html') || pathname !== '/') {
          response.writeHead(answer.statusCode, answer.headers);
          answer.pipe(response);
          return;
        }
        const chunks = [];
        answer.on('data', (chunk) => chunks.push(chunk));
        answer.on('end', () => {
          const page = Buffer.from(withDevelopmentOptions(Buffer.concat(chunks).toString(), developmentOptions));
          response.writeHead(answer.statusCode, { ...answer.headers, 'content-length': page.length });
          response.end(page);
        });
      },
    );
    upstream.on('error', () => response.destroy());
    request.pipe(upstream);
  });

  const sockets = new Set();
  front.on('upgrade', (request, socket, head) => {
    const upstream = net.connect(server.port, '127.0.0.1', () => {
      const lines = [`${request.method} ${request.url} HTTP/1.1`];
      for (let at = 0; at < request.rawHeaders.length; at += 2)
        lines.push(`${request.rawHeaders[at]}: ${request.rawHeaders[at + 1]}`);
      upstream.write(`${lines.join('\r\n')}\r\n\r\n`);
      upstream.write(head);
      socket.pipe(upstream).pipe(socket);
    });
    for (const [one, other] of [
      [socket, upstream],
      [upstream, socket],
    ]) {
      sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => sockets.delete(one));
    }
  });
  await new Promise((resolve) => front.listen(port, '127.0.0.1', resolve));
  const stop = async () => {
    for (const socket of sockets) socket.destroy();
    front.closeAllConnections();
    await new Promise((resolve) => front.close(resolve));
  };
  return { authority, stop };
}

async function serveFile(file, response) {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, {
    'content-type': types[path.extname(file)] ?? 'application/octet-stream',
    'content-length': found.size,
  });
  createReadStream(file).pipe(response);
}

/** The page's configuration is JSON in an attribute of a meta element. */
function withDevelopmentOptions(page, developmentOptions) {
  return page.replace(/(id="vscode-workbench-web-configuration" data-settings=")([^"]*)"/, (_, start, settings) => {
    const configuration = JSON.parse(settings.replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
    const json = JSON.stringify({ ...configuration, developmentOptions });
    return `${start}${json.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
  });
}
