const { parseArgs } = require('util');
const options = { verbose: { type: 'boolean', short: 'v' }, file: { type: 'string', short: 'f' }, list: { type: 'string', multiple: true, short: 'l' }, size: { type: 'string', default: '10' }, colour: { type: 'boolean' } };
const attempt = (config) => { try { console.log(parseArgs(config)); } catch (error) { console.log(error.name, error.code, error.message); } };
for (const args of [[], ['-v'], ['--verbose', '--file', 'x'], ['--file=a=b'], ['-fx'], ['-vf', 'x'], ['-vfx'], ['-l', 'a', '-l', 'b', '--list=c'], ['--size', '3'], ['--unknown'], ['-x'], ['pos'], ['--file'], ['--file', '-v'], ['--verbose=yes'], ['--', '-v'], ['-v', '--', 'a', '--b'], ['--no-colour']]) {
  attempt({ args, options });
  attempt({ args, options, strict: false });
  attempt({ args, options, allowPositionals: true, allowNegative: true, tokens: true });
}
attempt({ args: [], options: { a: { type: 'number' } } });
attempt({ args: [], options: { a: { type: 'string', short: 'ab' } } });
attempt({ args: [], options: { a: { type: 'string', default: 1 } } });
attempt({ args: 'x' });
