const { Readable, pipeline } = require('stream');
console.log(process.stdout.write('plain\n'), process.stdout.fd, process.stderr.fd, process.stdout.writable);
process.stdout.write(Buffer.from('bytes\n'));
process.stdout.write('with callback\n', () => console.log('written'));
Readable.from(['piped ', 'to ', 'stdout\n']).pipe(process.stdout);
process.stdout.on('unpipe', () => console.log('unpiped'));
process.stderr.write('to stderr\n');
console.log(process.stdout instanceof require('stream').Writable, typeof process.stdout.on, process.stdout.listenerCount('unpipe') > 0, process.stdout.isTTY);
try { process.stdout.write(5); } catch (error) { console.log(error.code, error.message); }
process.stdin.on('data', (chunk) => console.log('input', chunk));
process.stdin.on('end', () => console.log('no input'));
console.log(process.stdin.fd, process.stdin.isTTY);
