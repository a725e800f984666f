/**
 * XMLSerializer, and documents that are made: document.implementation. DOM Parsing: 3.2 XML serialization; DOM: 4.5.1 DOMImplementation.
 * Simplified: prefixes stay as they are, and are declared where they first appear.
 */
import { HostData, type JSObject, type Value } from '../../engine/index.ts';
import type { Dom } from './dom.ts';
import { parseDocument } from './html-parsing.ts';
import { type InterfaceTable, membersOf } from './interfaces.ts';
import { node as nodeArgument } from './node-arguments.ts';
import {
  CommentData,
  DoctypeData,
  DocumentData,
  ElementData,
  htmlNamespace,
  type NodeData,
  ParentData,
  TextData,
} from './nodes.ts';

class SerializerData extends HostData {}

/** Namespaces by the prefixes that what is around has declared. */
type Known = ReadonlyMap<string | null, string | null>;

const escaped: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

const escape = (text: string, which: RegExp): string => text.replaceAll(which, (each) => escaped[each]!);

const voidElements = new Set(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr'.split(' '),
);

function serialize(node: NodeData, known: Known): string {
  if (node instanceof ElementData) return serializeElement(node, known);
  if (node instanceof TextData) return escape(node.data, /[&<>]/g);
  if (node instanceof CommentData) return `<!--${node.data}-->`;
  if (node instanceof DoctypeData) return serializeDoctype(node);
  return node instanceof ParentData ? node.children.map((child) => serialize(child, known)).join('') : '';
}

function serializeDoctype({ name, publicId, systemId }: DoctypeData): string {
  if (publicId !== '') return `<!DOCTYPE ${name} PUBLIC "${publicId}"${systemId === '' ? '' : ` "${systemId}"`}>`;
  return systemId === '' ? `<!DOCTYPE ${name}>` : `<!DOCTYPE ${name} SYSTEM "${systemId}">`;
}

function serializeElement(element: ElementData, around: Known): string {
  const { prefix, namespace, attributes, isHtml, localName } = element;
  const known = new Map(around);
  let start = `<${element.qualifiedName}`;
  const declare = (name: string | null, uri: string | null): void => {
    if ((known.get(name) ?? null) === uri) return;
    known.set(name, uri);
    start += ` ${name === null ? 'xmlns' : `xmlns:${name}`}="${escape(uri ?? '', /[&<>"]/g)}"`;
  };
  declare(prefix, namespace);
  for (const { name, value, namespace: uri, prefix: own } of attributes) {
    if (name === 'xmlns' || (own === 'xmlns' && known.get(name.slice(6)) === value)) continue;
    if (own === 'xmlns') known.set(name.slice(6), value);
    else if (own !== null && own !== 'xml') declare(own, uri);
    start += ` ${name}="${escape(value, /[&<>"\t\n\r]/g)}"`;
  }
  const { children } = element.content ?? element;
  if (children.length === 0 && (!isHtml || voidElements.has(localName))) return `${start}${isHtml ? ' />' : '/>'}`;
  return `${start}>${children.map((child) => serialize(child, known)).join('')}</${element.qualifiedName}>`;
}

const serializerMembers = membersOf(SerializerData, {
  operations: {
    serializeToString: [
      1,
      (dom, _self, [given]) => {
        const node = nodeArgument(dom, given, "execute 'serializeToString' on 'XMLSerializer'");
        return serialize(node, new Map());
      },
    ],
  },
});

class ImplementationData extends HostData {}

export function implementationOf(dom: Dom, document: DocumentData): JSObject {
  let object = document.parts.get('implementation');
  if (object === undefined) {
    object = dom.newObject('DOMImplementation', new ImplementationData());
    document.parts.set('implementation', object);
  }
  return object;
}

function createHtmlDocument(dom: Dom, title: Value): JSObject {
  const document = parseDocument('<!DOCTYPE html><html><head></head><body></body></html>');
  document.readyState = 'complete';
  document.isBlank = true;
  if (title !== undefined) {
    const element = new ElementData('HTMLTitleElement', document, 'title', htmlNamespace);
    const text = new TextData(document, dom.text(title));
    element.children.push(text);
    text.parent = element;
    document.head!.children.push(element);
    element.parent = document.head;
  }
  dom.wrapAll(document);
  return dom.wrap(document);
}

const implementationMembers = membersOf(ImplementationData, {
  operations: {
    createHTMLDocument: [0, (dom, _self, [title]) => createHtmlDocument(dom, title)],
    createDocumentType: [
      3,
      (dom, _self, [name, publicId, systemId]) =>
        dom.wrap(new DoctypeData(dom.document, dom.text(name), dom.text(publicId), dom.text(systemId))),
    ],
    hasFeature: [0, () => true],
  },
});

export const serializingInterfaces: InterfaceTable = {
  XMLSerializer: {
    members: [serializerMembers],
    construct: (dom, _args, newTarget) => dom.newInstance('XMLSerializer', new SerializerData(), newTarget),
  },
  DOMImplementation: { members: [implementationMembers] },
};
