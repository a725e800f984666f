/** Texts in the lines of V8's log. V8: Log::MessageBuilder in src/logging/log-file.cc. */
import { JSSymbol, type PropertyKey } from '../../engine/index.ts';

/** What would end a field is escaped. */
export function logText(text: string): string {
  return text.replaceAll(/[^\x20-\x7e]|[\\,]/g, (unit) => {
    if (unit === '\n') return '\\n';
    if (unit === '\\') return '\\\\';
    const code = unit.charCodeAt(0);
    return code < 0x100
      ? `\\x${code.toString(16).padStart(2, '0').toUpperCase()}`
      : `\\u${code.toString(16).padStart(4, '0')}`;
  });
}

/** Of a property. */
export function keyText(key: PropertyKey | undefined): string {
  if (!(key instanceof JSSymbol)) return key === undefined ? '' : logText(String(key));
  const { description, isPrivate, isPrivateBrand } = key;
  // The engine's own symbols have no description in V8; private names and brands of classes have.
  const isInternal = isPrivate && !isPrivateBrand && description?.startsWith('#') !== true;
  // V8 prints the symbol's hash, which is another in each run.
  return description === undefined || description === '' || isInternal
    ? 'symbol(hash 0)'
    : `symbol("${logText(description)}" hash 0)`;
}
