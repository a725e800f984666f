// for-of against hand-made iterators: when return is called, what it may give back, and who else follows the protocol.
function make(limit, log, { returns = () => ({}), throwsAt = -1 } = {}) {
  let n = 0;
  return {
    get [Symbol.iterator]() { log.push('get iterator'); return () => this; },
    get next() { log.push('get next'); return () => { if (n === throwsAt) throw new Error(`next failed at ${n}`); return { get value() { log.push(`value ${n}`); return n; }, get done() { log.push('done'); return n++ >= limit; } }; }; },
    get return() { log.push('get return'); return returns && (() => { log.push('return'); return returns(); }); },
  };
}
function run(name, iterable, log, body) {
  try { for (const x of iterable) if (body(x) === 'break') break; log.push('after'); } catch (error) { log.push(`${error.name}: ${error.message}`); }
  console.log(`${name.padEnd(22)} ${log.join(', ')}`);
}
let log = [];
run('to the end', make(2, log), log, () => {});
run('break', make(5, log = []), log, (x) => x === 2 && 'break');
run('body throws', make(5, log = []), log, () => { throw new Error('body'); });
run('both throw', make(5, log = [], { returns: () => { throw new Error('return'); } }), log, () => { throw new Error('body'); });
run('return throws', make(5, log = [], { returns: () => { throw new Error('return'); } }), log, () => 'break');
run('return gives a number', make(5, log = [], { returns: () => 1 }), log, () => 'break');
run('no return', make(5, log = [], { returns: null }), log, () => 'break');
run('next throws', make(5, log = [], { throwsAt: 1 }), log, () => {});

log = [];
(function () { for (const x of make(5, log)) return x; })();
outer: for (const a of [1]) for (const b of make(5, log)) continue outer;
console.log(log.filter((l) => /return/.test(l)).join());

const users = {
  spread: (i) => [...i], from: (i) => Array.from(i, (x) => x * 2), set: (i) => new Set(i).size, destructure: ([a]) => a, 'Promise.all': (i) => typeof Promise.all(i),
  'yield*': (i) => [...(function* () { yield* i; })()], 'Map bad entry': (i) => { try { new Map(i); } catch (error) { return error.message; } }, 'for in a call': (i) => Math.max(...i), fromEntries: (i) => { try { Object.fromEntries(i); } catch (error) { return error.message; } },
};
for (const [name, use] of Object.entries(users)) {
  log = [];
  const result = use(make(2, log));
  console.log(name.padEnd(14), String(result).padEnd(40), `${log.length} steps, ${log.includes('return') ? 'closed' : 'not closed'}`);
}
const list = [1, 2, 3];
const seen = [];
for (const x of list) { seen.push(x); if (list.length < 6) list.push(x * 10); if (x === 2) list.shift(); }
console.log(seen, list);
for (const c of 'a😀') console.log(c.length);
for (var [index, value] of ['x'].entries()) { var leaked = index + value; }
for (const { length } of ['abc', [1]]) console.log(length, leaked);
const o = { list: [] }; let k = 0;
for (o.list[k++] of 'xy'); for (o['p' + k] in { q: 1 });
console.log(o);
