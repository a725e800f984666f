/**
 * Variables that nothing can use any more and that stay all the same: their context is kept by closures of the same scope which
 * use other variables of it. V8: all closures of a scope have one context (src/ast/scopes.cc, src/objects/contexts.h).
 */
import {
  type AnyNode,
  Context,
  FunctionData,
  type HeapObject,
  type Isolate,
  JSObject,
  type Scope,
  type SharedFunctionInfo,
  stringSize,
  totalSize,
  type Variable,
  walk,
} from '../../engine/index.ts';
import type { ReachedObjects } from '../heap/reached-objects.ts';
import { functionScopeOf, keepingPathOf } from './keeping-path.ts';
import { bytesKeptBy, reachableBytes } from './kept-bytes.ts';
import type { KeepingStep, SiblingEvidence } from './memory-evidence.ts';

/** Less is not worth a word. */
const leastBytes = 16 * 1024;
const mostGroups = 6;
/** More closures than that are not looked at. */
const mostClosures = 50_000;

/** A variable of the text with the contexts that hold one. */
interface Group {
  readonly scope: Scope;
  readonly name: string;
  readonly contexts: Context[];
  readonly keepers: Set<SharedFunctionInfo>;
  /** Of what it refers to itself: enough to see what is large. */
  roughBytes: number;
}

export function siblingsOf(
  isolate: Isolate,
  reached: ReachedObjects,
  isMain: (scope: Scope) => boolean,
): readonly SiblingEvidence[] {
  const groups = unusedVariables(isolate, reached, isMain);
  if (groups.length === 0) return [];
  const all = reachableBytes(isolate);
  const found: SiblingEvidence[] = [];
  for (const { scope, name, contexts, keepers } of groups) {
    const holding = new Set(contexts);
    const bytes = bytesKeptBy(
      isolate,
      (each) => {
        each.skipsSlot = (context, slot) => holding.has(context) && nameOfSlot(context, slot) === name;
      },
      all,
    );
    const path = keepingPathOf(reached, contexts[0]!, isMain);
    const { literal } = functionScopeOf(scope)!;
    if (bytes < leastBytes || path === undefined || literal === undefined) continue;
    const step: KeepingStep = {
      kind: 'variable',
      name,
      functionEnd: literal.end,
      text: '',
      start: -1,
      isFunction: false,
    };
    found.push({
      name,
      functionEnd: literal.end,
      functionName: literal.name,
      contexts: contexts.length,
      bytes,
      keepers: [...keepers].map(({ name: keeper, start }) => ({ name: keeper, start })),
      path: { ...path, steps: [...path.steps, step] },
    });
  }
  return found;
}

function unusedVariables(isolate: Isolate, { order }: ReachedObjects, isMain: (scope: Scope) => boolean): Group[] {
  const closures = closuresOf(order);
  const inUse = contextsOfFrames(isolate, order);
  const usesOf = usesByFunction();
  const groups = new Map<Scope, Map<string, Group>>();
  for (const [context, functions] of closures) {
    const { scope, contextLocals, firstSlot } = context.scopeInfo;
    const around = functionScopeOf(scope);
    if (inUse.has(context) || scope.innerScopeCallsEval || around === undefined || !isMain(around)) continue;
    contextLocals.forEach(({ name }, row) => {
      const roughBytes = bytesOf(context.slots[firstSlot + row]);
      const variable = scope.variables.get(name);
      if (roughBytes === 0 || variable === undefined || name.startsWith('.')) return;
      for (const shared of functions) if (usesOf(shared).has(variable)) return;
      let ofScope = groups.get(scope);
      if (ofScope === undefined) groups.set(scope, (ofScope = new Map()));
      let group = ofScope.get(name);
      if (group === undefined)
        ofScope.set(name, (group = { scope, name, contexts: [], keepers: new Set(), roughBytes: 0 }));
      group.contexts.push(context);
      group.roughBytes += roughBytes;
      for (const shared of functions) group.keepers.add(shared);
    });
  }
  const all = [...groups.values()].flatMap((ofScope) => [...ofScope.values()]);
  return all.sort((one, other) => other.roughBytes - one.roughBytes).slice(0, mostGroups);
}

/** Which functions keep each context: those made in it, and in contexts inside of it. */
function closuresOf(order: readonly HeapObject[]): ReadonlyMap<Context, ReadonlySet<SharedFunctionInfo>> {
  const found = new Map<Context, Set<SharedFunctionInfo>>();
  let closures = 0;
  for (const object of order) {
    const data = object instanceof JSObject ? object.internal : undefined;
    if (!(data instanceof FunctionData) || data.shared === undefined || data.shared.script.kind === 'builtin') continue;
    if (++closures > mostClosures) break;
    for (let { context } = data; context !== undefined; context = context.previous) {
      const known = found.get(context);
      if (known === undefined) found.set(context, new Set([data.shared]));
      else if (known.has(data.shared)) break;
      else known.add(data.shared);
    }
  }
  return found;
}

/** Of functions that run, or wait in the middle: they go on with all their variables. */
function contextsOfFrames(isolate: Isolate, order: readonly HeapObject[]): ReadonlySet<Context> {
  const found = new Set<Context>();
  const add = (from: Context | undefined): void => {
    for (let context = from; context !== undefined && !found.has(context); context = context.previous)
      found.add(context);
  };
  for (const frame of isolate.frames()) add(frame.context);
  for (const object of order)
    if (object instanceof JSObject && object.internal?.kind === 'generator') add(object.internal.savedContext);
  return found;
}

/** The variables that the text of a function, with all functions in it, refers to. */
function usesByFunction(): (shared: SharedFunctionInfo) => ReadonlySet<Variable> {
  const known = new Map<SharedFunctionInfo, Set<Variable>>();
  return (shared) => {
    let uses = known.get(shared);
    if (uses !== undefined) return uses;
    known.set(shared, (uses = new Set()));
    const found = uses;
    walk(shared.literal.node, (node: AnyNode) => {
      if (node.type !== 'Identifier' || node.proxy === undefined || !node.proxy.isResolved) return;
      const { variable } = node.proxy;
      found.add(variable.localIfNotShadowed ?? variable);
    });
    return found;
  };
}

function bytesOf(value: unknown): number {
  if (typeof value === 'string') return value.length < 1024 ? 0 : stringSize(value);
  return value instanceof JSObject && value.internal?.kind !== 'function' ? totalSize(value) : 0;
}

function nameOfSlot({ scopeInfo: { contextLocals, firstSlot } }: Context, slot: number): string {
  return contextLocals[slot - firstSlot]?.name ?? '';
}
