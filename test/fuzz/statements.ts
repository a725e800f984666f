/** Statements: declarations, loops with a bound, jumps out of everything, and `try` around anything. */
import { assignmentPattern, awaited, expression, iterableValue, leaf } from './expressions.ts';
import { arrowFunction, bindingPattern, classBody, functionRest } from './functions.ts';
import { deeper, type Names, type Place, type Program, withVariables } from './program-context.ts';

export function statements(program: Program, place: Place, least: number, most: number): string {
  let current = place;
  const list = program.choices.list(least, most, () => {
    const { text, place: after } = statement(program, current);
    current = after;
    return text;
  });
  return list.join('\n');
}

interface Written {
  readonly text: string;
  /** The place behind it, where what it declared is in scope. */
  readonly place: Place;
}

export function statement(program: Program, place: Place): Written {
  const { choices } = program;
  if (choices.chance(22)) return declaration(program, place);
  return { text: plainStatement(program, place), place };
}

export function declaration(program: Program, place: Place): Written {
  const { choices } = program;
  const inner = deeper(place);
  return choices.weighted<Written>([
    [
      8,
      () => {
        const name = program.name('x');
        const text = `${choices.pick(['let', 'let', 'var', 'const'])} ${name} = ${expression(program, inner)};`;
        return { text, place: withVariables(place, [name]) };
      },
    ],
    [
      3,
      () => {
        const { text, names } = bindingPattern(program, inner);
        const value = text.startsWith('[') ? iterableValue(program, inner) : expression(program, inner);
        return {
          text: `${choices.pick(['let', 'var', 'const'])} ${text} = ${value};`,
          place: withVariables(place, names),
        };
      },
    ],
    [
      2,
      () => {
        // Used in a function before it is initialised, and perhaps called too early.
        const name = program.name('x');
        const user = program.name('f');
        const text = `const ${user} = () => (enter(), ${name}); ${choices.chance(50) ? `log(${user}());` : ''} let ${name} = ${expression(program, inner)};`;
        return { text, place: declared(withVariables(place, [name]), 'functions', user) };
      },
    ],
    [place.depth > 1 ? 3 : 0, () => functionDeclaration(program, inner, place, 'functions')],
    [place.depth > 1 ? 2 : 0, () => functionDeclaration(program, inner, place, 'generators')],
    [place.depth > 1 ? 2 : 0, () => functionDeclaration(program, inner, place, 'asyncs')],
    [
      place.depth > 1 ? 3 : 0,
      () => {
        const name = program.name('C');
        return { text: `class ${name} ${classBody(program, inner)}`, place: declared(place, 'classes', name) };
      },
    ],
  ]);
}

function functionDeclaration(
  program: Program,
  inner: Place,
  place: Place,
  kind: 'functions' | 'generators' | 'asyncs',
): Written {
  const name = program.name('f');
  const isGenerator = kind === 'generators';
  const isAsync = kind === 'asyncs';
  const rest = functionRest(program, declared(inner, kind, name), { isGenerator, isAsync });
  return {
    text: `${isAsync ? 'async ' : ''}function${isGenerator ? '*' : ''} ${name}${rest}`,
    place: declared(place, kind, name),
  };
}

function declared(place: Place, kind: Exclude<keyof Names, 'variables'>, name: string): Place {
  return { ...place, names: { ...place.names, [kind]: [...place.names[kind], name] } };
}

function plainStatement(program: Program, place: Place): string {
  const { choices } = program;
  const inner = deeper(place);
  const value = (): string => expression(program, place);
  if (place.depth <= 0)
    return choices.chance(25) ? jump(program, place) : `log(${program.text()}, ${leaf(program, place)});`;
  return choices.weighted<string>([
    [10, () => `log(${program.text()}, ${value()});`],
    [5, () => `void ${expression(program, place)};`],
    [4, () => `if (${value()}) ${body(program, inner)}${choices.chance(50) ? ` else ${body(program, inner)}` : ''}`],
    [10, () => tryStatement(program, inner)],
    [5, () => jump(program, place)],
    [8, () => loop(program, inner)],
    [3, () => switchStatement(program, inner)],
    [2, () => labelledBlock(program, inner)],
    [2, () => body(program, inner)],
    [2, () => `(${assignmentPattern(program, inner)} = ${value()});`],
    [place.names.generators.length > 0 ? 4 : 0, () => drive(program, inner)],
    [place.names.asyncs.length > 0 ? 3 : 0, () => `settle(${program.text()}, ${choices.pick(place.names.asyncs)});`],
    [
      place.strict ? 0 : 1,
      () => `with (${expression(program, inner)}) ${body(program, withVariables(inner, ['a', 'b']))}`,
    ],
    [2, () => closures(program, inner)],
  ]);
}

function body(program: Program, place: Place): string {
  return `{ ${statements(program, place, 1, 3)} }`;
}

function jump(program: Program, place: Place): string {
  const { choices } = program;
  const condition = choices.chance(60) ? `if (${leaf(program, place)}) ` : '';
  return `${condition}${choices.weighted<string>([
    [place.inFunction ? 3 : 0, () => `return ${expression(program, deeper(place))};`],
    [2, () => `throw ${choices.chance(50) ? `new Error(${program.text()})` : leaf(program, place)};`],
    [place.inLoop || place.inSwitch ? 3 : 0, () => 'break;'],
    [place.inLoop ? 3 : 0, () => 'continue;'],
    [place.loops.length > 0 ? 3 : 0, () => `${choices.pick(['break', 'continue'])} ${choices.pick(place.loops)};`],
    [place.blocks.length > 0 ? 2 : 0, () => `break ${choices.pick(place.blocks)};`],
  ])}`;
}

function tryStatement(program: Program, place: Place): string {
  const { choices } = program;
  const error = program.name('e');
  const shape = choices.below(3);
  const binding = choices.chance(85) ? `(${error})` : '';
  const inCatch = binding === '' ? place : withVariables(place, [error]);
  const handler = `catch ${binding} { ${binding === '' ? '' : `log(${program.text()}, ${error});`} ${statements(program, inCatch, 0, 2)} }`;
  const final = (): string => `finally { log(${program.text()}); ${statements(program, place, 0, 2)} }`;
  const start = `try ${body(program, place)}`;
  if (shape === 0) return `${start} ${handler}`;
  return shape === 1 ? `${start} ${final()}` : `${start} ${handler} ${final()}`;
}

function loop(program: Program, outer: Place): string {
  const { choices } = program;
  const label = choices.chance(35) ? program.name('l') : undefined;
  const place: Place = {
    ...outer,
    inLoop: true,
    loops: label === undefined ? outer.loops : [...outer.loops, label],
  };
  const name = program.name('i');
  const within = withVariables(place, [name]);
  const text = choices.weighted<string>([
    [
      4,
      () =>
        `for (${choices.pick(['let', 'var'])} ${name} = 0; ${name} < ${choices.below(4)} && fuel-- > 0; ${name}++) ${body(program, within)}`,
    ],
    [
      1,
      () =>
        `for (let ${name} = 0, ${name}f = () => ${name}; ${name} < 3 && fuel-- > 0; ${name}++) { ${statements(program, declared(within, 'functions', `${name}f`), 1, 2)} }`,
    ],
    [2, () => `while (fuel-- > 0 && ${expression(program, deeper(outer))}) ${body(program, place)}`],
    [2, () => `do ${body(program, place)} while (fuel-- > 0 && ${expression(program, deeper(outer))});`],
    [
      5,
      () =>
        `for (${forTarget(program, outer, name)} of ${iterableValue(program, outer)}) { if (fuel-- < 0) break; ${statements(program, within, 1, 3)} }`,
    ],
    [
      3,
      () =>
        `for (${choices.pick(['let', 'const', 'var'])} ${name} in ${expression(program, outer)}) { if (fuel-- < 0) break; ${statements(program, within, 1, 3)} }`,
    ],
    [
      outer.inAsync ? 3 : 0,
      () =>
        `for await (const ${name} of ${choices.chance(60) ? iterableValue(program, outer) : `[${awaited(program, outer)}]`}) { if (fuel-- < 0) break; ${statements(program, within, 1, 2)} }`,
    ],
  ]);
  return label === undefined ? text : `${label}: ${text}`;
}

/** Declares the name in most cases; else assigns to it, declared before as a `var`. */
function forTarget(program: Program, place: Place, name: string): string {
  const { choices } = program;
  return choices.weighted<string>([
    [8, () => `${choices.pick(['let', 'const', 'var'])} ${name}`],
    [1, () => `let [${name}, ${name}b = ${leaf(program, place)}]`],
    [1, () => `const { length: ${name}, ...${name}b }`],
  ]);
}

function switchStatement(program: Program, outer: Place): string {
  const { choices } = program;
  const place: Place = { ...outer, inSwitch: true };
  const at = choices.below(4);
  const cases = choices.list(1, 4, (index) => {
    const head = index === at ? 'default' : `case ${expression(program, deeper(place, 2))}`;
    return `${head}: ${statements(program, place, 0, 2)} ${choices.chance(40) ? 'break;' : ''}`;
  });
  return `switch (${expression(program, deeper(place))}) { ${cases.join('\n')} }`;
}

function labelledBlock(program: Program, place: Place): string {
  const label = program.name('b');
  return `${label}: ${body(program, { ...place, blocks: [...place.blocks, label] })}`;
}

function drive(program: Program, place: Place): string {
  const { choices } = program;
  const actions = choices.list(
    1,
    5,
    () => `['${choices.pick(['next', 'next', 'next', 'throw', 'return'])}', ${leaf(program, place)}]`,
  );
  return `drive(${program.text()}, ${choices.pick(place.names.generators)}(${leaf(program, place)}), [${actions.join(', ')}]);`;
}

/** Functions made in a loop, called behind it. */
function closures(program: Program, place: Place): string {
  const list = program.name('x');
  const name = program.name('i');
  const kind = program.choices.pick(['let', 'var']);
  const made = arrowFunction(program, withVariables(place, [name]));
  return `{ const ${list} = []; for (${kind} ${name} = 0; ${name} < 3; ${name}++) ${list}.push(${made}); for (const each of ${list}) log(${program.text()}, each(${leaf(program, place)})); }`;
}
