/** Capturing stack traces, and positions of frames. V8: src/execution/isolate.cc (CaptureSimpleStackTrace), messages.cc. */
import type { Script } from '../parsing/script.ts';
import { FunctionData, type StackTraceFrame } from '../objects/internal-slots.ts';
import { JSObject } from '../objects/js-object.ts';
import { JSSymbol, type Value } from '../objects/value.ts';
import { functionName, lookupData } from './describe.ts';
import type { Frame } from './frame.ts';
import type { Isolate } from './isolate.ts';

/** V8: Error.stackTraceLimit's default. */
const defaultLimit = 10;

/** The frames of this moment, innermost first; those above and including a call of `skipUntil` are left out. */
export function captureStack(isolate: Isolate, skipUntil: JSObject | undefined): StackTraceFrame[] {
  const limit = stackTraceLimit(isolate);
  const result: StackTraceFrame[] = [];
  let skipping = skipUntil !== undefined;
  const frames = isolate.frames();
  for (let depth = frames.length - 1; depth >= 0 && result.length < limit; depth--) {
    const frame = frames[depth]!;
    if (frame.native !== undefined) {
      if (!skipping && isVisibleNative(frame.native)) result.push(nativeFrame(isolate, frame));
      if (frame.native === skipUntil) skipping = false;
    }
    if (result.length >= limit) break;
    if (!skipping && isVisible(frame)) result.push(describeFrame(isolate, frame));
    if (frame.closure === skipUntil) skipping = false;
  }
  if (result.length < limit) result.push(...asyncFrames(isolate, frames[0], limit - result.length));
  return skipping ? [] : result;
}

function stackTraceLimit(isolate: Isolate): number {
  const constructor = isolate.realm.intrinsics.get('Error');
  const limit = constructor === undefined ? defaultLimit : lookupData(constructor, 'stackTraceLimit');
  return typeof limit === 'number' ? Math.max(0, Math.min(limit, 200)) : 0;
}

/** Error constructors do not show; other natives do: `at JSON.parse (<anonymous>)`. */
function isVisibleNative(native: JSObject): boolean {
  const data = native.internal as FunctionData;
  return data.data !== 'hidden' && data.name !== '';
}

/** The engine's own self-hosted operations do not show; self-hosted builtins do. */
function isVisible(frame: Frame): boolean {
  return frame.shared.script.kind !== 'builtin' || frame.shared.script.name !== '';
}

function nativeFrame(isolate: Isolate, frame: Frame): StackTraceFrame {
  const data = frame.native!.internal as FunctionData;
  return {
    ...anonymousPlace,
    functionName: data.name.replace(/^(get|set) /, '$1 '),
    isConstruct: frame.nativeIsConstruct,
    typeName: frame.nativeIsConstruct ? undefined : receiverTypeName(isolate, frame.nativeReceiver),
  };
}

const anonymousPlace = {
  scriptName: undefined,
  scriptId: -1,
  line: 0,
  column: 0,
  offset: -1,
  isAsync: false,
  methodName: undefined,
  isTopLevel: false,
  isEval: false,
} as const;

function describeFrame(isolate: Isolate, frame: Frame): StackTraceFrame {
  const shared = frame.shared;
  const receiver = receiverOf(isolate, frame);
  if (shared.script.kind === 'builtin') {
    return {
      ...anonymousPlace,
      ...modulePlace(frame),
      functionName: functionName(frame.closure),
      isConstruct: frame.isConstruct,
      typeName: frame.isConstruct ? undefined : receiverTypeName(isolate, receiver),
    };
  }
  const offset = framePosition(frame);
  const { line, column } = lineAndColumn(shared.script, offset);
  const isTopLevel = receiver === undefined || receiver === null || receiver === isolate.realm.globalObject;
  const isScript = shared.kind === 'script' || shared.kind === 'eval';
  const name = shared.kind === 'eval' ? 'eval' : isScript ? '' : functionName(frame.closure);
  const isAccessor = shared.kind === 'getter' || shared.kind === 'setter';
  const showsType = !isTopLevel && !frame.isConstruct && !isScript && !isAccessor;
  return {
    functionName: name,
    scriptName: scriptNameOf(isolate, shared.script),
    scriptId: shared.script.id,
    line,
    column,
    offset,
    isAsync: false,
    isConstruct: frame.isConstruct,
    typeName: showsType ? receiverTypeName(isolate, receiver) : undefined,
    methodName: showsType ? methodNameOf(receiver, frame.closure, name) : undefined,
    isTopLevel,
    isEval: shared.kind === 'eval',
  };
}

/** Node's modules are scripts with a name of their own, unlike V8's builtins. */
function modulePlace(frame: Frame): { readonly scriptName?: string; readonly line?: number; readonly column?: number } {
  const { script } = frame.shared;
  return script.name.startsWith('node:')
    ? { scriptName: script.name, ...lineAndColumn(script, framePosition(frame)) }
    : {};
}

function scriptNameOf(isolate: Isolate, script: Script): string {
  void isolate;
  return script.name;
}

export function receiverOf(isolate: Isolate, frame: Frame): Value {
  return isolate.interpreter.stack[frame.base - 3 - frame.bytecode.parameterCount];
}

/** `Type` in `Type.method`: the name of the receiver's constructor. V8: JSReceiver::GetConstructorName. */
function receiverTypeName(isolate: Isolate, receiver: Value): string | undefined {
  if (receiver === undefined || receiver === null) return undefined;
  if (!(receiver instanceof JSObject)) {
    if (receiver instanceof JSSymbol) return 'Symbol';
    const name = typeof receiver;
    return name === 'bigint' ? 'BigInt' : name.charAt(0).toUpperCase() + name.slice(1);
  }
  if (receiver.hiddenClass.isCallable) return functionName(receiver) || 'Function';
  const constructor = lookupData(receiver, 'constructor');
  const name = constructor instanceof JSObject ? functionName(constructor) : '';
  if (name !== '' && name !== 'Object') return name;
  const tag = lookupData(receiver, isolate.symbols.toStringTag);
  return typeof tag === 'string' && tag !== '' ? tag : 'Object';
}

/** The key under which the receiver holds the function, where it differs from the function's name. */
function methodNameOf(receiver: Value, closure: JSObject, name: string): string | undefined {
  if (!(receiver instanceof JSObject) || receiver.hiddenClass.instanceType === 'proxy') return undefined;
  if (name !== '' && lookupData(receiver, name) === closure) return undefined;
  for (let holder: JSObject | null = receiver; holder !== null; holder = holder.hiddenClass.prototype) {
    const hiddenClass = holder.hiddenClass;
    if (hiddenClass.isDictionary) {
      for (const [key, entry] of holder.dictionary!) if (entry.value === closure && typeof key === 'string') return key;
    } else {
      for (let row = 0; row < hiddenClass.propertyCount; row++) {
        const key = hiddenClass.keyAt(row);
        if (typeof key === 'string' && lookupData(holder, key) === closure) return key;
      }
    }
  }
  return undefined;
}

/** Source offset of what runs in the frame now. */
export function framePosition(frame: Frame): number {
  const shared = frame.shared;
  if (frame.pc < 0) return functionEntryPosition(frame);
  const positions = frame.bytecode.sourcePositions;
  let low = 0;
  let high = positions.length - 1;
  let best = -1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (positions[middle]!.codeIndex <= frame.pc) {
      best = middle;
      low = middle + 1;
    } else high = middle - 1;
  }
  return best < 0 ? Math.max(shared.start, 0) : positions[best]!.offset;
}

/** Where V8 puts a stack overflow: the function's parameter list. */
function functionEntryPosition(frame: Frame): number {
  return frame.shared.literal.scope.start;
}

/** Line and column of an offset, both from 1. */
export function lineAndColumn(script: Script, offset: number): { line: number; column: number } {
  const starts = lineStarts(script);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1 + script.lineOffset, column: offset - starts[low]! + 1 };
}

function lineStarts(script: Script): readonly number[] {
  script.lineStarts ??= computeLineStarts(script.source);
  return script.lineStarts;
}

function computeLineStarts(source: string): number[] {
  const starts = [0];
  const breaks = /\r\n|[\n\r\u2028\u2029]/g;
  while (breaks.exec(source) !== null) starts.push(breaks.lastIndex);
  return starts;
}

/** Script and offset of the user's code that runs now: for the log. */
export function currentPosition(isolate: Isolate): { scriptId: number; position: number } {
  const frames = isolate.frames();
  for (let depth = frames.length - 1; depth >= 0; depth--) {
    const frame = frames[depth]!;
    if (frame.shared.script.kind !== 'builtin')
      return { scriptId: frame.shared.script.id, position: framePosition(frame) };
  }
  return { scriptId: -1, position: -1 };
}

/** `at async f`: functions that wait for the one at the bottom of the stack. V8: CaptureAsyncStackTrace. */
function asyncFrames(isolate: Isolate, bottom: Frame | undefined, limit: number): StackTraceFrame[] {
  const result: StackTraceFrame[] = [];
  let generator = bottom?.generator;
  while (generator !== undefined && result.length < limit) {
    const data = generator.internal?.kind === 'generator' ? generator.internal : undefined;
    const promise = data?.promise?.internal;
    if (promise?.kind !== 'promise' || promise.reactions.length !== 1) break;
    const reaction = promise.reactions[0]!;
    if (reaction.generator === undefined) break;
    generator = reaction.generator;
    const waiting = generator.internal;
    if (waiting?.kind !== 'generator') break;
    const shared = (waiting.function.internal as FunctionData).shared!;
    const script = shared.script;
    const { line, column } = lineAndColumn(script, reaction.position);
    result.push({
      functionName: functionName(waiting.function),
      scriptName: scriptNameOf(isolate, script),
      scriptId: script.id,
      line,
      column,
      offset: reaction.position,
      isAsync: true,
      isConstruct: false,
      typeName: undefined,
      methodName: undefined,
      isTopLevel: true,
      isEval: false,
    });
  }
  return result;
}
