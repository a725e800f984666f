/**
 * The document of a page and what its classes are made of, as one object that all members get. It is made when the program first
 * touches `document` or one of its classes, which is no part of the run (lazy-globals.ts).
 */
import {
  AccessorPair,
  addOwn,
  Attribute,
  builtinAttributes,
  construct,
  FunctionData,
  getProperty,
  GuestException,
  HostData,
  initialMapOf,
  type Isolate,
  JSObject,
  lookupData,
  makeError,
  type NativeCode,
  nativeMarks,
  setPrototype,
  toStringTag,
  toStringValue,
  type Value,
} from '../../engine/index.ts';
import type { Host } from '../host.ts';
import { requireModule } from '../modules.ts';
import { parseDocument } from './html-parsing.ts';
import type { InterfaceDefinition, InterfaceTable, Members } from './interfaces.ts';
import { LivePositions } from './live-positions.ts';
import { type DocumentData, ElementData, FragmentData, type NodeData, ParentData } from './nodes.ts';

export interface Interface {
  readonly constructor: JSObject;
  readonly prototype: JSObject;
}

/** The page that the environment gives, or an empty one: the program is the last script of its body, unless it stands there already. */
function pageText(html: string | undefined, fileName: string): string {
  const name = fileName.slice(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
  const script = `<script src="${name}"></script>`;
  if (html === undefined) return `<!DOCTYPE html><html><head></head><body>${script}</body></html>`;
  return html.includes(name) ? html : html.replace(/(<\/body>|$)/i, `${script}$1`);
}

export class Dom {
  readonly host: Host;
  readonly isolate: Isolate;
  readonly document: DocumentData;
  /** The script element of the program. */
  readonly programElement: ElementData | undefined;
  private readonly definitions: InterfaceTable;
  private readonly interfaces = new Map<string, Interface>();
  /** What the program called last: errors of scripts that are inserted are said to be its. Blink: ExceptionContext. */
  private called = { isSetter: false, key: '', on: '' };
  /** What was said once: layout that is not simulated. */
  readonly noted = new Set<string>();
  readonly positions = new LivePositions();
  observersMade = 0;
  /** What the program has set of the window's own attributes. */
  readonly windowValues = new Map<string, Value>();
  /** Other state of the page, by who keeps it. */
  readonly parts = new Map<string, unknown>();

  constructor(host: Host, definitions: InterfaceTable) {
    this.host = host;
    this.isolate = host.isolate;
    this.definitions = definitions;
    const { fileName } = host.environment;
    this.document = parseDocument(pageText(host.page.html, fileName));
    const name = fileName.slice(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
    for (const element of this.document.descendantElements())
      if (element.is('script') && element.get('src')?.endsWith(name)) this.programElement = element;
  }

  /** What it holds of the guest's objects. */
  roots(): readonly unknown[] {
    return [this.document, this.parts, this.windowValues, ...this.interfaces.values()];
  }

  /** What the program holds of a node. */
  wrap(node: NodeData): JSObject {
    if (node.object !== undefined) return node.object;
    const object = this.newObject(node.interface, node);
    node.object = object;
    return object;
  }

  wrapOrNull(node: NodeData | undefined): JSObject | null {
    return node === undefined ? null : this.wrap(node);
  }

  /** All of a tree, in tree order, so that it does not matter who looks at which node first. */
  wrapAll(node: NodeData): void {
    this.wrap(node);
    if (!(node instanceof ParentData)) return;
    for (const child of node.children) this.wrapAll(child);
    if (node instanceof ElementData && node.content !== undefined) this.wrapAll(node.content);
  }

  /** An object of an interface, with the host's data. */
  newObject(name: string, data: HostData): JSObject {
    const object = new JSObject(this.isolate.realm.root('object', this.interface(name).prototype));
    object.internal = data;
    return object;
  }

  /** What `new` gives: an object of the class that was asked for, which may be one of the program's. */
  newInstance(name: string, data: HostData, newTarget: JSObject): JSObject {
    const asked = getProperty(this.isolate, newTarget, 'prototype');
    const prototype = asked instanceof JSObject ? asked : this.interface(name).prototype;
    const object = new JSObject(initialMapOf(this.isolate, newTarget, prototype));
    object.internal = data;
    return object;
  }

  newNode(node: NodeData, newTarget: JSObject): JSObject {
    node.object = this.newInstance(node.interface, node, newTarget);
    return node.object;
  }

  interface(name: string): Interface {
    let known = this.interfaces.get(name);
    if (known === undefined) {
      known = this.host.surroundings.make(() => this.make(name));
      this.interfaces.set(name, known);
    }
    return known;
  }

  private make(name: string): Interface {
    const definition = this.definitions[name];
    if (definition === undefined) throw new Error(`no interface ${name}`);
    const { realm } = this.isolate;
    const parent = definition.parent === undefined ? undefined : this.parentOf(definition.parent);
    const prototype = realm.plainPrototype(parent?.prototype);
    const constructor = realm.newNative(name, definition.required ?? 0, this.constructorOf(name, definition), true);
    (constructor.internal as FunctionData).data = nativeMarks.api;
    if (parent !== undefined) setPrototype(constructor, parent.constructor);
    addOwn(constructor, 'prototype', prototype, Attribute.none);
    for (const [key, value] of Object.entries(definition.constants ?? {})) {
      addOwn(constructor, key, value, Attribute.enumerable);
      addOwn(prototype, key, value, Attribute.enumerable);
    }
    for (const members of definition.members ?? []) this.install(name, prototype, members);
    addOwn(prototype, 'constructor', constructor, builtinAttributes);
    toStringTag(this.isolate, prototype, name);
    definition.finish?.(this, prototype, constructor);
    return { constructor, prototype };
  }

  private parentOf(name: string): Interface {
    if (name !== 'EventTarget') return this.interface(name);
    const constructor = lookupData(requireModule(this.host, 'internal/event_target'), name) as JSObject;
    return { constructor, prototype: lookupData(constructor, 'prototype') as JSObject };
  }

  private constructorOf(name: string, { construct: make, required = 0 }: InterfaceDefinition): NativeCode {
    return (_isolate: Isolate, _receiver: Value, args: Value[], newTarget: JSObject | undefined) => {
      if (make === undefined) return this.throwTypeError(`Failed to construct '${name}': Illegal constructor`);
      if (newTarget === undefined)
        return this.throwTypeError(
          `Failed to construct '${name}': Please use the 'new' operator, this DOM object constructor cannot be called as a function.`,
        );
      if (args.length < required) this.throwMissing(`construct '${name}'`, required, args.length);
      return make(this, args, newTarget);
    };
  }

  /** Enumerable, as Web IDL has them. */
  install(name: string, prototype: JSObject, { brand, attributes, operations }: Members): void {
    for (const [key, attribute] of Object.entries(attributes)) {
      const { get, set } = typeof attribute === 'function' ? { get: attribute, set: undefined } : attribute;
      const getter = this.native(`get ${key}`, 0, (receiver) => get(this, this.self(receiver, brand)));
      const setter =
        set === undefined
          ? undefined
          : this.native(`set ${key}`, 1, (receiver, [value]) => {
              this.called = { isSetter: true, key, on: name };
              set(this, this.self(receiver, brand), value);
            });
      addOwn(prototype, key, new AccessorPair(getter, setter), Attribute.enumerable | Attribute.configurable, true);
    }
    for (const [key, [required, run]] of Object.entries(operations)) {
      const native = this.native(key, required, (receiver, args) => {
        const self = this.self(receiver, brand);
        if (args.length < required) this.throwMissing(`execute '${key}' on '${name}'`, required, args.length);
        this.called = { isSetter: false, key, on: name };
        return run(this, self, args, receiver as JSObject);
      });
      addOwn(prototype, key, native, Attribute.all);
    }
  }

  /** One that makes objects of another interface: `Image`. */
  newConstructor(name: string, interfaceName: string, make: (args: readonly Value[]) => JSObject): JSObject {
    const { realm } = this.isolate;
    const construct = ((_isolate: Isolate, _receiver: Value, args: Value[], newTarget: JSObject | undefined) => {
      if (newTarget === undefined)
        this.throwTypeError(
          `Failed to construct '${name}': Please use the 'new' operator, this DOM object constructor cannot be called as a function.`,
        );
      return make(args);
    }) as NativeCode;
    const constructor = realm.newNative(name, 0, construct, true);
    (constructor.internal as FunctionData).data = nativeMarks.api;
    addOwn(constructor, 'prototype', this.interface(interfaceName).prototype, Attribute.none);
    return constructor;
  }

  native(name: string, length: number, run: (receiver: Value, args: Value[]) => Value | void): JSObject {
    const object = this.isolate.realm.newNative(name, length, ((_isolate: Isolate, receiver: Value, args: Value[]) =>
      run(receiver, args)) as NativeCode);
    (object.internal as FunctionData).data = nativeMarks.api;
    return object;
  }

  /** The operation that the program called last. */
  get calledName(): string {
    return this.called.key;
  }

  get calledWords(): string {
    const { isSetter, key, on } = this.called;
    return isSetter ? `Failed to set the '${key}' property on '${on}': ` : `Failed to execute '${key}' on '${on}': `;
  }

  private self(receiver: Value, brand: Members['brand']): never {
    const data = hostDataOf(receiver);
    if (data instanceof brand) return data as never;
    return this.throwTypeError('Illegal invocation');
  }

  /** What an argument is to the host; what is something else is an error of the operation. */
  argument<T extends object>(
    value: Value,
    brand: abstract new (...args: never[]) => T,
    where: string,
    position: number,
    type: string,
  ): T {
    const data = hostDataOf(value);
    if (data instanceof brand) return data;
    return this.throwTypeError(`Failed to ${where}: parameter ${position} is not of type '${type}'.`);
  }

  text(value: Value): string {
    return typeof value === 'string' ? value : toStringValue(this.isolate, value);
  }

  throwTypeError(message: string): never {
    throw new GuestException(makeError(this.isolate, 'TypeError', message));
  }

  throwRangeError(message: string): never {
    throw new GuestException(makeError(this.isolate, 'RangeError', message));
  }

  throwMissing(where: string, required: number, given: number): never {
    const words = required === 1 ? '1 argument required' : `${required} arguments required`;
    return this.throwTypeError(`Failed to ${where}: ${words}, but only ${given} present.`);
  }

  throwException(name: string, message: string): never {
    const constructor = this.isolate.realm.intrinsic('DOMException');
    throw new GuestException(construct(this.isolate, constructor, [message, name]) as JSObject);
  }

  list(values: readonly Value[]): JSObject {
    return this.isolate.realm.newArray([...values]);
  }

  queueMicrotask(name: string, run: () => void): void {
    const { isolate } = this;
    isolate.enqueueMicrotask({
      kind: 'callback',
      id: isolate.nextMicrotaskId++,
      source: 'queueMicrotask',
      callback: this.native(name, 0, run),
      args: [],
      asyncContext: undefined,
      scriptId: -1,
      position: -1,
    });
  }

  /** Of one of the host's modules in JavaScript. */
  callModule(module: string, name: string, args: readonly Value[]): Value {
    const run = lookupData(requireModule(this.host, module), name) as JSObject;
    return this.isolate.callNested(run, undefined, args);
  }

  /** An event of the runtime's own, dispatched now. False: it was cancelled. */
  fire(
    target: JSObject,
    type: string,
    init: Readonly<Record<string, Value>> = {},
    className = 'Event',
    shownTarget = target,
  ): boolean {
    const given = this.host.newPlainObject(init);
    const made = this.callModule('internal/event_firing', 'fire', [target, className, type, given, shownTarget]);
    return made === true;
  }

  /** Said once in a run. */
  note(what: string, text: string): void {
    if (this.noted.has(what)) return;
    this.noted.add(what);
    this.host.print('info', `Underhood: ${text}`);
  }

  /** A member of an object that the program gave, a dictionary: undefined where there is none. */
  member(options: Value, key: string): Value {
    return options instanceof JSObject ? getProperty(this.isolate, options, key) : undefined;
  }
}

/** What an object is to the host; of a proxy that the host has made, what it stands for is. */
function hostDataOf(value: Value): HostData | undefined {
  if (!(value instanceof JSObject)) return undefined;
  const { internal } = value;
  if (internal instanceof HostData) return internal;
  if (internal?.kind !== 'proxy' || internal.target === null) return undefined;
  const { internal: inner } = internal.target;
  return inner instanceof ProxiedData ? inner : undefined;
}

/** Of what is shown to the program as a proxy: live lists, maps of names. */
export abstract class ProxiedData extends HostData {}

export function isShadowRoot(node: NodeData): node is FragmentData {
  return node instanceof FragmentData && node.host !== undefined;
}
