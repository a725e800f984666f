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
];
