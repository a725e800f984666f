// What callbacks of write and end are told, of writers and of streams in both directions. One stream after the other.
const { Writable, Duplex, PassThrough } = require('stream');
const code = (error) => (error instanceof Error ? error.code || error.message : error);
const later = () => new Promise((resolve) => { let turns = 6; (function turn() { if (turns-- === 0) resolve(); else setImmediate(turn); })(); });
function make(name, Class, write) {
  const stream = new Class({ read() {}, write });
  for (const event of ['finish', 'close', 'drain']) stream.on(event, () => console.log(name, event));
  stream.on('error', (error) => console.log(name, 'error', code(error)));
  const said = (what) => (...args) => console.log(name, what, args.length, args.map(code));
  return { stream, said };
}
const kinds = {
  soon: (chunk, encoding, callback) => setImmediate(callback),
  now: (chunk, encoding, callback) => callback(),
  never: () => {},
  fails: (chunk, encoding, callback) => callback(new Error('no')),
};
const cases = {
  async twice({ stream, said }) {
    stream.end('a', said('end 1'));
    stream.end('b', said('end 2'));
    stream.end(said('end 3'));
  },
  async again({ stream, said }) {
    stream.end('a', said('end 1'));
    stream.end(said('end 2'));
    await later();
    stream.end(said('end 3'));
  },
  async gone({ stream, said }) {
    stream.write('a', said('write 1'));
    stream.write('b', said('write 2'));
    stream.end('c', said('end'));
    stream.destroy();
    stream.write('d', said('write 3'));
    stream.end(said('end 2'));
  },
  async broken({ stream, said }) {
    stream.write('a', said('write'));
    stream.write('b', said('write 2'));
    await later();
    stream.end(said('end'));
    stream.end('x', said('end 2'));
    stream.destroy(new Error('mine'));
  },
};
(async () => {
  for (const Class of [Writable, Duplex])
    for (const [kind, write] of Object.entries(kinds))
      for (const [what, run] of Object.entries(cases)) {
        await run(make(`${Class.name} ${kind} ${what}`, Class, write));
        await later();
      }
  const through = new PassThrough();
  through.on('error', (error) => console.log('through', code(error)));
  through.end('a', (error) => console.log('through end', code(error)));
  through.write('b', (error) => console.log('through write', code(error)));
})();
