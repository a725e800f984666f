// Walks a tree in three ways.
const fs = require('fs');
const path = require('path');
const root = fs.mkdtempSync(path.join(require('os').tmpdir(), 'walk-'));
for (const [name, text] of Object.entries({ 'readme.md': '# hi', 'src/index.js': 'x', 'src/lib/a.js': 'aa', 'src/lib/b.ts': 'bbb', 'test/t.js': '', 'empty/.keep': '' })) {
  fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
  fs.writeFileSync(path.join(root, name), text);
}
function walk(folder) {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? walk(path.join(entry.parentPath, entry.name)) : [path.relative(root, path.join(folder, entry.name))]));
}
async function* walkAsync(folder) {
  for (const entry of await fs.promises.readdir(folder, { withFileTypes: true })) {
    const where = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* walkAsync(where);
    else yield path.relative(root, where);
  }
}
function size(folder, callback) {
  fs.readdir(folder, (error, names) => {
    if (error) return callback(error);
    let left = names.length;
    let total = 0;
    if (left === 0) return callback(null, 0);
    for (const name of names) {
      fs.stat(path.join(folder, name), (statError, stats) => {
        const done = (failure, bytes) => { total += bytes; if (--left === 0) callback(null, total); };
        if (stats.isDirectory()) size(path.join(folder, name), done);
        else done(null, stats.size);
      });
    }
  });
}
console.log(walk(root));
(async () => {
  const found = [];
  for await (const file of walkAsync(root)) found.push(file);
  console.log(found);
  size(root, (error, total) => {
    console.log(error, total);
    fs.rm(root, { recursive: true }, (rmError) => console.log(rmError));
  });
})();
