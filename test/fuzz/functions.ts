/** Functions of all kinds, with their parameters, and classes. */
import { expression, leaf, propertyName } from './expressions.ts';
import { deeper, functionPlace, type Place, type Program } from './program-context.ts';
import { statements } from './statements.ts';

interface Kind {
  readonly isAsync?: boolean;
  readonly isGenerator?: boolean;
}

interface Parameters {
  readonly text: string;
  readonly names: readonly string[];
  readonly simple: boolean;
}

/** A list of new names to bind, with defaults, patterns and a rest. */
function parameters(program: Program, place: Place): Parameters {
  const { choices } = program;
  const names: string[] = [];
  let simple = true;
  // In the parameters of a function neither `yield` nor `await` may stand.
  const inside = functionPlace(place, [], { inArrow: true, strict: place.strict, depth: Math.min(place.depth - 1, 1) });
  const list = choices.list(0, 3, () => {
    if (choices.chance(12)) {
      simple = false;
      const pattern = bindingPattern(program, { ...inside, depth: 1 });
      names.push(...pattern.names);
      return choices.chance(50)
        ? `${pattern.text} = ${choices.pick(['{}', '[]', '[1, 2]', '{ a: 1 }'])}`
        : pattern.text;
    }
    const name = program.name('p');
    names.push(name);
    if (!choices.chance(25)) return name;
    simple = false;
    return `${name} = ${expression(program, { ...inside, names: { ...inside.names, variables: [...inside.names.variables, ...names] } })}`;
  });
  if (choices.chance(12)) {
    const rest = program.name('p');
    names.push(rest);
    list.push(`...${rest}`);
    simple = false;
  }
  return { text: list.join(', '), names, simple };
}

export function bindingPattern(program: Program, place: Place): { readonly text: string; readonly names: string[] } {
  const { choices } = program;
  const names: string[] = [];
  const element = (): string => {
    let text: string;
    if (place.depth > 1 && choices.chance(20)) {
      const nested = bindingPattern(program, deeper(place));
      names.push(...nested.names);
      text = nested.text;
    } else {
      text = program.name('d');
      names.push(text);
    }
    return choices.chance(35) ? `${text} = ${expression(program, deeper(place))}` : text;
  };
  const rest = (): string => {
    const name = program.name('d');
    names.push(name);
    return `...${name}`;
  };
  const list = choices.chance(50) ? choices.list(0, 3, () => (choices.chance(10) ? '' : element())) : undefined;
  if (list !== undefined) return { text: `[${[...list, ...(choices.chance(25) ? [rest()] : [])].join(', ')}]`, names };
  const properties = choices.list(0, 3, () => `${propertyName(program, place)}: ${element()}`);
  return { text: `{ ${[...properties, ...(choices.chance(25) ? [rest()] : [])].join(', ')} }`, names };
}

/** From the parameters to the end of the body. */
export function functionRest(program: Program, place: Place, kind: Kind, changes: Partial<Place> = {}): string {
  const { choices } = program;
  const list = parameters(program, place);
  const becomesStrict = !place.strict && list.simple && choices.chance(8);
  const inside = functionPlace(place, list.names, {
    inGenerator: kind.isGenerator === true,
    inAsync: kind.isAsync === true,
    strict: place.strict || becomesStrict,
    ...changes,
  });
  return `(${list.text}) {${becomesStrict ? " 'use strict';" : ''} enter(); ${statements(program, inside, 1, 4)} ${
    choices.chance(60) ? `return ${expression(program, inside)};` : ''
  } }`;
}

export function arrowFunction(program: Program, place: Place): string {
  const { choices } = program;
  const isAsync = choices.chance(10);
  const list = parameters(program, place);
  const inside = functionPlace(place, list.names, {
    inArrow: true,
    inAsync: isAsync,
    inFunction: place.inFunction,
    hasSuper: place.hasSuper,
  });
  const body = choices.chance(65)
    ? `(enter(), ${expression(program, inside)})`
    : `{ enter(); ${statements(program, inside, 1, 3)} return ${expression(program, inside)}; }`;
  const start = `${isAsync ? 'async ' : ''}(${list.text}) => ${body}`;
  return isAsync ? `(() => settle(${program.text()}, ${start}))` : `(${start})`;
}

/** A method of an object or class; `kind` is empty, `get` or `set`. */
export function methodOf(program: Program, place: Place, kind: '' | 'get' | 'set', prefix = ''): string {
  const { choices } = program;
  const changes = { hasSuper: true, strict: place.strict };
  const name = propertyName(program, place);
  if (kind === 'get') {
    const inside = functionPlace(place, [], changes);
    return `${prefix}get ${name}() { enter(); log(${program.text()}); ${statements(program, deeper(inside), 0, 2)} return ${expression(program, deeper(inside))}; }`;
  }
  if (kind === 'set') {
    const parameter = program.name('v');
    const inside = functionPlace(place, [parameter], changes);
    return `${prefix}set ${name}(${parameter}) { enter(); log(${program.text()}, ${parameter}); ${statements(program, deeper(inside), 0, 2)} }`;
  }
  const isGenerator = choices.chance(15);
  return `${prefix}${isGenerator ? '*' : ''}${name}${functionRest(program, deeper(place), { isGenerator }, changes)}`;
}

/** From `extends` to the end of the class. */
export function classBody(program: Program, outer: Place, mayExtend = true): string {
  const { choices } = program;
  const place: Place = { ...outer, strict: true, inGenerator: false, inAsync: false, depth: Math.min(outer.depth, 3) };
  const parents = [...outer.names.classes, ...outer.names.functions.slice(0, 1), 'Array', 'Error', 'null', 'Object'];
  const parent = mayExtend && choices.chance(40) ? choices.pick(parents) : undefined;
  const privates = choices.chance(40) ? [`#${program.name('h')}`] : [];
  const members: string[] = privates.map((name) =>
    choices.weighted<string>([
      [3, () => `${name} = ${initialiser(program, place, [])};`],
      [1, () => `get ${name}() { enter(); log(${program.text()}); return 4; } set ${name}(v) { log('set', v); }`],
      [1, () => `${name}(v) { enter(); log(${program.text()}, v); return v; }`],
      [1, () => `static ${name} = 8;`],
    ]),
  );
  const inside: Place = { ...place, privates: [...place.privates, ...privates] };
  if (choices.chance(55)) members.push(constructorOf(program, inside, parent !== undefined));
  members.push(
    ...choices.list(0, 4, () => {
      const prefix = choices.chance(25) ? 'static ' : '';
      return choices.weighted<string>([
        [4, () => methodOf(program, inside, '', prefix)],
        [3, () => `${prefix}${fieldName(program, inside)} = ${initialiser(program, inside, inside.privates)};`],
        [1, () => methodOf(program, inside, 'get', prefix)],
        [1, () => methodOf(program, inside, 'set', prefix)],
        [
          1,
          () =>
            `static { enter(); ${statements(program, functionPlace(deeper(inside), [], { hasSuper: true, inArrow: true, inFunction: false }), 1, 2)} }`,
        ],
      ]);
    }),
  );
  return `${parent === undefined ? '' : `extends ${parent} `}{ ${members.join(' ')} }`;
}

function constructorOf(program: Program, place: Place, derived: boolean): string {
  const { choices } = program;
  const list = parameters(program, place);
  const inside = functionPlace(place, list.names, { hasSuper: !derived || choices.chance(80) });
  const parts = [`enter(); log(${program.text()}, new.target === undefined);`];
  if (derived && choices.chance(90))
    parts.push(`super(${choices.list(0, 2, () => leaf(program, inside)).join(', ')});`);
  parts.push(statements(program, inside, 0, 3));
  if (choices.chance(10)) parts.push(`return ${choices.pick(['{ a: 1 }', 'undefined', '1'])};`);
  return `constructor(${list.text}) { ${parts.join(' ')} }`;
}

/** `constructor` cannot be a field, and the initialiser can neither use `arguments` nor wait. */
function initialiser(program: Program, place: Place, privates: readonly string[]): string {
  return `(enter(), ${expression(program, { ...functionPlace(place, []), inArrow: true, hasSuper: true, privates, depth: 2 })})`;
}

function fieldName(program: Program, place: Place): string {
  return program.choices.chance(90)
    ? program.choices.pick(['a', 'b', 'c', 'x'])
    : `[${leaf(program, { ...place, inFunction: false, hasSuper: false, privates: [] })}]`;
}
