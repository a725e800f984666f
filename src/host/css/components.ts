/** The text of a CSS value as component values. CSS Syntax: 4 Tokenization, 5.4.8 Consume a component value. */

export type Component =
  | { readonly kind: 'ident' | 'hash' | 'delim' | 'string' | 'url'; readonly text: string }
  /** `unit`: '' is a number, '%' a percentage; lower case. */
  | { readonly kind: 'number'; readonly value: number; readonly unit: string; readonly isInteger: boolean }
  | { readonly kind: 'function'; readonly name: string; readonly args: readonly Component[] }
  | { readonly kind: 'block'; readonly open: string; readonly args: readonly Component[] }
  | { readonly kind: 'space' };

const token =
  /(?<space>\s+)|(?<number>[+-]?(?:\d+\.\d+|\d+|\.\d+)(?:e[+-]?\d+)?)(?<unit>%|-?(?:[a-z_\u0080-\uffff]|--)[\w\u0080-\uffff-]*)?|(?<url>url\(\s*(?<address>[^\s"'()\\]*)\s*(?:\)|$))|(?<name>(?:--|-?(?:[a-z_\u0080-\uffff]|\\[^\n]))(?:[\w\u0080-\uffff-]|\\[^\n])*)(?<call>\()?|#(?<hash>[\w\u0080-\uffff-]+)|"(?<double>(?:[^"\\\n]|\\[^])*)(?:"|$)|'(?<single>(?:[^'\\\n]|\\[^])*)(?:'|$)|(?<other>[^])/giy;

/** Simplified: what is nested more deeply is no value. */
const mostNested = 100;

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Without comments, and without space at either end; undefined: it cannot be a value. */
export function parseComponents(text: string): readonly Component[] | undefined {
  const matches = [...text.replaceAll(/\/\*[^]*?(\*\/|$)/g, '').matchAll(token)];
  let at = 0;
  let depth = 0;
  const read = (end: string | undefined): Component[] | undefined => {
    if (depth > mostNested) return undefined;
    const list: Component[] = [];
    for (;;) {
      const groups = matches[at++]?.groups;
      // What is left open at the end of the text is closed there.
      if (groups === undefined) return trimmed(list);
      if (groups.other === end && end !== undefined) return trimmed(list);
      const component = readOne(groups);
      if (component === undefined) return undefined;
      list.push(component);
    }
  };
  const readOne = (groups: Readonly<Record<string, string | undefined>>): Component | undefined => {
    if (groups.space !== undefined) return { kind: 'space' };
    if (groups.number !== undefined) {
      const isInteger = /^[+-]?\d+$/.test(groups.number);
      return { kind: 'number', value: Number(groups.number), unit: (groups.unit ?? '').toLowerCase(), isInteger };
    }
    if (groups.url !== undefined) return { kind: 'url', text: groups.address ?? '' };
    if (groups.hash !== undefined) return { kind: 'hash', text: groups.hash };
    const quoted = groups.double ?? groups.single;
    if (quoted !== undefined) return { kind: 'string', text: unescaped(quoted) };
    if (groups.name !== undefined) {
      const name = unescaped(groups.name);
      if (groups.call === undefined) return { kind: 'ident', text: name };
      depth++;
      const args = read(')');
      depth--;
      if (args === undefined) return undefined;
      const [first] = args;
      if (/^url$/i.test(name) && first?.kind === 'string') return { kind: 'url', text: first.text };
      return { kind: 'function', name: name.startsWith('--') ? name : name.toLowerCase(), args };
    }
    const other = groups.other!;
    const end = closing[other];
    if (end !== undefined) {
      depth++;
      const args = read(end);
      depth--;
      return args && { kind: 'block', open: other, args };
    }
    return ')]}"\'\\;!'.includes(other) ? undefined : { kind: 'delim', text: other };
  };
  return read(undefined);
}

function trimmed(list: readonly Component[]): Component[] {
  const start = list[0]?.kind === 'space' ? 1 : 0;
  const end = list.length > start && list.at(-1)?.kind === 'space' ? list.length - 1 : list.length;
  return list.slice(start, end);
}

function unescaped(text: string): string {
  return text.replaceAll(
    /\\(?:([\da-f]{1,6})\s?|(\n)|([^]))/gi,
    (_all, code?: string, _line?: string, other?: string) =>
      code === undefined
        ? (other ?? '')
        : String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10_ff_ff) || 0xff_fd),
  );
}

/** Between commas; undefined if one of them is empty. */
export function splitByCommas(list: readonly Component[]): readonly (readonly Component[])[] | undefined {
  const parts: Component[][] = [[]];
  for (const each of list) {
    if (each.kind === 'delim' && each.text === ',') parts.push([]);
    else parts.at(-1)!.push(each);
  }
  const found = parts.map(trimmed);
  return found.every((part) => part.length > 0) ? found : undefined;
}

export function withoutSpaces(list: readonly Component[]): readonly Component[] {
  return list.filter(({ kind }) => kind !== 'space');
}

export function isDelimiter(component: Component | undefined, text: string): boolean {
  return component?.kind === 'delim' && component.text === text;
}

/** CSSOM: serialize a string. */
export function quoted(text: string): string {
  return `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
}
