/** Expressions whose every part tells when it is evaluated: the order of evaluation is the output. */
import type { Program } from './program-context.ts';

const values = ['1', "'a'", 'null', 'undefined', '{ a: 1 }', '[1, 2]', '() => 5', 'NaN', '0', '2n', 'true', '""'];

/** `t('n', value)` logs its name and gives the value. */
function traced(program: Program, value: string): string {
  return `t(${program.text()}, ${value})`;
}

function operand(program: Program, depth: number): string {
  const { choices } = program;
  return depth <= 0 || choices.chance(30)
    ? traced(program, choices.pick(values))
    : tracedExpression(program, depth - 1);
}

function object(program: Program, depth: number): string {
  const { choices } = program;
  return choices.weighted<string>([
    [5, () => traced(program, 'box()')],
    [
      2,
      () =>
        traced(
          program,
          choices.pick(['null', 'undefined', '5', "'str'", '[1, 2, 3]', 'spy({ a: 1, m() { return 2; } })']),
        ),
    ],
    [1, () => operand(program, depth)],
  ]);
}

function key(program: Program): string {
  return traced(
    program,
    program.choices.pick(["'a'", "'m'", "'missing'", 'named("key", "a")', "'length'", 'Symbol.iterator', '0']),
  );
}

function target(program: Program, depth: number): string {
  return program.choices.chance(30)
    ? `${object(program, depth)}.${program.choices.pick(['a', 'b', 'm'])}`
    : `${object(program, depth)}[${key(program)}]`;
}

export function tracedExpression(program: Program, depth: number): string {
  const { choices } = program;
  const part = (): string => operand(program, depth);
  return choices.weighted<string>([
    [
      4,
      () =>
        `(${part()} ${choices.pick(['+', '-', '*', '<', '>=', '==', '===', '&', '>>>', '**', 'in', 'instanceof', '&&', '||', '??'])} ${part()})`,
    ],
    [
      4,
      () => `(${target(program, depth - 1)} ${choices.pick(['=', '+=', '??=', '||=', '&&=', '**=', '-='])} ${part()})`,
    ],
    [2, () => `(${target(program, depth - 1)}${choices.pick(['++', '--'])})`],
    [2, () => `(${choices.pick(['delete', 'typeof', 'void', '!', '-', '++'])} ${target(program, depth - 1)})`],
    [3, () => `${target(program, depth - 1)}(${part()}, ${choices.chance(20) ? '...' : ''}${part()})`],
    [
      2,
      () =>
        `new (${traced(program, choices.pick(['Point', 'function () { return this; }', '5', '() => 1', 'class extends Point { constructor(...all) { super(...all, 1); } }']))})(${part()}, ${part()})`,
    ],
    [
      2,
      () =>
        `[${part()}, ...${traced(program, choices.pick(['[1, 2]', "'xy'", 'iterable("it", [1, 2])', 'null', '5']))}, ${part()}]`,
    ],
    [
      3,
      () =>
        `({ [${key(program)}]: ${part()}, ...${part()}, [${key(program)}]() {}, get [${key(program)}]() { return 1; }, x: ${part()} })`,
    ],
    [2, () => `\`a\${${part()}}b\${${part()}}\``],
    [1, () => `tag\`a\${${part()}}b\${${part()}}\``],
    [2, () => `(${part()} ? ${part()} : ${part()})`],
    [2, () => `${object(program, depth)}?.[${key(program)}]?.(${part()})`],
    [3, () => destructuring(program, depth)],
    [2, () => tracedClass(program, depth)],
    [1, () => `(${part()}, ${part()})`],
    [1, () => `((p = ${part()}, { q = ${part()} } = { q: undefined }, ...r) => [p, q, r])(${part()})`],
    [1, () => `(function* () { const r = yield ${part()}; return [r, ${part()}]; })().next(${part()})`],
    [1, () => `(async () => { ${part()}; await ${part()}; return ${part()}; })()`],
    [1, () => `log('in', ${part()}, ${part()})`],
  ]);
}

function destructuring(program: Program, depth: number): string {
  const { choices } = program;
  const to = (): string => {
    const place = `${traced(program, 'box()')}[${key(program)}]`;
    return choices.chance(50) ? `${place} = ${operand(program, depth - 1)}` : place;
  };
  const pattern = choices.chance(50)
    ? `[${choices.list(1, 3, to).join(', ')}${choices.chance(30) ? `, ...${traced(program, 'box()')}.rest` : ''}]`
    : `{ [${key(program)}]: ${to()}, b: ${to()}${choices.chance(30) ? `, ...${traced(program, 'box()')}.rest` : ''} }`;
  const source = choices.pick([
    'iterable("it", [undefined, 2, 3])',
    'spy({ a: undefined, b: 2 })',
    '[1]',
    'null',
    "'str'",
    '{ get b() { log("get b"); return 1; } }',
    'iterable("it", [1], "return")',
    'undefined',
  ]);
  return `(${pattern} = ${traced(program, source)})`;
}

function tracedClass(program: Program, depth: number): string {
  const { choices } = program;
  const member = (): string => {
    const prefix = choices.chance(40) ? 'static ' : '';
    return choices.weighted<string>([
      [3, () => `${prefix}[${key(program)}] = ${operand(program, depth - 1)};`],
      [2, () => `${prefix}[${key(program)}](x = ${operand(program, 0)}) { return super.toString; }`],
      [1, () => `${prefix}get [${key(program)}]() { return ${operand(program, 0)}; }`],
      [1, () => `static { ${operand(program, 0)}; }`],
      [1, () => `${prefix}accessorLike = ${operand(program, 0)};`],
    ]);
  };
  const parent = choices.chance(50)
    ? ` extends ${traced(program, choices.pick(['Point', 'null', 'Object', '5', 'Array', 'function () {}']))}`
    : '';
  const text = `class${parent} { ${choices.list(1, 4, member).join(' ')} }`;
  return choices.chance(60) ? `new (${text})(${operand(program, 0)})` : `(${text}).name`;
}
