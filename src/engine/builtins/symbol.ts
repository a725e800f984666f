/** Symbol. ECMAScript 20.4; V8: src/builtins/builtins-symbol.cc, symbol.tq. */
import { toStringValue } from '../execution/conversions.ts';
import { describeUnquoted } from '../execution/describe.ts';
import { throwTypeError } from '../execution/errors.ts';
import type { Isolate } from '../execution/isolate.ts';
import type { NativeCode, PrimitiveData } from '../objects/internal-slots.ts';
import { JSObject } from '../objects/js-object.ts';
import { addOwn } from '../objects/own-properties.ts';
import { Attribute } from '../objects/property-details.ts';
import { JSSymbol, symbolDescriptiveString, type Value } from '../objects/value.ts';
import { constant, constructor, getter, methods, type Native, toStringTag } from './install.ts';

export function installSymbol(isolate: Isolate): void {
  const { realm, symbols } = isolate;
  const prototype = realm.symbolPrototype;
  const symbol = constructor(isolate, 'Symbol', 0, construct, prototype);
  methods(isolate, symbol, { for: [1, symbolFor], keyFor: [1, keyFor] });
  for (const name of wellKnown) constant(symbol, name, symbols[name]);
  methods(isolate, prototype, {
    toString: [0, (_isolate, receiver) => symbolDescriptiveString(thisSymbol(isolate, receiver, '.toString'))],
    valueOf: [0, (_isolate, receiver) => thisSymbol(isolate, receiver, '.valueOf')],
  });
  getter(
    isolate,
    prototype,
    'description',
    (_isolate, receiver) => thisSymbol(isolate, receiver, '.description').description,
  );
  toStringTag(isolate, prototype, 'Symbol');
  const toPrimitive: Native = (_isolate, receiver) => thisSymbol(isolate, receiver, ' [ @@toPrimitive ]');
  addOwn(
    prototype,
    symbols.toPrimitive,
    realm.newNative('[Symbol.toPrimitive]', 1, toPrimitive as NativeCode),
    Attribute.configurable,
  );
}

const wellKnown = [
  'asyncIterator',
  'hasInstance',
  'isConcatSpreadable',
  'iterator',
  'match',
  'matchAll',
  'replace',
  'search',
  'species',
  'split',
  'toPrimitive',
  'toStringTag',
  'unscopables',
  'dispose',
  'asyncDispose',
] as const;

const construct: Native = (isolate, _receiver, [description], newTarget) => {
  if (newTarget !== undefined) throwTypeError(isolate, 'NotConstructor', 'Symbol');
  return new JSSymbol(description === undefined ? undefined : toStringValue(isolate, description));
};

const symbolFor: Native = (isolate, _receiver, [value]) => {
  const key = toStringValue(isolate, value);
  let symbol = isolate.symbolRegistry.get(key);
  if (symbol === undefined) {
    symbol = new JSSymbol(key);
    isolate.symbolRegistry.set(key, symbol);
  }
  return symbol;
};

const keyFor: Native = (isolate, _receiver, [symbol]) => {
  if (!(symbol instanceof JSSymbol)) return throwTypeError(isolate, 'SymbolKeyFor', describeUnquoted(symbol));
  const key = symbol.description;
  return key !== undefined && isolate.symbolRegistry.get(key) === symbol ? key : undefined;
};

function thisSymbol(isolate: Isolate, value: Value, name: string): JSSymbol {
  if (value instanceof JSSymbol) return value;
  if (value instanceof JSObject && value.hiddenClass.instanceType === 'symbol wrapper')
    return (value.internal as PrimitiveData).value as JSSymbol;
  return throwTypeError(isolate, 'NotGeneric', `Symbol.prototype${name}`, 'Symbol');
}
