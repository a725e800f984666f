const fs = require('fs');
const path = require('path');
const { pipeline } = require('stream/promises');
const readline = require('readline');
(async () => {
  const root = fs.mkdtempSync(path.join(require('os').tmpdir(), 'underhood-'));
  const at = (name) => path.join(root, name);
  const out = fs.createWriteStream(at('a'));
  out.on('open', (fd) => console.log('open', typeof fd)).on('ready', () => console.log('ready')).on('finish', () => console.log('finish', out.bytesWritten)).on('close', () => console.log('close'));
  console.log(out.write('line 1\n'), out.pending, path.basename(out.path), out.flags);
  out.write('line 2\n');
  out.end('line 3');
  await new Promise((resolve) => out.on('close', resolve));
  for await (const chunk of fs.createReadStream(at('a'), { encoding: 'utf8', highWaterMark: 5 })) console.log(JSON.stringify(chunk));
  const part = fs.createReadStream(at('a'), { start: 5, end: 8 });
  part.on('data', (chunk) => console.log('part', chunk)).on('end', () => console.log('end', part.bytesRead));
  await new Promise((resolve) => part.on('close', resolve));
  for await (const line of readline.createInterface({ input: fs.createReadStream(at('a')) })) console.log(line);
  await pipeline(fs.createReadStream(at('a')), fs.createWriteStream(at('b')));
  console.log(fs.readFileSync(at('b'), 'utf8').length);
  await pipeline(fs.createReadStream(at('a')), fs.createWriteStream(at('b'), { flags: 'a' }));
  console.log(fs.statSync(at('b')).size);
  fs.createReadStream(at('none')).on('error', (error) => console.log(error.code, error.syscall)).on('close', () => console.log('closed after error'));
  fs.createWriteStream(at('no/such')).on('error', (error) => { console.log(error.code, error.syscall); fs.rmSync(root, { recursive: true }); });
  try { fs.createReadStream(at('a'), { start: 5, end: 1 }); } catch (error) { console.log(error.code, error.message); }
})();
