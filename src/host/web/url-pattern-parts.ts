/**
 * The pattern of one component: parsed into parts, from which its regular expression and its normal text are made. URL Pattern
 * Standard: 2.1 Parsing pattern strings, 2.2 Converting part lists to regular expressions, 2.3 to pattern strings.
 */
import {
  isNameCharacter,
  PatternProblem,
  shownIndex,
  type Token,
  tokenize,
  type TokenType,
} from './url-pattern-tokens.ts';

export interface ComponentOptions {
  readonly delimiter: string;
  readonly prefix: string;
}

export interface Component {
  /** The pattern as its getter shows it. */
  readonly text: string;
  readonly regexp: string;
  readonly names: readonly string[];
  readonly hasRegExpGroups: boolean;
}

type Modifier = '' | '?' | '*' | '+';

interface Part {
  readonly type: 'fixed' | 'regexp' | 'segment' | 'wildcard';
  readonly value: string;
  readonly modifier: Modifier;
  readonly name: string;
  readonly prefix: string;
  readonly suffix: string;
}

export type Encode = (text: string) => string;

const wildcard = '.*';

/** What the program's engine will make of it, too. */
export function compiledRegExp(source: string): RegExp | undefined {
  try {
    return new RegExp(source, 'v');
  } catch {
    return undefined;
  }
}

function segmentOf({ delimiter }: ComponentOptions): string {
  return `[^${escapeRegExp(delimiter)}]+?`;
}

export function compileComponent(name: string, text: string, encode: Encode, options: ComponentOptions): Component {
  try {
    return compileParts(new PatternParser(text, encode, options).parse(), options);
  } catch (problem) {
    if (!(problem instanceof PatternProblem)) throw problem;
    throw new PatternProblem(`Invalid ${name} pattern '${text}'. ${problem.message}`);
  }
}

function compileParts(parts: readonly Part[], options: ComponentOptions): Component {
  for (const { type, value } of parts)
    if (type === 'regexp' && compiledRegExp(`(?:${value})`) === undefined)
      throw new PatternProblem(`Custom regular expression group '${value}' is invalid.`);
  const names = parts.filter(({ type }) => type !== 'fixed').map(({ name }) => name);
  return {
    text: patternOf(parts, options),
    regexp: regexpOf(parts, options),
    names,
    hasRegExpGroups: parts.some(({ type }) => type === 'regexp'),
  };
}

const words: Readonly<Record<TokenType, string>> = {
  open: "'{'",
  close: "'}'",
  regexp: 'regex group',
  name: 'named group',
  char: 'character',
  escapedChar: 'escaped character',
  otherModifier: 'modifier',
  asterisk: 'asterisk',
  end: 'end of pattern',
  invalidChar: 'invalid character',
};

class PatternParser {
  private readonly text: string;
  private readonly tokens: readonly Token[];
  private readonly encode: Encode;
  private readonly options: ComponentOptions;
  private readonly parts: Part[] = [];
  private index = 0;
  private pending = '';
  private nextName = 0;

  constructor(text: string, encode: Encode, options: ComponentOptions) {
    this.text = text;
    this.tokens = tokenize(text, false);
    this.encode = encode;
    this.options = options;
  }

  parse(): readonly Part[] {
    while (this.index < this.tokens.length) {
      const character = this.take('char');
      const name = this.take('name');
      const matcher = this.takeMatcher(name);
      if (name !== undefined || matcher !== undefined) {
        let prefix = character?.value ?? '';
        if (prefix !== '' && prefix !== this.options.prefix) {
          this.pending += prefix;
          prefix = '';
        }
        this.addPending();
        this.add(prefix, name, matcher, '', this.takeModifier());
        continue;
      }
      const fixed = character ?? this.take('escapedChar');
      if (fixed !== undefined) {
        this.pending += fixed.value;
        continue;
      }
      if (this.take('open') !== undefined) {
        const prefix = this.takeText();
        const inner = this.take('name');
        const innerMatcher = this.takeMatcher(inner);
        const suffix = this.takeText();
        this.need('close');
        this.add(prefix, inner, innerMatcher, suffix, this.takeModifier());
        continue;
      }
      this.addPending();
      this.need('end');
    }
    return this.parts;
  }

  private take(type: TokenType): Token | undefined {
    const token = this.tokens[this.index];
    if (token?.type !== type) return undefined;
    this.index++;
    return token;
  }

  private need(type: TokenType): void {
    if (this.take(type) !== undefined) return;
    const { type: found, value, index } = this.tokens[this.index]!;
    throw new PatternProblem(
      `Unexpected ${words[found]} '${value}' at index ${shownIndex(this.text, index)}, expected ${words[type]}.`,
    );
  }

  private takeMatcher(name: Token | undefined): Token | undefined {
    return this.take('regexp') ?? (name === undefined ? this.take('asterisk') : undefined);
  }

  private takeModifier(): Modifier {
    return ((this.take('otherModifier') ?? this.take('asterisk'))?.value ?? '') as Modifier;
  }

  private takeText(): string {
    let text = '';
    for (;;) {
      const token = this.take('char') ?? this.take('escapedChar');
      if (token === undefined) return text;
      text += token.value;
    }
  }

  private addPending(): void {
    if (this.pending === '') return;
    const value = this.encode(this.pending);
    this.pending = '';
    this.parts.push(fixedPart(value, ''));
  }

  private add(
    prefix: string,
    name: Token | undefined,
    matcher: Token | undefined,
    suffix: string,
    modifier: Modifier,
  ): void {
    if (name === undefined && matcher === undefined && modifier === '') {
      this.pending += prefix;
      return;
    }
    this.addPending();
    if (name === undefined && matcher === undefined) {
      if (prefix !== '') this.parts.push(fixedPart(this.encode(prefix), modifier));
      return;
    }
    const segment = segmentOf(this.options);
    const regexp = matcher === undefined ? segment : matcher.type === 'asterisk' ? wildcard : matcher.value;
    const type = regexp === segment ? 'segment' : regexp === wildcard ? 'wildcard' : 'regexp';
    const shown = name?.value ?? String(this.nextName++);
    if (this.parts.some((part) => part.type !== 'fixed' && part.name === shown))
      throw new PatternProblem(
        `Duplicate group name '${shown}' at index ${shownIndex(this.text, this.tokens[this.index]!.index)}.`,
      );
    this.parts.push({
      type,
      value: type === 'regexp' ? regexp : '',
      modifier,
      name: shown,
      prefix: this.encode(prefix),
      suffix: this.encode(suffix),
    });
  }
}

function fixedPart(value: string, modifier: Modifier): Part {
  return { type: 'fixed', value, modifier, name: '', prefix: '', suffix: '' };
}

export function escapeRegExp(text: string): string {
  return text.replaceAll(/[.+*?^${}()[\]|/\\]/g, String.raw`\$&`);
}

export function escapePattern(text: string): string {
  return text.replaceAll(/[+*?:{}()\\]/g, String.raw`\$&`);
}

function regexpOf(parts: readonly Part[], options: ComponentOptions): string {
  return `^${parts.map((part) => regexpOfPart(part, options)).join('')}$`;
}

function regexpOfPart(part: Part, options: ComponentOptions): string {
  const { type, modifier } = part;
  if (type === 'fixed') {
    const escaped = escapeRegExp(part.value);
    return modifier === '' ? escaped : `(?:${escaped})${modifier}`;
  }
  const value = type === 'segment' ? segmentOf(options) : type === 'wildcard' ? wildcard : part.value;
  const isRepeated = modifier === '*' || modifier === '+';
  if (part.prefix === '' && part.suffix === '')
    return isRepeated ? `((?:${value})${modifier})` : `(${value})${modifier}`;
  const prefix = escapeRegExp(part.prefix);
  const suffix = escapeRegExp(part.suffix);
  if (!isRepeated) return `(?:${prefix}(${value})${suffix})${modifier}`;
  return `(?:${prefix}((?:${value})(?:${suffix}${prefix}(?:${value}))*)${suffix})${modifier === '*' ? '?' : ''}`;
}

function patternOf(parts: readonly Part[], options: ComponentOptions): string {
  return parts.map((part, index) => patternOfPart(part, parts[index - 1], parts[index + 1], options)).join('');
}

const isNumber = (name: string): boolean => /^[0-9]/.test(name);
const firstOf = (text: string): string => (text === '' ? '' : String.fromCodePoint(text.codePointAt(0)!));

function patternOfPart(
  part: Part,
  previous: Part | undefined,
  next: Part | undefined,
  options: ComponentOptions,
): string {
  const { type, modifier, prefix, suffix, name } = part;
  if (type === 'fixed') {
    const escaped = escapePattern(part.value);
    return modifier === '' ? escaped : `{${escaped}}${modifier}`;
  }
  const isNamed = !isNumber(name);
  const isGrouped = needsGrouping(part, isNamed, previous, next, options);
  let matcher = '';
  if (type === 'regexp') matcher = `(${part.value})`;
  else if (type === 'segment') matcher = isNamed ? '' : `(${segmentOf(options)})`;
  else {
    const standsAlone =
      previous === undefined || previous.type === 'fixed' || previous.modifier !== '' || isGrouped || prefix !== '';
    matcher = !isNamed && standsAlone ? '*' : `(${wildcard})`;
  }
  const isEscaped = type === 'segment' && isNamed && suffix !== '' && isNameCharacter(firstOf(suffix), false);
  const inner = `${escapePattern(prefix)}${isNamed ? `:${name}` : ''}${matcher}${isEscaped ? '\\' : ''}${escapePattern(suffix)}`;
  return `${isGrouped ? `{${inner}}` : inner}${modifier}`;
}

function needsGrouping(
  { type, modifier, prefix, suffix }: Part,
  isNamed: boolean,
  previous: Part | undefined,
  next: Part | undefined,
  options: ComponentOptions,
): boolean {
  if (suffix !== '' || (prefix !== '' && prefix !== options.prefix)) return true;
  const isBefore = isNamed && type === 'segment' && modifier === '' && next?.prefix === '' && next.suffix === '';
  if (isBefore) {
    const runsOn = next.type === 'fixed' ? isNameCharacter(firstOf(next.value), false) : isNumber(next.name);
    if (runsOn) return true;
  }
  return (
    prefix === '' && previous?.type === 'fixed' && options.prefix !== '' && previous.value.endsWith(options.prefix)
  );
}
