/**
 * Values as a debugger shows them: nodes with children, which are made when somebody looks. Never runs guest code.
 * V8: ValueMirror::getProperties and internal properties (src/inspector/value-mirror.cc, v8-debugger.cc).
 */
import { Context, FunctionData, JSObject, JSSymbol, type Script, theHole, type Value } from '../../engine/index.ts';

/** Something with a name; the children of `contents` are what it shows when it is opened. */
export interface ValueNode {
  readonly name: string;
  readonly value: Value;
  /** In place of a value of the program. */
  readonly text?: { readonly value: string; readonly type: string };
  readonly contents?: () => Contents;
  /** Reading it would run this function; undefined for an accessor without a getter. */
  readonly accessor?: { readonly getter: JSObject | undefined; readonly receiver: JSObject };
  readonly evaluateName?: string;
  readonly isInternal?: boolean;
  readonly isReadOnly?: boolean;
  /** A variable that a call gives its first value. */
  readonly isParameter?: boolean;
  readonly place?: { readonly script: Script; readonly offset: number };
}

export interface Contents {
  /** Numbered children come first: child `i` is that of index `i`, undefined for a hole. */
  readonly indexedCount: number;
  readonly indexed: (index: number) => ValueNode | undefined;
  readonly named: () => readonly ValueNode[];
  /** About how many are named, where listing them all would take long. */
  readonly namedCount?: number;
}

export const noContents: Contents = { indexedCount: 0, indexed: () => undefined, named: () => [] };

/** A list of nodes under a name: `[[Entries]]`, `[[Scopes]]`. */
export function groupNode(name: string, shown: string, nodes: () => readonly ValueNode[]): ValueNode {
  return {
    name,
    value: undefined,
    text: { value: shown, type: '' },
    contents: () => ({ ...noContents, named: nodes }),
    isInternal: true,
    isReadOnly: true,
  };
}

/** A value that the program has under no name. */
export function internalNode(name: string, value: Value): ValueNode {
  return { name, value, isInternal: true, isReadOnly: true };
}

/** What is no value, said in a word. */
export function textNode(name: string, value: string, type = ''): ValueNode {
  return { name, value: undefined, text: { value, type }, isInternal: true, isReadOnly: true };
}

/** A variable; before it is initialised it has no value. */
export function variableNode(
  name: string,
  value: Value,
  isReadOnly: boolean,
  evaluateName: string | undefined,
): ValueNode {
  return {
    name,
    value,
    ...(value === theHole ? { text: { value: '<value unavailable>', type: 'undefined' } } : {}),
    ...(evaluateName === undefined ? {} : { evaluateName }),
    isReadOnly,
  };
}

/** What a register holds, which need not be a value of the program. */
export function registerNode(name: string, value: Value): ValueNode {
  const held: unknown = value;
  if (held instanceof Context) return contextNode(name, held);
  if (value === theHole) return textNode(name, '<the hole>');
  const isValue = typeof held !== 'object' || held === null || held instanceof JSObject || held instanceof JSSymbol;
  return isValue ? internalNode(name, value) : textNode(name, '<internal>');
}

const contextNames: Readonly<Record<string, string>> = {
  function: 'FunctionContext',
  block: 'BlockContext',
  class: 'BlockContext',
  catch: 'CatchContext',
  with: 'WithContext',
  eval: 'EvalContext',
  module: 'ModuleContext',
  script: 'ScriptContext',
};

function contextNode(name: string, context: Context): ValueNode {
  const { scopeInfo, slots, previous, extension } = context;
  return groupNode(name, `<${contextNames[scopeInfo.kind] ?? 'Context'}[${slots.length}]>`, () => [
    ...scopeInfo.contextLocals.map((local, row) =>
      variableNode(local.name, slots[scopeInfo.firstSlot + row], true, undefined),
    ),
    ...(extension === undefined ? [] : [internalNode('<extension>', extension)]),
    ...(previous === undefined ? [] : [contextNode('<previous>', previous)]),
  ]);
}

/** The data of a function where it was written by the user. */
export function placeOf(value: Value): ValueNode['place'] {
  if (!(value instanceof JSObject) || !(value.internal instanceof FunctionData)) return undefined;
  const { shared } = value.internal;
  if (shared === undefined || shared.script.kind === 'builtin' || shared.start < 0) return undefined;
  return { script: shared.script, offset: shared.start };
}
