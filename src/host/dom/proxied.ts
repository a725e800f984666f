/**
 * Objects of the host whose properties are not properties: indexed and named ones of live lists, data-* attributes, stored items. The
 * program gets a proxy. Web IDL: 3.9 Legacy platform objects.
 * Simplified: what shows proxies as such (the debugger's variables) shows these as proxies, too.
 */
import {
  addOwn,
  Attribute,
  construct,
  getProperty,
  hasProperty,
  JSObject,
  keyFromString,
  lookupOwn,
  ownKeys,
  type PropertyKey,
  PropertyLookup,
  setProperty,
  type Value,
} from '../../engine/index.ts';
import { type Dom, ProxiedData } from './dom.ts';

export abstract class NamedData extends ProxiedData {
  /** Undefined: there is no such property. */
  abstract read(dom: Dom, key: string): Value;
  abstract keys(dom: Dom): readonly string[];
  /** Those that cannot be enumerated. Web IDL: [LegacyUnenumerableNamedProperties]. */
  hiddenKeys(): readonly string[] {
    return [];
  }
  /** Those that the prototype has come first. */
  readonly isOverridden: boolean = true;
  /** False: it is an ordinary property. */
  write(_dom: Dom, _key: string, _value: Value): boolean {
    return false;
  }
  /** False: there is nothing to delete. */
  delete(_dom: Dom, _key: string): boolean {
    return false;
  }
}

export function newProxied(dom: Dom, name: string, data: NamedData): JSObject {
  const target = dom.newObject(name, data);
  let handler = dom.parts.get('proxy handler') as JSObject | undefined;
  if (handler === undefined) {
    handler = dom.host.surroundings.make(() => newHandler(dom));
    dom.parts.set('proxy handler', handler);
  }
  return construct(dom.isolate, dom.isolate.realm.intrinsic('Proxy'), [target, handler]) as JSObject;
}

function newHandler(dom: Dom): JSObject {
  const { isolate } = dom;
  const handler = isolate.realm.newObject();
  const trap = (
    name: string,
    run: (target: JSObject, data: NamedData, key: string, args: Value[]) => Value | void,
  ): void => {
    const native = dom.native(name, 0, (_receiver, args) => {
      const [target, key] = args as [JSObject, Value];
      const data = target.internal as NamedData;
      // Symbols are ordinary properties.
      if (typeof key === 'object') return ordinary(name, target, args);
      return run(target, data, String(key), args);
    });
    addOwn(handler, name, native, Attribute.all);
  };
  const ordinary = (name: string, target: JSObject, args: Value[]): Value => {
    const key = args[1] as unknown as PropertyKey;
    switch (name) {
      case 'get':
        return getProperty(isolate, target, key);
      case 'has':
        return hasProperty(isolate, target, key);
      case 'set':
        setProperty(isolate, target, key, args[2]);
        return true;
      case 'getOwnPropertyDescriptor':
        return describe(dom, target, key);
      default:
        return true;
    }
  };
  const isHidden = (target: JSObject, data: NamedData, key: string): boolean => {
    const own = lookupOwn(new PropertyLookup(), target, keyFromString(key));
    return own || (data.isOverridden && hasProperty(isolate, target, keyFromString(key)) && !/^\d+$/.test(key));
  };
  const read = (target: JSObject, data: NamedData, key: string): Value =>
    isHidden(target, data, key) ? undefined : data.read(dom, key);
  trap('get', (target, data, key) => {
    const value = read(target, data, key);
    return value === undefined ? getProperty(isolate, target, keyFromString(key)) : value;
  });
  trap('has', (target, data, key) => {
    return read(target, data, key) !== undefined || hasProperty(isolate, target, keyFromString(key));
  });
  trap('set', (target, data, key, [, , value]) => {
    const isNamed = !isHidden(target, data, key) && data.write(dom, key, value);
    if (!isNamed) setProperty(isolate, target, keyFromString(key), value);
    return true;
  });
  trap('deleteProperty', (target, data, key) => {
    if (isHidden(target, data, key) || !data.delete(dom, key)) deleteFrom(target, key);
    return true;
  });
  trap('getOwnPropertyDescriptor', (target, data, key) => {
    const value = read(target, data, key);
    if (value === undefined) return describe(dom, target, keyFromString(key));
    const enumerable = /^\d+$/.test(key) || !data.hiddenKeys().includes(key);
    return dom.host.newPlainObject({ value, writable: true, enumerable, configurable: true });
  });
  const keys = dom.native('ownKeys', 1, (_receiver, [target]) => {
    const data = (target as JSObject).internal as NamedData;
    const own = ownKeys(target as JSObject).map((key) => (typeof key === 'number' ? String(key) : key));
    return dom.list([...new Set([...data.keys(dom), ...data.hiddenKeys(), ...(own as unknown as Value[])])]);
  });
  addOwn(handler, 'ownKeys', keys, Attribute.all);
  return handler;

  function deleteFrom(target: JSObject, key: string): void {
    dom.callModule('internal/event_firing', 'deleteOwn', [target, key]);
  }
}

function describe(dom: Dom, target: JSObject, key: PropertyKey): Value {
  const found = new PropertyLookup();
  if (!lookupOwn(found, target, key) || found.isAccessor) return undefined;
  return dom.host.newPlainObject({
    value: found.value as Value,
    writable: found.isWritable,
    enumerable: found.isEnumerable,
    configurable: found.isConfigurable,
  });
}
