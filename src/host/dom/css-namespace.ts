/** The namespace `CSS`. CSSOM: 2.1 serialize an identifier, 8.1 The CSS namespace. */
import { addOwn, Attribute, type JSObject, toStringTag } from '../../engine/index.ts';
import type { Dom } from './dom.ts';

export function cssNamespace(dom: Dom): JSObject {
  const object = dom.isolate.realm.newObject();
  const escape = dom.native('escape', 1, (_receiver, args) => {
    if (args.length === 0) dom.throwMissing("execute 'escape' on 'CSS'", 1, 0);
    return escapeIdentifier(dom.text(args[0]));
  });
  addOwn(object, 'escape', escape, Attribute.all);
  toStringTag(dom.isolate, object, 'CSS');
  return object;
}

/** By code units, which leaves pairs of surrogates as they are. */
function escapeIdentifier(text: string): string {
  let result = '';
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const isDigit = unit >= 48 && unit <= 57;
    const isFirst = at === 0 || (at === 1 && text.startsWith('-'));
    if (unit === 0) result += '\uFFFD';
    else if (unit < 32 || unit === 127 || (isDigit && isFirst)) result += `\\${unit.toString(16)} `;
    else if (text === '-') result += '\\-';
    else result += unit >= 128 || /[-\w]/.test(text[at]!) ? text[at]! : `\\${text[at]!}`;
  }
  return result;
}
