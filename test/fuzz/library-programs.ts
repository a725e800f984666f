/** Programs that call what the language brings along, with arguments of all kinds, and programs that log their own order. */
import { Choices } from './choices.ts';
import { functions, methods } from './library-methods.ts';
import { receiver, type ValueKind, valueOf, valueKinds } from './library-values.ts';
import { prelude } from './prelude.ts';
import { Program } from './program-context.ts';
import { tracedExpression } from './trace-expressions.ts';

/** A proxy is silent while something is printed: Node's inspector asks some prototypes that are proxies, ours none. */
const libraryPrelude = `class Point { constructor(x, y) { this.x = x; this.y = y; } get sum() { return this.x + this.y; } static origin = 0; }
function args() { return arguments; }
function sparse() { const list = [1, 2]; list[5] = 6; delete list[0]; return list; }
function* gen(count) { try { for (let i = 0; i < count; i++) yield i; } finally { log('gen closed'); } }
function t(name, value) { log(name); return value; }
function box() { return { a: 1, get b() { log('get b'); return 2; }, set b(v) { log('set b', v); }, m(...all) { log('m', all.length); return this; } }; }
function named(name, text) { return { toString() { log(name); return text; } }; }
function spy(target) {
  return new Proxy(target, Object.fromEntries(Object.getOwnPropertyNames(Reflect).map((trap) => [trap, (...all) => {
    if (!printing) log(trap, typeof all[1] === 'symbol' ? String(all[1]) : typeof all[1] === 'string' ? all[1] : '');
    return Reflect[trap](...all);
  }])));
}
function attempt(name, run) {
  try {
    const value = run();
    log(name, value);
    if (value && typeof value.then === 'function' && value instanceof Promise) value.then((x) => log(name, 'fulfilled', x), (e) => log(name, 'rejected', e));
    else if (value && typeof value.next === 'function' && typeof value.toArray === 'function') for (const x of value) log(name, 'item', x);
    return value;
  } catch (error) { log(name, 'threw', error); }
}
`;

const kinds = Object.keys(methods) as ValueKind[];

export function libraryProgram(seed: number): string {
  const program = new Program(new Choices(seed));
  const { choices } = program;
  const isTrace = choices.chance(30);
  const strict = choices.chance(30) ? "'use strict';\n" : '';
  const parts = choices.list(3, 10, () =>
    isTrace ? `attempt(${program.text()}, () => ${tracedExpression(program, 2)});` : step(program),
  );
  return `${strict}${prelude}${libraryPrelude}${parts.join('\n')}\n`;
}

function step(program: Program): string {
  const { choices } = program;
  const name = program.name('v');
  return choices.weighted<string>([
    [12, () => `attempt(${program.text()}, () => ${libraryCall(program)});`],
    [
      3,
      () =>
        `{ const ${name} = attempt(${program.text()}, () => ${libraryCall(program)}); attempt(${program.text()}, () => ${methodCall(program, name)}); log(${name}); }`,
    ],
    [
      2,
      () =>
        `attempt(${program.text()}, () => { const ${name} = ${valueOf(program, choices.pick(kinds))}; const r = ${methodCall(program, name)}; return [r, ${name}]; });`,
    ],
    [2, () => regexpLoop(program, name)],
    [2, () => combinator(program)],
    [1, () => `console.log(${choices.list(1, 3, () => receiver(anyValue(program))).join(', ')});`],
    [
      1,
      () =>
        `console.log(${choices.pick(["'%s|%d|%i|%f|%j|%O|%c|%%'", "'%s %s'", "'%d %i %f'", "'%O %O'", "'%j'", "'100%'"])}, ${choices.list(0, 4, () => receiver(anyValue(program))).join(', ')});`,
    ],
    [
      1,
      () =>
        `attempt(${program.text()}, () => [${receiver(anyValue(program))}].map((x) => [typeof x, String(x), Object.prototype.toString.call(x), x + '', +x, -x]));`,
    ],
    [1, () => overriding(program)],
  ]);
}

function anyValue(program: Program): string {
  return program.choices.pick(valueKinds[program.choices.pick(Object.keys(valueKinds) as ValueKind[])]);
}

function libraryCall(program: Program): string {
  const { choices } = program;
  if (choices.chance(40)) {
    const [name, ...signature] = choices.pick(functions);
    return `${name}(${args(program, signature)})`;
  }
  const kind = choices.pick(kinds);
  const { of, list } = methods[kind]!;
  const [name, ...signature] = choices.pick(list);
  if (choices.chance(12))
    return `${of}.prototype.${name}.call(${[anyValue(program), ...signature.map((each) => valueOf(program, each))].join(', ')})`;
  if (kind === 'array' && choices.chance(25))
    return `Array.prototype.${name}.call(${[valueOf(program, 'arrayLike'), ...signature.map((each) => valueOf(program, each))].join(', ')})`;
  return `${receiver(choices.pick(valueKinds[kind]))}.${name}(${args(program, signature)})`;
}

function methodCall(program: Program, name: string): string {
  const { list } = methods[program.choices.pick(kinds)]!;
  const [method, ...signature] = program.choices.pick(list);
  return `${name}.${method}(${args(program, signature)})`;
}

/** Sometimes one less than the function takes, sometimes one more. */
function args(program: Program, signature: readonly ValueKind[]): string {
  const { choices } = program;
  const given = signature.slice(0, choices.chance(15) ? -1 : undefined).map((kind) => valueOf(program, kind));
  if (choices.chance(8)) given.push(anyValue(program));
  return given.join(', ');
}

function regexpLoop(program: Program, name: string): string {
  const { choices } = program;
  return `{ const ${name} = ${choices.pick(valueKinds.regexp)}; ${name}.lastIndex = ${choices.pick(['0', '1', '5', '-1', '"2"', '100'])}; for (let i = 0; i < 3; i++) attempt(${program.text()}, () => [${name}.${choices.pick(['exec', 'test'])}(${valueOf(program, 'string')}), ${name}.lastIndex]); }`;
}

function combinator(program: Program): string {
  const { choices } = program;
  const list = choices.list(0, 3, () => valueOf(program, 'promise')).join(', ');
  const start = choices.weighted<string>([
    [4, () => `Promise.${choices.pick(['all', 'race', 'any', 'allSettled'])}([${list}])`],
    [1, () => `Promise.${choices.pick(['all', 'race', 'any', 'allSettled'])}(${valueOf(program, 'iterable')})`],
    [2, () => `Promise.resolve(${valueOf(program, 'promise')})`],
    [1, () => `Promise.try(${valueOf(program, 'callback')}, ${valueOf(program, 'any')})`],
    [1, () => `new Promise(${valueOf(program, 'callback')})`],
    [1, () => `Array.fromAsync(${valueOf(program, 'iterable')}, ${valueOf(program, 'callback')})`],
  ]);
  const chain = choices
    .list(0, 2, () => `.${choices.pick(['then', 'catch', 'finally'])}(${valueOf(program, 'callback')})`)
    .join('');
  return `attempt(${program.text()}, () => ${start}${chain});`;
}

/** A builtin's own hook replaced for a moment. */
function overriding(program: Program): string {
  const { choices } = program;
  const [owner, key] = choices.pick([
    ['Array.prototype', 'Symbol.iterator'],
    ['RegExp.prototype', "'exec'"],
    ['Promise.prototype', "'then'"],
    ['Array.prototype', "'join'"],
    ['Object.prototype', "'toString'"],
    ['String.prototype', 'Symbol.iterator'],
    ['Map.prototype', "'set'"],
    ['Set.prototype', "'add'"],
    ['RegExp.prototype', 'Symbol.replace'],
    ['Date.prototype', 'Symbol.toPrimitive'],
    ['Array', 'Symbol.species'],
    ['Function.prototype', 'Symbol.hasInstance'],
    ['Number.prototype', "'toString'"],
    ['Symbol.prototype', 'Symbol.toPrimitive'],
  ] as const);
  const value = choices.pick([
    'undefined',
    '5',
    'function (...all) { calls++; return calls > 40 ? null : Reflect.apply(saved.value ?? saved.get, this, all); }',
    '() => null',
    '() => { throw new Error("replaced"); }',
  ]);
  return `{ const saved = Object.getOwnPropertyDescriptor(${owner}, ${key}) ?? { value: undefined, configurable: true }; const results = []; let failed = 'nothing'; Object.defineProperty(${owner}, ${key}, { value: ${value}, configurable: true, writable: true }); try { ${choices.list(1, 3, () => `results[results.length] = ${libraryCall(program)};`).join(' ')} } catch (error) { failed = error; } Object.defineProperty(${owner}, ${key}, saved); log(results, failed); }`;
}
