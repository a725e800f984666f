/**
 * Web IDL interfaces as tables: each is made, with its prototype, when it is first needed. A member gets what the receiver is to the
 * host; the checks that bindings make (receiver, number of arguments) are made here. Web IDL: 3.7 Interfaces; Blink: bindings/.
 */
import type { JSObject, Value } from '../../engine/index.ts';
import type { Dom } from './dom.ts';

export type Read<T> = (dom: Dom, self: T) => Value;
export type Attribute<T> = Read<T> | { readonly get: Read<T>; readonly set: (dom: Dom, self: T, value: Value) => void };
/** How many arguments it requires, and what it does. */
export type Operation<T> = readonly [
  required: number,
  run: (dom: Dom, self: T, args: readonly Value[], receiver: JSObject) => Value | void,
];

export interface MembersOf<T> {
  readonly attributes?: Readonly<Record<string, Attribute<T>>>;
  readonly operations?: Readonly<Record<string, Operation<T>>>;
}

/** Of receivers of one class of the host's. */
export interface Members {
  readonly brand: abstract new (...args: never[]) => object;
  readonly attributes: Readonly<Record<string, Attribute<never>>>;
  readonly operations: Readonly<Record<string, Operation<never>>>;
}

export interface InterfaceDefinition {
  /** Without one its prototype inherits from Object.prototype. */
  readonly parent?: string;
  readonly members?: readonly Members[];
  readonly constants?: Readonly<Record<string, number>>;
  /** Without it `new` is an illegal constructor. */
  readonly construct?: (dom: Dom, args: readonly Value[], newTarget: JSObject) => JSObject;
  /** Arguments that the constructor requires. */
  readonly required?: number;
  /** What is left to do with the prototype: symbols, self-hosted methods. */
  readonly finish?: (dom: Dom, prototype: JSObject, constructor: JSObject) => void;
}

export type InterfaceTable = Readonly<Record<string, InterfaceDefinition>>;

export function membersOf<T extends object>(
  brand: abstract new (...args: never[]) => T,
  { attributes = {}, operations = {} }: MembersOf<T>,
): Members {
  return { brand, attributes, operations };
}
