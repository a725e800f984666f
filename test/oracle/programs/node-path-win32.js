// path for Windows, which every system has as path.win32.
const { win32 } = require('path');
const paths = ['', '.', '..', 'C:', 'C:\\', 'C:/', 'c:a', 'c:\\a\\b\\..\\c.txt', 'D:\\x\\', '\\', '\\a', '//server/share', '//server/share/dir/file.ext', '\\\\server\\share\\', '\\\\?\\C:\\a', 'a/b\\c', '..\\a\\..\\..\\b', 'a\\..', 'file.tar.gz', '.hidden', 'C:.ext', 'C:\\a.', '/a/b/', 'C:y:z', 'CON', './CON:', 'C:..\\a', 'C:\\..\\a', '//a', '//a/', '\\\\.\\pipe\\x'];
for (const one of paths) {
  console.log(JSON.stringify([one, win32.normalize(one), win32.dirname(one), win32.basename(one), win32.extname(one), win32.isAbsolute(one)]));
  console.log(win32.parse(one), win32.join(one), win32.toNamespacedPath('C:\\' + one));
}
for (const a of paths) for (const b of paths) {
  console.log(JSON.stringify(win32.join(a, b)), JSON.stringify(win32.resolve('C:\\base', a, b)));
  console.log(JSON.stringify(win32.relative('C:\\base\\x\\' + a, 'C:\\base\\y\\' + b)), JSON.stringify(win32.relative(win32.resolve('C:\\q', a), win32.resolve('C:\\q', b))));
}
console.log(win32.sep, win32.delimiter, win32.format({ dir: 'C:\\x', base: 'y' }), win32.basename('C:\\a.html', '.html'));
