/** What of net this machine's Node cannot judge: what is refused by name, two families of addresses, and who is to blame for data. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { runProgram } from '../run-program.ts';

const nowhereElse = 'nothing leaves the machine. Let a server of the same program listen at localhost.';

describe('net', () => {
  it('refuses what is not within the program, by name', () => {
    const messageOf = (code: string): string =>
      runProgram(`const net = require('net'); try { ${code}; } catch ({ message }) { console.log(message); }`).stdout;
    const refused: Readonly<Record<string, string>> = {
      "net.connect(80, 'example.com')": `net.connect to example.com: ${nowhereElse}`,
      "net.connect(80, '93.184.216.34')": `net.connect to 93.184.216.34: ${nowhereElse}`,
      "net.createServer().listen(80, 'example.com')": `net.Server.listen at example.com: ${nowhereElse}`,
      'new net.BoundSocket()': 'net.BoundSocket yet',
    };
    for (const [code, words] of Object.entries(refused))
      assert.equal(messageOf(code), `Underhood does not simulate ${words}\n`, code);
  });

  it('and http do not read each other', () => {
    const { stdout } = runProgram(`const net = require('net'), http = require('http');
const web = http.createServer().listen(8080);
net.connect(8080, '127.0.0.1').on('error', ({ message }) => { console.log(message); web.close(); });
const raw = net.createServer().listen(8081);
http.get('http://localhost:8081').on('error', ({ message }) => { console.log(message); raw.close(); });
web.on('close', () => console.log('closed'));`);
    assert.match(stdout, /does not simulate net\.connect to a server of http/);
    assert.match(stdout, /does not simulate a request of http to a server of net/);
    assert.match(stdout, /closed/);
  });

  it('tries both addresses of localhost', () => {
    const { stdout } = runProgram(`const net = require('net');
const refused = net.connect(9);
refused.on('lookup', (error, address, family, host) => console.log(address, family, host));
refused.on('error', (error) => {
  console.log(error.name, error.code, error.errors.map(({ message }) => message));
  const server = net.createServer((socket) => socket.end()).listen(9, '127.0.0.1', () => {
    const found = net.connect(9, () => console.log(found.autoSelectFamilyAttemptedAddresses)).resume();
    found.on('close', () => server.close());
  });
});`);
    assert.deepEqual(stdout.split('\n'), [
      '::1 6 localhost',
      '127.0.0.1 4 localhost',
      "AggregateError ECONNREFUSED [ 'connect ECONNREFUSED ::1:9', 'connect ECONNREFUSED 127.0.0.1:9' ]",
      "[ '::1:9', '127.0.0.1:9' ]",
      '',
    ]);
  });
});
