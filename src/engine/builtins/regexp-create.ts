/** Making RegExp objects. V8: JSRegExp::Initialize in src/objects/js-regexp.cc; the matching itself is the host's. */
import { throwSyntaxError } from '../execution/errors.ts';
import type { Isolate } from '../execution/isolate.ts';
import { messageTemplates } from '../execution/message-templates.ts';
import type { RegExpData } from '../objects/internal-slots.ts';
import type { HiddenClass } from '../objects/hidden-class.ts';
import { addField, JSObject } from '../objects/js-object.ts';

/** All flags, in the order of the `flags` getter. */
export const regExpFlags = 'dgimsuvy';

/** A RegExp literal, or `new RegExp(pattern, flags)` for strings. Throws the guest's SyntaxError. */
export function newRegExp(isolate: Isolate, pattern: string, flags: string): JSObject {
  const object = allocateRegExp(isolate.realm.root('regexp', isolate.realm.regexpPrototype));
  object.internal = regExpData(isolate, pattern, flags);
  return object;
}

/** Without a pattern yet; `lastIndex` is its first property. */
export function allocateRegExp(hiddenClass: HiddenClass): JSObject {
  const object = new JSObject(hiddenClass);
  addField(object, 0, 0);
  return object;
}

export function regExpData(isolate: Isolate, pattern: string, flags: string): RegExpData {
  const sorted = sortFlags(flags);
  if (sorted === undefined) return throwSyntaxError(isolate, fill(messageTemplates.RegExpInvalidFlags, flags));
  return { kind: 'regexp', source: pattern, flags: sorted, matcher: compile(isolate, pattern, sorted) };
}

function sortFlags(flags: string): string | undefined {
  let count = 0;
  let sorted = '';
  for (const flag of regExpFlags) {
    if (!flags.includes(flag)) continue;
    sorted += flag;
    count++;
  }
  const isValid = count === flags.length && !(sorted.includes('u') && sorted.includes('v'));
  return isValid ? sorted : undefined;
}

/** The host's matcher searches from its lastIndex in any case, so it is global where it is not sticky. */
function compile(isolate: Isolate, pattern: string, flags: string): RegExp {
  const hostFlags = flags.includes('g') || flags.includes('y') ? flags : `${flags}g`;
  try {
    return new RegExp(pattern, hostFlags);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // V8 hosts say `Invalid regular expression: /pattern/flags: reason`. Simplified: other hosts' reasons are in their words.
    const start = `Invalid regular expression: /${pattern}/${hostFlags}: `;
    const reason = message.startsWith(start)
      ? message.slice(start.length)
      : message.slice(message.lastIndexOf(': ') + 1).trim();
    return throwSyntaxError(isolate, fill(messageTemplates.RegExpMalformed, pattern, flags, reason));
  }
}

function fill(template: string, ...parts: string[]): string {
  let next = 0;
  return template.replace(/%/g, () => parts[next++] ?? '');
}
