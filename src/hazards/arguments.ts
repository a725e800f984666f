/**
 * arguments. Free in most forms today; slow are the mapped object (a sloppy function whose parameters it aliases) when it is
 * indexed, and the copies that a rest parameter makes needless.
 *
 * V8: CreateMappedArguments, CreateUnmappedArguments; src/builtins/arguments.tq, ReduceJSCreateArguments.
 */
import type { AnyNode } from '../engine/index.ts';
import { functionAround, isStrict, nameOf, siteOf, variableOf } from './analyzed-program.ts';
import type { AnalyzedProgram, CodeNode, NodeOf, Occurrence } from './analyzed-program.ts';
import { defineHazard } from './define-hazard.ts';
import type { Detection } from './define-hazard.ts';
import { heatOf } from './heat.ts';
import { counted, grouped, inlineCode, runOr, times } from './hover-text.ts';
import type { HoverParts } from './hover-text.ts';
import type { Seen } from './site-evidence.ts';

type SlowForm = 'mappedIndex' | 'copy' | 'iterate' | 'callee';
type FreeForm = 'length' | 'unmapped' | 'noParameters' | 'forward' | 'passed' | 'wrapper' | 'again';

interface ArgumentsUse {
  readonly form: SlowForm | FreeForm;
  readonly functionName: string;
  readonly parameters: readonly string[];
  /** `arguments[2]`: 2. */
  readonly index: number | undefined;
  /** For 'again': it is underlined where it stands first. */
  readonly first?: SlowForm;
  /** The copying expression. */
  readonly text: string;
}

export const argumentsHazard = defineHazard<ArgumentsUse>({
  id: 'arguments',
  title: 'arguments',
  docs: `\`arguments\` no longer keeps a function from being optimised, and passing it on (\`f.apply(this, arguments)\`),
\`arguments.length\`, strict code and functions without named parameters pay nothing. Two forms do. In a sloppy function with
plain parameters, \`arguments[i]\` and the parameters are the same variables, which therefore live on the heap: 24 to 67 times
slower than the parameter, 220 times where the index is beyond what was passed (Node 24). And copies, by \`slice.call\` (50×),
\`[...arguments]\` (440×) or \`Array.from\` (540×): a rest parameter is an array from the start.`,
  examples: {
    bad: [
      { source: 'function second(first) {\n  return arguments[1] + first;\n}\nconsole.log(second(1, 2));' },
      { source: 'function list() {\n  return [...arguments];\n}\nconsole.log(list(1, 2));' },
      {
        source:
          '"use strict";\nfunction list() {\n  return Array.prototype.slice.call(arguments, 1);\n}\nconsole.log(list(1, 2));',
      },
      {
        source:
          'function total(a) {\n  let sum = 0;\n  for (let i = 0; i < arguments.length; i++) sum += arguments[i] + arguments[i] - a;\n  return sum;\n}\nconsole.log(total(1, 2));',
      },
    ],
    good: [
      { source: 'function count() {\n  return arguments.length;\n}\nconsole.log(count(1, 2));' },
      {
        source:
          '"use strict";\nfunction second(first) {\n  return arguments[1] + first;\n}\nconsole.log(second(1, 2));',
      },
      { source: 'function second() {\n  return arguments[1];\n}\nconsole.log(second(1, 2));' },
      { source: 'function forward(f) {\n  return Math.max.apply(null, arguments);\n}\nconsole.log(forward(1, 2));' },
      { source: 'function shadowed(arguments) {\n  return arguments[0];\n}\nconsole.log(shadowed([1]));' },
      { source: 'function list(...items) {\n  return items;\n}\nconsole.log(list(1, 2));' },
    ],
  },
  watches: 'argumentsObject',
  *detect(program) {
    const underlined = new Set<string>();
    for (const occurrence of program.all('Identifier')) {
      const detection = useOf(program, occurrence);
      if (detection === undefined) continue;
      const { form } = detection.data;
      if (!isSlow(form)) {
        yield detection;
        continue;
      }
      const place = `${functionAround(occurrence).end} ${form}`;
      yield underlined.has(place)
        ? { ...detection, data: { ...detection.data, form: 'again', first: form } }
        : detection;
      underlined.add(place);
    }
  },
  judge({ form }, seen) {
    if (!isSlow(form)) return { kind: 'free' };
    const heat = heatOf(seen.isKnown ? seen.count : -1);
    if (heat === 'hot') return { kind: 'finding', severity: 'warning' };
    return { kind: 'finding', severity: heat === 'cold' ? 'information' : 'hint' };
  },
  message({ form, functionName }, seen) {
    const ran = seen.count >= 2 ? ` ${functionName} did it ${times(seen.count)}.` : '';
    switch (form) {
      case 'mappedIndex':
        return `In sloppy code with named parameters, arguments[i] and the parameters are the same variables, kept on the heap.${ran} Use the names, a rest parameter or strict mode.`;
      case 'callee':
        return `arguments.callee hides from V8 which function is called, and strict mode refuses it.${ran} Name the function.`;
      case 'iterate':
        return `Going through arguments makes the object and an iterator.${ran} A rest parameter is an array.`;
      default:
        return `This copies arguments into an array.${ran} A rest parameter is that array already.`;
    }
  },
  hover: (data, seen) => hoverParts(data, seen),
  freeForm: ({ form, first }) => freeText(form, first),
});

const hovers: { readonly [Form in SlowForm]: Omit<HoverParts, 'run' | 'code'> } = {
  mappedIndex: {
    verdict: 'Optimised, but slow: a mapped arguments object aliases the parameters.',
    cost: '24 to 67× the parameter itself, about 220× for an index beyond what was passed (Node 24).',
    free: 'in strict code, in functions without named parameters, and with default or rest parameters: there `arguments[i]` costs what a parameter costs.',
    instead: 'take the rest by name.',
  },
  copy: {
    verdict: 'The copy is what costs, not arguments: no optimisation is lost by passing it on.',
    cost: '`slice.call` 50×, `[...arguments]` 440×, `Array.from` 540× a rest parameter (Node 24).',
    free: '`f.apply(this, arguments)` and `f(...arguments)` copy nothing; a rest parameter that does not leave the function costs nothing at all.',
    instead: 'declare the array as a parameter.',
  },
  iterate: {
    verdict: 'The iterator is what costs: an arguments object has no fast path there.',
    cost: 'about 20 to 40× the same over a rest parameter (Node 24).',
    free: 'an index loop up to `arguments.length` in strict code, or any loop over a rest parameter.',
    instead: 'declare the array as a parameter.',
  },
  callee: {
    verdict: 'The call goes through a property: it cannot be inlined.',
    cost: 'about 8× a recursive call by name (Node 24).',
    free: 'a function expression may have a name, visible only inside.',
    instead: 'call it by that name.',
  },
};

function hoverParts({ form, functionName, parameters, index, text }: ArgumentsUse, seen: Seen): HoverParts {
  const words = hovers[isSlow(form) ? form : 'copy'];
  const isBeyond = index !== undefined && seen.count > 0 && seen.least <= index;
  const run = runOr(seen, () => {
    const made = `${inlineCode(functionName)} made ${counted(seen.count, 'arguments object')}, with ${grouped(seen.sum)} arguments in all`;
    return isBeyond && form === 'mappedIndex'
      ? `${made}; index ${index} was beyond the end at least once, the dearest case.`
      : `${made}.`;
  });
  return { ...words, run, code: codeFor(form, parameters, text) };
}

function codeFor(form: ArgumentsUse['form'], parameters: readonly string[], text: string): string {
  if (form === 'callee') return 'const factorial = function self(n) {\n  return n < 2 ? 1 : n * self(n - 1);\n};';
  const names = [...parameters, '...rest'].join(', ');
  if (form === 'mappedIndex')
    return `function example(${names}) {\n  return rest[0]; // instead of arguments[${parameters.length}]\n}`;
  const short = text.length <= 40 && !text.includes('\n') ? text : '[...arguments]';
  return `function example(...items) {\n  return items; // instead of ${short}\n}`;
}

const freeTexts: { readonly [Form in Exclude<FreeForm, 'again'>]: string } = {
  length:
    'Free: `arguments.length` alone makes no arguments object in optimised code; it costs what `rest.length` costs (Node 24).',
  unmapped:
    'Free: in strict code, or with default, rest or destructured parameters, `arguments` is a plain copy and `arguments[i]` costs what a parameter costs (Node 24).',
  noParameters:
    'Free: without named parameters there is nothing that `arguments[i]` could alias; it costs what a rest parameter costs (Node 24).',
  forward: 'Free: passing all arguments on copies nothing; it is as fast as a direct call (Node 24).',
  passed:
    'Free: handing `arguments` to another function or keeping it no longer prevents optimisation, it costs what a rest array costs (Node 24).',
  wrapper:
    'These are the arguments of the function that Node wraps around a file: exports, require, module, __filename, __dirname.',
};

function freeText(form: ArgumentsUse['form'], first: SlowForm | undefined): string {
  if (form !== 'again') return isSlow(form) ? '' : freeTexts[form];
  return `The same as at the first such use of \`arguments\` in this function: ${hovers[first ?? 'copy'].verdict}`;
}

function isSlow(form: ArgumentsUse['form']): form is SlowForm {
  return Object.hasOwn(hovers, form);
}

function useOf(
  program: AnalyzedProgram,
  occurrence: Occurrence<NodeOf<'Identifier'>>,
): Detection<ArgumentsUse> | undefined {
  const { node, parents } = occurrence;
  const code = functionAround(occurrence);
  const variable = variableOf(node);
  if (variable === undefined || variable !== variable.scope.argumentsVariable) return undefined;
  const parent = parents.at(-1);
  const form = code.type === 'Program' ? 'wrapper' : formOf(node, parent, parents.at(-2), code);
  const range = form === 'length' && parent !== undefined ? parent : node;
  return {
    start: range.start,
    end: range.end,
    site: { ...siteOf(occurrence, code), functionEnd: code.end, isWholeFunction: true },
    data: {
      form,
      functionName: nameOf(code),
      parameters: code.type === 'Program' ? [] : code.params.map((parameter) => program.textOf(parameter)),
      index:
        parent?.type === 'MemberExpression' && parent.property.type === 'Literal'
          ? Number(parent.property.value)
          : undefined,
      text: form === 'copy' && parent !== undefined ? program.textOf(copyAround(parents) ?? parent) : '',
    },
  };
}

function formOf(
  node: AnyNode,
  parent: AnyNode | undefined,
  outer: AnyNode | undefined,
  code: CodeNode,
): ArgumentsUse['form'] {
  switch (parent?.type) {
    case 'MemberExpression':
      if (parent.object !== node) return 'passed';
      if (parent.computed) return indexForm(code);
      if (parent.property.type === 'Identifier' && parent.property.name === 'callee') return 'callee';
      return 'length';
    case 'SpreadElement':
      return outer?.type === 'ArrayExpression' ? 'copy' : 'forward';
    case 'CallExpression':
      if (isCopyingCall(parent, node)) return 'copy';
      return isApply(parent) ? 'forward' : 'passed';
    case 'ForOfStatement':
      return parent.right === node ? 'iterate' : 'passed';
    case 'VariableDeclarator':
      return parent.id.type === 'ArrayPattern' ? 'iterate' : 'passed';
    case 'AssignmentExpression':
      return parent.left.type === 'ArrayPattern' ? 'iterate' : 'passed';
    default:
      return 'passed';
  }
}

function indexForm(code: CodeNode): ArgumentsUse['form'] {
  if (code.type === 'Program') return 'wrapper';
  if (isStrict(code) || code.params.some(({ type }) => type !== 'Identifier')) return 'unmapped';
  return code.params.length === 0 ? 'noParameters' : 'mappedIndex';
}

/** `Array.from(arguments)`, `Array.prototype.slice.call(arguments)`, `[].slice.call(arguments, 1)`, `slice.call(arguments)`. */
function isCopyingCall({ callee, arguments: given }: NodeOf<'CallExpression'>, node: AnyNode): boolean {
  if (given[0] !== node || callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return false;
  const { object, property } = callee;
  if (property.name === 'from') return object.type === 'Identifier' && object.name === 'Array';
  if (property.name !== 'call') return false;
  if (object.type === 'Identifier') return object.name === 'slice';
  return (
    object.type === 'MemberExpression' && object.property.type === 'Identifier' && object.property.name === 'slice'
  );
}

function isApply({ callee }: NodeOf<'CallExpression'>): boolean {
  return (
    callee.type === 'MemberExpression' && callee.property.type === 'Identifier' && callee.property.name === 'apply'
  );
}

function copyAround(parents: readonly AnyNode[]): AnyNode | undefined {
  return parents.findLast(({ type }) => type === 'CallExpression' || type === 'ArrayExpression');
}
