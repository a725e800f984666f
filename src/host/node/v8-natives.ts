/**
 * What the module `v8` calls by `%Name(…)`. Node: src/node_v8.cc, src/node_serdes.cc.
 * Simplified: the heap is that of the simulated engine (engine/heap/spaces.ts), which has no code and nothing of its own in it.
 */
import {
  JSObject,
  lookupData,
  type SerializedView,
  structuredDeserialize,
  structuredSerialize,
  throwError,
  type Value,
} from '../../engine/index.ts';
import type { Host } from '../host.ts';
import { bytesIn, newBytes } from '../web/bytes.ts';
import { memoryOf } from './process-members.ts';
import { WireProblem, WireReader } from './v8-deserializer.ts';
import { viewTypes, WireWriter } from './v8-serializer.ts';

/** Of a machine with enough memory, in bytes. */
const heapLimit = 4_345_298_944;
const semiSpace = 1_048_576;

export function installV8Natives(host: Host): void {
  const { isolate } = host;
  const define = (name: string, run: (args: Value[]) => Value): void =>
    void isolate.runtime.set(name, (_isolate, args) => run(args));
  const cannotClone = (what: string): never => throwError(isolate, 'Error', what);
  /** (value, Buffer): the bytes. */
  define('SerializeValue', ([value, buffer]) => {
    const views = new Map<SerializedView, JSObject>();
    const message = structuredSerialize(isolate, value, { fail: cannotClone, views });
    const viewOf = (record: SerializedView): { type: number; bytes: Uint8Array } => {
      const view = views.get(record)!;
      const isBuffer = lookupData(view, 'constructor') === buffer;
      const type = viewTypes.indexOf(isBuffer ? 'Buffer' : (record.name ?? 'DataView'));
      return { type, bytes: bytesIn(view)! };
    };
    const writer = new WireWriter(viewOf, (name) => cannotClone(`#<${name}> could not be cloned.`));
    const bytes = writer.write(message.value);
    isolate.meter.work(bytes.length);
    return newBytes(isolate, bytes);
  });
  /** (bytes, a function that makes a view of them by type, offset and length): the value. */
  define('DeserializeValue', ([source, makeView]) => {
    const bytes = bytesIn(source)!;
    isolate.meter.work(bytes.length);
    const viewAt = (type: number, offset: number, length: number): JSObject =>
      isolate.callNested(makeView as JSObject, undefined, [type, offset, length]) as JSObject;
    try {
      const value = new WireReader(bytes, viewAt).read();
      return structuredDeserialize(isolate, { value, transferred: [], sharedMemory: [] }).value;
    } catch (problem) {
      if (problem instanceof WireProblem) return throwError(isolate, 'Error', problem.message);
      throw problem;
    }
  });
  define('HeapSizes', () => {
    const { used, total } = memoryOf(host);
    const { young, old, large } = isolate.collector.sizes();
    return host.newPlainObject({ used: Math.ceil(used), total, young, old, large, limit: heapLimit, semiSpace });
  });
}
