/** What an operator met, as its feedback sees it, in words: not the value, which may be long or another each time. */
import { JSSymbol, type Value } from '../../engine/index.ts';

export function operandText(value: Value, smiBits: number): string {
  switch (typeof value) {
    case 'number':
      return numberText(value, smiBits);
    case 'string':
      return 'a string';
    case 'boolean':
      return String(value);
    case 'bigint':
      return 'a BigInt';
    case 'undefined':
      return 'undefined';
    default:
      if (value === null) return 'null';
      return value instanceof JSSymbol ? 'a symbol' : 'an object';
  }
}

function numberText(value: number, smiBits: number): string {
  if (Object.is(value, -0)) return 'minus zero';
  if (Number.isNaN(value)) return 'not a number';
  if (!Number.isInteger(value)) return Number.isFinite(value) ? 'a fraction' : 'infinity';
  const limit = 2 ** (smiBits - 1);
  return value >= -limit && value < limit ? 'a small integer' : 'a large number';
}
