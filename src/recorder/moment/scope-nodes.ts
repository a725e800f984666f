/**
 * The scopes of a frame with their variables, as V8's inspector lists them. V8: ScopeIterator and DebugScopeIterator
 * (src/debug/debug-scopes.cc, debug-scope-iterator.cc).
 */
import {
  bytecodeNameAt,
  type Context,
  FunctionData,
  type Frame,
  type FrameScope,
  frameScopes,
  type Isolate,
  keyToDisplay,
  lookupOwn,
  moduleVariableValue,
  outerContext,
  ownKeys,
  parameterRegister,
  PropertyLookup,
  type Realm,
  receiverOf,
  registerName,
  registerValue,
  type Scope,
  type Value,
  variableValue,
  type Variable,
} from '../../engine/index.ts';
import type { ScopeKind } from '../../protocol/moment.ts';
import type { StandingRun } from './inspection.ts';
import { internalNode, noContents, registerNode, type ValueNode, variableNode } from './value-nodes.ts';

export interface ScopeNode extends ValueNode {
  readonly kind: ScopeKind;
  /** The part of the frame's script that it covers. */
  readonly range?: { readonly start: number; readonly end: number };
  readonly isExpensive?: boolean;
}

/** Of a frame by its index; of no frame (-1) the global ones. The registers come last. */
export function scopeNodes(standing: StandingRun, frameIndex: number): ScopeNode[] {
  const { isolate, frames } = standing;
  const frame = frames[frameIndex];
  if (frame === undefined) return globalScopes(isolate.mainRealm);
  const { realm } = frame.closure.internal as FunctionData;
  if (frame.shared.script.kind === 'builtin') return [...globalScopes(realm as Realm), registerScope(standing, frame)];
  const seen = new Set<string>();
  const inner = ownScopes(standing, frameIndex, seen);
  const outer = contextScopes(outerContext(frame), realm as Realm, seen);
  return [...inner, ...outer, registerScope(standing, frame)];
}

/** The first of them: those of the frame's own function. Builtins have none. */
export function ownScopes(standing: StandingRun, frameIndex: number, seen = new Set<string>()): ScopeNode[] {
  const frame = standing.frames[frameIndex];
  if (frame === undefined || frame.shared.script.kind === 'builtin') return [];
  return frameScopes(frame).flatMap((scope) => frameScope(standing, frame, scope, seen));
}

/** What a function sees from outside: the contexts that it was made in, then what is global. */
export function contextScopes(context: Context | undefined, realm: Realm, seen = new Set<string>()): ScopeNode[] {
  const result: ScopeNode[] = [];
  for (let current = context; current !== undefined; current = current.previous) {
    if (current.scopeInfo.kind !== 'script' && !current.scopeInfo.scope.isHidden)
      result.push(...contextScope(current, seen));
  }
  return [...result, ...globalScopes(realm, seen)];
}

// ---------------------------------------------------------------------------------------------------------------------
// In the frame's function

const ownKinds: Readonly<Record<Scope['type'], { readonly name: string; readonly kind: ScopeKind }>> = {
  function: { name: 'Local', kind: 'locals' },
  block: { name: 'Block', kind: 'block' },
  class: { name: 'Block', kind: 'block' },
  catch: { name: 'Catch', kind: 'catch' },
  with: { name: 'With', kind: 'with' },
  eval: { name: 'Eval', kind: 'locals' },
  module: { name: 'Module', kind: 'module' },
  script: { name: 'Script', kind: 'script' },
};

function frameScope(standing: StandingRun, frame: Frame, entry: FrameScope, seen: Set<string>): ScopeNode[] {
  const { isolate } = standing;
  const { scope, context } = entry;
  // All scripts share one, which comes later.
  if (scope.type === 'script' || scope.isHidden) return [];
  const { name, kind } = ownKinds[scope.type];
  const range = scope.start >= 0 && scope.end > scope.start ? { range: { start: scope.start, end: scope.end } } : {};
  if (scope.type === 'with') return [{ name, kind, value: context?.extension, ...range }];
  const nodes = variablesOf(scope).flatMap((variable) => {
    const found = variableValue(isolate, frame, variable, context);
    if (found === undefined) return [];
    const node = nodeOf(variable.name, found.value, variable.mode === 'const' || variable.isImport, seen);
    return [scope.parameters.includes(variable) ? { ...node, isParameter: true } : node];
  });
  nodes.push(...addedByEval(context, seen));
  const special = scope === frame.shared.literal.scope ? ownNodes(standing, frame, scope) : [];
  if (nodes.length === 0 && kind !== 'locals' && special.length === 0) return [];
  return [{ name, kind, value: undefined, ...listOf([...special, ...nodes]), ...range }];
}

/** As V8 shows them: in the order of their declaration, without those of the engine's own making. */
function variablesOf(scope: Scope): Variable[] {
  const own = scope.functionVariable;
  const all = [...(own === undefined ? [] : [own]), ...scope.locals];
  return all.filter(
    ({ name, isThis, isDynamic, mode }) => !isThis && !isDynamic && mode !== 'temporary' && /^[^.#]/u.test(name),
  );
}

/** `this`, and what is about to be returned. */
function ownNodes(standing: StandingRun, frame: Frame, scope: Scope): ValueNode[] {
  const nodes: ValueNode[] = [];
  const receiver = receiverNode(standing.isolate, frame, scope);
  if (receiver !== undefined) nodes.push(receiver);
  const { accumulator, frames } = standing;
  if (accumulator !== undefined && frames[0] === frame && bytecodeNameAt(frame) === 'Return')
    nodes.push(internalNode('Return value', accumulator.value));
  return nodes;
}

function receiverNode(isolate: Isolate, frame: Frame, scope: Scope): ValueNode | undefined {
  const { receiver } = scope;
  if (receiver === undefined) return thisAround(isolate, frame);
  const inContext = receiver.location === 'context' ? frameScopes(frame).at(-1)?.context : undefined;
  const found = inContext === undefined ? undefined : inContext.slots[receiver.index];
  const local = receiver.location === 'local' ? registerValue(isolate, frame, receiver.index) : undefined;
  return variableNode('this', found ?? local ?? receiverOf(isolate, frame), true, 'this');
}

/** Of arrow functions and eval code: where one of them uses it, the function around keeps it in its context. */
function thisAround(isolate: Isolate, frame: Frame): ValueNode | undefined {
  let around: Scope | undefined = frame.shared.literal.scope;
  while (around !== undefined && around.receiver === undefined) around = around.outer;
  if (around === undefined || around.type === 'script')
    return variableNode('this', isolate.realm.globalObject, true, 'this');
  const { receiver } = around;
  for (let context = frame.context; receiver?.location === 'context' && context; context = context.previous)
    if (context.scopeInfo.scope === around) return variableNode('this', context.slots[receiver.index], true, 'this');
  return variableNode('this', undefined, true, undefined);
}

function registerScope({ isolate, accumulator, frames }: StandingRun, frame: Frame): ScopeNode {
  const { parameterCount, registerCount } = frame.bytecode;
  const nodes: ValueNode[] = [];
  const add = (register: number): void => {
    nodes.push(registerNode(registerName(register, parameterCount), registerValue(isolate, frame, register)));
  };
  for (let register = 0; register < registerCount; register++) add(register);
  for (let index = 0; index < parameterCount; index++) add(parameterRegister(index, parameterCount));
  if (accumulator !== undefined && frames[0] === frame) nodes.push(registerNode('accumulator', accumulator.value));
  if (frame.context !== undefined) nodes.push(registerNode('<context>', frame.context as unknown as Value));
  return { name: 'Registers', kind: 'registers', value: undefined, ...listOf(nodes), isExpensive: true };
}

// ---------------------------------------------------------------------------------------------------------------------
// Around it

function contextScope(context: Context, seen: Set<string>): ScopeNode[] {
  const { scopeInfo, slots, extension } = context;
  const { kind, scope, contextLocals, firstSlot } = scopeInfo;
  if (kind === 'with') return [{ ...ownKinds.with, value: extension }];
  const nodes = contextLocals.flatMap(({ name, mode }, row) =>
    name === 'this' || /^[.#]/u.test(name) ? [] : [nodeOf(name, slots[firstSlot + row], mode === 'const', seen)],
  );
  nodes.push(...addedByEval(context, seen));
  if (kind === 'module') nodes.push(...moduleVariables(context, seen));
  const isFunction = kind === 'function' || kind === 'eval';
  if (nodes.length === 0) return [];
  const shown = isFunction ? { name: closureName(scope), kind: 'closure' as const } : ownKinds[kind];
  return [{ ...shown, value: undefined, ...listOf(nodes) }];
}

function closureName(scope: Scope): string {
  const name = scope.literal?.name ?? '';
  return name === '' ? 'Closure' : `Closure (${name})`;
}

function moduleVariables(context: Context, seen: Set<string>): ValueNode[] {
  return context.scopeInfo.scope.locals.flatMap((variable) =>
    variable.location === 'module'
      ? [
          nodeOf(
            variable.name,
            moduleVariableValue(context, variable.index),
            variable.mode === 'const' || variable.isImport,
            seen,
          ),
        ]
      : [],
  );
}

/** let, const and class of all scripts; then the global object. */
function globalScopes(realm: Realm, seen = new Set<string>()): ScopeNode[] {
  const nodes = [...realm.scriptContextTable].map(([name, { context, slot, isConst }]) =>
    nodeOf(name, context.slots[slot], isConst, seen),
  );
  const script: ScopeNode = { ...ownKinds.script, value: undefined, ...listOf(nodes) };
  const global: ScopeNode = {
    name: 'Global',
    kind: 'global',
    value: realm.globalObject,
    evaluateName: 'globalThis',
    isExpensive: true,
  };
  return nodes.length === 0 ? [global] : [script, global];
}

// ---------------------------------------------------------------------------------------------------------------------

/** Inner scopes come first: a name that one of them has means another variable there. */
function nodeOf(name: string, value: Value, isReadOnly: boolean, seen: Set<string>): ValueNode {
  const isHidden = seen.has(name);
  seen.add(name);
  return variableNode(name, value, isReadOnly, isHidden ? undefined : name);
}

/** Variables that a sloppy eval declared in a function. */
function addedByEval(context: Context | undefined, seen: Set<string>): ValueNode[] {
  const object = context?.extension;
  if (object === undefined) return [];
  const found = new PropertyLookup();
  return ownKeys(object).flatMap((key) =>
    lookupOwn(found, object, key) ? [nodeOf(keyToDisplay(key), found.value as Value, false, seen)] : [],
  );
}

function listOf(nodes: readonly ValueNode[]): Pick<ValueNode, 'contents'> {
  return { contents: () => ({ ...noContents, named: () => nodes }) };
}
