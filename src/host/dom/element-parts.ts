/** classList, dataset and attributes: objects that belong to an element. DOM: 7.1 DOMTokenList, 4.9.1 NamedNodeMap; HTML: DOMStringMap. */
import { type JSObject, toBoolean, type Value } from '../../engine/index.ts';
import { iterateAsArray } from './collections.ts';
import type { Dom } from './dom.ts';
import { type InterfaceTable, membersOf, type Operation } from './interfaces.ts';
import { type AttributeData, type DocumentData, type ElementData, NodeData, nodeTypes } from './nodes.ts';
import { NamedData, newProxied } from './proxied.ts';
import { removeAttribute, setAttribute } from './tree.ts';

/** The same object each time. */
export function part(element: ElementData, name: string, make: () => JSObject): JSObject {
  let object = element.parts.get(name);
  if (object === undefined) element.parts.set(name, (object = make()));
  return object;
}

class TokensData extends NamedData {
  readonly element: ElementData;
  readonly attribute: string;

  constructor(element: ElementData, attribute: string) {
    super();
    this.element = element;
    this.attribute = attribute;
  }

  get tokens(): string[] {
    const text = this.element.get(this.attribute) ?? '';
    return [...new Set(text.split(/[\t\n\f\r ]+/).filter((token) => token !== ''))];
  }

  change(dom: Dom, tokens: readonly string[]): void {
    if (tokens.length === 0 && !this.element.has(this.attribute)) return;
    setAttribute(dom, this.element, this.attribute, tokens.join(' '));
  }

  override read(_dom: Dom, key: string): Value {
    return /^\d+$/.test(key) ? this.tokens[Number(key)] : undefined;
  }

  override keys(): readonly string[] {
    return this.tokens.map((_token, index) => String(index));
  }
}

export function tokenList(dom: Dom, element: ElementData, attribute: string): JSObject {
  return part(element, attribute, () => newProxied(dom, 'DOMTokenList', new TokensData(element, attribute)));
}

function tokenOf(dom: Dom, value: Value, operation: string): string {
  const token = dom.text(value);
  const where = `Failed to execute '${operation}' on 'DOMTokenList'`;
  if (token === '') dom.throwException('SyntaxError', `${where}: The token provided must not be empty.`);
  if (/[\t\n\f\r ]/.test(token))
    dom.throwException(
      'InvalidCharacterError',
      `${where}: The token provided ('${token}') contains HTML space characters, which are not valid in tokens.`,
    );
  return token;
}

const tokensText: Operation<TokensData> = [0, (_dom, { element, attribute }) => element.get(attribute) ?? ''];

const linkTypes = new Set(
  'alternate dns-prefetch icon manifest modulepreload next preconnect prefetch preload stylesheet'.split(' '),
);

function supports(dom: Dom, { element, attribute }: TokensData, token: string): boolean {
  if (attribute === 'rel')
    return element.is('link')
      ? linkTypes.has(token.toLowerCase())
      : ['noreferrer', 'noopener', 'opener'].includes(token.toLowerCase());
  return dom.throwTypeError("Failed to execute 'supports' on 'DOMTokenList': DOMTokenList has no supported tokens.");
}

const tokenMembers = membersOf(TokensData, {
  attributes: {
    length: (_dom, { tokens }) => tokens.length,
    value: {
      get: (_dom, { element, attribute }) => element.get(attribute) ?? '',
      set: (dom, { element, attribute }, value) => setAttribute(dom, element, attribute, dom.text(value)),
    },
  },
  operations: {
    item: [1, (_dom, { tokens }, [index]) => tokens[Number(index)] ?? null],
    contains: [1, (dom, { tokens }, [token]) => tokens.includes(dom.text(token))],
    add: [
      0,
      (dom, self, args) => {
        const added = args.map((value) => tokenOf(dom, value, 'add'));
        self.change(dom, [...new Set([...self.tokens, ...added])]);
      },
    ],
    remove: [
      0,
      (dom, self, args) => {
        const removed = args.map((value) => tokenOf(dom, value, 'remove'));
        self.change(
          dom,
          self.tokens.filter((token) => !removed.includes(token)),
        );
      },
    ],
    toggle: [
      1,
      (dom, self, [value, force]) => {
        const token = tokenOf(dom, value, 'toggle');
        const { tokens } = self;
        const has = tokens.includes(token);
        const wanted = force === undefined ? !has : toBoolean(force);
        if (wanted !== has) self.change(dom, wanted ? [...tokens, token] : tokens.filter((other) => other !== token));
        return wanted;
      },
    ],
    replace: [
      2,
      (dom, self, [from, to]) => {
        const [before, after] = [tokenOf(dom, from, 'replace'), tokenOf(dom, to, 'replace')];
        const { tokens } = self;
        if (!tokens.includes(before)) return false;
        self.change(dom, [...new Set(tokens.map((token) => (token === before ? after : token)))]);
        return true;
      },
    ],
    supports: [1, (dom, self, [token]) => supports(dom, self, dom.text(token))],
    toString: tokensText,
  },
});

class DatasetData extends NamedData {
  readonly element: ElementData;
  override readonly isOverridden = false;

  constructor(element: ElementData) {
    super();
    this.element = element;
  }

  override read(_dom: Dom, key: string): Value {
    return this.element.get(attributeOfKey(key));
  }

  override keys(): readonly string[] {
    const names = this.element.attributes.map(({ name }) => name).filter((name) => /^data-[^A-Z]*$/.test(name));
    return names.map((name) => name.slice(5).replaceAll(/-([a-z])/g, (_match, letter: string) => letter.toUpperCase()));
  }

  override write(dom: Dom, key: string, value: Value): boolean {
    if (/-[a-z]/.test(key))
      dom.throwException(
        'SyntaxError',
        `Failed to set a named property '${key}' on 'DOMStringMap': '${key}' is not a valid property name.`,
      );
    const attribute = attributeOfKey(key);
    if (/[\s/>=\0]/.test(attribute))
      dom.throwException(
        'InvalidCharacterError',
        `Failed to set a named property '${key}' on 'DOMStringMap': '${attribute}' is not a valid attribute name.`,
      );
    setAttribute(dom, this.element, attribute, dom.text(value));
    return true;
  }

  override delete(dom: Dom, key: string): boolean {
    return removeAttribute(dom, this.element, attributeOfKey(key));
  }
}

function attributeOfKey(key: string): string {
  return `data-${key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

export function dataset(dom: Dom, element: ElementData): JSObject {
  return part(element, 'dataset', () => newProxied(dom, 'DOMStringMap', new DatasetData(element)));
}

/** An attribute as a node; one that was taken away, or that nobody has set yet, is of no element. */
export class AttrData extends NodeData {
  readonly type = nodeTypes.attribute;
  attribute: AttributeData;
  element: ElementData | undefined;

  constructor(attribute: AttributeData, element: ElementData | undefined, document: DocumentData) {
    super('Attr', document);
    this.attribute = attribute;
    this.element = element;
  }

  get name(): string {
    return this.attribute.name;
  }

  get value(): string {
    return this.attribute.value;
  }

  setValue(dom: Dom, value: string): void {
    const { attribute, element } = this;
    if (element === undefined) this.attribute = { ...attribute, value };
    else setAttribute(dom, element, attribute.name, value, attribute.namespace, attribute.prefix);
  }
}

class AttributesData extends NamedData {
  readonly element: ElementData;

  constructor(element: ElementData) {
    super();
    this.element = element;
  }

  override read(dom: Dom, key: string): Value {
    const { attributes } = this.element;
    const attribute = /^\d+$/.test(key) ? attributes[Number(key)] : this.element.attribute(key);
    return attribute === undefined ? undefined : attributeNode(dom, this.element, attribute);
  }

  override keys(): readonly string[] {
    return this.element.attributes.map((_attribute, index) => String(index));
  }
}

export function attributeNode(dom: Dom, element: ElementData, attribute: AttributeData): JSObject {
  return part(element, `attribute ${attribute.name}`, () =>
    dom.wrap(new AttrData(attribute, element, element.ownerDocument)),
  );
}

/** An attribute that nobody has yet. */
export function newAttribute(dom: Dom, document: DocumentData, name: string): JSObject {
  const attribute = { namespace: null, prefix: null, localName: name, name, value: '' };
  return dom.wrap(new AttrData(attribute, undefined, document));
}

/** DOM: set an attribute. Gives the node of the one that it takes the place of. */
export function setAttributeNode(dom: Dom, element: ElementData, given: Value, where: string): JSObject | null {
  const node = dom.argument(given, AttrData, where, 1, 'Attr');
  if (node.element === element) return dom.wrap(node);
  if (node.element !== undefined)
    dom.throwException(
      'InUseAttributeError',
      `Failed to ${where}: The node provided is an attribute node that is already an attribute of another Element; attribute nodes must be explicitly cloned.`,
    );
  const { name, value, namespace, prefix } = node.attribute;
  const old = element.attribute(name);
  const replaced = old === undefined ? null : attributeNode(dom, element, old);
  if (old !== undefined) release(element, replaced!);
  setAttribute(dom, element, name, value, namespace, prefix);
  node.element = element;
  node.attribute = element.attribute(name)!;
  element.parts.set(`attribute ${name}`, dom.wrap(node));
  return replaced;
}

function release(element: ElementData, object: JSObject): void {
  const node = object.internal as AttrData;
  node.attribute = { ...node.attribute };
  node.element = undefined;
  element.parts.delete(`attribute ${node.name}`);
}

export function removeAttributeNode(dom: Dom, element: ElementData, given: Value, where: string): JSObject {
  const node = dom.argument(given, AttrData, where, 1, 'Attr');
  if (node.element !== element)
    dom.throwException('NotFoundError', `Failed to ${where}: The node provided is owned by another element.`);
  const object = dom.wrap(node);
  release(element, object);
  removeAttribute(dom, element, node.name);
  return object;
}

function takeNamed(dom: Dom, element: ElementData, name: string): JSObject {
  const own = element.attribute(name);
  if (own === undefined)
    return dom.throwException(
      'NotFoundError',
      `Failed to execute 'removeNamedItem' on 'NamedNodeMap': No item with name '${name}' was found.`,
    );
  return removeAttributeNode(dom, element, attributeNode(dom, element, own), '');
}

export function attributeMap(dom: Dom, element: ElementData): JSObject {
  return part(element, 'attributes', () => newProxied(dom, 'NamedNodeMap', new AttributesData(element)));
}

const attrMembers = membersOf(AttrData, {
  attributes: {
    name: (_dom, { attribute }) => attribute.name,
    localName: (_dom, { attribute }) => attribute.localName,
    namespaceURI: (_dom, { attribute }) => attribute.namespace,
    prefix: (_dom, { attribute }) => attribute.prefix,
    specified: () => true,
    ownerElement: (dom, { element }) => dom.wrapOrNull(element),
    value: { get: (_dom, self) => self.value, set: (dom, self, value) => self.setValue(dom, dom.text(value)) },
  },
});

const attributesMembers = membersOf(AttributesData, {
  attributes: { length: (_dom, { element }) => element.attributes.length },
  operations: {
    item: [1, (dom, self, [index]) => self.read(dom, String(Number(index))) ?? null],
    getNamedItem: [1, (dom, self, [name]) => self.read(dom, dom.text(name).toLowerCase()) ?? null],
    setNamedItem: [
      1,
      (dom, { element }, [given]) => setAttributeNode(dom, element, given, "execute 'setNamedItem' on 'NamedNodeMap'"),
    ],
    removeNamedItem: [1, (dom, { element }, [name]) => takeNamed(dom, element, dom.text(name).toLowerCase())],
  },
});

export const partInterfaces: InterfaceTable = {
  DOMTokenList: { members: [tokenMembers], finish: iterateAsArray(['entries', 'keys', 'values', 'forEach']) },
  DOMStringMap: {},
  NamedNodeMap: { members: [attributesMembers], finish: iterateAsArray([]) },
  Attr: { parent: 'Node', members: [attrMembers] },
};
