// Callbacks of fs come in the poll phase, one request after the other.
const fs = require('fs');
const path = require('path');
const root = fs.mkdtempSync(path.join(require('os').tmpdir(), 'underhood-'));
const at = (name) => path.join(root, name);
const hide = (text) => String(text).replaceAll(root, 'ROOT');
const told = (what, next) => (error, ...results) => {
  console.log(what, error === null ? null : error === undefined ? undefined : [hide(error.message), error.code], results.length > 0 && results[0] instanceof fs.Stats ? 'stats' : results);
  next?.();
};
const steps = [
  (next) => fs.writeFile(at('a'), 'text', told('writeFile', next)),
  (next) => fs.appendFile(at('a'), ' and more', told('appendFile', next)),
  (next) => fs.readFile(at('a'), 'utf8', told('readFile', next)),
  (next) => fs.readFile(at('a'), told('readFile', next)),
  (next) => fs.readFile(at('none'), told('readFile', next)),
  (next) => fs.readFile(root, told('readFile', next)),
  (next) => fs.stat(at('a'), told('stat', next)),
  (next) => fs.stat(at('none'), told('stat', next)),
  (next) => fs.exists(at('a'), (is) => { console.log('exists', is); next(); }),
  (next) => fs.access(at('none'), fs.constants.F_OK, told('access', next)),
  (next) => fs.mkdir(at('d'), told('mkdir', next)),
  (next) => fs.mkdir(at('d'), told('mkdir', next)),
  (next) => fs.mkdir(at('e/f'), { recursive: true }, (error, made) => { console.log('mkdir', error, hide(made)); next(); }),
  (next) => fs.readdir(root, told('readdir', next)),
  (next) => fs.rename(at('a'), at('d/a'), told('rename', next)),
  (next) => fs.copyFile(at('d/a'), at('b'), told('copyFile', next)),
  (next) => fs.unlink(at('none'), told('unlink', next)),
  (next) => fs.rmdir(at('d'), told('rmdir', next)),
  (next) => fs.open(at('b'), 'r+', (error, fd) => {
    fs.read(fd, Buffer.alloc(4), 0, 4, 0, (readError, count, buffer) => {
      console.log('read', readError, count, buffer);
      fs.write(fd, 'XY', 0, (writeError, written, data) => {
        console.log('write', writeError, written, data);
        fs.fstat(fd, (statError, stats) => {
          console.log('fstat', statError, stats.size);
          fs.close(fd, told('close', next));
        });
      });
    });
  }),
  (next) => fs.truncate(at('b'), 3, told('truncate', next)),
  (next) => fs.readFile(at('b'), { encoding: 'hex' }, told('readFile', next)),
  (next) => fs.rm(at('none'), told('rm', next)),
  (next) => fs.rm(at('d'), told('rm', next)),
  (next) => fs.rm(root, { recursive: true }, told('rm', next)),
];
const run = (index) => (index < steps.length ? steps[index](() => run(index + 1)) : console.log('done'));
run(0);
for (const wrong of [() => fs.readFile('x'), () => fs.stat('x', {}), () => fs.writeFile('x', 'y'), () => fs.readFile(1.5, () => {}), () => fs.mkdir(undefined, () => {})]) {
  try { wrong(); } catch (error) { console.log(error.code, error.message); }
}
