/** `$1`, `$&` and the like in replacement texts. V8: String::GetSubstitution. */
/** ECMAScript: GetSubstitution. `groups` looks a name up, and is undefined where the pattern has none. */
export function substitute(
  template: string,
  text: string,
  position: number,
  matched: string,
  captures: readonly (string | undefined)[],
  groups: ((name: string) => string) | undefined,
): string {
  if (!template.includes('$')) return template;
  let result = '';
  for (let i = 0; i < template.length;) {
    const dollar = template.indexOf('$', i);
    if (dollar < 0 || dollar + 1 >= template.length) return result + template.slice(i);
    result += template.slice(i, dollar);
    const next = template[dollar + 1]!;
    i = dollar + 2;
    if (next === '$') result += '$';
    else if (next === '&') result += matched;
    else if (next === '`') result += text.slice(0, position);
    else if (next === "'") result += text.slice(Math.min(position + matched.length, text.length));
    else if (next >= '0' && next <= '9') {
      const [shown, used] = numberedCapture(template, dollar, captures);
      result += shown;
      i = dollar + used;
    } else if (next === '<' && groups !== undefined) {
      const end = template.indexOf('>', dollar + 2);
      if (end < 0) result += '$<';
      else {
        result += groups(template.slice(dollar + 2, end));
        i = end + 1;
      }
    } else {
      result += '$';
      i = dollar + 1;
    }
  }
  return result;
}

/** `$n` or `$nn`: the two digits only where there are that many captures. */
function numberedCapture(
  template: string,
  dollar: number,
  captures: readonly (string | undefined)[],
): [text: string, used: number] {
  const digits = /^\d\d?/.exec(template.slice(dollar + 1, dollar + 3))![0];
  const both = Number(digits);
  if (digits.length === 2 && both >= 1 && both <= captures.length) return [captures[both - 1] ?? '', 3];
  const one = Number(digits[0]);
  if (one >= 1 && one <= captures.length) return [captures[one - 1] ?? '', 2];
  return [`$${digits[0]}`, 2];
}
