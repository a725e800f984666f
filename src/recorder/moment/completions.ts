/**
 * What can stand at the end of a text that is being written: names that are visible, or properties of what stands before the
 * last dot, if that only reads. V8 has no such thing: Chrome's console evaluates the object and lists its properties.
 */
import {
  FunctionData,
  JSObject,
  keyFromString,
  lookupOwn,
  ownKeys,
  PropertyLookup,
  type Realm,
  type Value,
} from '../../engine/index.ts';
import type { CompletionView } from '../../protocol/questions.ts';
import { contentsOf } from './object-contents.ts';
import type { ScopeNode } from './scope-nodes.ts';
import { preview } from '../log/value-preview.ts';

const maxCompletions = 1000;
const keywords = [
  'await',
  'delete',
  'false',
  'instanceof',
  'new',
  'null',
  'this',
  'true',
  'typeof',
  'undefined',
  'void',
];
/** A chain of names and indices at the end of the text: all of it but the last part is read. */
const chain =
  /((?:[\p{ID_Start}$_#][\p{ID_Continue}$]*|\[(?:\d+|'[^']*'|"[^"]*")\]|\?\.|\.)*?)(?:\?\.|\.)([\p{ID_Continue}$#]*)$/u;

export function completionsOf(
  scopes: readonly ScopeNode[],
  text: string,
  realm: Realm | undefined,
  read: (expression: string) => Value,
): CompletionView[] {
  const match = chain.exec(text);
  if (match !== null) {
    const [, object = '', prefix = ''] = match;
    // A number's dot, or something before it that would have to be called.
    const before = text.slice(0, match.index).at(-1) ?? '';
    if (object === '' || /[)\]}'"`\p{ID_Continue}]/u.test(before)) return [];
    return propertiesOf(read(object), prefix, realm);
  }
  const prefix = /[\p{ID_Continue}$]*$/u.exec(text)?.[0] ?? '';
  return namesIn(scopes, prefix);
}

function namesIn(scopes: readonly ScopeNode[], prefix: string): CompletionView[] {
  const result = new Map<string, CompletionView>();
  for (const scope of scopes) {
    if (scope.kind === 'registers') continue;
    for (const { name, value, text, isInternal, accessor } of contentsOf(scope).named()) {
      if (isInternal === true || !name.startsWith(prefix) || result.has(name) || !isName(name)) continue;
      const detail = text?.value ?? (accessor === undefined ? preview(value, 0) : '(…)');
      result.set(name, { label: name, kind: kindOf(value, 'variable'), detail });
    }
  }
  for (const label of keywords)
    if (label.startsWith(prefix) && !result.has(label)) result.set(label, { label, kind: 'keyword', detail: '' });
  return [...result.values()].slice(0, maxCompletions);
}

/** Own and inherited ones, the nearest of each name; nothing is read that would run code. */
function propertiesOf(value: Value, prefix: string, realm: Realm | undefined): CompletionView[] {
  const result = new Map<string, CompletionView>();
  const found = new PropertyLookup();
  const first = value instanceof JSObject ? value : prototypeOfPrimitive(value, realm);
  if (typeof value === 'string' && 'length'.startsWith(prefix))
    result.set('length', { label: 'length', kind: 'property', detail: String(value.length) });
  for (let holder: JSObject | null | undefined = first; holder; holder = holder.hiddenClass.prototype) {
    if (holder.hiddenClass.instanceType === 'proxy') break;
    for (const key of ownKeys(holder)) {
      if (typeof key !== 'string' || !key.startsWith(prefix) || result.has(key) || !isName(key)) continue;
      if (!lookupOwn(found, holder, key)) continue;
      const held = found.isAccessor ? undefined : (found.value as Value);
      const kind = found.isAccessor ? 'property' : kindOf(held, 'property');
      result.set(key, { label: key, kind, detail: found.isAccessor ? '(…)' : preview(held, 0) });
    }
  }
  return [...result.values()].slice(0, maxCompletions);
}

function prototypeOfPrimitive(value: Value, realm: Realm | undefined): JSObject | undefined {
  const names: Readonly<Record<string, string>> = {
    string: 'String',
    number: 'Number',
    boolean: 'Boolean',
    bigint: 'BigInt',
    object: 'Symbol',
  };
  const name = value === undefined || value === null ? undefined : names[typeof value];
  if (name === undefined || realm === undefined) return undefined;
  const found = new PropertyLookup();
  if (!lookupOwn(found, realm.globalObject, name) || !(found.value instanceof JSObject)) return undefined;
  const constructor = found.value;
  if (!lookupOwn(found, constructor, keyFromString('prototype'))) return undefined;
  return found.value instanceof JSObject ? found.value : undefined;
}

function kindOf(value: Value, plain: 'variable' | 'property'): CompletionView['kind'] {
  if (!(value instanceof JSObject) || !value.hiddenClass.isCallable) return plain;
  const isClass = value.internal instanceof FunctionData && value.internal.shared?.isClassConstructor === true;
  return isClass ? 'class' : plain === 'property' ? 'method' : 'function';
}

function isName(text: string): boolean {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(text);
}
