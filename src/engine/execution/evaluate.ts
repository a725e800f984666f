/** Compiling and running source text: scripts, CommonJS files, eval. V8: src/codegen/compiler.cc, api.cc. */
import type { Script } from '../parsing/script.ts';
import { type SharedFunctionInfo, sharedFunctionInfoOf } from '../bytecode/shared-function-info.ts';
import type { Context } from '../objects/context.ts';
import { FunctionData } from '../objects/internal-slots.ts';
import { JSObject } from '../objects/js-object.ts';
import type { Value } from '../objects/value.ts';
import { parseEvalUnit, parseScriptUnit, parseWrappedUnit, type UnitResult } from '../parsing/compile-unit.ts';
import type { Scope } from '../parsing/scopes.ts';
import { FeedbackCell } from '../ic/feedback-cell.ts';
import { throwError, throwParseFailure } from './errors.ts';
import type { Frame } from './frame.ts';
import { checkGlobalDeclarations, newScriptContext } from './globals.ts';
import type { Isolate } from './isolate.ts';

export type CompiledProgram =
  | { readonly ok: true; readonly closure: JSObject; readonly script: Script }
  | { readonly ok: false; readonly error: UnitError; readonly script: Script };
export type UnitError = Extract<UnitResult, { ok: false }>['error'];

/** A classic script, to be called without arguments. */
export function compileScript(isolate: Isolate, name: string, source: string): CompiledProgram {
  const script = isolate.addScript(name, 'main', source);
  return toProgram(isolate, script, parseScriptUnit(script));
}

/** A CommonJS file, to be called with the values of its parameters. */
export function compileWrapped(
  isolate: Isolate,
  name: string,
  source: string,
  parameters: readonly string[],
): CompiledProgram {
  const script = isolate.addScript(name, 'main', source);
  return toProgram(isolate, script, parseWrappedUnit(script, parameters));
}

function toProgram(isolate: Isolate, script: Script, unit: UnitResult): CompiledProgram {
  if (!unit.ok) return { ok: false, error: unit.error, script };
  return { ok: true, closure: isolate.newClosure(sharedFunctionInfoOf(unit.literal, script), undefined), script };
}

/** Calls what `compileScript` made. V8: Execution::CallScript. */
export function callScript(isolate: Isolate, closure: JSObject): Value {
  const data = closure.internal as FunctionData;
  const { scope } = data.shared!.literal;
  if (scope.needsContext) data.context = newScriptContext(isolate, scope.scopeInfo!);
  return isolate.callNested(closure, isolate.realm.globalObject, []);
}

/** Indirect eval: the code's closure in the global scope. */
export function compileIndirectEval(isolate: Isolate, source: string): JSObject {
  return evalClosure(isolate, isolate.addEvalScript(source, false), undefined, false, undefined);
}

/** ResolvePossiblyDirectEval: what the call site at `position` calls. */
export function resolvePossiblyDirectEval(
  isolate: Isolate,
  callee: Value,
  argument: Value,
  isStrict: boolean,
  position: number,
): Value {
  const frame = isolate.currentFrame!;
  if (callee !== isolate.realm.intrinsics.get('eval') || typeof argument !== 'string') return callee;
  const scope = innermostScope(frame, position);
  return evalClosure(isolate, isolate.addEvalScript(argument, false), scope, isStrict, frame.context);
}

/** By the text: the innermost scope of the frame's function around a position. */
export function innermostScope(frame: Frame, position: number): Scope {
  let scope = frame.shared.literal.scope;
  for (;;) {
    const inner: Scope | undefined = scope.inner.find(
      (candidate) => candidate.start <= position && position < candidate.end && isPlain(candidate),
    );
    if (inner === undefined) return scope;
    scope = inner;
  }
}

/** Inner functions are other frames. */
function isPlain(scope: Scope): boolean {
  return scope.type !== 'function' && scope.type !== 'eval';
}

/** Whether vars of this eval code are properties of the global object. */
function declaresGlobals(evalScope: Scope): boolean {
  let scope: Scope | undefined = evalScope;
  while (scope !== undefined && !scope.isStrict && (scope.type === 'eval' || !scope.isDeclarationScope)) {
    scope = scope.outer;
  }
  return scope?.type === 'script';
}

/** The closure of eval code that sees what is in `context`, whose scope is `outer`. Throws the guest's SyntaxError. */
export function evalClosure(
  isolate: Isolate,
  script: Script,
  outer: Scope | undefined,
  isStrict: boolean,
  context: Context | undefined,
): JSObject {
  const unit = parseEvalUnit(script, outer, { isStrict });
  if (!unit.ok) {
    if (unit.error.kind === 'unsupported') throwError(isolate, 'Error', unit.error.message);
    throwParseFailure(isolate, script, unit.error);
  }
  if (declaresGlobals(unit.literal.scope)) checkGlobalDeclarations(isolate, unit.literal.scope);
  const shared: SharedFunctionInfo = sharedFunctionInfoOf(unit.literal, script);
  isolate.listener?.directEval(shared);
  const closure = new JSObject(isolate.realm.functionHiddenClass('eval'));
  const data = new FunctionData(isolate.realm);
  data.shared = shared;
  data.context = context;
  data.feedbackCell = new FeedbackCell();
  closure.internal = data;
  return closure;
}
