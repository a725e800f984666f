// A command line tool: arguments, help, exit codes, output to both streams.
const { parseArgs, styleText, inspect } = require('util');
const commands = {
  greet: { options: { name: { type: 'string', short: 'n', default: 'world' }, loud: { type: 'boolean', short: 'l' } }, run({ name, loud }) { const text = `hello ${name}`; return loud ? text.toUpperCase() : text; } },
  sum: { options: {}, run(values, numbers) { const total = numbers.map(Number).reduce((a, b) => a + b, 0); if (Number.isNaN(total)) throw new TypeError('not a number'); return total; } },
};
function main(argv) {
  const [name, ...args] = argv;
  const command = commands[name];
  if (command === undefined) { process.stderr.write(`unknown command ${inspect(name)}\n`); return 64; }
  try {
    const { values, positionals } = parseArgs({ args, options: command.options, allowPositionals: true });
    process.stdout.write(`${styleText('green', String(command.run(values, positionals)))}\n`);
    return 0;
  } catch (error) { process.stderr.write(`${error.code ?? error.name}: ${error.message.split('\n')[0]}\n`); return 1; }
}
for (const line of ['greet', 'greet -n Ada -l', 'greet --name=Bob', 'greet --nope', 'sum 1 2 3', 'sum x', 'sum -- -5 2', '', 'greet -n']) console.log(line, main(line.split(' ')));
process.exitCode = main(['nothing']);
