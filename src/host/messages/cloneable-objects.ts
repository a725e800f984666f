/**
 * What structured cloning makes of a browser's own objects: a copy of those that are serializable, and a refusal by name of all
 * others, the classes in JavaScript among them, whose objects look like plain ones. HTML: serializable objects; Blink: V8ScriptValueSerializer.
 * Simplified: an object that was only made with such a prototype (`Object.create(URL.prototype)`) counts as one of the class.
 */
import {
  construct,
  FunctionData,
  getProperty,
  HostData,
  isApiMark,
  JSObject,
  lookupData,
  lookupOwn,
  PropertyLookup,
  type Value,
} from '../../engine/index.ts';
import type { Host } from '../host.ts';
import { requireModule } from '../modules.ts';
import { bytesIn, newBytes } from '../web/bytes.ts';

interface BlobParts {
  readonly bytes: Uint8Array;
  readonly type: Value;
  readonly name: Value;
  readonly lastModified: Value;
}

/** They go away from where they are, and are never copied. */
const transferable: readonly string[] = ['ReadableStream', 'WritableStream', 'TransformStream', 'OffscreenCanvas'];

export function installCloning(host: Host): void {
  const { isolate } = host;
  const { platformTypes } = isolate;
  const { realm } = isolate;
  const callBlobs = (name: string, args: Value[]): Value =>
    isolate.callNested(lookupData(requireModule(host, 'internal/blob'), name) as JSObject, undefined, args);

  platformTypes.set('DOMException', {
    is: (object) => interfaceOf(object) === 'DOMException',
    serialize: (object) => ({
      message: getProperty(isolate, object, 'message'),
      name: getProperty(isolate, object, 'name'),
    }),
    deserialize: (data) => {
      const { message, name } = data as { readonly message: Value; readonly name: Value };
      return construct(isolate, realm.intrinsic('DOMException'), [message, name]) as JSObject;
    },
  });
  platformTypes.set('Blob', {
    is: (object) => ['Blob', 'File'].includes(interfaceOf(object) ?? ''),
    serialize: (object): BlobParts => {
      const parts = callBlobs('partsOf', [object]) as JSObject;
      return {
        bytes: bytesIn(lookupData(parts, 'bytes'))!.slice(),
        type: lookupData(parts, 'type'),
        name: lookupData(parts, 'name'),
        lastModified: lookupData(parts, 'lastModified'),
      };
    },
    deserialize: (data) => {
      const { bytes, type, name, lastModified } = data as BlobParts;
      return callBlobs('fromParts', [newBytes(isolate, bytes), type, name, lastModified]) as JSObject;
    },
  });
  platformTypes.set('interface', {
    // Ports say themselves how they go.
    is: (object) => ![undefined, 'MessagePort'].includes(interfaceOf(object)),
    deserialize: () => realm.newObject(),
    refusal: (object) => {
      const name = interfaceOf(object)!;
      if (object === realm.globalObject) return `#<${name}> could not be cloned.`;
      return transferable.includes(name)
        ? `A ${name} could not be cloned because it was not transferred.`
        : `${name} object could not be cloned.`;
    },
  });
}

/** The class of the browser's that an object is of; undefined: it is of the language's or the program's own only. */
function interfaceOf(object: JSObject): string | undefined {
  const found = new PropertyLookup();
  const { internal } = object;
  // A list or a map of names, which the program has as a proxy that does not show as one.
  if (internal?.kind === 'proxy')
    return internal.target?.internal instanceof HostData ? interfaceOf(internal.target) : undefined;
  for (
    let prototype = object.hiddenClass.prototype;
    prototype instanceof JSObject;
    prototype = prototype.hiddenClass.prototype
  ) {
    if (!lookupOwn(found, prototype, 'constructor') || found.isAccessor) continue;
    const constructor = found.value;
    const data = constructor instanceof JSObject ? constructor.internal : undefined;
    if (!(data instanceof FunctionData)) continue;
    const name = lookupData(constructor as JSObject, 'name');
    const isOurs = isApiMark(data.data) || (data.shared?.isClassConstructor === true && data.shared.isBuiltin);
    if (isOurs && typeof name === 'string') return name;
  }
  return undefined;
}
