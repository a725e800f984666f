/** What exercises each package: ordinary use of its main functions. `api` is what the package exports. */

export interface DrivenPackage {
  readonly name: string;
  readonly version: string;
  /** Its source in one file, as CommonJS or UMD. */
  readonly file: string;
  readonly driver: string;
}

export const drivenPackages: readonly DrivenPackage[] = [
  {
    name: 'acorn',
    version: '8',
    file: 'dist/acorn.js',
    driver: `const code = 'class A { x = 1; m(a, b = 2) { return [a, ...b].map((c) => c + this.x); } } for (let i = 0; i < 3; i++) if (i) new A().m(i, [i]);';
for (let i = 0; i < 30; i++) api.parse(code, { ecmaVersion: 2024 });`,
  },
  {
    name: 'underscore',
    version: '1',
    file: 'underscore-umd.js',
    driver: `const rows = api.range(300).map((n) => ({ id: n, group: n % 7, name: 'n' + n }));
for (let i = 0; i < 20; i++) {
  api.groupBy(rows, 'group');
  api.sortBy(rows, 'name');
  api.uniq(api.pluck(rows, 'group'));
  api.chain(rows).filter((row) => row.id % 2).map((row) => row.id).value();
}`,
  },
  {
    name: 'js-yaml',
    version: '4',
    file: 'dist/js-yaml.js',
    driver: `const text = 'list:\\n  - a: 1\\n    b: [1, 2.5, true]\\n  - text: "quoted"\\nmap: {x: 1, y: null}\\n';
for (let i = 0; i < 60; i++) api.dump(api.load(text));`,
  },
  {
    name: 'ini',
    version: '5',
    file: 'lib/ini.js',
    driver: `const text = 'a=1\\n[section]\\nb=two\\nlist[]=x\\nlist[]=y\\n[section.deep]\\nc=true\\n';
for (let i = 0; i < 200; i++) api.stringify(api.parse(text));`,
  },
  {
    name: 'mustache',
    version: '4',
    file: 'mustache.js',
    driver: `const template = 'Hello {{name}}{{#items}} - {{title}}: {{{price}}}{{/items}}{{^items}}none{{/items}}';
for (let i = 0; i < 200; i++) api.render(template, { name: 'n' + i, items: [{ title: 'a', price: i }, { title: 'b', price: 2 }] });`,
  },
  {
    name: 'eventemitter3',
    version: '5',
    file: 'index.js',
    driver: `const bus = new api();
let sum = 0;
bus.on('add', (n) => (sum += n));
bus.on('add', function (n) { sum += n; }, {});
for (let i = 0; i < 2000; i++) bus.emit('add', i);
bus.once('end', () => {});
bus.emit('end');
bus.removeAllListeners();`,
  },
  {
    name: 'big.js',
    version: '6',
    file: 'big.js',
    driver: `const Big = api.Big || api;
let sum = new Big(0);
for (let i = 1; i < 300; i++) sum = sum.plus(new Big(1).div(i)).times('1.0001').minus(0.5);
sum.toFixed(10);`,
  },
  {
    name: 'moment',
    version: '2',
    file: 'moment.js',
    driver: `for (let i = 0; i < 100; i++) {
  const day = api.utc([2024, i % 12, (i % 28) + 1]);
  day.add(i, 'days').startOf('week').format('YYYY-MM-DD dddd');
  api.duration(i * 1000).humanize();
}`,
  },
  {
    name: 'async',
    version: '3',
    file: 'dist/async.js',
    driver: `api.mapLimit([1, 2, 3, 4, 5, 6], 2, (n, done) => setImmediate(done, null, n * 2), () => {});
api.waterfall([(next) => next(null, 1), (n, next) => next(null, n + 1)], () => {});
const queue = api.queue((task, done) => setImmediate(done), 3);
for (let i = 0; i < 100; i++) queue.push(i);`,
  },
  {
    name: 'he',
    version: '1',
    file: 'he.js',
    driver: `for (let i = 0; i < 200; i++) api.decode(api.encode('<p class="a">caf\\u00e9 & \\u2603 ' + i + '</p>'));`,
  },
  {
    name: 'lodash',
    version: '4',
    file: 'lodash.js',
    driver: `const rows = api.range(120).map((n) => ({ id: n, group: n % 5, tags: ['t' + (n % 3), 'u'], at: { x: n } }));
for (let i = 0; i < 6; i++) {
  api.cloneDeep(rows.slice(0, 10));
  api.merge({ a: { b: 1 } }, { a: { c: [1, 2, { d: 3 }] } });
  api.groupBy(rows, 'group');
  api.orderBy(rows, ['group', 'id'], ['desc', 'asc']);
  api.isEqual(rows, api.map(rows, (row) => ({ ...row })));
  api.get(rows[i], 'at.x');
  api.set({}, 'a[0].b', 1);
  api.template('hello <%= user %>')({ user: 'n' + i });
  api.chain(rows).filter('id').take(5).map('tags').flatten().uniq().value();
  api.debounce(() => {}, 10)();
}`,
  },
  {
    name: 'esprima',
    version: '4',
    file: 'dist/esprima.js',
    driver: `const code = 'class A { constructor(x) { this.x = x; } m(a, b = 2) { return [a, ...b].map((c) => c + this.x); } } for (let i = 0; i < 3; i++) { if (i) new A().m(i, [i]); else break; } var t = \`a\${1}b\`, r = /x+/g;';
for (let i = 0; i < 25; i++) {
  api.parseScript(code, { loc: true, range: true, comment: true });
  api.tokenize(code);
}`,
  },
  {
    name: 'immutable',
    version: '5',
    file: 'dist/immutable.js',
    driver: `let map = api.Map();
let list = api.List();
for (let i = 0; i < 300; i++) {
  map = map.set('key' + (i % 90), i).update('sum', 0, (n) => n + i);
  list = list.push(i).set(i >> 1, map.size);
}
const nested = api.fromJS({ a: { b: [1, 2, { c: 3 }] } });
for (let i = 0; i < 20; i++) {
  nested.setIn(['a', 'b', 2, 'c'], i).toJS();
  list.filter((n) => n % 2).map((n) => n * 2).reduce((one, other) => one + other, 0);
  api.is(api.Set([1, 2, 3]).union([i]), api.OrderedSet([3, 2, 1, i]).toSet());
  map.sortBy((n) => -n).take(5).toArray();
}`,
  },
  {
    name: 'handlebars',
    version: '4',
    file: 'dist/handlebars.js',
    driver: `const text = '<h1>{{title}}</h1>{{#each items}}<p class="{{kind}}">{{name}}: {{{price}}}{{#if sale}}!{{else}}.{{/if}}</p>{{/each}}{{> foot}}';
api.registerPartial('foot', '-- {{upper title}}');
api.registerHelper('upper', (word) => String(word).toUpperCase());
for (let i = 0; i < 4; i++) {
  const template = api.compile(text + i);
  for (let j = 0; j < 12; j++)
    template({ title: 't' + j, items: [{ kind: 'a', name: 'x', price: j }, { kind: 'b', name: 'y', price: 2, sale: true }] });
}`,
  },
  {
    name: 'luxon',
    version: '3',
    file: 'build/node/luxon.js',
    driver: `for (let i = 0; i < 60; i++) {
  const day = api.DateTime.utc(2024, (i % 12) + 1, (i % 28) + 1);
  day.plus({ days: i, hours: 2 }).startOf('month').toISO();
  api.DateTime.fromISO('2024-02-' + String((i % 28) + 1).padStart(2, '0') + 'T10:20:30Z', { zone: 'utc' }).toMillis();
  api.Duration.fromObject({ hours: i, minutes: 90 }).normalize().toISO();
  api.Interval.after(day, { days: 3 }).splitBy({ days: 1 }).length;
}`,
  },
  {
    name: 'lunr',
    version: '2',
    file: 'lunr.js',
    driver: `const words = ['green', 'plants', 'running', 'study', 'books', 'nation', 'relate', 'happy', 'motor', 'cats'];
const index = api(function () {
  this.ref('id');
  this.field('title');
  this.field('body');
  for (let i = 0; i < 30; i++)
    this.add({ id: String(i), title: words[i % 10] + ' ' + words[(i * 3) % 10], body: words.slice(i % 7).join(' ') });
});
for (const query of ['green', 'plant*', '+run title:cats', 'stuty~1']) index.search(query);`,
  },
  {
    name: 'mobx',
    version: '6',
    file: 'dist/mobx.cjs.development.js',
    driver: `const state = api.observable({ count: 0, list: [1, 2, 3], nested: { name: 'a' } });
const double = api.computed(() => state.count * 2 + state.list.length);
let runs = 0;
api.autorun(() => { runs += double.get() + state.nested.name.length; });
const add = api.action((n) => { state.count += n; state.list.push(n); state.nested.name = 'n' + n; });
for (let i = 0; i < 150; i++) add(i);
const table = api.observable.map();
for (let i = 0; i < 60; i++) table.set('k' + i, { i });
api.toJS(table);`,
  },
  {
    name: 'fuse.js',
    version: '7',
    file: 'dist/fuse.cjs',
    driver: `const books = Array.from({ length: 40 }, (_, i) => ({ title: 'The book of number ' + i, author: { name: 'author' + (i % 7) }, tags: ['a' + i, 'b'] }));
const fuse = new api(books, { keys: ['title', 'author.name', { name: 'tags', weight: 2 }], includeScore: true, includeMatches: true });
for (const word of ['book 7', 'autor3', 'nmber', 'a12']) fuse.search(word);`,
  },
  {
    name: 'diff',
    version: '8',
    file: 'dist/diff.js',
    driver: `const lines = (seed) => Array.from({ length: 40 }, (_, i) => 'line ' + ((i * seed) % 23)).join('\\n');
for (let i = 1; i < 8; i++) {
  const patch = api.createPatch('file', lines(i), lines(i + 1));
  api.applyPatch(lines(i), api.parsePatch(patch)[0]);
  api.diffWords('the quick brown fox ' + i, 'the slow brown cat ' + i);
  api.diffJson({ a: 1, b: [1, 2] }, { a: i, b: [2] });
}`,
  },
  {
    name: 'pako',
    version: '2',
    file: 'dist/pako.js',
    driver: `const text = 'hello world, '.repeat(60) + Array.from({ length: 300 }, (_, i) => String.fromCharCode(32 + ((i * 7) % 90))).join('');
for (const level of [1, 6]) {
  const packed = api.deflate(text, { level });
  api.inflate(packed, { to: 'string' });
}
api.ungzip(api.gzip(text));`,
  },
  {
    name: 'sax',
    version: '1',
    file: 'lib/sax.js',
    driver: `const xml = '<a x="1"><b y="2">text &amp; more</b><!-- no --><c/><![CDATA[raw]]></a>';
for (let i = 0; i < 40; i++) {
  const parser = api.parser(i % 2 === 0, { trim: true, xmlns: i % 3 === 0 });
  const seen = [];
  parser.onopentag = (node) => seen.push(node.name);
  parser.ontext = (text) => seen.push(text);
  parser.write(xml).close();
}`,
  },
];
