/**
 * WebAssembly runs for real, in the host's engine; here is what stands between it and the guest: objects of the one side as
 * the other sees them, values on their way across, and what is thrown. V8: src/wasm/wasm-js.cc; WebAssembly JavaScript
 * Interface: ToJSValue, ToWebAssemblyValue.
 *
 * Simplified: its code takes no bytecodes and no virtual time, and has no frames in stack traces; what it catches of what
 * the guest throws it can only catch whole, not by JSTag.
 */
import {
  type ErrorName,
  FunctionData,
  GuestException,
  isCallable,
  type Isolate,
  JSObject,
  listFromArrayLike,
  makeError,
  type NativeModule,
  newArrayBufferOver,
  toBigInt,
  toNumber,
  type Value,
} from '../../engine/index.ts';
import type { FunctionType, ModuleBinary, ValueType } from './binary.ts';

export const classNames = ['Module', 'Instance', 'Memory', 'Table', 'Global'] as const;
export type ClassName = (typeof classNames)[number];

/** What a native of the guest has as its data when it stands for a function of the host's. */
export interface ExportedFunction {
  readonly call: HostFunction;
  readonly type: FunctionType | undefined;
  /** Whose it is, and which; undefined for one that came out of a table. */
  readonly origin: { readonly module: CompiledModule; readonly index: number } | undefined;
}

/** What is known of a module beside what the host knows. */
export type CompiledModule = NativeModule & ModuleBinary;

type HostFunction = (...args: unknown[]) => unknown;

/** The two worlds of one run. */
export class Border {
  readonly isolate: Isolate;
  readonly prototypes = new Map<ClassName, JSObject>();
  /** What the bytes of modules tell. */
  readonly modules = new WeakMap<WebAssembly.Module, CompiledModule>();
  /** The guest's objects for the host's: the same for the same. */
  private readonly guests = new WeakMap<object, JSObject>();
  /** What the guest threw inside of a call from WebAssembly, which cannot stop it by catching everything. */
  private escaping: { readonly error: unknown } | undefined = undefined;

  constructor(isolate: Isolate) {
    this.isolate = isolate;
  }

  /** The guest's object for a module, an instance, a memory, a table or a global. */
  guestObject(name: ClassName, object: object, holds: JSObject[] = []): JSObject {
    let guest = this.guests.get(object);
    if (guest === undefined) {
      guest = this.isolate.realm.newObjectWithPrototype(this.prototypes.get(name)!);
      guest.internal = { kind: 'webassembly', object, holds };
      this.guests.set(object, guest);
    }
    return guest;
  }

  /** The guest's ArrayBuffer over the bytes of a memory, which growing detaches. */
  bufferOf(memory: JSObject, buffer: ArrayBuffer | SharedArrayBuffer): JSObject {
    let guest = this.guests.get(buffer);
    if (guest !== undefined) return guest;
    guest = newArrayBufferOver(this.isolate, buffer);
    this.guests.set(buffer, guest);
    const { internal } = memory;
    if (internal?.kind !== 'webassembly') return guest;
    for (const before of internal.holds.splice(0, internal.holds.length, guest))
      if (before.internal?.kind === 'array buffer') before.internal.isDetached = true;
    return guest;
  }

  /** The guest's function for one of WebAssembly's. V8: WasmExportedFunction. */
  guestFunction(call: HostFunction, origin: ExportedFunction['origin']): JSObject {
    let guest = this.guests.get(call);
    if (guest !== undefined) return guest;
    const type = origin?.module.functionTypes[origin.index];
    const data: ExportedFunction = { call, type, origin };
    const native = (_isolate: Isolate, _receiver: Value, args: Value[]): Value => this.callOut(data, args);
    guest = this.isolate.realm.newNative(call.name, call.length, native);
    (guest.internal as FunctionData).data = data;
    this.guests.set(call, guest);
    return guest;
  }

  /** The host's function for one of the guest's that WebAssembly imports. */
  hostFunction(guest: JSObject, type: FunctionType | undefined): HostFunction {
    const exported = exportedFunctionOf(guest);
    if (exported !== undefined) return exported.call;
    return (...args) => {
      try {
        const result = this.isolate.callNested(
          guest,
          undefined,
          args.map((value) => this.toGuest(value)),
        );
        return this.resultToHost(result, type?.results ?? []);
      } catch (error) {
        this.escaping = { error };
        throw error;
      }
    };
  }

  /**
   * Does something in the host's WebAssembly. What it throws becomes the guest's; its errors name the constructor where the
   * program may have called another function, `words`.
   */
  run<T>(action: () => T, words?: string): T {
    const before = this.escaping;
    this.escaping = undefined;
    try {
      const result = action();
      this.throwWhatEndsTheRun();
      return result;
    } catch (error) {
      throw this.hasEscaped(error) ? error : this.guestError(error, words);
    } finally {
      this.escaping = before;
    }
  }

  toGuest(value: unknown): Value {
    if (typeof value === 'function') return this.guestFunction(value as HostFunction, undefined);
    return value as Value;
  }

  toHost(value: Value, type: ValueType | undefined): unknown {
    switch (type) {
      case 'i64':
        return toBigInt(this.isolate, value);
      case 'i32':
      case 'f32':
      case 'f64':
        return toNumber(this.isolate, value);
      case 'funcref':
        return value instanceof JSObject ? (exportedFunctionOf(value)?.call ?? value) : value;
      default:
        return value;
    }
  }

  /** WebAssembly may have caught it. */
  private throwWhatEndsTheRun(): void {
    if (this.escaping !== undefined && !(this.escaping.error instanceof GuestException)) throw this.escaping.error;
  }

  private hasEscaped(error: unknown): boolean {
    return this.escaping !== undefined && this.escaping.error === error;
  }

  private callOut({ call, type, origin }: ExportedFunction, args: Value[]): Value {
    if (origin !== undefined) {
      const { calls } = origin.module;
      calls.set(origin.index, (calls.get(origin.index) ?? 0) + 1);
    }
    const given = type === undefined ? args : type.parameters.map((each, index) => this.toHost(args[index], each));
    const result = this.run(() => call(...given));
    if (!Array.isArray(result)) return this.toGuest(result);
    return this.isolate.realm.newArray(result.map((value) => this.toGuest(value)));
  }

  private resultToHost(result: Value, types: readonly ValueType[]): unknown {
    if (types.length === 0) return undefined;
    if (types.length === 1) return this.toHost(result, types[0]);
    // Simplified: several results are taken from what is like an array, not from any iterable.
    const list = result instanceof JSObject ? listFromArrayLike(this.isolate, result) : [];
    return types.map((type, index) => this.toHost(list[index], type));
  }

  private guestError(error: unknown, words: string | undefined): unknown {
    if (!(error instanceof Error)) return error;
    const { isolate } = this;
    const name = errorNames.find((each) => each === error.name);
    if (name === undefined) return error;
    const message = words === undefined ? error.message : error.message.replace(/^WebAssembly\.\w+\(\)/, words);
    return new GuestException(makeError(isolate, name, message));
  }
}

/** What the host's WebAssembly throws itself. */
const errorNames = [
  'CompileError',
  'LinkError',
  'RuntimeError',
  'TypeError',
  'RangeError',
] as const satisfies readonly ErrorName[];

export function exportedFunctionOf(guest: JSObject): ExportedFunction | undefined {
  if (!(guest.internal instanceof FunctionData)) return undefined;
  const { data } = guest.internal;
  return typeof data === 'object' && data !== null && 'call' in data && isCallable(guest)
    ? (data as ExportedFunction)
    : undefined;
}
