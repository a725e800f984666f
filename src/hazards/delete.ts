/**
 * delete. A successful delete of a named property turns the object into a dictionary, for good; of an array element it
 * leaves a hole; of a variable it does nothing.
 *
 * V8: JSReceiver::DeleteProperty, LookupIterator::Delete in src/objects/lookup.cc. Up to V8 11.8 (Node 21) deleting the
 * property that was added last rolled the hidden class back; since then no delete does.
 */
import { deleteEffects } from '../protocol/events.ts';
import type { DeleteEffect } from '../protocol/events.ts';
import type { AnyNode } from '../engine/index.ts';
import { isGlobal, siteOf } from './analyzed-program.ts';
import type { AnalyzedProgram, NodeOf } from './analyzed-program.ts';
import { defineHazard } from './define-hazard.ts';
import { heatOf } from './heat.ts';
import { grouped, inlineCode, quoted, runOr, times } from './hover-text.ts';
import type { HoverParts } from './hover-text.ts';
import type { Seen } from './site-evidence.ts';

export interface DeleteForm {
  readonly form: 'named' | 'computed' | 'element' | 'variable' | 'exotic';
  /** The property or variable, where the text names it. */
  readonly key: string | undefined;
  readonly object: string;
  /** Computed keys: the object is a class instance or a literal with properties, no table. */
  readonly isRecord: boolean;
}

export const deleteHazard = defineHazard<DeleteForm>({
  id: 'delete',
  title: 'delete',
  docs: `Since Node 22 every \`delete\` of an existing named property puts the object into dictionary mode, also of the property
that was added last, and nothing brings it back. The object's reads and writes take 10 to 27 times as long from then on;
creating an object and deleting from it takes 260 to 590 times as long as creating it (Node 24). The function with the delete
in it is optimised as any other. Deleting what is not there changes nothing. An object that serves as a table, with keys coming
and going, is a dictionary anyway: there \`delete\` is right, and a \`Map\` is about as fast. \`delete array[i]\` leaves a hole.`,
  examples: {
    bad: [
      { source: 'const user = { name: "Ada", email: "ada@example.org" };\ndelete user.email;\nconsole.log(user);' },
      {
        source:
          'function strip(user) {\n  delete user["password"];\n  return user;\n}\nconsole.log(strip({ name: "Ada", password: "x" }));',
      },
      { source: 'const list = [1, 2, 3];\ndelete list[1];\nconsole.log(list.length);' },
      {
        source: 'function drop(list, index) {\n  delete list[index];\n}\ndrop([1, 2], 0);',
        run: [{ event: 'deleteProperty', at: 'delete', detail: 'hole', times: 1 }],
      },
      { source: 'var counter = 1;\nconsole.log(delete counter);' },
    ],
    good: [
      { source: 'const { email, ...rest } = { name: "Ada", email: "ada@example.org" };\nconsole.log(rest, email);' },
      { source: 'const cache = {};\nfunction forget(key) {\n  delete cache[key];\n}\ncache.a = 1;\nforget("a");' },
      { source: 'delete process.env.HOME_OF_NOBODY;' },
      { source: 'const table = Object.create(null);\ntable.a = 1;\ndelete table.a;\nconsole.log("a" in table);' },
    ],
  },
  watches: 'deleteProperty',
  *detect(program) {
    for (const occurrence of program.all('UnaryExpression')) {
      const { node } = occurrence;
      const data = formOf(program, node.argument);
      if (data === undefined) continue;
      const site = siteOf(occurrence);
      yield {
        start: node.start,
        end: node.start + 'delete'.length,
        site: data.key === undefined ? site : { ...site, key: data.key },
        data,
      };
    }
  },
  judge(data, seen) {
    const dictionaries = seen.details.get('dictionary') ?? 0;
    switch (data.form) {
      case 'exotic':
        return { kind: 'free' };
      case 'variable':
        return { kind: 'finding', severity: 'hint' };
      case 'element':
        return { kind: 'finding', severity: holes(seen) > 0 ? 'information' : 'hint' };
      case 'computed':
        if (holes(seen) > 0) return { kind: 'finding', severity: 'information' };
        // One object that turns into a dictionary is a table finding its form; several are records losing theirs.
        if (dictionaries >= 2 || (dictionaries === 1 && data.isRecord)) return { kind: 'finding', severity: 'hint' };
        return { kind: 'free' };
      case 'named':
        if (holes(seen) > 0 || dictionaries === 0) return { kind: 'finding', severity: 'hint' };
        return { kind: 'finding', severity: heatOf(dictionaries) === 'hot' ? 'warning' : 'information' };
    }
  },
  message(data, seen) {
    const { form, key } = data;
    if (form === 'variable')
      return `delete does not remove a variable: ${quoted(key ?? '')} stays, the result is false. Assign undefined.`;
    if (form === 'element' || holes(seen) > 0)
      return 'delete leaves a hole in the array and its length as it is. Use splice, pop or filter.';
    const dictionaries = seen.details.get('dictionary') ?? 0;
    if (form === 'computed')
      return `${objects(dictionaries)} became a dictionary at this delete. If the object is a table of keys, a Map says so.`;
    const property = quoted(key ?? 'a property');
    if (dictionaries > 0) {
      return `Deleting ${property} turned ${objects(dictionaries).toLowerCase()} into a dictionary: later reads and writes are slow. Build a copy without it, or assign undefined.`;
    }
    return `Deleting ${property} turns the object into a dictionary: later reads and writes are slow. Build a copy without it, or assign undefined.`;
  },
  hover: (data, seen) => hoverParts(data, seen),
  freeForm(data, seen) {
    if (data.form === 'exotic')
      return `Free: ${inlineCode(data.object)} has no fast properties that a delete could cost it.`;
    const known = seen.details.has('alreadyDictionary') ? ' It was in dictionary mode already.' : '';
    return `An object with computed keys that come and go is a table; dictionary mode is right for it, and a \`Map\` is only 1 to 1.6× faster (Node 24).${known}`;
  },
});

function hoverParts(data: DeleteForm, seen: Seen): HoverParts {
  const run = runOr(seen, () => `delete ran ${times(seen.count)}: ${effectsText(seen)}.`);
  if (data.form === 'variable') {
    return {
      verdict: 'Removes properties, never variables, functions or parameters.',
      run: seen.isKnown ? 'the variable kept its value.' : 'nothing is known, the file did not run.',
      cost: 'none, and no effect; strict code refuses it as a syntax error.',
      free: 'a global that was made by mere assignment is a property of the global object and can be deleted.',
      instead: 'let the value go; the variable goes with its scope.',
      code: `${data.key ?? 'name'} = undefined;`,
    };
  }
  if (data.form === 'element' || holes(seen) > 0) {
    return {
      verdict: 'The array stays an array with fast elements, but holey for good.',
      run,
      cost: 'reads take 1.1 to 2.1× as long on holey elements (Node 24); the surprise is rather that `length` does not change.',
      free: 'no array is slowed by `splice`, `pop`, `shift` or `filter`.',
      instead: 'take the element out so that the others close up.',
      code: `${data.object}.splice(index, 1); // or: ${data.object}.filter((item) => item !== unwanted)`,
    };
  }
  const key = data.key !== undefined && /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(data.key) ? data.key : undefined;
  return {
    verdict: 'The object loses its hidden class for good; the function around is optimised all the same.',
    run,
    cost: 'reads and writes of this object take 10 to 27× as long from now on; create and delete takes 260 to 590× as long as create alone (Node 24). Since Node 22 this holds for the last property, too.',
    free: 'deleting what is not there, and objects that are dictionaries anyway, such as tables and `Object.create(null)`.',
    instead:
      data.form === 'computed'
        ? 'a Map, where keys come and go.'
        : 'copy what stays: the copy has fast properties. Or keep the property and assign `undefined`, if nobody asks whether it is there.',
    code:
      data.form === 'computed'
        ? 'const table = new Map();\ntable.set(key, value);\ntable.delete(key);'
        : `const { ${key ?? `${JSON.stringify(data.key ?? 'key')}: removed`}, ...rest } = ${data.object};\n${key === undefined ? '' : `// or: ${data.object}.${key} = undefined;`}`.trimEnd(),
  };
}

function effectsText({ details }: Seen): string {
  return [...details]
    .map(
      ([effect, count]) => `${deleteEffects[effect as DeleteEffect]}${details.size > 1 ? ` (${grouped(count)}×)` : ''}`,
    )
    .join('; ');
}

function holes({ details }: Seen): number {
  return (details.get('hole') ?? 0) + (details.get('element') ?? 0);
}

function objects(count: number): string {
  return count === 1 ? 'An object' : `Each of ${grouped(count)} objects`;
}

/** The form of `delete argument`; undefined for what is neither property nor variable. */
function formOf(program: AnalyzedProgram, argument: AnyNode): DeleteForm | undefined {
  if (argument.type === 'ChainExpression') return formOf(program, argument.expression);
  if (argument.type === 'Identifier') return variableForm(argument);
  if (argument.type !== 'MemberExpression' || argument.object.type === 'Super') return undefined;
  const { object, property } = argument;
  const objectText = program.textOf(object);
  const known = program.knownValue(object);
  const base = {
    object: objectText.length <= 30 && !objectText.includes('\n') ? objectText : 'object',
    isRecord: isRecord(known),
  };
  const key = keyOf(argument);
  if (isDictionaryByNature(objectText, known)) return { ...base, form: 'exotic', key };
  if (key === undefined)
    return {
      ...base,
      form: known?.type === 'ArrayExpression' && property.type !== 'Literal' ? 'element' : 'computed',
      key,
    };
  return { ...base, form: /^(0|[1-9]\d*)$/.test(key) ? 'element' : 'named', key };
}

function variableForm(argument: NodeOf<'Identifier'>): DeleteForm | undefined {
  // A name that nobody declares is, if anything, a property of the global object.
  return isGlobal(argument)
    ? undefined
    : { form: 'variable', key: argument.name, object: argument.name, isRecord: false };
}

function keyOf({ computed, property }: NodeOf<'MemberExpression'>): string | undefined {
  if (!computed) return property.type === 'Identifier' ? property.name : undefined;
  if (property.type !== 'Literal') return undefined;
  return typeof property.value === 'string' || typeof property.value === 'number' ? String(property.value) : undefined;
}

function isDictionaryByNature(objectText: string, known: AnyNode | undefined): boolean {
  if (['process.env', 'require.cache', 'globalThis', 'global', 'window', 'self'].includes(objectText)) return true;
  if (known?.type === 'CallExpression') {
    const { callee, arguments: given } = known;
    const [prototype] = given;
    const isCreate =
      callee.type === 'MemberExpression' && callee.object.type === 'Identifier' && callee.object.name === 'Object';
    return (
      isCreate &&
      callee.property.type === 'Identifier' &&
      callee.property.name === 'create' &&
      prototype?.type === 'Literal' &&
      prototype.value === null
    );
  }
  return known?.type === 'ObjectExpression' && known.properties.some(isNullPrototype);
}

function isNullPrototype(property: AnyNode): boolean {
  if (property.type !== 'Property' || property.computed || property.shorthand) return false;
  const { key, value } = property;
  const name = key.type === 'Identifier' ? key.name : key.type === 'Literal' ? key.value : undefined;
  return name === '__proto__' && value.type === 'Literal' && value.value === null;
}

function isRecord(known: AnyNode | undefined): boolean {
  if (known?.type === 'NewExpression') return true;
  return known?.type === 'ObjectExpression' && known.properties.length > 0;
}
