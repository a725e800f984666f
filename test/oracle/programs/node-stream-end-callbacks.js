// What callbacks of write and end are told, of writers and of streams in both directions.
const { Writable, Duplex, PassThrough } = require('stream');
const code = (error) => (error instanceof Error ? error.code || error.message : error);
function make(name, Class, write, options) {
  const stream = new Class({ read() {}, write, ...options });
  for (const event of ['finish', 'close', 'drain']) stream.on(event, () => console.log(name, event));
  stream.on('error', (error) => console.log(name, 'error', code(error)));
  const said = (what) => (...args) => console.log(name, what, args.length, args.map(code));
  return { stream, said };
}
const soon = (chunk, encoding, callback) => setTimeout(callback, 5);
const now = (chunk, encoding, callback) => callback();
const never = () => {};
const fails = (chunk, encoding, callback) => callback(new Error('no'));
for (const Class of [Writable, Duplex])
  for (const [kind, write] of Object.entries({ soon, now, never, fails })) {
    const of = (what) => make(`${Class.name} ${kind} ${what}`, Class, write);
    const twice = of('twice');
    twice.stream.end('a', twice.said('end 1'));
    twice.stream.end('b', twice.said('end 2'));
    twice.stream.end(twice.said('end 3'));
    const again = of('again');
    again.stream.end('a', again.said('end 1'));
    again.stream.end(again.said('end 2'));
    setTimeout(() => again.stream.end(again.said('end 3')), 30);
    const gone = of('gone');
    gone.stream.write('a', gone.said('write 1'));
    gone.stream.write('b', gone.said('write 2'));
    gone.stream.end('c', gone.said('end'));
    gone.stream.destroy();
    gone.stream.write('d', gone.said('write 3'));
    gone.stream.end(gone.said('end 2'));
    const broken = of('broken');
    broken.stream.write('a', broken.said('write'));
    broken.stream.write('b', broken.said('write 2'));
    setTimeout(() => {
      broken.stream.end(broken.said('end'));
      broken.stream.end('x', broken.said('end 2'));
      broken.stream.destroy(new Error('mine'));
    }, 20);
  }
const through = new PassThrough();
through.on('error', (error) => console.log('through', code(error)));
through.end('a', (error) => console.log('through end', code(error)));
through.write('b', (error) => console.log('through write', code(error)));
