/** `underhood dap` as editors have it: a process that speaks DAP over its streams. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it } from 'mocha';
import { MessageReader } from '../../../src/cli/message-reader.ts';
import { begin, DapClient } from '../debug/dap-client.ts';
import { startUnderhood } from './command-line.ts';

describe('underhood dap', function () {
  this.timeout(60_000);

  it('debugs a program over standard input and output', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'underhood-'));
    const file = path.join(folder, 'program.js');
    writeFileSync(file, "let text = 'ä→😀';\ndebugger;\nconsole.log(text);\n");
    const child = startUnderhood('dap');
    const exited = new Promise((resolve) => child.on('exit', resolve));
    const reader = new MessageReader();
    const client = new DapClient({
      send: (message) => {
        const body = Buffer.from(JSON.stringify(message));
        child.stdin.write(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]));
      },
      onMessage: (listener) => {
        child.stdout.on('data', (bytes: Buffer) => reader.read(bytes).forEach(listener));
      },
    });
    await begin({ client, file });
    assert.equal((await client.next('stopped')).description, 'Paused on debugger statement');
    await client.request('continue', { threadId: 1 });
    assert.equal((await client.next('stopped')).reason, 'end');
    assert.equal(client.output('stdout'), 'ä→😀\n');
    await client.request('continue', { threadId: 1 });
    await client.next('terminated');
    await client.request('disconnect');
    assert.equal(await exited, 0);
    rmSync(folder, { recursive: true });
  });

  it('ends with its client, and refuses a stream that is none', async () => {
    for (const [text, code] of [
      ['', 0],
      ['GET / HTTP/1.1\r\n\r\n', 2],
    ] as const) {
      const child = startUnderhood('dap');
      const exited = new Promise((resolve) => child.on('exit', resolve));
      child.stdin.end(text);
      assert.equal(await exited, code);
    }
  });

  it('reads messages that come in pieces, and several at once', () => {
    const reader = new MessageReader();
    const framed = (message: object): Buffer => {
      const body = Buffer.from(JSON.stringify(message));
      return Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\nContent-Type: x\r\n\r\n`), body]);
    };
    const both = Buffer.concat([framed({ seq: 1, type: 'ä' }), framed({ seq: 2, type: 'b' })]);
    const read = [...both].flatMap((byte) => reader.read(Buffer.from([byte])));
    assert.deepEqual(read, [
      { seq: 1, type: 'ä' },
      { seq: 2, type: 'b' },
    ]);
    assert.deepEqual(reader.read(both).length, 2);
  });
});
