// path on POSIX systems, over many odd paths.
const path = require('node:path');
const paths = ['', '.', '..', '/', '//', '///a//b', 'a', 'a/', 'a/b', 'a/b/', './a', '../a', '../../a/..', '/a/../../b', 'a/../b', 'a/..', 'a//b/./c/..', '/a/b/c.txt', 'x.tar.gz', '.bashrc', '.a.b', 'a.', '...', '/.x', 'a/.js', 'dir.d/file', '/foo/bar/baz/asdf/quux.html'];
for (const one of paths) {
  console.log(JSON.stringify([one, path.normalize(one), path.dirname(one), path.basename(one), path.extname(one), path.isAbsolute(one)]));
  console.log(path.parse(one));
}
for (const a of paths) for (const b of paths) console.log(path.join(a, b), path.resolve('/base', a, b), path.relative('/base/' + a, '/base/' + b));
console.log(path.basename('a.js/', '.js'), path.basename('.js', '.js'), path.basename('a/.js', '.js'), path.basename('aa', 'a'), path.basename('abc', ''));
console.log(path.format({ dir: '/x', base: 'y.z' }), path.format({ root: '/', name: 'f', ext: 'txt' }), path.format({ name: 'f', ext: '.txt' }), path.format({ root: '/', dir: '/', base: 'b' }));
console.log(path.sep, path.delimiter, path === path.posix, path.posix.win32 === path.win32, Object.keys(path));
console.log(path.toNamespacedPath('a'), path.join(), path.join('', ''));
for (const wrong of [undefined, null, 1, {}, []]) {
  for (const name of ['join', 'normalize', 'dirname', 'basename', 'extname', 'parse', 'isAbsolute', 'resolve']) {
    try { path[name](wrong); } catch (error) { console.log(name, error.code, error.message); }
  }
  try { path.relative('a', wrong); } catch (error) { console.log(error.message); }
  try { path.format(wrong); } catch (error) { console.log(error.message); }
}
