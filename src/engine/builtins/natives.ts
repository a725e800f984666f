/**
 * What `%Name(arguments)` of programs does: V8's functions for its own tests, over the same state that the interpreter runs on.
 * V8: src/runtime/runtime-test.cc, runtime-compiler.cc, runtime-object.cc, runtime-array.cc. The table of names: parsing/natives.ts.
 */
import { throwError } from '../execution/errors.ts';
import type { Isolate } from '../execution/isolate.ts';
import { convertToSparse } from '../objects/elements.ts';
import { JSObject } from '../objects/js-object.ts';
import { migrateSlowToFast } from '../objects/migration.ts';
import { detailsIsMutable, detailsKind, PropertyKind } from '../objects/property-details.ts';
import { isSmi, JSSymbol, type Value } from '../objects/value.ts';
import { type NativeName, otherNatives } from '../parsing/natives.ts';
import { debugPrint } from './debug-print.ts';
import { elementsNatives } from './natives-elements.ts';
import { tierNatives } from './natives-tiers.ts';

export type NativeFunction = (isolate: Isolate, args: readonly Value[]) => Value;

/** Only where programs may call them. */
export function installNatives(isolate: Isolate): void {
  for (const [name, native] of Object.entries(nativeFunctions)) isolate.runtime.set(`%${name}`, native);
  for (const name of Object.keys(otherNatives))
    isolate.runtime.set(`%${name}`, () => throwError(isolate, 'Error', `Underhood does not simulate %${name}`));
}

const nothing: NativeFunction = () => undefined;
const yes: NativeFunction = () => true;
const no: NativeFunction = () => false;

const nativeFunctions: { readonly [Name in NativeName]: NativeFunction } = {
  ...elementsNatives,
  ...tierNatives,
  CollectGarbage: (isolate) => {
    isolate.collector.markCompact('runtime');
    return undefined;
  },
  DebugPrint: (isolate, [value]) => {
    isolate.printFromEngine(debugPrint(value));
    return value;
  },
  FlattenString: (_isolate, [text]) => text,
  GlobalPrint: (isolate, [value]) => {
    if (typeof value === 'string') isolate.printFromEngine(value);
    return value;
  },
  HasFastProperties: (isolate, [value]) =>
    value instanceof JSObject ? !value.hiddenClass.isDictionary : crash(isolate, 'HasFastProperties', 'an object'),
  HasOwnConstDataProperty: (_isolate, [object, key]) => hasOwnConstDataProperty(object, key),
  HaveSameMap: (isolate, [first, second]) =>
    first instanceof JSObject && second instanceof JSObject
      ? first.hiddenClass === second.hiddenClass
      : crash(isolate, 'HaveSameMap', 'two objects'),
  HeapObjectVerify: yes,
  ICsAreEnabled: yes,
  Is64Bit: yes,
  IsArray: (_isolate, [value]) => value instanceof JSObject && value.hiddenClass.instanceType === 'array',
  IsConcurrentRecompilationSupported: no,
  IsDictPropertyConstTrackingEnabled: no,
  IsJSProxy: (_isolate, [value]) => value instanceof JSObject && value.hiddenClass.instanceType === 'proxy',
  IsJSReceiver: (_isolate, [value]) => value instanceof JSObject,
  IsSmi: (_isolate, [value]) => isSmi(value),
  NormalizeElements: (_isolate, [value]) => {
    if (value instanceof JSObject) convertToSparse(value);
    return value;
  },
  NotifyContextDisposed: nothing,
  RunningInSimulator: no,
  SymbolDescriptiveString: (_isolate, [value]) =>
    value instanceof JSSymbol ? `Symbol(${value.description ?? ''})` : undefined,
  SystemBreak: nothing,
  ToFastProperties: (_isolate, [value]) => {
    if (value instanceof JSObject && value.hiddenClass.isDictionary)
      migrateSlowToFast(value, 'RuntimeToFastProperties');
    return value;
  },
};

/** V8 ends the process where a native gets what it was not made for: CrashUnlessFuzzing. */
export function crash(isolate: Isolate, name: NativeName, wanted: string): never {
  return throwError(isolate, 'Error', `V8 ends here with "Check failed: v8_flags.fuzzing.": %${name} wants ${wanted}`);
}

function hasOwnConstDataProperty(object: Value, key: Value): Value {
  if (!(object instanceof JSObject) || (typeof key !== 'string' && !(key instanceof JSSymbol))) return undefined;
  const { hiddenClass } = object;
  if (hiddenClass.isDictionary) return undefined;
  const row = hiddenClass.lookup(key);
  const details = row < 0 ? 0 : hiddenClass.detailsAt(row);
  return row >= 0 && detailsKind(details) === PropertyKind.data && !detailsIsMutable(details);
}
