/** What Error.prepareStackTrace gets to see of each frame. V8: src/builtins/builtins-callsite.cc. */
import { throwTypeError } from '../execution/errors.ts';
import {
  evalOrigin,
  frameFunctionName,
  frameMethodName,
  frameTypeName,
  isEvalCode,
  isTopLevel,
  serializeFrame,
} from '../execution/call-site-info.ts';
import type { Isolate } from '../execution/isolate.ts';
import { lineAndColumn } from '../execution/source-place.ts';
import { FunctionData, type StackTraceFrame } from '../objects/internal-slots.ts';
import { JSObject } from '../objects/js-object.ts';
import type { Value } from '../objects/value.ts';
import { methods, type NativeEntry, property } from './install.ts';

/** Simplified: getScriptHash gives '', as V8 does for builtins. */
export function installCallSite(isolate: Isolate): void {
  const { realm } = isolate;
  const prototype = realm.plainPrototype();
  const constructor = realm.newNative('CallSite', 0, () => throwTypeError(isolate, 'Unsupported'), true);
  property(prototype, 'constructor', constructor);
  realm.intrinsics.set('CallSite.prototype', prototype);
  methods(isolate, prototype, {
    getColumnNumber: on('getColumnNumber', (frame) => placeOf(frame)?.column ?? null),
    getEnclosingColumnNumber: on('getEnclosingColumnNumber', (frame) => enclosingPlaceOf(frame)?.column ?? null),
    getEnclosingLineNumber: on('getEnclosingLineNumber', (frame) => enclosingPlaceOf(frame)?.line ?? null),
    getEvalOrigin: on('getEvalOrigin', ({ script }) => (script?.kind === 'eval' ? evalOrigin(script) : undefined)),
    getFileName: on('getFileName', fileName),
    getFunction: on('getFunction', (frame) => (isHidden(frame) || isCode(frame) ? undefined : frame.closure)),
    getFunctionName: on('getFunctionName', (frame) => frameFunctionName(frame) || null),
    getLineNumber: on('getLineNumber', (frame) => placeOf(frame)?.line ?? null),
    getMethodName: on('getMethodName', (frame) => frameMethodName(isolate, frame) ?? null),
    getPosition: on('getPosition', (frame) => Math.max(frame.offset, 0)),
    getPromiseIndex: on('getPromiseIndex', ({ combinator }) => combinator?.index ?? null),
    getScriptNameOrSourceURL: on('getScriptNameOrSourceURL', fileName),
    getScriptHash: on('getScriptHash', () => ''),
    getThis: on('getThis', (frame) => (isHidden(frame) ? undefined : (frame.receiver ?? isolate.realm.globalObject))),
    getTypeName: on('getTypeName', (frame) => frameTypeName(isolate, frame) ?? null),
    isAsync: on('isAsync', (frame) => frame.isAsync),
    isConstructor: on('isConstructor', (frame) => frame.isConstruct),
    isEval: on('isEval', isEvalCode),
    isNative: on('isNative', () => false),
    isPromiseAll: on('isPromiseAll', ({ combinator }) => combinator?.name === 'all'),
    isToplevel: on('isToplevel', (frame) => isTopLevel(isolate, frame)),
    toString: on('toString', (frame) => serializeFrame(isolate, frame)),
  });
}

function on(name: string, read: (frame: StackTraceFrame) => Value): NativeEntry {
  return [
    0,
    (isolate, receiver) => {
      const internal = receiver instanceof JSObject ? receiver.internal : undefined;
      if (internal?.kind !== 'opaque') {
        return throwTypeError(isolate, 'CallSiteMethod', name);
      }
      return read(internal.value as StackTraceFrame);
    },
  ];
}

/** Strict functions and builtins show neither themselves nor their receiver. */
function isHidden({ closure, script }: StackTraceFrame): boolean {
  const shared = closure?.internal instanceof FunctionData ? closure.internal.shared : undefined;
  return script === undefined || shared === undefined || shared.isStrict;
}

/** The code of scripts and of eval is no function that one may see. */
function isCode({ closure }: StackTraceFrame): boolean {
  const shared = closure?.internal instanceof FunctionData ? closure.internal.shared : undefined;
  return shared?.kind === 'eval' || shared?.kind === 'script';
}

function fileName({ script }: StackTraceFrame): Value {
  if (script === undefined) return null;
  return script.kind === 'eval' ? undefined : script.name;
}

function placeOf({ script, offset }: StackTraceFrame): { line: number; column: number } | undefined {
  return script === undefined ? undefined : lineAndColumn(script, offset);
}

function enclosingPlaceOf({ script, closure }: StackTraceFrame): { line: number; column: number } | undefined {
  const shared = closure?.internal instanceof FunctionData ? closure.internal.shared : undefined;
  return script === undefined || shared === undefined ? undefined : lineAndColumn(script, Math.max(shared.start, 0));
}
