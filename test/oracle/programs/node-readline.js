const readline = require('readline');
const { Readable, PassThrough } = require('stream');
(async () => {
  const first = readline.createInterface({ input: Readable.from(['one\ntw', 'o\r\nthree\n\nla', 'st']) });
  first.on('line', (line) => console.log('line', JSON.stringify(line)));
  first.on('close', () => console.log('closed'));
  await new Promise((resolve) => first.on('close', resolve));
  for await (const line of readline.createInterface({ input: Readable.from(['a\nb\n', 'c']), crlfDelay: Infinity })) console.log('iterated', line);
  const input = new PassThrough();
  const output = new PassThrough();
  let closed;
  const whenClosed = new Promise((resolve) => { closed = resolve; });
  const asking = readline.createInterface({ input, output });
  asking.on('close', closed);
  asking.question('name? ', (name) => {
    console.log('hello', name, JSON.stringify(String(output.read())));
    asking.setPrompt('next> ');
    asking.prompt();
    asking.on('line', (line) => { console.log('then', line, asking.getPrompt()); asking.close(); });
    asking.on('pause', () => console.log('paused'));
    input.write('more\n');
  });
  input.write('Ada\n');
  await whenClosed;
  const promised = require('readline/promises').createInterface({ input: Readable.from(['42\n']), output: new PassThrough() });
  console.log('answer', await promised.question('?'));
  promised.close();
  try { asking.question('x', () => {}); } catch (error) { console.log(error.code, error.message); }
  const terminal = new PassThrough();
  readline.cursorTo(terminal, 2, 3); readline.moveCursor(terminal, -1, 2); readline.clearLine(terminal, 0); readline.clearScreenDown(terminal);
  console.log(JSON.stringify(String(terminal.read())));
})();
