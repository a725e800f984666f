/**
 * The document's tree as data: what a node is to the host, in `JSObject.internal` of the object that the program holds, which is
 * made when the program first gets to see the node. DOM: 4 Nodes; Blink: third_party/blink/renderer/core/dom/.
 * Simplified: all siblings are in one list.
 */
import type { JSObject, Value } from '../../engine/index.ts';
import { EventTargetData } from '../events/event-targets.ts';
import type { MediaState } from './media-loading.ts';

export const nodeTypes = {
  element: 1,
  attribute: 2,
  text: 3,
  comment: 8,
  document: 9,
  doctype: 10,
  fragment: 11,
} as const;

export const htmlNamespace = 'http://www.w3.org/1999/xhtml';
export const svgNamespace = 'http://www.w3.org/2000/svg';

export abstract class NodeData extends EventTargetData {
  abstract readonly type: number;
  abstract readonly name: string;
  /** The nearest document; of a document itself, it. */
  ownerDocument: DocumentData;
  parent: ParentData | undefined = undefined;
  /** It was in the document, and was taken out of it, it or a node above. */
  wasRemoved = false;
  /** What the program holds. */
  object: JSObject | undefined = undefined;
  /** Those that observe it, with what they want to know: data of mutation-observers.ts. */
  observers: RegisteredObserver[] | undefined = undefined;

  constructor(interfaceName: string, document: DocumentData | undefined) {
    super(interfaceName);
    this.ownerDocument = document ?? (this as unknown as DocumentData);
  }

  get next(): NodeData | undefined {
    const siblings = this.parent?.children;
    return siblings?.[siblings.indexOf(this) + 1];
  }

  get previous(): NodeData | undefined {
    const siblings = this.parent?.children;
    return siblings?.[siblings.indexOf(this) - 1];
  }

  get root(): NodeData {
    let node: NodeData = this;
    while (node.parent !== undefined) node = node.parent;
    return node;
  }

  get isConnected(): boolean {
    let { root } = this;
    while (root instanceof FragmentData && root.host !== undefined) ({ root } = root.host);
    return root instanceof DocumentData;
  }

  /** Or is it. */
  contains(other: NodeData | undefined): boolean {
    for (let node = other; node !== undefined; node = node.parent) if (node === this) return true;
    return false;
  }
}

export interface RegisteredObserver {
  readonly observer: JSObject;
  readonly options: ObserverOptions;
  /** Only until the observer is told: the node is out of the tree that it observes. */
  readonly isTransient: boolean;
}

export interface ObserverOptions {
  readonly childList: boolean;
  readonly attributes: boolean;
  readonly characterData: boolean;
  readonly subtree: boolean;
  readonly attributeOldValue: boolean;
  readonly characterDataOldValue: boolean;
  readonly attributeFilter: readonly string[] | undefined;
}

export abstract class ParentData extends NodeData {
  readonly children: NodeData[] = [];
  /** Lists of its descendants by what was asked for. */
  lists: Map<string, JSObject> | undefined = undefined;

  get elements(): ElementData[] {
    return this.children.filter((child) => child instanceof ElementData);
  }

  /** In tree order, without itself. */
  *descendants(): Generator<NodeData> {
    for (const child of this.children) {
      yield child;
      if (child instanceof ParentData) yield* child.descendants();
    }
  }

  *descendantElements(): Generator<ElementData> {
    for (const node of this.descendants()) if (node instanceof ElementData) yield node;
  }

  get textContent(): string {
    let text = '';
    for (const node of this.descendants()) if (node instanceof TextData) text += node.data;
    return text;
  }
}

export interface AttributeData {
  readonly namespace: string | null;
  readonly prefix: string | null;
  readonly localName: string;
  /** With its prefix. */
  readonly name: string;
  value: string;
}

export class ElementData extends ParentData {
  readonly type = nodeTypes.element;
  readonly namespace: string | null;
  readonly prefix: string | null;
  readonly localName: string;
  readonly attributes: AttributeData[] = [];
  /** What a form control was set to, where that is more than its attributes say; other state of an element's class. */
  readonly state: ElementState = {};
  /** Of a template element. */
  content: FragmentData | undefined = undefined;
  shadowRoot: FragmentData | undefined = undefined;
  /** Objects that belong to it and stay the same: style, classList, dataset … */
  readonly parts = new Map<string, JSObject>();
  /** HTML: custom element state. */
  definition: JSObject | undefined = undefined;

  constructor(
    interfaceName: string,
    document: DocumentData,
    localName: string,
    namespace: string | null = htmlNamespace,
    prefix: string | null = null,
  ) {
    super(interfaceName, document);
    this.localName = localName;
    this.namespace = namespace;
    this.prefix = prefix;
  }

  get isHtml(): boolean {
    return this.namespace === htmlNamespace;
  }

  get qualifiedName(): string {
    return this.prefix === null ? this.localName : `${this.prefix}:${this.localName}`;
  }

  get name(): string {
    // Letters of ASCII only.
    return this.isHtml ? this.qualifiedName.replaceAll(/[a-z]/g, (each) => each.toUpperCase()) : this.qualifiedName;
  }

  attribute(name: string): AttributeData | undefined {
    return this.attributes.find((attribute) => attribute.name === name);
  }

  get(name: string): string | undefined {
    return this.attribute(name)?.value;
  }

  has(name: string): boolean {
    return this.attribute(name) !== undefined;
  }

  /** By the name of an HTML element. */
  is(...names: readonly string[]): boolean {
    return this.isHtml && names.includes(this.localName);
  }
}

export interface ElementState {
  /** Of input and textarea: undefined while the default shows. */
  value?: string;
  checked?: boolean;
  indeterminate?: boolean;
  /** Of an option. */
  selected?: boolean;
  customValidity?: string;
  selectionStart?: number;
  selectionEnd?: number;
  selectionDirection?: string;
  /** Of a canvas: its context. */
  context?: JSObject;
  /** Of an image: what is loaded. */
  isLoaded?: boolean;
  returnValue?: Value;
  /** Whether it shows, and, while somebody has to be told of changes, what it was before them. */
  popover?: { isOpen: boolean; toldFrom?: string };
  /** Of audio and video. */
  media?: MediaState;
  /** Of a script element that the program has made. */
  script?: { isStarted: boolean; isForcedAsync: boolean };
}

export abstract class CharacterData extends NodeData {
  data: string;

  constructor(interfaceName: string, document: DocumentData, data: string) {
    super(interfaceName, document);
    this.data = data;
  }
}

export class TextData extends CharacterData {
  readonly type = nodeTypes.text;
  readonly name = '#text';

  constructor(document: DocumentData, data: string) {
    super('Text', document, data);
  }
}

export class CommentData extends CharacterData {
  readonly type = nodeTypes.comment;
  readonly name = '#comment';

  constructor(document: DocumentData, data: string) {
    super('Comment', document, data);
  }
}

export class DoctypeData extends NodeData {
  readonly type = nodeTypes.doctype;
  readonly name: string;
  readonly publicId: string;
  readonly systemId: string;

  constructor(document: DocumentData, name: string, publicId: string, systemId: string) {
    super('DocumentType', document);
    this.name = name;
    this.publicId = publicId;
    this.systemId = systemId;
  }
}

export class FragmentData extends ParentData {
  readonly type = nodeTypes.fragment;
  readonly name = '#document-fragment';
  /** Of a shadow root: the element that it is in. */
  readonly host: ElementData | undefined;

  constructor(document: DocumentData, host?: ElementData) {
    super(host === undefined ? 'DocumentFragment' : 'ShadowRoot', document);
    this.host = host;
  }
}

export class DocumentData extends ParentData {
  readonly type = nodeTypes.document;
  readonly name = '#document';
  readyState: 'loading' | 'interactive' | 'complete' = 'loading';
  isQuirky = false;
  /** Made by the program: its address is about:blank. */
  isBlank = false;
  activeElement: ElementData | undefined = undefined;
  readonly cookies = new Map<string, string>();
  readonly parts = new Map<string, JSObject>();

  constructor() {
    super('HTMLDocument', undefined);
  }

  get documentElement(): ElementData | undefined {
    return this.elements[0];
  }

  get head(): ElementData | undefined {
    return this.documentElement?.elements.find((element) => element.is('head'));
  }

  get body(): ElementData | undefined {
    return this.documentElement?.elements.find((element) => element.is('body', 'frameset'));
  }
}
