// The class Console over streams of the program's own, and what of it a subclass or a patched method sees.
const { Console } = require('console');
const { Writable } = require('stream');
const { format } = require('util');
const note = (...args) => process.stdout.write(`${format(...args)}\n`);
console.log(require('console') === console, console instanceof Console, console.Console === Console, Console.name, Console.length);
console.log(Object.keys(Console.prototype), Object.keys(Console));
for (const ignoreErrors of [true, false]) {
  const stream = {
    write(text, ...rest) { note('write', [text, rest.length]); throw new Error('no'); },
    listenerCount(name) { note('listenerCount', name); return 0; },
    once(name, f) { note('once', name, typeof f); },
    removeListener(name) { note('removeListener', name); },
  };
  const plain = new Console(stream, stream, ignoreErrors);
  try { plain.log('y'); } catch (error) { note('thrown', error.message); }
}
const failing = new Writable({ write(chunk, encoding, callback) { note('chunk %j', String(chunk)); callback(new Error('bad')); } });
const indented = new Console({ stdout: failing, groupIndentation: 3, inspectOptions: { depth: 0 } });
indented.group('G'); indented.log('a\nb', { x: { y: {} } }); indented.group(); indented.log('in');
failing.on('error', (error) => note('error event', error.message));
const lines = [];
const out = new Writable({ write(chunk, encoding, callback) { lines.push(String(chunk)); callback(); } });
const errors = new Writable({ write(chunk, encoding, callback) { lines.push(`E ${String(chunk).split('\n')[0]}`); callback(); } });
class Loud extends Console {
  log(...args) { lines.push(['log', args.length]); super.log(...args); }
  more() { return typeof this.log; }
}
const loud = new Loud(out, errors);
loud.log('q', { deep: { x: { y: { z: 1 } } } }); loud.table([{ a: 1 }]); loud.table('text'); loud.count(); loud.count('%s'); loud.countReset('%s'); loud.info('i'); loud.warn('w %d', 4);
loud.error(new RangeError('far')); loud.assert(1, 'no'); loud.assert(0, 'yes %s', 1); loud.assert(false, { a: 1 }); loud.assert(); loud.trace('here %d', 1); loud.trace();
loud.group('one'); loud.group(); loud.dir({ x: { y: { z: {} } } }, { depth: 1 }); loud.dirxml(1, [2]); loud.groupEnd(); loud.error('inner'); loud.groupEnd(); loud.groupEnd(); loud.debug('outer');
loud.time('t'); loud.timeLog('t', 'more', 1); loud.timeEnd('t'); loud.clear();
note(lines.map((line) => (typeof line === 'string' ? line.replace(/[\d.]+ms/, 'N') : line)));
note(loud.more(), loud instanceof Console, loud instanceof Loud, {} instanceof Console, Console(out) instanceof Console);
console.log(new Console(out));
const { log } = loud;
log('detached'); note(lines.at(-1));
const wrong = [[], [{}], [{ stdout: 1 }], [{ stdout: {} }], [out, 1], [{ stdout: out, colorMode: 3 }], [{ stdout: out, colorMode: 'x' }], [{ stdout: out, groupIndentation: 'x' }], [{ stdout: out, groupIndentation: -1 }], [{ stdout: out, groupIndentation: 1.5 }], [{ stdout: out, inspectOptions: 3 }], [{ stdout: out, inspectOptions: { colors: true }, colorMode: true }]];
for (const args of wrong) { try { new Console(...args); note('fine'); } catch (error) { note(error.name, error.code, error.message); } }
try { loud.table([1], 3); } catch (error) { note(error.message); }
