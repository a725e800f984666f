/** JSON. V8: src/builtins/builtins-json.cc. */
import { enumerableOwnKeys } from '../execution/enumerable-keys.ts';
import { toStringValue } from '../execution/conversions.ts';
import { throwSyntaxError } from '../execution/errors.ts';
import type { Isolate } from '../execution/isolate.ts';
import { createDataProperty, deleteProperty, getProperty } from '../execution/property-access.ts';
import type { RuntimeFunctions } from '../execution/runtime.ts';
import { JSObject } from '../objects/js-object.ts';
import { addOwn } from '../objects/own-properties.ts';
import { setIntegrityLevel } from '../objects/integrity-level.ts';
import { Attribute } from '../objects/property-details.ts';
import { keyFromString, keyToValue, type PropertyKey, type Value } from '../objects/value.ts';
import { methods, type Native, property, selfHosted, toStringTag } from './install.ts';
import { type JsonSnapshot, parseJson, parseJsonWithSource } from './json-parse.ts';
import {
  deepestNesting,
  gapFrom,
  leafText,
  propertyList,
  quote,
  type RawJson,
  rawJsonText,
  stringifyFast,
  throwCircular,
} from './json-stringify.ts';
import { jsonSelfHosted } from './self-hosted/json.ts';

export function installJson(isolate: Isolate): void {
  const { realm } = isolate;
  const json = realm.newObject();
  selfHosted(isolate, json, jsonSelfHosted);
  methods(isolate, json, {
    rawJSON: [1, rawJson],
    isRawJSON: [1, (_isolate, _receiver, [value]) => value instanceof JSObject && rawJsonText(value) !== undefined],
  });
  toStringTag(isolate, json, 'JSON');
  realm.intrinsics.set('JSON', json);
  property(realm.globalObject, 'JSON', json);
}

const rawJson: Native = (isolate, _receiver, [value]) => {
  const text = toStringValue(isolate, value);
  if (text === '') return throwSyntaxError(isolate, 'Invalid value for JSON.rawJSON');
  const first = text[0]!;
  if ('\t\n\r {['.includes(first))
    return throwSyntaxError(
      isolate,
      text === '[object Object]'
        ? `"${text}" is not valid JSON`
        : `Unexpected token '${first}', "${text}" is not valid JSON`,
    );
  if ('\t\n\r '.includes(text[text.length - 1]!)) return throwSyntaxError(isolate, 'Invalid value for JSON.rawJSON');
  parseJson(isolate, text);
  const object = isolate.realm.newObjectWithPrototype(null);
  addOwn(object, 'rawJSON', text, Attribute.all);
  const data: RawJson = { type: 'raw json', text };
  object.internal = { kind: 'opaque', value: data };
  setIntegrityLevel(object, 'frozen');
  return object;
};

/** Snapshots travel through self-hosted code as objects that hold them. */
function boxSnapshot(isolate: Isolate, snapshot: JsonSnapshot): JSObject {
  const box = isolate.realm.newObject();
  box.internal = { kind: 'opaque', value: snapshot };
  return box;
}

function snapshotOf(value: Value): JsonSnapshot | undefined {
  return value instanceof JSObject && value.internal?.kind === 'opaque'
    ? (value.internal.value as JsonSnapshot)
    : undefined;
}

export const jsonRuntime: RuntimeFunctions = {
  JsonParse: (isolate, [text]) => parseJson(isolate, text as string),
  JsonParseWithSource: (isolate, [text]) => boxSnapshot(isolate, parseJsonWithSource(isolate, text as string)),
  JsonSnapshotValue: (_isolate, [snapshot]) => snapshotOf(snapshot)?.value,
  /** The source text of a primitive that is still the one that was parsed. */
  JsonSnapshotSource: (_isolate, [snapshot, value]) => {
    const known = snapshotOf(snapshot);
    return known !== undefined && Object.is(known.value, value) ? known.source : undefined;
  },
  JsonSnapshotChild: (isolate, [snapshot, container, name]) => {
    const known = snapshotOf(snapshot);
    if (known === undefined || known.value !== container) return undefined;
    const child = known.elements === undefined ? known.members?.get(name as string) : known.elements[Number(name)];
    return child === undefined ? undefined : boxSnapshot(isolate, child);
  },
  JsonKeys: (isolate, [object]) => isolate.realm.newArray(enumerableOwnKeys(isolate, object as JSObject)),
  /** A reviver's result: undefined deletes. Failure is no error. */
  JsonStore: (isolate, [object, name, value]) => {
    const key = keyFromString(name as string);
    if (value === undefined) deleteProperty(isolate, object as JSObject, key);
    else createDataProperty(isolate, object as JSObject, key, value);
    return undefined;
  },
  JsonStringifyFast: (isolate, [value, replacer, space]) => stringifyFast(isolate, value, replacer, space),
  JsonPropertyList: (isolate, [replacer]) => {
    const list = propertyList(isolate, replacer);
    return list === undefined ? undefined : isolate.realm.newArray(list.map(keyToValue));
  },
  JsonGap: (isolate, [space]) => gapFrom(isolate, space),
  JsonLeafText: (isolate, [value]) => leafText(isolate, value),
  JsonDeepestNesting: () => deepestNesting,
  JsonQuote: (isolate, [text]) => quote(isolate, text as string),
  /** Throws if the object is one of those that are being written. */
  JsonCheckCircular: (isolate, [frame, object, key]) => {
    const stack: { object: JSObject; key: PropertyKey }[] = [];
    for (let next = frame; next instanceof JSObject; next = getProperty(isolate, next, 'parent')) {
      stack.unshift({
        object: getProperty(isolate, next, 'value') as JSObject,
        key: asKey(getProperty(isolate, next, 'key')),
      });
    }
    const start = stack.findIndex((entry) => entry.object === object);
    if (start >= 0) throwCircular(isolate, stack, start, asKey(key));
    return undefined;
  },
};

function asKey(value: Value): PropertyKey {
  return typeof value === 'number' ? value : keyFromString(String(value as string));
}
