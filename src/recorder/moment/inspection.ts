/**
 * A moment of a run with its values: the frames and their variables, captured while a replay stands there, shown and
 * expanded afterwards. Never runs guest code. DAP: scopes and variables.
 */
import {
  actualArguments,
  Context,
  type Frame,
  type Isolate,
  lookupOwn,
  moduleVariableValue,
  parameterRegister,
  PropertyLookup,
  receiverOf,
  type Scope,
  theHole,
  type Value,
  type Variable,
} from '../../engine/index.ts';
import { sourceOffsetOf } from '../../host/source-position.ts';
import type { FrameView, MomentView, VariableView } from '../../protocol.ts';
import { childrenOf, type Child, viewOf } from './variables.ts';

export interface CapturedFrame {
  readonly functionName: string;
  readonly functionIndex: number;
  readonly position: number;
  readonly receiver: Child | undefined;
  readonly arguments: readonly Child[];
  readonly locals: readonly Child[];
}

export interface CapturedMoment {
  readonly event: number;
  /** The innermost first. */
  readonly frames: readonly CapturedFrame[];
  /** The replay that stands there; undefined where the run never comes to the moment. */
  readonly standing?: StandingRun;
}

/** A run between two bytecodes or in the middle of one, with all that it holds. */
export interface StandingRun {
  readonly isolate: Isolate;
  /** As those of the moment. */
  readonly frames: readonly Frame[];
  /** Between two bytecodes: only there it is known what the accumulator of the frame on top has. */
  readonly accumulator: { readonly value: Value } | undefined;
  /** At the event of an exception: what is thrown. */
  readonly thrown: { readonly value: Value } | undefined;
}

export function captureMoment(
  isolate: Isolate,
  event: number,
  { isBoundary, thrown }: { readonly isBoundary: boolean; readonly thrown: StandingRun['thrown'] },
  functionIndexOf: (frame: Frame) => number,
): CapturedMoment {
  const frames = [...isolate.frames()].reverse();
  return {
    event,
    frames: frames.map((frame) => captureFrame(isolate, frame, functionIndexOf(frame))),
    standing: {
      isolate,
      frames,
      accumulator: isBoundary ? { value: isolate.interpreter.accumulator } : undefined,
      thrown,
    },
  };
}

export function momentView(moment: CapturedMoment): MomentView {
  return { event: moment.event, frames: moment.frames.map(frameView) };
}

/** Children of the variable at a path: frame index, then 'arguments', 'locals' or 'this', then names. */
export function expandPath(moment: CapturedMoment, path: readonly (string | number)[]): VariableView[] {
  const [frameIndex, group, ...names] = path;
  const frame = moment.frames[Number(frameIndex)];
  if (frame === undefined) return [];
  let children: readonly Child[] =
    group === 'this'
      ? frame.receiver === undefined
        ? []
        : childrenOf(frame.receiver)
      : group === 'arguments'
        ? frame.arguments
        : frame.locals;
  for (const name of names) {
    const child = children.find((candidate) => candidate.name === String(name));
    if (child === undefined) return [];
    children = childrenOf(child);
  }
  return children.map(viewOf);
}

function frameView(frame: CapturedFrame): FrameView {
  const { functionName, functionIndex, position, receiver } = frame;
  return {
    functionName,
    functionIndex,
    position,
    ...(receiver === undefined ? {} : { thisValue: viewOf(receiver) }),
    arguments: frame.arguments.map(viewOf),
    locals: frame.locals.map(viewOf),
  };
}

function captureFrame(isolate: Isolate, frame: Frame, functionIndex: number): CapturedFrame {
  const { shared } = frame;
  const position = sourceOffsetOf(frame);
  const receiver = receiverOf(isolate, frame);
  const isBuiltin = shared.script.kind === 'builtin';
  return {
    functionName: shared.name,
    functionIndex,
    position,
    receiver: receiver === theHole ? undefined : { name: 'this', value: receiver },
    arguments: captureArguments(isolate, frame),
    locals: isBuiltin ? [] : captureLocals(isolate, frame, position),
  };
}

/** Parameters with what they hold now; further arguments by their index. */
function captureArguments(isolate: Isolate, frame: Frame): Child[] {
  const { scope } = frame.shared.literal;
  const passed = actualArguments(isolate.interpreter.stack, frame);
  const names = scope.hasSimpleParameters ? scope.parameters : [];
  const result: Child[] = names.map((variable, index) => {
    const value = variableValue(isolate, frame, variable);
    return { name: variable.name, value: value === undefined ? passed[index] : value.value };
  });
  for (let index = names.length; index < passed.length; index++)
    result.push({ name: String(index), value: passed[index] });
  return result;
}

/** Variables of the function's scope and of the blocks around what runs now, the inner ones first where names are equal. */
function captureLocals(isolate: Isolate, frame: Frame, position: number): Child[] {
  const result = new Map<string, Child>();
  for (const scope of activeScopes(frame.shared.literal.scope, position)) {
    const parameters = new Set(scope.hasSimpleParameters ? scope.parameters : []);
    for (const variable of scope.locals) {
      if (
        parameters.has(variable) ||
        variable.isThis ||
        variable.mode === 'temporary' ||
        variable.isDynamic ||
        variable.name.startsWith('.')
      )
        continue;
      const found = variableValue(isolate, frame, variable);
      if (found !== undefined) result.set(variable.name, { name: variable.name, value: found.value });
    }
  }
  return [...result.values()];
}

/** The scope and those inside it, not of inner functions, that contain the position; outer ones first. */
function activeScopes(scope: Scope, position: number): Scope[] {
  const result = [scope];
  for (const inner of scope.inner) {
    const isPlain = inner.type === 'block' || inner.type === 'catch' || inner.type === 'with' || inner.type === 'class';
    if (isPlain && inner.start <= position && position < inner.end) result.push(...activeScopes(inner, position));
  }
  return result;
}

/** What a variable holds in this frame; undefined where it has no place now. */
export function variableValue(isolate: Isolate, frame: Frame, variable: Variable): { value: Value } | undefined {
  const { stack } = isolate.interpreter;
  switch (variable.location) {
    case 'parameter':
      return { value: stack[frame.base + parameterRegister(variable.index + 1, frame.bytecode.parameterCount)] };
    case 'local':
      return { value: guestValue(stack[frame.base + variable.index]) };
    case 'context': {
      const context = contextOf(isolate, frame, variable);
      return context === undefined ? undefined : { value: context.slots[variable.index] };
    }
    case 'module':
      return { value: moduleVariableValue(frame.context, variable.index) };
    default:
      return globalValue(isolate, variable);
  }
}

function contextOf(isolate: Isolate, frame: Frame, variable: Variable): Context | undefined {
  if (variable.isScriptContextVariable) return isolate.realm.scriptContextTable.get(variable.name)?.context;
  for (let context = frame.context; context !== undefined; context = context.previous) {
    if (context.scopeInfo.scope === variable.scope) return context;
  }
  return undefined;
}

/** Vars and functions of a classic script are properties of the global object. */
function globalValue(isolate: Isolate, variable: Variable): { value: Value } | undefined {
  if (!variable.isGlobalObjectProperty) return undefined;
  const found = new PropertyLookup();
  if (!lookupOwn(found, isolate.realm.globalObject, variable.name) || found.isAccessor) return undefined;
  return { value: found.value as Value };
}

/** Contexts lie in registers too; no variable has one as its value. */
function guestValue(value: Value): Value {
  const isContext: boolean = (value as unknown) instanceof Context;
  return isContext ? undefined : value;
}
