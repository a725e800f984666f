/**
 * `new Function(…)` and its relatives: source text to a closure of the global scope. ECMAScript: CreateDynamicFunction.
 * V8: CreateDynamicFunction in src/builtins/builtins-function.cc.
 */
import type { JSObject } from '../objects/js-object.ts';
import type { Value } from '../objects/value.ts';
import { parseFunctionConstructorUnit } from '../parsing/compile-unit.ts';
import { prototypeFromConstructor } from './construct.ts';
import { toStringValue } from './conversions.ts';
import { throwError, throwParseFailure, throwSyntaxError } from './errors.ts';
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
  const source = assemble(prefix, parameters, body);
  const script = isolate.addEvalScript(source, true);
  const unit = parseFunctionConstructorUnit(script);
  if (!unit.ok) {
    if (unit.error.kind === 'unsupported') return throwError(isolate, 'Error', unit.error.message);
    return throwParseFailure(isolate, unit.error.message);
  }
  // The parameters must be complete by themselves; a body that closes the function leaves more than one function expression.
  if (unit.ok && parameters !== '' && !parses(assemble(prefix, parameters, ''))) {
    throwSyntaxError(
      isolate,
      parameters.includes('/*') ? 'Unexpected end of arg string' : 'Arg string terminates parameters early',
    );
  }
  const closure = isolate.newClosure(sharedFunctionInfoOf(unit.literal, script), undefined);
  if (newTarget !== undefined) {
    const wanted = prototypeFromConstructor(isolate, newTarget, prototype);
    closure.hiddenClass = closure.hiddenClass.withPrototype(wanted);
  }
  return closure;
}

function assemble(prefix: string, parameters: string, body: string): string {
  return `(${prefix} anonymous(${parameters}\n) {\n${body}\n})`;
}

function parses(source: string): boolean {
  return parseFunctionConstructorUnit({ id: -1, name: '', kind: 'eval', source, lineOffset: 0 }).ok;
}
