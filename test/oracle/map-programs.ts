/**
 * Programs that make two objects, a and b, in all the ways that hidden classes know rules for: by seed, the same ones each time.
 */

export interface MapProgram {
  readonly name: string;
  readonly code: string;
}

/** A small generator of numbers (mulberry32). */
export function numbersFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

type Pick = <Entry>(entries: readonly Entry[]) => Entry;

const keys = ['ka', 'kb', 'kc', 'kd', 'ke', 'kf'];
const values = [
  '1',
  '2',
  '7',
  '1.5',
  '-0',
  '2.25',
  "'s'",
  'null',
  'undefined',
  '{}',
  'shared',
  'true',
  '2147483648',
  '[]',
  'NaN',
  'fn',
];
const calmValues = ['1', '2', '3', '4', "'s'", '1.5'];

const prelude = `var shared = {in: 1}; function fn() {} const g1 = function () { return 1; }, g2 = function () { return 2; };
const p1 = {pa: 1}, p2 = {pb: 2};
function P(x, y) { this.ka = x; this.kb = y; }
function E() {}
class C { ka = 1; kb; constructor(x) { this.kc = x; } }
class D extends C { kd = 2; }
const pickKey = (key) => key;
function mk(x, y) { return {ka: x, kb: y}; }
`;

export function randomMapProgram(seed: number): MapProgram {
  const below = numbersFrom(seed);
  const pick: Pick = (entries) => entries[below(entries.length)]!;
  const isCalm = below(2) === 0;
  const value = (): string => pick(isCalm ? calmValues : values);
  const kind = below(creators.length);
  const twins = below(3) > 0;
  const shape = below(1e9);
  const lines = [prelude];
  lines.push(`let a = ${creators[kind]!(numbersFrom(shape), value)};`);
  if (below(6) === 0)
    lines.push(`let t = ${creators[kind]!(numbersFrom(shape), value)};`, ...operate('t', below, pick, value));
  const bKind = twins ? kind : below(creators.length);
  lines.push(`let b = ${creators[bKind]!(numbersFrom(twins ? shape : below(1e9)), value)};`);
  const rounds = below(8);
  for (let i = 0; i < rounds; i++) {
    const target = pick(['a', 'b', 'both', 'both']);
    if (target !== 'both') lines.push(...operate(target, below, pick, value));
    else {
      const at = below(1e9);
      for (const each of ['a', 'b']) {
        const own = numbersFrom(at);
        const ownPick: Pick = (entries) => entries[own(entries.length)]!;
        lines.push(...operate(each, own, ownPick, value));
      }
    }
  }
  return { name: `seed ${seed}`, code: lines.join('\n') };
}

type Creator = (below: (limit: number) => number, value: () => string) => string;

function someKeys(below: (limit: number) => number, most: number): string[] {
  const start = below(keys.length);
  return Array.from({ length: below(most + 1) }, (_, i) => keys[(start + i) % keys.length]!);
}

const creators: readonly Creator[] = [
  (below, value) =>
    `{${someKeys(below, 5)
      .map((key) => `${key}: ${value()}`)
      .join(', ')}}`,
  (below, value) =>
    `{${someKeys(below, 5)
      .map((key) => `${key}: ${value()}`)
      .join(', ')}}`,
  () => '{}',
  (_below, value) => `new P(${value()}, ${value()})`,
  () => 'new E()',
  (_below, value) => `new C(${value()})`,
  (_below, value) => `new D(${value()})`,
  (_below, value) => `mk(${value()}, ${value()})`,
  (below) =>
    `JSON.parse('{${someKeys(below, 4)
      .map((key) => `"${key}": ${['1', '2.5', '"s"', 'null'][below(4)]}`)
      .join(', ')}}')`,
  (below) => `Object.create(${['p1', 'p2', 'null', 'Object.prototype'][below(4)]})`,
  (below, value) =>
    `{...{${someKeys(below, 3)
      .map((key) => `${key}: ${value()}`)
      .join(', ')}}}`,
  (below, value) =>
    `{...{${someKeys(below, 3)
      .map((key) => `${key}: ${value()}`)
      .join(', ')}}, kf: ${value()}}`,
  (below, value) =>
    `Object.assign({}, {${someKeys(below, 3)
      .map((key) => `${key}: ${value()}`)
      .join(', ')}})`,
  (below, value) =>
    `Object.fromEntries([${someKeys(below, 3)
      .map((key) => `['${key}', ${value()}]`)
      .join(', ')}])`,
  (below, value) =>
    `{${someKeys(below, 3)
      .map((key) => `['${key}']: ${value()}`)
      .join(', ')}}`,
  (below, value) =>
    `{__proto__: ${['p1', 'p2', 'null'][below(3)]}, ${someKeys(below, 3)
      .map((key) => `${key}: ${value()}`)
      .join(', ')}}`,
  (_below, value) => `[${value()}]`,
  () => 'function () {}',
  () => '() => 1',
  (_below, value) => `{ka: {kb: ${value()}}}`,
  (_below, value) => `{get ka() { return 1; }, kb: ${value()}}`,
  () => 'new Map()',
  () => "new Error('x')",
  (_below, value) => `(({ka, ...rest}) => rest)({ka: 1, kb: ${value()}, kc: ${value()}})`,
];

function operate(target: string, below: (limit: number) => number, pick: Pick, value: () => string): string[] {
  const key = pick(keys);
  switch (below(24)) {
    case 0:
    case 1:
    case 2:
    case 3:
    case 4:
      return [`${target}.${key} = ${value()};`];
    case 5:
    case 6:
      return [`${target}[pickKey('${key}')] = ${value()};`];
    case 7:
      return [`delete ${target}.${key};`];
    case 8:
      return [
        `try { Object.defineProperty(${target}, '${key}', {value: ${value()}, writable: ${pick(['true', 'false'])}, enumerable: ${pick(['true', 'true', 'false'])}, configurable: true}); } catch {}`,
      ];
    case 9:
      return [`try { Object.defineProperty(${target}, '${key}', {value: ${value()}}); } catch {}`];
    case 10:
      return [
        `try { Object.defineProperty(${target}, '${key}', {get: ${pick(['g1', 'g1', 'g2'])}, configurable: true}); } catch {}`,
      ];
    case 11:
      return [
        `try { Object.defineProperty(${target}, '${key}', {set: ${pick(['g1', 'g2'])}, configurable: true}); } catch {}`,
      ];
    case 12:
      return [`Object.freeze(${target});`];
    case 13:
      return [`Object.seal(${target});`];
    case 14:
      return [`Object.preventExtensions(${target});`];
    case 15:
    case 16:
      return [
        `try { Object.setPrototypeOf(${target}, ${pick(['p1', 'p2', 'null', 'Object.prototype', 'P.prototype'])}); } catch {}`,
      ];
    case 17:
      return [`try { Object.assign(${target}, {${key}: ${value()}}); } catch {}`];
    case 18:
      return [`${target}[${pick(['0', '1', '5', '2000'])}] = ${value()};`];
    case 19:
      return [`${target}.${key};`];
    case 20:
      return [`({__proto__: ${target}});`];
    case 21:
      return [`${target}[Symbol.for('${key}')] = ${value()};`];
    case 22:
      return [`${target}.${key}; ${target}.${key} = ${value()};`];
    default:
      return [`${target} = {...${target}};`];
  }
}
