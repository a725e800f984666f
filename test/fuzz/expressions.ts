/** Expressions of every operator over values of every type. Each is put in parentheses where precedence could matter. */
import { arrowFunction, classBody, functionRest, methodOf } from './functions.ts';
import { deeper, type Place, type Program } from './program-context.ts';

const numbers = [
  '0',
  '1',
  '(-1)',
  '2',
  '3.5',
  '7',
  'NaN',
  'Infinity',
  '(-0)',
  '4294967296',
  '2147483648',
  '1e21',
  '0.1',
  '255',
];
const strings = ["''", "'a'", "'3'", "'xy'", "'0x10'", "' 12 '", "'length'", "'\\n'", "'é'", "'1e3'", "'constructor'"];
const others = ['true', 'false', 'null', 'undefined', 'true', 'null', 'undefined', '1n', '(-3n)', '0n', '20n'];
const keys = ['a', 'b', 'c', 'length', 'name', 'x'];
const arithmetic = ['+', '-', '*', '/', '%', '**', '+', '+'];
const bitwise = ['&', '|', '^', '<<', '>>', '>>>'];
const comparison = ['==', '!=', '===', '!==', '<', '>', '<=', '>='];
const logical = ['&&', '||', '??'];
const assignments = [
  '=',
  '=',
  '+=',
  '-=',
  '*=',
  '/=',
  '%=',
  '**=',
  '&=',
  '|=',
  '^=',
  '<<=',
  '>>=',
  '>>>=',
  '&&=',
  '||=',
  '??=',
];

export function expression(program: Program, place: Place): string {
  const { choices } = program;
  if (place.depth <= 0) return leaf(program, place);
  const inner = deeper(place);
  const sub = (): string => expression(program, inner);
  return choices.weighted<string>([
    [14, () => leaf(program, place)],
    [10, () => `(${sub()} ${choices.pick(arithmetic)} ${sub()})`],
    [5, () => `(${sub()} ${choices.pick(bitwise)} ${sub()})`],
    [6, () => `(${sub()} ${choices.pick(comparison)} ${sub()})`],
    [6, () => `(${sub()} ${choices.pick(logical)} ${sub()})`],
    [4, () => `(${choices.pick(['!', '-', '+', '~', 'typeof ', 'void ', '!!'])}${sub()})`],
    [4, () => `(${sub()} ? ${sub()} : ${sub()})`],
    [2, () => `(${sub()}, ${sub()})`],
    [7, () => assignment(program, inner)],
    [4, () => update(program, inner)],
    [3, () => `\`${choices.list(1, 3, () => `${choices.pick(['', 'q', '\\n'])}\${${sub()}}`).join('')}\``],
    [1, () => `tag\`${choices.list(0, 2, () => `${choices.pick(['', 'q', '\\n', '\\u'])}\${${sub()}}`).join('')}z\``],
    [5, () => arrayLiteral(program, inner)],
    [6, () => objectLiteral(program, inner)],
    [6, () => member(program, inner)],
    [8, () => call(program, inner)],
    [2, () => optionalChain(program, inner)],
    [2, () => `(delete ${member(program, inner)})`],
    [1, () => (place.strict ? sub() : `(delete ${choices.pick(place.names.variables.concat('undeclared'))})`)],
    [2, () => `(${choices.pick([...strings, '0', "'a'"])} in ${sub()})`],
    [
      2,
      () =>
        `(${sub()} instanceof ${choices.pick([...place.names.classes, ...place.names.functions, 'Array', 'Object', 'Error'])})`,
    ],
    [2, () => newExpression(program, inner)],
    [3, () => arrowFunction(program, inner)],
    [1, () => `(function ${choices.chance(50) ? program.name('g') : ''}${functionRest(program, inner, {})})`],
    [1, () => `(class ${choices.chance(50) ? program.name('K') : ''} ${classBody(program, inner, false)})`],
    [place.inGenerator ? 10 : 0, () => yieldExpression(program, inner)],
    [place.inAsync ? 8 : 0, () => `(await ${awaited(program, inner)})`],
    [1, () => `(typeof ${choices.chance(50) ? 'undeclared' : sub()})`],
    [
      1,
      () =>
        `eval(${choices.pick(["'1 + 1'", "'typeof log'", "'var ev = 3; ev'", "'(() => { enter(); return typeof arguments; })()'", "'if (1) 5;'"])})`,
    ],
  ]);
}

function yieldExpression(program: Program, place: Place): string {
  const { choices } = program;
  return choices.weighted<string>([
    [8, () => `(yield ${expression(program, place)})`],
    [2, () => '(yield)'],
    [2, () => `(yield* ${iterableValue(program, place)})`],
    [1, () => `(log('sent', yield ${expression(program, place)}))`],
  ]);
}

/** What `await` gets: values, promises of both kinds and thenables. */
export function awaited(program: Program, place: Place): string {
  const { choices } = program;
  return choices.weighted<string>([
    [4, () => expression(program, place)],
    [3, () => `Promise.resolve(${expression(program, place)})`],
    [2, () => `Promise.reject(new Error(${program.text()}))`],
    [
      1,
      () =>
        `{ then(resolve, reject) { log('then'); resolve(${expression(program, { ...place, inGenerator: false, inAsync: false, inArrow: false, hasSuper: false, depth: Math.min(1, place.depth) })}); } }`,
    ],
    [
      2,
      () => (place.names.asyncs.length === 0 ? 'null' : `${choices.pick(place.names.asyncs)}(${args(program, place)})`),
    ],
  ]);
}

/** Something that `for`-`of`, spread and destructuring can be given; sometimes something that they cannot. */
export function iterableValue(program: Program, place: Place): string {
  const { choices } = program;
  const inner = deeper(place);
  return choices.weighted<string>([
    [6, () => `[${choices.list(0, 4, () => expression(program, deeper(place, 2))).join(', ')}]`],
    [
      4,
      () =>
        `iterable(${program.text()}, [${choices.list(0, 3, () => leaf(program, place)).join(', ')}]${choices.chance(25) ? `, ${choices.pick(["'next'", "'return'", "'object'"])}` : ''})`,
    ],
    [2, () => choices.pick(strings)],
    [
      3,
      () =>
        place.names.generators.length === 0
          ? '[1, 2]'
          : `${choices.pick(place.names.generators)}(${args(program, place)})`,
    ],
    [1, () => `new Map([[${leaf(program, place)}, ${leaf(program, place)}]])`],
    [1, () => `new Set([${leaf(program, place)}, 1])`],
    [1, () => expression(program, inner)],
  ]);
}

export function leaf(program: Program, place: Place): string {
  const { choices } = program;
  const { variables, functions } = place.names;
  return choices.weighted<string>([
    [4, () => choices.pick(numbers)],
    [3, () => choices.pick(strings)],
    [3, () => choices.pick(others)],
    [variables.length > 0 ? 9 : 0, () => choices.pick(variables)],
    [functions.length > 0 ? 1 : 0, () => choices.pick(functions)],
    [1, () => `noisy(${program.text()}, ${choices.pick(numbers)}, ${choices.pick(strings)})`],
    [1, () => `primitive(${program.text()}, ${choices.pick([...numbers, ...strings, "'throw'", '{}', '5n'])})`],
    [
      1,
      () => choices.pick(['[]', '({})', '[1, 2, 3]', '({ a: 1, b: 2 })', "['a', , 'b']", '(() => 1)', "Symbol('s')"]),
    ],
    [
      place.inFunction && !place.inArrow ? 1 : 0,
      () => choices.pick(['arguments.length', 'arguments[0]', '(typeof arguments)', '[...arguments]', 'new.target']),
    ],
    [place.inFunction ? 1 : 0, () => (place.strict ? choices.pick(['this', '(typeof this)']) : '(typeof this)')],
    [
      place.privates.length > 0 ? 3 : 0,
      () => choices.pick([`this.${choices.pick(place.privates)}`, `(${choices.pick(place.privates)} in this)`]),
    ],
    [place.hasSuper ? 2 : 0, () => choices.pick(['super.a', 'super.m?.()', "super['b']", '(super.c = 1)'])],
  ]);
}

function assignment(program: Program, place: Place): string {
  const { choices } = program;
  if (choices.chance(20)) return `(${assignmentPattern(program, place)} = ${expression(program, place)})`;
  return `(${target(program, place)} ${choices.pick(assignments)} ${expression(program, place)})`;
}

function update(program: Program, place: Place): string {
  const operator = program.choices.pick(['++', '--']);
  return program.choices.chance(50)
    ? `(${target(program, place)}${operator})`
    : `(${operator}${target(program, place)})`;
}

function target(program: Program, place: Place): string {
  const { choices } = program;
  const { variables } = place.names;
  if (variables.length > 0 && choices.chance(65)) return choices.pick(variables);
  if (place.privates.length > 0 && choices.chance(40)) return `this.${choices.pick(place.privates)}`;
  return member(program, place);
}

export function assignmentPattern(program: Program, place: Place): string {
  const { choices } = program;
  const element = (): string => {
    const nested =
      place.depth > 1 && choices.chance(20)
        ? assignmentPattern(program, deeper(place, 2))
        : target(program, deeper(place));
    return choices.chance(30) ? `${nested} = ${expression(program, deeper(place, 2))}` : nested;
  };
  if (choices.chance(50)) {
    const rest = choices.chance(25) ? [`...${target(program, deeper(place))}`] : [];
    return `[${[...choices.list(0, 3, () => (choices.chance(10) ? '' : element())), ...rest].join(', ')}]`;
  }
  const rest = choices.chance(25) ? [`...${target(program, deeper(place))}`] : [];
  return `{ ${[...choices.list(0, 3, () => `${propertyName(program, place)}: ${element()}`), ...rest].join(', ')} }`;
}

export function propertyName(program: Program, place: Place): string {
  const { choices } = program;
  return choices.weighted<string>([
    [8, () => choices.pick(keys)],
    [1, () => choices.pick(['0', '1', "'a b'", '2.5'])],
    [1, () => `[${expression(program, { ...deeper(place, 2), depth: Math.min(1, place.depth - 2) })}]`],
  ]);
}

function arrayLiteral(program: Program, place: Place): string {
  const { choices } = program;
  const element = (): string => {
    if (choices.chance(15)) return `...${iterableValue(program, deeper(place))}`;
    return choices.chance(5) ? '' : expression(program, place);
  };
  return `[${choices.list(0, 4, element).join(', ')}]`;
}

function objectLiteral(program: Program, place: Place): string {
  const { choices } = program;
  const property = (): string =>
    choices.weighted<string>([
      [8, () => `${propertyName(program, place)}: ${expression(program, place)}`],
      [1, () => `...${expression(program, deeper(place))}`],
      [1, () => (place.names.variables.length > 0 ? choices.pick(place.names.variables) : 'a: 1')],
      [1, () => methodOf(program, place, '')],
      [1, () => methodOf(program, place, 'get')],
      [1, () => methodOf(program, place, 'set')],
      [
        1,
        () => (choices.chance(30) ? '__proto__: { a: 5, get b() { enter(); log("proto get"); return 6; } }' : 'b: 2'),
      ],
    ]);
  const properties = choices.list(0, 4, property);
  const isProto = (text: string): boolean => text.startsWith('__proto__');
  return `({ ${properties.filter((text, index) => !isProto(text) || properties.findIndex(isProto) === index).join(', ')} })`;
}

export function member(program: Program, place: Place): string {
  const { choices } = program;
  const object =
    choices.chance(60) && place.names.variables.length > 0
      ? choices.pick(place.names.variables)
      : `(${expression(program, deeper(place))})`;
  if (choices.chance(70)) return `${object}.${choices.pick(keys)}`;
  return `${object}[${expression(program, deeper(place))}]`;
}

export function args(program: Program, place: Place): string {
  const { choices } = program;
  return choices
    .list(0, 3, () =>
      choices.chance(10) ? `...${iterableValue(program, deeper(place))}` : expression(program, deeper(place)),
    )
    .join(', ');
}

function call(program: Program, place: Place): string {
  const { choices } = program;
  const { functions, variables, generators, asyncs } = place.names;
  return choices.weighted<string>([
    [5, () => `log(${program.text()}, ${expression(program, place)})`],
    [functions.length > 0 ? 6 : 0, () => `${choices.pick(functions)}(${args(program, place)})`],
    [
      functions.length > 0 ? 1 : 0,
      () =>
        `${choices.pick(functions)}.${choices.pick(['call(', 'apply(', 'bind('])}${choices.pick(['null', '1', '{}', 'undefined'])}, [${args(program, place)}])`,
    ],
    [variables.length > 0 ? 2 : 0, () => `${choices.pick(variables)}(${args(program, place)})`],
    [
      generators.length > 0 ? 1 : 0,
      () => `${choices.pick(generators)}(${args(program, place)}).next(${expression(program, deeper(place))})`,
    ],
    [
      asyncs.length > 0 ? 1 : 0,
      () =>
        `settle(${program.text()}, () => ${choices.pick(asyncs)}(${args(program, { ...place, inArrow: true, inGenerator: false, inAsync: false })}))`,
    ],
    [2, () => `${member(program, place)}(${args(program, place)})`],
    [
      2,
      () =>
        `[${args(program, place)}].${choices.pick(['map', 'filter', 'some', 'find', 'forEach', 'flatMap'])}(${arrowFunction(program, deeper(place))})`,
    ],
    [
      1,
      () =>
        `[${args(program, place)}].${choices.pick(['join', 'concat', 'includes', 'indexOf', 'at', 'slice'])}(${expression(program, deeper(place))})`,
    ],
    [
      1,
      () =>
        `Object.${choices.pick(['keys', 'entries', 'getOwnPropertyNames', 'isFrozen', 'freeze', 'values'])}(${expression(program, deeper(place))})`,
    ],
    [1, () => `JSON.stringify(${expression(program, deeper(place))})`],
    [
      1,
      () =>
        `${choices.pick(['String', 'Number', 'Boolean', 'Math.max', 'Array.from', 'Array.of', 'parseInt', 'Number.isInteger'])}(${expression(program, place)})`,
    ],
  ]);
}

function optionalChain(program: Program, place: Place): string {
  const { choices } = program;
  const start = `(${expression(program, deeper(place))})?.${choices.pick(keys)}`;
  const link = (): string =>
    choices.pick([
      `?.${choices.pick(keys)}`,
      `.${choices.pick(keys)}`,
      `?.[${expression(program, deeper(place, 2))}]`,
      `?.(${expression(program, deeper(place, 2))})`,
    ]);
  return `(${choices.chance(15) ? 'delete ' : ''}${start}${choices.list(0, 3, link).join('')})`;
}

function newExpression(program: Program, place: Place): string {
  const { choices } = program;
  const { classes, functions } = place.names;
  const constructors = [...classes, ...classes, ...functions, 'Error', 'Set', 'Object'];
  const callee = choices.pick(constructors);
  return callee === 'Set'
    ? `new Set(${iterableValue(program, deeper(place))})`
    : `new ${callee}(${args(program, place)})`;
}
