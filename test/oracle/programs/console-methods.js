// Groups, counters, tables, dir and assert (what goes to stdout).
console.group('Level 1'); console.log('inside'); console.info({ a: 1, b: { c: [1, 2, 3] } });
console.group(); console.log('multi\nline'); console.groupEnd(); console.log('back'); console.groupEnd(); console.groupEnd(); console.log('out');
console.groupCollapsed('a', 1, { x: 1 }); console.log(['x'.repeat(40), 'y'.repeat(40)]); console.groupEnd();
console.count(); console.count(); console.count('other'); console.countReset(); console.count(); console.count(undefined); console.count(null); console.count({});
console.table([{ name: 'Ada', age: 36 }, { name: 'Linus', city: 'Portland' }]);
console.table([[1, 2], [3, 4, 'five']]); console.table([1, 'two', { three: 3 }, null]); console.table({ a: { x: 1 }, b: { y: [1, 2] } });
console.table([{ a: 1, b: 2 }, { a: 3, b: 4 }], ['b']); console.table(new Map([['k', 'v'], [1, { z: 1 }]])); console.table(new Set([1, 'two'])); console.table('text'); console.table(5); console.table([]); console.table(null);
console.table([{ word: '日本', n: 1n }, { word: 'é', n: -0 }]); console.table(new Map([['a', 1]]).entries()); console.table([{ deep: { x: { y: 1 } }, fn() {} }]);
console.dir({ a: { b: { c: { d: {} } } } }, { depth: 0 }); console.dir({ a: { b: { c: { d: {} } } } }, { depth: null }); console.dir([1, 2]); console.dir('text');
console.assert(true, 'not shown'); console.dirxml({ a: 1 }, [2]); console.debug('%s!', 'debug');
console.log(typeof console.time, typeof console.error, Object.prototype.toString.call(console), Object.keys(console).includes('log'));
const { log } = console; log('detached'); [1, 2].forEach(console.log);
console.log(console.log.name, console.log.length);
