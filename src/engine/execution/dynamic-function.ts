/**
 * `new Function(…)` and its relatives: source text to a closure of the global scope. ECMAScript: CreateDynamicFunction.
 * V8: CreateDynamicFunction in src/builtins/builtins-function.cc.
 */
import { setPrototype } from '../objects/own-properties.ts';
import type { JSObject } from '../objects/js-object.ts';
import type { Value } from '../objects/value.ts';
import { parseFunctionConstructorUnit } from '../parsing/compile-unit.ts';
import { syntaxFailure, type SyntaxFailure } from '../parsing/syntax-errors.ts';
import { prototypeFromConstructor } from './construct.ts';
import { toStringValue } from './conversions.ts';
import { throwError, throwParseFailure } from './errors.ts';
import { sharedFunctionInfoOf } from '../bytecode/shared-function-info.ts';
import type { Isolate } from './isolate.ts';

const kinds = {
  function: { prefix: 'function', prototype: 'Function.prototype' },
  generator: { prefix: 'function*', prototype: 'GeneratorFunction.prototype' },
  async: { prefix: 'async function', prototype: 'AsyncFunction.prototype' },
  asyncGenerator: { prefix: 'async function*', prototype: 'AsyncGeneratorFunction.prototype' },
} as const;

export type DynamicFunctionKind = keyof typeof kinds;

export function createDynamicFunction(
  isolate: Isolate,
  kind: DynamicFunctionKind,
  args: readonly Value[],
  newTarget: JSObject | undefined,
): JSObject {
  const texts = args.map((value) => toStringValue(isolate, value));
  const body = texts.pop() ?? '';
  const parameters = texts.join(',');
  const { prefix, prototype } = kinds[kind];
  // The parameters must be complete by themselves; a body that closes the function leaves more than one function expression.
  const source = assemble(prefix, parameters, body);
  const script = isolate.addEvalScript(source, true);
  const failure =
    parameters !== '' && !parses(assemble(prefix, parameters, ''))
      ? argumentFailure(prefix, parameters, body, source)
      : undefined;
  if (failure !== undefined) throwParseFailure(isolate, script, failure);
  const unit = parseFunctionConstructorUnit(script);
  if (!unit.ok) {
    if (unit.error.kind === 'unsupported') return throwError(isolate, 'Error', unit.error.message);
    return throwParseFailure(isolate, script, unit.error);
  }
  const closure = isolate.newClosure(sharedFunctionInfoOf(unit.literal, script), undefined);
  if (newTarget !== undefined) {
    const wanted = prototypeFromConstructor(isolate, newTarget, prototype);
    setPrototype(closure, wanted);
  }
  return closure;
}

function assemble(prefix: string, parameters: string, body: string): string {
  return `(${prefix} anonymous(${parameters}\n) {\n${body}\n})`;
}

/** Parameters that are no whole list. V8: Parser::ParseFunction, where it compares with parameters_end_pos. */
function argumentFailure(prefix: string, parameters: string, body: string, source: string): SyntaxFailure | undefined {
  const start = startOfParameters(prefix);
  const early = (offset: number): SyntaxFailure =>
    syntaxFailure(source, 'SyntaxError: Arg string terminates parameters early', start + offset);
  const comment = openComment(prefix, parameters);
  if (comment === undefined) {
    const end = endEarly(prefix, parameters);
    return end === undefined ? undefined : early(end);
  }
  if (body.includes('*/')) {
    const end = start + parameters.length;
    return syntaxFailure(source, 'SyntaxError: Unexpected end of arg string', end, end + 2);
  }
  return parses(assemble(prefix, comment, '')) && !/(^|,)\s*$/.test(comment) ? early(comment.length) : undefined;
}

function startOfParameters(prefix: string): number {
  return assemble(prefix, '', '').indexOf('\n');
}

/** What stands before a comment that the parameters do not close. */
function openComment(prefix: string, parameters: string): string | undefined {
  const at = parameters.lastIndexOf('/*');
  if (at < 0 || parameters.includes('*/', at)) return undefined;
  const before = parameters.slice(0, at);
  return endEarly(prefix, before) === undefined ? before : undefined;
}

/**
 * Where the list of parameters ends, if before the text does: at a parenthesis, or where something stands that cannot go on with
 * it. Where neither is so, the error is in a parameter.
 */
function endEarly(prefix: string, parameters: string): number | undefined {
  for (let at = parameters.indexOf(')'); at >= 0; at = parameters.indexOf(')', at + 1)) {
    if (parses(assemble(prefix, parameters.slice(0, at), ''))) return at;
  }
  const unit = parseUnit(assemble(prefix, parameters, ''));
  const end = unit.ok ? 0 : unit.error.offset - startOfParameters(prefix);
  const before = parameters.slice(0, Math.max(0, end)).trimEnd();
  const endsThere = before !== '' && end < parameters.length && !before.endsWith(',');
  return endsThere && parses(assemble(prefix, before, '')) ? end : undefined;
}

function parses(source: string): boolean {
  return parseUnit(source).ok;
}

function parseUnit(source: string): ReturnType<typeof parseFunctionConstructorUnit> {
  return parseFunctionConstructorUnit({ id: -1, name: '', kind: 'eval', source, lineOffset: 0 });
}
