/** A block of declarations: read, changed and told. CSSOM: 6.6.1 The CSSStyleDeclaration interface. */
import { type Component, parseComponents } from './components.ts';
import { isPending, isWide, propertyValue, wideText } from './property-values.ts';
import type { Shorthand } from './shorthand-kinds.ts';
import { knownProperty, shorthands } from './shorthands.ts';

export interface Declaration {
  readonly name: string;
  readonly value: string;
  readonly isImportant: boolean;
  /** Set by a shorthand whose value is not known before it is computed: `margin: var(--a)`. */
  readonly pending?: { readonly shorthand: string; readonly text: string };
}

/** What a declaration sets, in order; undefined: nothing, because it is not valid. */
export function declarationsFor(
  property: string,
  text: string,
  isImportant: boolean,
): readonly Declaration[] | undefined {
  const name = knownProperty(property);
  if (name === undefined) return undefined;
  if (name.startsWith('--')) {
    return parseComponents(text) === undefined ? undefined : [{ name, value: text.trim(), isImportant }];
  }
  const shorthand = shorthands.get(name);
  if (shorthand === undefined) {
    const value = propertyValue(name, text);
    return value === undefined ? undefined : [{ name, value, isImportant }];
  }
  const list = parseComponents(text);
  if (list === undefined || list.length === 0) return undefined;
  if (isPending(list)) {
    const pending = { shorthand: name, text: text.trim() };
    return shorthand.longhands.map((longhand) => ({ name: longhand, value: '', isImportant, pending }));
  }
  const values = valuesOf(shorthand, list);
  return (
    values && shorthand.longhands.map((longhand, index) => ({ name: longhand, value: values[index]!, isImportant }))
  );
}

function valuesOf(shorthand: Shorthand, list: readonly Component[]): readonly string[] | undefined {
  const wide = wideText(list);
  return wide === undefined ? shorthand.read(list) : shorthand.longhands.map(() => wide);
}

const part =
  /(?:[^;"'(){}\\]|\\[^]|"(?:[^"\\]|\\[^])*(?:"|$)|'(?:[^'\\]|\\[^])*(?:'|$)|\((?:[^()"']|"[^"]*"|'[^']*'|\((?:[^()]|\([^()]*\))*\))*(?:\)|$)|\{[^}]*(?:\}|$)|[)}])+/g;

/** Of the text of a style attribute: what is not valid is left out; of two the later one counts, if the earlier is not important. */
export function parseDeclarations(text: string): readonly Declaration[] {
  const found = new Map<string, Declaration>();
  for (const each of text.replaceAll(/\/\*[^]*?(\*\/|$)/g, '').match(part) ?? []) {
    const colon = each.indexOf(':');
    if (colon < 0) continue;
    const written = each.slice(0, colon).trim();
    const match = /^([^]*?)(!\s*important)?\s*$/i.exec(each.slice(colon + 1))!;
    const name = written.startsWith('--') ? written : written.toLowerCase();
    for (const declaration of declarationsFor(name, match[1]!, match[2] !== undefined) ?? []) {
      if (found.get(declaration.name)?.isImportant === true && !declaration.isImportant) continue;
      found.delete(declaration.name);
      found.set(declaration.name, declaration);
    }
  }
  return [...found.values()];
}

/** Those that are there stay where they are. */
export function withDeclarations(all: readonly Declaration[], more: readonly Declaration[]): readonly Declaration[] {
  const list = [...all];
  for (const declaration of more) {
    const index = list.findIndex(({ name }) => name === declaration.name);
    list.splice(index < 0 ? list.length : index, index < 0 ? 0 : 1, declaration);
  }
  return list;
}

const longhandsOf = (name: string): readonly string[] => shorthands.get(name)?.longhands ?? [name];

export function withoutProperty(all: readonly Declaration[], property: string): readonly Declaration[] {
  const names = longhandsOf(knownProperty(property) ?? property);
  return all.some(({ name }) => names.includes(name)) ? all.filter(({ name }) => !names.includes(name)) : all;
}

/** All of its longhands, if they are there and alike in importance. */
function declared(all: readonly Declaration[], name: string): readonly Declaration[] | undefined {
  const found = longhandsOf(name).map((longhand) => all.find((each) => each.name === longhand));
  const [first] = found;
  if (first === undefined) return undefined;
  return found.every((each) => each?.isImportant === first.isImportant) ? (found as Declaration[]) : undefined;
}

/** '': it is not set, or cannot be told by one value. */
export function valueOfProperty(all: readonly Declaration[], property: string): string {
  const name = knownProperty(property) ?? property;
  const found = declared(all, name);
  if (found === undefined) return '';
  const shorthand = shorthands.get(name);
  if (shorthand === undefined) return found[0]!.value;
  const { pending } = found[0]!;
  if (found.some((each) => each.pending !== undefined))
    return pending?.shorthand === name && found.every((each) => each.pending?.text === pending.text)
      ? pending.text
      : '';
  const values = found.map(({ value }) => value);
  if (new Set(values).size === 1 && isWide(values[0]!) && values[0] !== 'initial') return values[0]!;
  if (values.every((value) => value === 'initial')) return 'initial';
  if (values.some((value) => isWide(value) && value !== 'initial')) return '';
  return shorthand.tell(values);
}

/** Chromium's removeProperty() tells nothing of shorthands. */
export const isShorthand = (property: string): boolean => shorthands.has(knownProperty(property) ?? '');

export function isImportant(all: readonly Declaration[], property: string): boolean {
  return declared(all, knownProperty(property) ?? property)?.[0]!.isImportant ?? false;
}

/** CSSOM: serialize a CSS declaration block: by shorthands where they say all. */
export function declarationsText(all: readonly Declaration[]): string {
  const done = new Set<string>();
  const texts: string[] = [];
  for (const { name, value, isImportant: importance } of all) {
    if (done.has(name)) continue;
    const mark = importance ? ' !important' : '';
    let isTold = false;
    for (const [shorthand, { longhands }] of shorthands) {
      if (!longhands.includes(name) || longhands.some((each) => done.has(each))) continue;
      const text = valueOfProperty(all, shorthand);
      if (text === '') continue;
      for (const each of longhands) done.add(each);
      texts.push(`${shorthand}: ${text}${mark};`);
      isTold = true;
      break;
    }
    if (!isTold) texts.push(`${name}: ${value}${mark};`);
    done.add(name);
  }
  return texts.join(' ');
}
