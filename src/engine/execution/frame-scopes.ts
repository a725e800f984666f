/**
 * The scopes that are entered at a place of a frame's function, and what their variables hold: for those who look at a
 * frame from outside. Never runs guest code. V8: ScopeIterator (src/debug/debug-scopes.cc).
 */
import { bytecodeNames, decodedLengths } from '../bytecode/bytecodes.ts';
import { parameterRegister } from '../bytecode/registers.ts';
import { Context } from '../objects/context.ts';
import { FunctionData } from '../objects/internal-slots.ts';
import { lookupOwn, PropertyLookup } from '../objects/lookup.ts';
import { theHole, type Value } from '../objects/value.ts';
import type { Scope, Variable } from '../parsing/scopes.ts';
import { innermostScope } from './evaluate.ts';
import type { Frame } from './frame.ts';
import { resumeState } from './generators.ts';
import type { Isolate } from './isolate.ts';
import { moduleVariableValue } from './module-environment.ts';
import { framePosition, suspendedPosition } from './stack-trace.ts';

export interface FrameScope {
  readonly scope: Scope;
  /** Undefined where the scope needs none, or its context is not made yet. */
  readonly context: Context | undefined;
}

/** The context that the frame's function was made in. Scripts and modules get their own before they are called. */
export function outerContext(frame: Frame): Context | undefined {
  const { context } = frame.closure.internal as FunctionData;
  return context?.scopeInfo.scope === frame.shared.literal.scope ? undefined : context;
}

/** Those of the frame's own function, the innermost first, the function's the last. */
export function frameScopes(frame: Frame): FrameScope[] {
  const functionScope = frame.shared.literal.scope;
  const contexts = new Map<Scope, Context>();
  const outer = outerContext(frame);
  for (let context = currentContext(frame); context !== undefined && context !== outer; context = context.previous)
    contexts.set(context.scopeInfo.scope, context);
  const path = pathBetween(innermostScope(frame, scopePosition(frame)), functionScope);
  // The context tells what has been entered: between blocks the position is that of either.
  const [entered] = contexts.keys();
  const scopes =
    entered === undefined || path.includes(entered) || entered === functionScope
      ? path.slice(path.findLastIndex((scope) => isNotEntered(scope, contexts, functionScope)) + 1)
      : pathBetween(entered, functionScope);
  return scopes.map((scope) => ({ scope, context: contexts.get(scope) }));
}

function isNotEntered(scope: Scope, contexts: ReadonlyMap<Scope, Context>, functionScope: Scope): boolean {
  return scope !== functionScope && scope.needsContext && !contexts.has(scope);
}

function pathBetween(inner: Scope, outer: Scope): Scope[] {
  const path = [inner];
  for (let scope = inner; scope !== outer && scope.outer !== undefined; scope = scope.outer) path.push(scope.outer);
  return path;
}

/** What a suspended function had in its registers is put back by its second bytecode. */
function isRestored(frame: Frame): boolean {
  const { generator } = frame;
  return generator === undefined || resumeState(generator).saved.length === 0;
}

function currentContext(frame: Frame): Context | undefined {
  return isRestored(frame) ? frame.context : resumeState(frame.generator!).savedContext;
}

function scopePosition(frame: Frame): number {
  return isRestored(frame) ? framePosition(frame) : suspendedPosition(frame.generator!);
}

/** The instruction that runs next in the frame on top, or calls in those below. */
export function bytecodeNameAt({ bytecode: { code }, pc }: Frame): string {
  const name = bytecodeNames[code[pc]!]!;
  return name === 'StatementMarker' ? bytecodeNames[code[pc + decodedLengths[code[pc]!]!]!]! : name;
}

/** What a register of the frame holds; parameters have the numbers of `parameterRegister`. */
export function registerValue(isolate: Isolate, frame: Frame, register: number): Value {
  if (isRestored(frame)) return isolate.interpreter.stack[frame.base + register];
  const { saved } = resumeState(frame.generator!);
  return saved[register - parameterRegister(0, frame.bytecode.parameterCount)];
}

/** The register of a parameter or of a local that lives in one. */
export function registerOf(frame: Frame, variable: Variable): number | undefined {
  if (variable.location === 'local') return variable.index;
  const index = variable.location === 'parameter' ? variable.index : variable.scope.parameters.lastIndexOf(variable);
  if (index < 0 && !variable.isThis) return undefined;
  return parameterRegister(index + 1, frame.bytecode.parameterCount);
}

/** What a variable of an entered scope holds; the hole before it is initialised. Undefined: it has no place. */
export function variableValue(
  isolate: Isolate,
  frame: Frame,
  variable: Variable,
  context: Context | undefined,
): { readonly value: Value } | undefined {
  switch (variable.location) {
    case 'context':
      if (context !== undefined) return { value: context.slots[variable.index] };
      break;
    case 'module':
      return { value: moduleVariableValue(currentContext(frame), variable.index) };
    case 'lookup':
      return undefined;
    default:
      if (variable.isGlobalObjectProperty) return globalValue(isolate, variable.name);
  }
  const register = registerOf(frame, variable);
  if (register === undefined) return variable.location === 'context' ? { value: theHole } : undefined;
  const value = registerValue(isolate, frame, register);
  // Contexts lie in registers too; no variable has one as its value.
  const isContext: boolean = (value as unknown) instanceof Context;
  if (isContext) return { value: undefined };
  // The code leaves the hole out where nothing in it would see it.
  const isBefore = variable.isLexical && value === undefined && scopePosition(frame) <= variable.initializerPosition;
  return { value: isBefore ? theHole : value };
}

/** Vars and functions of a classic script are properties of the global object. */
function globalValue(isolate: Isolate, name: string): { readonly value: Value } | undefined {
  const found = new PropertyLookup();
  if (!lookupOwn(found, isolate.realm.globalObject, name) || found.isAccessor) return undefined;
  return { value: found.value as Value };
}
