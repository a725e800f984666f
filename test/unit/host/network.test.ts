/** Network fixtures: what they mean, what is said where they are wrong, and that runs read them as the files that they are. */
import assert from 'node:assert/strict';
import { viewOfSnapshot } from '../../../src/host/loading/files.ts';
import { matches, parseFixtures } from '../../../src/host/network/fixtures.ts';
import type { FileEntry, RunEnvironment, RunInput } from '../../../src/protocol/run.ts';
import { Simulation } from '../../../src/recorder/simulation.ts';
import { testEnvironment } from '../run-program.ts';

const environment: RunEnvironment = {
  ...testEnvironment,
  sourceKind: 'module',
  fileName: '/work/app/main.mjs',
  maxSteps: 10_000_000,
  maxVirtualMs: 1e6,
};

type Files = Readonly<Record<string, string>>;

function run(source: string, files: Files, given: Partial<RunEnvironment> = {}, inputs: readonly RunInput[] = []) {
  const lines: string[] = [];
  const known = new Map<string, FileEntry>();
  for (let round = 0; ; round++) {
    assert.ok(round < 5, 'asks for files again and again');
    lines.length = 0;
    const simulation = new Simulation({
      source,
      environment: { ...environment, ...given },
      recording: 'log',
      output: { write: (_stream, text) => void lines.push(text) },
      files: viewOfSnapshot(known),
      inputs,
    });
    assert.equal(simulation.failure, undefined);
    if (simulation.advance() === 'needsFiles') {
      for (const path of simulation.neededFiles) {
        const text = files[path];
        known.set(path, text === undefined ? { kind: 'missing' } : { kind: 'file', text });
      }
      continue;
    }
    return { output: lines.join(''), simulation };
  }
}

const fixtures = (content: unknown): Files => ({ '/work/underhood.network.json': JSON.stringify(content) });

describe('network fixtures', () => {
  it('are found in a folder above, and answer after their latency', () => {
    const { output } = run(
      `const start = performance.now();
       const response = await fetch('https://a.b/users/7');
       console.log(response.status, response.headers.get('content-type'), await response.json(), Math.round(performance.now() - start));`,
      fixtures({ routes: [{ url: 'https://a.b/users/*', json: { id: 7 }, latency: 120, status: 203 }] }),
    );
    assert.equal(output, '203 application/json { id: 7 } 120\n');
  });

  it('give bodies from files and in pieces, redirects and failures', () => {
    const { output } = run(
      `console.log(await (await fetch('http://x/file')).text());
       const pieces = [];
       for await (const piece of (await fetch('http://x/pieces')).body) pieces.push(new TextDecoder().decode(piece), Math.round(performance.now()));
       console.log(pieces);
       const moved = await fetch('http://x/old', { method: 'POST', body: 'x' });
       console.log(moved.url, moved.redirected);
       await fetch('http://x/fails').catch((error) => console.log(error.message, error.cause.code));
       await fetch('http://x/old', { redirect: 'error' }).catch((error) => console.log(error.cause.message));`,
      {
        ...fixtures({
          latency: 0,
          routes: [
            { url: '/file', file: 'bodies/a.txt' },
            { url: '/pieces', chunks: ['one', { text: 'two', delay: 50 }], latency: 10 },
            { url: '/old', redirect: '/new' },
            { url: '/new', method: 'GET', text: 'new' },
            { url: '/fails', fail: 'ENOTFOUND' },
          ],
        }),
        '/work/bodies/a.txt': 'from a file',
      },
    );
    assert.equal(
      output,
      "from a file\n[ 'one', 10, 'two', 60 ]\nhttp://x/new true\nfetch failed ENOTFOUND\nunexpected redirect\n",
    );
  });

  it('are not needed: a stand-in says what it is, of each request, and once where to describe the answer', () => {
    const { output } = run(
      `const response = await fetch('https://a.b/c');
       for (let i = 0; i < 3; i++) await fetch('https://a.b/d');
       console.log(response.ok, (await response.json()).underhood, response.headers.get('x-underhood'));`,
      {},
    );
    assert.match(
      output,
      /^Underhood: GET https:\/\/a\.b\/c is answered by a stand-in.*underhood\.network\.json.*\nUnderhood: GET https:\/\/a\.b\/d is answered by a stand-in, too\.\ntrue stand-in stand-in\n$/,
    );
  });

  it('that are wrong are told of with line and column, and the rest holds', () => {
    const text = '{\n  "routes": [\n    { "url": "/a", "status": "200", "text": "a" },\n    { "jsom": 1 }\n  ]\n}';
    const { output } = run(`console.log(await (await fetch('http://x/a')).text());`, {
      '/work/app/underhood.network.json': text,
    });
    assert.equal(
      output,
      [
        'Underhood: /work/app/underhood.network.json:3:20: routes[0]: "status" must be a number from 200 to 599',
        'Underhood: /work/app/underhood.network.json:4:5: routes[1]: "url" is missing',
        'Underhood: /work/app/underhood.network.json:4:7: routes[1]: "jsom" is not known here',
        'a\n',
      ].join('\n'),
    );
    const broken = run(`console.log((await fetch('http://x/a')).status);`, {
      '/work/app/underhood.network.json': '{ "routes": [,] }',
    });
    assert.match(broken.output, /underhood\.network\.json:1:14: a value is expected here\n[^]*\n200\n$/);
  });

  it('of a name of their own are named by the environment', () => {
    const { output } = run(
      `console.log(await (await fetch('http://x/a')).text());`,
      { '/work/app/mocks/net.json': JSON.stringify({ routes: [{ url: '*', text: 'named' }] }) },
      { networkFile: 'mocks/net.json' },
    );
    assert.equal(output, 'named\n');
  });

  it('answer http and https too, where no server of the run is meant', () => {
    const { output } = run(
      `import http from 'node:http';
       import https from 'node:https';
       const ask = (module, url, options = {}) => new Promise((done) => {
         const request = module.request(url, options, (response) => {
           const pieces = [];
           response.on('data', (data) => pieces.push(String(data), Math.round(performance.now())));
           response.on('end', () => done([response.statusCode, response.headers['x-a'] ?? response.headers.location, ...pieces].join()));
           response.on('error', (error) => done([...pieces, error.code]));
         });
         request.on('error', (error) => done(error.code + ' ' + error.message));
         request.end(options.body);
       });
       console.log(await ask(https, 'https://a.b/user?id=1'));
       console.log(await ask(http, 'http://localhost:3000/api', { method: 'POST', body: 'x' }));
       console.log(await ask(http, 'http://localhost:3000/api'));
       console.log(await ask(https, 'https://gone.b/'));
       console.log(await ask(http, new URL('http://moved.b:8080')));
       console.log((await ask(https, 'https://elsewhere.b/')).includes('stand-in'));`,
      fixtures({
        latency: 10,
        routes: [
          { url: 'https://a.b/user?id=1', headers: { 'X-A': 'b' }, chunks: ['one', { text: 'two', delay: 40 }] },
          { url: '/api', method: 'POST', status: 503, text: 'busy' },
          { url: 'https://gone.b/*', fail: 'ENOTFOUND' },
          { url: 'http://moved.b:8080/', redirect: '/new' },
        ],
      }),
    );
    assert.equal(
      output,
      [
        '200,b,one,10,two,50',
        '503,,busy,61',
        'ECONNREFUSED ',
        'ENOTFOUND getaddrinfo ENOTFOUND gone.b',
        '302,/new',
        'Underhood: GET https://elsewhere.b/ is answered by a stand-in, because nothing leaves this machine. Describe the answer in /work/underhood.network.json.',
        'true',
        '',
      ].join('\n'),
    );
  });

  it('go before a server of the run, which answers fetch where they say nothing', () => {
    const { output } = run(
      `import http from 'node:http';
       const server = http.createServer((request, response) => response.end('of the server')).listen(4000, async () => {
         for (const path of ['/a', '/b']) console.log(await (await fetch('http://localhost:4000' + path)).text());
         server.close();
       });`,
      fixtures({ routes: [{ url: 'http://localhost:4000/a', text: 'of the fixture' }] }),
    );
    assert.equal(output, 'of the fixture\nof the server\n');
    const { simulation } = run(
      `import http from 'node:http';
       http.createServer(() => {}).listen(4000, () => fetch('http://localhost:4000/never'));`,
      {},
    );
    assert.deepEqual(
      simulation.host.requests.all().map(({ kind, name }) => [kind, name]),
      [
        ['server', ':4000'],
        ['socket', 'GET http://localhost:4000/never'],
      ],
    );
  });

  it('that never answer leave the request pending at the end, and abort ends it', () => {
    const never = fixtures({ routes: [{ url: '*', never: true }] });
    const { simulation, output } = run(`fetch('http://x/').then(() => console.log('?')); console.log('end');`, never);
    assert.equal(output, 'end\n');
    assert.deepEqual(
      simulation.host.requests.all().map(({ kind, name }) => [kind, name]),
      [['fetch', 'GET http://x/']],
    );
    const aborted = run(
      `const control = new AbortController();
       setTimeout(() => control.abort(), 5);
       await fetch('http://x/', { signal: control.signal }).catch((error) => console.log(error.name));`,
      never,
    );
    assert.equal(aborted.output, 'AbortError\n');
    assert.equal(aborted.simulation.host.requests.size, 0);
    const inTime = run(
      `import https from 'node:https';
       const late = await fetch('http://x/', { signal: AbortSignal.timeout(50) }).catch((error) => error);
       console.log(late.name, Math.round(performance.now()));
       const request = https.get('https://x/', { timeout: 50 }, () => console.log('?'));
       request.on('timeout', () => request.destroy(new Error('too late')));
       request.on('error', ({ message }) => console.log(message, Math.round(performance.now())));`,
      never,
    );
    assert.equal(inTime.output, 'TimeoutError 50\ntoo late 100\n');
    assert.equal(inTime.simulation.host.requests.size, 0);
  });

  it('that never answer are answered, or let fail, by inputs', () => {
    const never = fixtures({ routes: [{ url: '*', never: true, text: 'at last' }] });
    const source = `fetch('http://x/').then((response) => response.text()).then(console.log, (error) => console.log(error.cause.code));
      await undefined;`;
    const { simulation } = run(source, never);
    const { id } = simulation.host.requests.all()[0]!;
    const { steps } = simulation.host.isolate;
    const answer = (fails: boolean, asked = id): string =>
      run(source, never, {}, [{ kind: 'answer', step: steps, id: asked, fails }]).output;
    assert.equal(answer(false), 'at last\n');
    assert.equal(answer(true), 'UND_ERR_SOCKET\n');
    assert.equal(answer(true, 9999), 'Underhood: the request that was to be answered is not pending any more\n');
    const client = `import http from 'node:http';
      http.get('http://x/', (response) => response.on('data', (data) => console.log(String(data)))).on('error', ({ code }) => console.log(code));`;
    const pending = run(client, never).simulation.host;
    const [asked] = pending.requests.all();
    assert.deepEqual([asked?.kind, asked?.name], ['httpRequest', 'GET http://x/']);
    for (const fails of [false, true]) {
      const input = { kind: 'answer', step: pending.isolate.steps, id: asked!.id, fails } as const;
      assert.equal(run(client, never, {}, [input]).output, fails ? 'ECONNRESET\n' : 'at last\n');
    }
  });

  it('answer the same in every run', () => {
    const source = `const form = new FormData(); form.append('a', crypto.randomUUID());
      console.log(await new Response(form).text(), await (await fetch('http://x/')).text());`;
    assert.equal(run(source, {}).output, run(source, {}).output);
  });

  it('have scripted sockets', () => {
    const { output } = run(
      `const socket = new WebSocket('ws://x/chat');
       const log = (...words) => console.log(Math.round(performance.now()), ...words);
       socket.onopen = () => { log('open', socket.readyState); socket.send('ping'); };
       socket.onmessage = ({ data, origin }) => log(data, origin);
       socket.onclose = ({ code, reason, wasClean }) => log('close', code, reason, wasClean, socket.readyState);`,
      fixtures({
        sockets: [
          {
            url: 'ws://x/*',
            latency: 10,
            messages: [
              { delay: 5, json: { n: 1 } },
              { delay: 20, text: 'two' },
            ],
            replies: [{ to: 'ping', text: 'pong' }],
            close: { delay: 10, code: 3001, reason: 'done' },
          },
        ],
      }),
    );
    assert.equal(output, '10 open 1\n15 {"n":1} ws://x\n20 pong ws://x\n35 two ws://x\n45 close 3001 done true 3\n');
  });
});

describe('what fixtures say', () => {
  it('matches whole URLs, paths, and any characters', () => {
    assert.ok(matches('https://a.b/c', 'https://a.b/c'));
    assert.ok(matches('https://a.b', 'https://a.b/'));
    assert.ok(matches('/c?d=*', 'https://a.b/c?d=1&e'));
    assert.ok(matches('*/users/*', 'https://a.b/users/'));
    assert.ok(!matches('/c', 'https://a.b/c/d'));
    assert.ok(!matches('a*a', 'a'));
  });

  it('is checked all through', () => {
    const texts = (text: string): string[] =>
      parseFixtures(text).problems.map(({ message, offset }) => `${offset} ${message}`);
    assert.deepEqual(texts('[]'), ['0 the file must be an object']);
    assert.deepEqual(texts('{"latency":-1}'), ['1 the file: "latency" must be a number of at least 0']);
    assert.deepEqual(texts('{"routes":[{"url":"a","text":"","json":1,"headers":{"a b":"c"}}]}'), [
      '32 routes[0]: an answer has one body: "text" or "json"',
      '52 routes[0].headers: "a b" cannot be the name of a header',
    ]);
    assert.deepEqual(texts('{"sockets":[{"url":"a","close":{"code":1},"replies":[{"x":1}]}]}'), [
      '54 sockets[0].replies[0]: "x" is not known here',
      '32 sockets[0].close: "code" must be a number from 1000 to 4999',
    ]);
    assert.deepEqual(texts('{"a"'), ['4 a colon is expected here']);
    assert.deepEqual(texts(''), ['0 the text ends too early']);
  });
});
