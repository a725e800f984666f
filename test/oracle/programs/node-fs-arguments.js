// What fs says of arguments that are no paths, descriptors, buffers, times or options, in the order in which it looks at them.
'use strict';
const fs = require('fs');
process.noDeprecation = true;

const missing = '/no/such/place/at/all';
const odd = [undefined, null, true, -1, 1.5, NaN, 2 ** 53, 1n, 'x', Symbol('s'), {}, [], function named() {}, Object.create(null), new Uint8Array(1)];
function tell(name, ...args) {
  let said;
  try {
    said = fs[name](...args);
    if (said !== null && typeof said === 'object') said = said.constructor.name;
  } catch (error) {
    said = [error.stack.split('\n')[0], error.code, Object.keys(error).join()].join(' | ');
  }
  console.log(name, args.length, String(typeof args.at(-1)), '->', said);
}
for (const name of ['closeSync', 'fstatSync', 'readFileSync', 'readlinkSync', 'mkdtempSync', 'opendirSync', '_toUnixTimestamp'])
  for (const value of odd) if (name !== '_toUnixTimestamp' || value !== -1) if (name !== 'mkdtempSync' || typeof value !== 'string') tell(name, value);
for (const name of ['accessSync', 'chmodSync', 'ftruncateSync', 'readSync', 'writeSync', 'readvSync', 'fchownSync', 'rmSync', 'rmdirSync', 'cpSync'])
  for (const value of odd) tell(name, name.startsWith('f') || /read|write/.test(name) ? 99 : missing, value);
for (const value of odd) tell('readSync', 99, Buffer.alloc(4), value, 2, 0);
for (const value of odd) tell('readSync', 99, Buffer.alloc(4), 0, 2, value);
for (const value of odd) tell('writeSync', 99, Buffer.alloc(4), value);
for (const value of odd) tell('copyFileSync', missing, missing, value);
for (const value of odd) tell('symlinkSync', missing, missing, value);
for (const name of ['readFile', 'writeFile', 'stat', 'access', 'mkdir', 'open', 'read', 'close', 'rename', 'utimes', 'exists'])
  for (const value of [undefined, null, 'x', {}]) tell(name, missing, value);
tell('statSync', missing, null);
tell('existsSync', missing, 1);
console.log(fs.statSync(missing, { throwIfNoEntry: false }), fs.existsSync(), fs.existsSync({}));
fs.access(missing, (error) => console.log('access', error.code, error.path === missing));
fs.readdir(missing, { encoding: 'utf8' }, (error) => console.log('readdir', error.code));
