/** The HTML methods of ECMAScript's annex B. V8: src/builtins/string-html.tq. */
import { toStringValue } from '../execution/conversions.ts';
import { throwTypeError } from '../execution/errors.ts';
import type { Native } from './install.ts';

export const stringHtmlMethods: Readonly<Record<string, readonly [length: number, native: Native]>> = {
  anchor: html('anchor', 'a', 'name'),
  big: html('big', 'big'),
  blink: html('blink', 'blink'),
  bold: html('bold', 'b'),
  fontcolor: html('fontcolor', 'font', 'color'),
  fontsize: html('fontsize', 'font', 'size'),
  fixed: html('fixed', 'tt'),
  italics: html('italics', 'i'),
  link: html('link', 'a', 'href'),
  small: html('small', 'small'),
  strike: html('strike', 'strike'),
  sub: html('sub', 'sub'),
  sup: html('sup', 'sup'),
};

function html(name: string, tag: string, attribute?: string): readonly [number, Native] {
  return [
    attribute === undefined ? 0 : 1,
    (isolate, receiver, args) => {
      if (receiver === undefined || receiver === null)
        throwTypeError(isolate, 'CalledOnNullOrUndefined', `String.prototype.${name}`);
      const text = toStringValue(isolate, receiver);
      if (attribute === undefined) return `<${tag}>${text}</${tag}>`;
      const value = toStringValue(isolate, args[0]).replaceAll('"', '&quot;');
      return `<${tag} ${attribute}="${value}">${text}</${tag}>`;
    },
  ];
}
