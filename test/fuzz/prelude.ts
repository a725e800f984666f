/**
 * What every generated program begins with. `fuel` bounds its loops and `enter` its calls, so each program ends; `log` bounds
 * what it prints; the makers give objects that tell when they are converted, iterated or awaited.
 */
export const prelude = `let fuel = 120;
let calls = 0;
let lines = 0;
let printing = false;
function enter() { if (calls++ > 150) throw new Error('too many calls'); }
function log(...values) {
  if (lines++ >= 300) return;
  const shown = values.map(show);
  printing = true;
  try { console.log(...shown); } finally { printing = false; }
}
function show(value) {
  if (value instanceof Error) return (value.name + ': ' + value.message).replaceAll('\\n', ' ');
  if (typeof value === 'string' && value.length > 200) return value.slice(0, 200) + value.length;
  return typeof value === 'function' ? 'function ' + String(value.name) + ' ' + value.length : value;
}
function tag(strings, ...values) { log('tag', strings, strings.raw, ...values); return strings.length; }
function noisy(name, number, text) {
  return {
    name,
    valueOf() { log(name + '.valueOf'); return number; },
    toString() { log(name + '.toString'); return text; },
  };
}
function primitive(name, value) {
  return { [Symbol.toPrimitive](hint) { log(name, hint); if (value === 'throw') throw new Error(name); return value; } };
}
function iterable(name, values, bad) {
  return {
    [Symbol.iterator]() {
      let at = 0;
      log(name + ' iterator');
      return {
        next(sent) {
          log(name + ' next', sent);
          if (bad === 'next' && at > 0) throw new Error(name + ' next');
          return at < values.length ? { value: values[at++], done: false } : { value: 'end', done: true };
        },
        return(value) {
          log(name + ' return', value);
          if (bad === 'return') throw new Error(name + ' return');
          return bad === 'object' ? 1 : { value, done: true };
        },
      };
    },
  };
}
function drive(name, generator, actions) {
  for (const [method, value] of actions) {
    try { log(name, method, generator[method](value)); } catch (error) { log(name, method, 'throws', error); }
  }
}
function settle(name, start) {
  try {
    const started = start();
    if (started && typeof started.then === 'function')
      started.then((value) => log(name, 'fulfilled', value), (error) => log(name, 'rejected', error));
    else log(name, 'returned', started);
  } catch (error) { log(name, 'threw', error); }
}
async function driveAsync(name, generator, actions) {
  for (const [method, value] of actions) {
    try { log(name, method, await generator[method](value)); } catch (error) { log(name, method, 'throws', error); }
  }
}
`;
