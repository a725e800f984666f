/**
 * What a data breakpoint watches: where a variable or property is kept, said in a way that holds in every replay of the run.
 * Objects and contexts are known again by their serial numbers, registers by the call that their frame is of.
 */
import {
  type Context,
  type Frame,
  type FrameScope,
  frameScopes,
  JSObject,
  keyToDisplay,
  outerContext,
  ownKeys,
  type PropertyKey,
  registerOf,
  type Variable,
} from '../../engine/index.ts';
import { evaluated, type Moment, type ValuePath } from '../../protocol/questions.ts';
import type { StandingRun } from '../moment/inspection.ts';
import { framesOfLog } from '../log/log-stack.ts';
import { contentsOf } from '../moment/object-contents.ts';
import type { RecordedRun } from '../recorded-run.ts';
import { type ScopeNode, scopeNodes } from '../moment/scope-nodes.ts';
import type { ValueNode } from '../moment/value-nodes.ts';

export type WatchedPlace =
  | { readonly kind: 'property'; readonly object: number; readonly key: PropertyKey }
  | { readonly kind: 'contextSlot'; readonly context: number; readonly slot: number }
  | { readonly kind: 'moduleCell'; readonly context: number; readonly cell: number }
  | { readonly kind: 'scriptVariable'; readonly name: string }
  /** `call`: the event that pushed the frame. */
  | {
      readonly kind: 'register';
      readonly call: number;
      readonly register: number;
      readonly variable: RegisterVariable;
    };

/** What a register holds at first: an argument, undefined for `var`, nothing that counts for let, const and class. */
export type RegisterVariable = 'parameter' | 'var' | 'lexical';

export type Watched =
  { readonly name: string; readonly place: WatchedPlace } | { readonly name: string; readonly problem: string };

export function watchedAt(run: RecordedRun, moment: Moment, path: ValuePath): Watched {
  const [frameIndex = -1, scopeIndex = -1, ...rest] = path;
  if (frameIndex === evaluated)
    return { name: '', problem: 'What an expression gave cannot be watched. Variables and their properties can.' };
  const { standing } = run.at(moment);
  const scope = standing && scopeNodes(standing, frameIndex)[scopeIndex];
  const steps = scope === undefined ? undefined : nodesOnPath(scope, rest);
  const node = steps?.at(-1);
  if (standing === undefined || scope === undefined || steps === undefined || node === undefined)
    return { name: '', problem: 'There is nothing here that could be watched.' };
  const name = node.evaluateName ?? node.name;
  const parent = steps.at(-2);
  const holder = parent === undefined ? scope.value : parent.value;
  const problem = problemOf(scope, node);
  if (problem !== undefined) return { name, problem };
  if (holder instanceof JSObject) {
    const key = ownKeys(holder).find((candidate) => keyToDisplay(candidate) === node.name);
    return key === undefined
      ? { name, problem: `${name} is no property of its own, so it cannot be watched.` }
      : { name, place: { kind: 'property', object: holder.serial, key } };
  }
  const place = placeOfVariable(run, standing, moment, frameIndex, node.name);
  return place === undefined
    ? { name, problem: `${name} has no place of its own that could be watched.` }
    : { name, place };
}

/** What may be watched has a name in the program, and a value that stands somewhere. */
function problemOf(scope: ScopeNode, node: ValueNode): string | undefined {
  if (node.accessor !== undefined) return 'A getter cannot be watched: it has no value until it is called.';
  if (scope.kind === 'registers') return 'Registers cannot be watched. The variables that live in them can.';
  if (node.name === 'this') return '`this` never changes while a function runs.';
  if (node.isInternal === true) return `${node.name} is nothing that the program changes by name.`;
  return undefined;
}

/** The nodes that a path leads through, without the scope's; undefined where it leads nowhere. */
function nodesOnPath(scope: ScopeNode, rest: readonly number[]): ValueNode[] | undefined {
  const nodes: ValueNode[] = [];
  let node: ValueNode = scope;
  for (const index of rest) {
    const contents = contentsOf(node);
    const { indexedCount } = contents;
    const next = index < indexedCount ? contents.indexed(index) : contents.named()[index - indexedCount];
    if (next === undefined) return undefined;
    nodes.push((node = next));
  }
  return nodes;
}

function placeOfVariable(
  run: RecordedRun,
  { isolate, frames }: StandingRun,
  moment: Moment,
  frameIndex: number,
  name: string,
): WatchedPlace | undefined {
  const frame = frames[frameIndex];
  if (frame !== undefined) {
    for (const entry of frameScopes(frame)) {
      const variable = variableIn(entry, name);
      if (variable === undefined) continue;
      const call = (): number => framesOfLog(run.log, moment)[frameIndex]?.pushedBy ?? -1;
      const place = placeInFrame(frame, entry, variable, call);
      if (place !== undefined) return place;
    }
    for (let context = outerContext(frame); context !== undefined; context = context.previous) {
      const place = placeInContext(context, name);
      if (place !== undefined) return place;
    }
  }
  const { scriptContextTable, globalObject } = isolate.mainRealm;
  if (scriptContextTable.has(name)) return { kind: 'scriptVariable', name };
  const key = ownKeys(globalObject).find((candidate) => candidate === name);
  return key === undefined ? undefined : { kind: 'property', object: globalObject.serial, key };
}

function variableIn({ scope }: FrameScope, name: string): Variable | undefined {
  return scope.locals.find((variable) => variable.name === name && !variable.isDynamic);
}

function placeInFrame(
  frame: Frame,
  { context }: FrameScope,
  variable: Variable,
  callOf: () => number,
): WatchedPlace | undefined {
  const { location, index } = variable;
  if (location === 'context' && context !== undefined) {
    if (variable.isScriptContextVariable) return { kind: 'scriptVariable', name: variable.name };
    return { kind: 'contextSlot', context: context.serial, slot: index };
  }
  if (location === 'module') return cellAround(frame.context, index);
  if (location !== 'local' && location !== 'parameter') return undefined;
  const register = registerOf(frame, variable);
  const call = callOf();
  if (register === undefined || call < 0) return undefined;
  const kind = location === 'parameter' ? 'parameter' : variable.isLexical ? 'lexical' : 'var';
  return { kind: 'register', call, register, variable: kind };
}

function placeInContext(context: Context, name: string): WatchedPlace | undefined {
  const { scopeInfo } = context;
  const row = scopeInfo.contextLocals.findIndex((local) => local.name === name);
  if (row >= 0)
    return scopeInfo.kind === 'script'
      ? { kind: 'scriptVariable', name }
      : { kind: 'contextSlot', context: context.serial, slot: scopeInfo.firstSlot + row };
  const variable = scopeInfo.kind === 'module' ? variableIn({ scope: scopeInfo.scope, context }, name) : undefined;
  return variable?.location === 'module' ? cellAround(context, variable.index) : undefined;
}

function cellAround(from: Context | undefined, cell: number): WatchedPlace | undefined {
  let context = from;
  while (context !== undefined && context.scopeInfo.kind !== 'module') context = context.previous;
  return context && { kind: 'moduleCell', context: context.serial, cell };
}
