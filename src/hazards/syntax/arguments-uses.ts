/**
 * The uses of `arguments` in a program, each in its form: free, slow because it is mapped, or a copy.
 *
 * V8: CreateMappedArguments, CreateUnmappedArguments; src/builtins/arguments.tq, ReduceJSCreateArguments.
 */
import type { AnyNode } from '../../engine/index.ts';
import { functionAround, isStrict, nameOf, siteOf, variableOf } from '../analyzed-program.ts';
import type { AnalyzedProgram, CodeNode, NodeOf, Occurrence } from '../analyzed-program.ts';
import type { Detection } from '../define-hazard.ts';

const mappedForms = ['mappedIndex', 'callee'] as const;
const copyingForms = ['copy', 'iterate'] as const;
export type MappedForm = (typeof mappedForms)[number];
export type CopyingForm = (typeof copyingForms)[number];
type SlowForm = MappedForm | CopyingForm;
type FreeForm = 'length' | 'unmapped' | 'noParameters' | 'forward' | 'passed' | 'wrapper' | 'again';

export interface ArgumentsUse {
  readonly form: SlowForm | FreeForm;
  readonly functionName: string;
  readonly code: CodeNode;
  readonly parameters: readonly string[];
  /** `arguments[2]`: 2. */
  readonly index: number | undefined;
  /** For 'again': it is underlined where it stands first. */
  readonly first?: SlowForm;
  /** The copying expression. */
  readonly text: string;
}

export function* argumentsUses(program: AnalyzedProgram): Iterable<Detection<ArgumentsUse>> {
  const underlined = new Set<string>();
  for (const occurrence of program.all('Identifier')) {
    const detection = useOf(program, occurrence);
    if (detection === undefined) continue;
    const { form } = detection.data;
    if (!isMapped(form) && !isCopying(form)) {
      yield detection;
      continue;
    }
    const place = `${functionAround(occurrence).end} ${form}`;
    yield underlined.has(place) ? { ...detection, data: { ...detection.data, form: 'again', first: form } } : detection;
    underlined.add(place);
  }
}

export function isMapped(form: string | undefined): form is MappedForm {
  return (mappedForms as readonly (string | undefined)[]).includes(form);
}

export function isCopying(form: string | undefined): form is CopyingForm {
  return (copyingForms as readonly (string | undefined)[]).includes(form);
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
      code,
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
