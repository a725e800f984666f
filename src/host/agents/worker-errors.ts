/**
 * Errors that nobody catches in a worker, on their way to whoever made it. Node: lib/internal/error_serdes.js.
 * Simplified: of what cannot be cloned only the text arrives, as that of an error.
 */
import {
  addOwn,
  deleteOwn,
  describeUnquoted,
  getProperty,
  GuestException,
  inspect,
  type Isolate,
  JSObject,
  JSSymbol,
  lookupOwn,
  makeError,
  ownKeys,
  PropertyLookup,
  type SerializedMessage,
  structuredDeserialize,
  structuredSerialize,
  toStringValue,
  type Value,
} from '../../engine/index.ts';

export type SerializedThrow =
  | { readonly kind: 'value'; readonly message: SerializedMessage }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'error'; readonly name: ErrorName; readonly properties: readonly SerializedProperty[] };

interface SerializedProperty {
  readonly key: string;
  readonly value: SerializedThrow;
  readonly attributes: number;
}

const names = ['Error', 'TypeError', 'RangeError', 'URIError', 'SyntaxError', 'ReferenceError', 'EvalError'] as const;
type ErrorName = (typeof names)[number];
const deepest = 8;

class NotCloned extends Error {}

export function serializeThrow(isolate: Isolate, value: Value, depth = 0): SerializedThrow {
  if (value instanceof JSObject && value.internal?.kind === 'error' && depth < deepest)
    return { kind: 'error', name: nameOf(isolate, value), properties: propertiesOf(isolate, value, depth) };
  try {
    const fail = (): never => {
      throw new NotCloned();
    };
    return { kind: 'value', message: structuredSerialize(isolate, value, { fail }) };
  } catch (error) {
    if (error instanceof NotCloned) return { kind: 'text', text: inspect(isolate, value) };
    if (error instanceof GuestException) return { kind: 'text', text: describeUnquoted(value) };
    throw error;
  }
}

export function deserializeThrow(isolate: Isolate, thrown: SerializedThrow): Value {
  switch (thrown.kind) {
    case 'value':
      return structuredDeserialize(isolate, thrown.message).value;
    case 'text': {
      const shown = isolate.realm.newObject();
      // So that the console shows the text as it is.
      const text = isolate.realm.newNative('inspect', 0, () => thrown.text);
      addOwn(shown, isolate.symbols.inspectCustom, text, 0);
      return shown;
    }
    case 'error': {
      const error = makeError(isolate, thrown.name, '');
      deleteOwn(error, 'message');
      for (const { key, value, attributes } of thrown.properties) {
        const own = deserializeThrow(isolate, value);
        if (key !== 'stack') addOwn(error, key, own, attributes);
        else if (error.internal?.kind === 'error') error.internal.formatted = { value: own };
      }
      return error;
    }
  }
}

/** The language's own class that it is of. */
function nameOf(isolate: Isolate, error: JSObject): ErrorName {
  for (let object: JSObject | null = error; object !== null; object = object.hiddenClass.prototype) {
    const known = names.find((name) => object === isolate.realm.intrinsics.get(`${name}.prototype`));
    if (known !== undefined) return known;
  }
  return 'Error';
}

/** Its own, and a name that it inherits from a class of the program's. */
function propertiesOf(isolate: Isolate, error: JSObject, depth: number): SerializedProperty[] {
  const found = new PropertyLookup();
  const properties: SerializedProperty[] = [];
  const stack = attempt(() => getProperty(isolate, error, 'stack'));
  properties.push({ key: 'stack', value: serializeThrow(isolate, stack, depth + 1), attributes: 0 });
  for (const key of ownKeys(error)) {
    if (key instanceof JSSymbol || key === 'stack' || !lookupOwn(found, error, key)) continue;
    const { attributes } = found;
    const value = attempt(() => getProperty(isolate, error, key));
    if (value instanceof JSObject && value.hiddenClass.isCallable) continue;
    properties.push({ key: String(key), value: serializeThrow(isolate, value, depth + 1), attributes });
  }
  const name = attempt(() => toStringValue(isolate, getProperty(isolate, error, 'name')));
  if (!properties.some(({ key }) => key === 'name') && typeof name === 'string' && name !== nameOf(isolate, error))
    properties.push({ key: 'name', value: serializeThrow(isolate, name, depth + 1), attributes: 0 });
  return properties;
}

function attempt(read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (error instanceof GuestException) return undefined;
    throw error;
  }
}
