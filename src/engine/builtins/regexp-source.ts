/** A RegExp as text. V8: JSRegExp::EscapedSource. */
import type { RegExpData } from '../objects/internal-slots.ts';

/** What the `source` getter gives: slashes and line ends escaped. */
export function escapedSource(data: RegExpData): string {
  return data.matcher.source;
}

export function regExpToInspect(data: RegExpData): string {
  return `/${escapedSource(data)}/${data.flags}`;
}
