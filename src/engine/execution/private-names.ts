/** `#name`: fields, methods and accessors. V8: private symbols in src/ic/ic.cc, BuildPrivateBrandCheck. */
import { AccessorPair } from '../objects/accessor-pair.ts';
import { JSObject } from '../objects/js-object.ts';
import { lookupNamed, PropertyLookup } from '../objects/lookup.ts';
import { writeOwn } from '../objects/own-properties.ts';
import { JSSymbol, type Value } from '../objects/value.ts';
import { describeUnquoted } from './describe.ts';
import { throwError, throwTypeError } from './errors.ts';
import type { Isolate } from './isolate.ts';

/** object, name or method, kind, brand (or the class for static ones). */
export function loadPrivate(isolate: Isolate, args: Value[]): Value {
  const [object, name, kind, brand] = args;
  if (kind === 'const' || kind === 'let' || kind === 'var') {
    const found = new PropertyLookup();
    const symbol = name as JSSymbol;
    if (object === undefined || object === null)
      throwTypeError(isolate, 'NonObjectPropertyLoadWithProperty', String(object), symbol.description ?? '');
    if (!(object instanceof JSObject) || !lookupNamed(found, object, symbol)) {
      return throwError(
        isolate,
        'TypeError',
        `Cannot read private member ${symbol.description} from an object whose class did not declare it`,
      );
    }
    return found.value as Value;
  }
  checkBrand(isolate, object, brand);
  if (kind === 'privateMethod') return name;
  const pair = name as unknown as AccessorPair;
  if (pair.getter === undefined)
    return throwError(isolate, 'TypeError', `'${accessorName(pair)}' was defined without a getter`);
  return isolate.interpreter.enterCall(pair.getter, object, []);
}

export function storePrivate(isolate: Isolate, args: Value[]): Value {
  const [object, name, kind, brand, value] = args;
  if (kind === 'const' || kind === 'let' || kind === 'var') {
    const found = new PropertyLookup();
    const symbol = name as JSSymbol;
    if (object === undefined || object === null)
      throwTypeError(isolate, 'NonObjectPropertyStoreWithProperty', String(object), symbol.description ?? '');
    if (!(object instanceof JSObject) || !lookupNamed(found, object, symbol)) {
      return throwError(
        isolate,
        'TypeError',
        `Cannot write private member ${symbol.description} to an object whose class did not declare it`,
      );
    }
    writeOwn(object, symbol, found, value);
    return value;
  }
  checkBrand(isolate, object, brand);
  if (kind === 'privateMethod')
    return throwError(isolate, 'TypeError', `Private method '${methodName(name)}' is not writable`);
  const pair = name as unknown as AccessorPair;
  if (pair.setter === undefined)
    return throwError(isolate, 'TypeError', `'${accessorName(pair)}' was defined without a setter`);
  isolate.interpreter.nest(() => isolate.interpreter.enterSetter(pair.setter!, object, value));
  return value;
}

/** #name in object. */
export function hasPrivate(isolate: Isolate, args: Value[]): Value {
  const [object, name, kind, brand] = args;
  if (!(object instanceof JSObject))
    return throwError(
      isolate,
      'TypeError',
      `Cannot use 'in' operator to search for '#${String((name as JSSymbol).description ?? '').slice(1)}' in ${describeUnquoted(object)}`,
    );
  if (kind !== undefined && String(kind).startsWith('private')) return brandMatches(object, brand);
  return lookupNamed(new PropertyLookup(), object, name as JSSymbol);
}

function brandMatches(object: JSObject, brand: Value): boolean {
  return brand instanceof JSSymbol ? lookupNamed(new PropertyLookup(), object, brand) : object === brand;
}

function checkBrand(isolate: Isolate, object: Value, brand: Value): void {
  if (object instanceof JSObject && brandMatches(object, brand)) return;
  const name = brand instanceof JSSymbol ? (brand.description ?? 'anonymous') : 'anonymous';
  // The brand is a private name that is loaded.
  if (brand instanceof JSSymbol && (object === undefined || object === null))
    throwTypeError(isolate, 'NonObjectPropertyLoadWithProperty', String(object), name === '' ? 'anonymous' : name);
  if (brand instanceof JSSymbol)
    throwError(isolate, 'TypeError', `Receiver must be an instance of class ${name === '' ? 'anonymous' : name}`);
  throwError(
    isolate,
    'TypeError',
    `Receiver must be class ${brand instanceof JSObject ? isolate.functionName(brand) : name}`,
  );
}

function methodName(method: Value): string {
  return method instanceof JSObject && method.internal?.kind === 'function' ? (method.internal.shared?.name ?? '') : '';
}

function accessorName(pair: AccessorPair): string {
  return methodName(pair.getter ?? pair.setter).replace(/^[gs]et /, '');
}
