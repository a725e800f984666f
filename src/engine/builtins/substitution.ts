/** `$1`, `$&` and the like in replacement texts. V8: String::GetSubstitution, CompiledReplacement in src/runtime/runtime-regexp.cc. */

/** A text as it is, the number of a capture or of something else that a match brings along, or a group. */
type Part = string | number | { readonly group: string };

const matchedText = -1;
const textBefore = -2;
const textAfter = -3;

/** Looks a group up by its name; undefined where the pattern has none. */
export type GroupLookup = ((name: string) => string) | undefined;

export interface Match {
  readonly text: string;
  readonly position: number;
  readonly matched: string;
  readonly captures: readonly (string | undefined)[];
  readonly groups: GroupLookup;
}

/** A replacement text, looked through once for all matches of a pattern. */
export type Replacement = readonly Part[];

/** ECMAScript: GetSubstitution, what depends on the pattern alone. */
export function compileReplacement(template: string, captureCount: number, hasGroups: boolean): Replacement {
  const parts: Part[] = [];
  let literal = '';
  const add = (part: Part): void => {
    if (literal !== '') parts.push(literal);
    literal = '';
    parts.push(part);
  };
  for (let i = 0; i < template.length;) {
    const dollar = template.indexOf('$', i);
    if (dollar < 0 || dollar + 1 >= template.length) {
      literal += template.slice(i);
      break;
    }
    literal += template.slice(i, dollar);
    const next = template[dollar + 1]!;
    i = dollar + 2;
    if (next === '$') literal += '$';
    else if (next === '&') add(matchedText);
    else if (next === '`') add(textBefore);
    else if (next === "'") add(textAfter);
    else if (next >= '0' && next <= '9') {
      const [capture, used] = numberedCapture(template, dollar, captureCount);
      if (capture === undefined) literal += `$${next}`;
      else add(capture);
      i = dollar + used;
    } else if (next === '<' && hasGroups) {
      const end = template.indexOf('>', dollar + 2);
      if (end < 0) literal += '$<';
      else {
        add({ group: template.slice(dollar + 2, end) });
        i = end + 1;
      }
    } else {
      literal += '$';
      i = dollar + 1;
    }
  }
  if (literal !== '') parts.push(literal);
  return parts;
}

/** `$n` or `$nn`: the two digits only where there are that many captures. */
function numberedCapture(
  template: string,
  dollar: number,
  captureCount: number,
): [capture: number | undefined, used: number] {
  const digits = /^\d\d?/.exec(template.slice(dollar + 1, dollar + 3))![0];
  const both = Number(digits);
  if (digits.length === 2 && both >= 1 && both <= captureCount) return [both, 3];
  const one = Number(digits[0]);
  return [one >= 1 && one <= captureCount ? one : undefined, 2];
}

/** What a match is replaced by. */
export function applyReplacement(parts: Replacement, match: Match): string {
  // In one piece: what is put together by `+` takes a word or more of the host for each part.
  return parts.length === 1 ? partText(parts[0]!, match) : parts.map((part) => partText(part, match)).join('');
}

/** So long would it be. */
export function replacementLength(parts: Replacement, match: Match): number {
  let length = 0;
  for (const part of parts) {
    if (part === textBefore) length += match.position;
    else if (part === textAfter) length += Math.max(match.text.length - match.position - match.matched.length, 0);
    else length += partText(part, match).length;
  }
  return length;
}

function partText(part: Part, { text, position, matched, captures, groups }: Match): string {
  if (typeof part === 'string') return part;
  if (typeof part === 'object') return groups?.(part.group) ?? '';
  if (part > 0) return captures[part - 1] ?? '';
  if (part === matchedText) return matched;
  return part === textBefore ? text.slice(0, position) : text.slice(Math.min(position + matched.length, text.length));
}

/** ECMAScript: GetSubstitution. */
export function substitute(template: string, match: Match): string {
  if (!template.includes('$')) return template;
  return applyReplacement(compileReplacement(template, match.captures.length, match.groups !== undefined), match);
}
