// A small store of JSON files with a lock, as command line tools keep one.
const fs = require('node:fs');
const path = require('node:path');
const os = require('node:os');
class Store {
  constructor(folder) { this.folder = folder; fs.mkdirSync(folder, { recursive: true }); }
  file(id) { return path.join(this.folder, `${id}.json`); }
  save(id, value) {
    const temporary = `${this.file(id)}.tmp`;
    fs.writeFileSync(temporary, JSON.stringify(value, null, 2), { flag: 'wx' });
    fs.renameSync(temporary, this.file(id));
  }
  load(id) { try { return JSON.parse(fs.readFileSync(this.file(id), 'utf8')); } catch (error) { if (error.code === 'ENOENT') return undefined; throw error; } }
  ids() { return fs.readdirSync(this.folder).filter((name) => name.endsWith('.json')).map((name) => path.basename(name, '.json')); }
  remove(id) { fs.rmSync(this.file(id), { force: true }); }
}
const root = fs.mkdtempSync(path.join(os.tmpdir(), 'store-'));
try {
  const store = new Store(path.join(root, 'data', 'v1'));
  store.save('b', { title: 'second', tags: ['x'] });
  store.save('a', { title: 'first' });
  console.log(store.ids(), store.load('b'), store.load('none'));
  store.save('a', { title: 'changed' });
  console.log(store.load('a'), fs.readFileSync(store.file('a'), 'utf8'));
  fs.writeFileSync(store.file('broken'), '{');
  try { store.load('broken'); } catch (error) { console.log(error.name, error.message); }
  store.remove('a');
  store.remove('a');
  console.log(store.ids());
  const lock = fs.openSync(path.join(root, 'lock'), 'wx');
  try { fs.openSync(path.join(root, 'lock'), 'wx'); } catch (error) { console.log(error.code); }
  fs.closeSync(lock);
} finally {
  fs.rmSync(root, { recursive: true, force: true });
}
console.log(fs.existsSync(root));
