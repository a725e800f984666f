/** Symbols that the language and its host know by name. ECMAScript: well-known symbols; V8: src/init/heap-symbols.h. */
import { errorStackSymbol, JSSymbol, toStringTagSymbol } from '../objects/value.ts';

/** The well-known symbols. Shared by all realms of an isolate. */
export function makeWellKnownSymbols() {
  const symbol = (name: string): JSSymbol => new JSSymbol(`Symbol.${name}`);
  return {
    asyncIterator: symbol('asyncIterator'),
    hasInstance: symbol('hasInstance'),
    isConcatSpreadable: symbol('isConcatSpreadable'),
    iterator: symbol('iterator'),
    match: symbol('match'),
    matchAll: symbol('matchAll'),
    replace: symbol('replace'),
    search: symbol('search'),
    species: symbol('species'),
    split: symbol('split'),
    toPrimitive: symbol('toPrimitive'),
    toStringTag: toStringTagSymbol,
    unscopables: symbol('unscopables'),
    dispose: symbol('dispose'),
    asyncDispose: symbol('asyncDispose'),
    /** Holds what Error.captureStackTrace captured for an object that is no error. V8: error_stack_symbol. */
    errorStack: errorStackSymbol,
    /** util.inspect.custom of Node: Symbol.for('nodejs.util.inspect.custom'). */
    inspectCustom: new JSSymbol('nodejs.util.inspect.custom'),
  };
}

export type WellKnownSymbols = ReturnType<typeof makeWellKnownSymbols>;
