/**
 * JSX elements become calls: `<a b="1">text</a>` is `React.createElement('a', { b: '1' }, 'text')`.
 * TypeScript: src/compiler/transformers/jsx.ts. React: packages/react/src/jsx/ReactJSXElement.js.
 */
import type * as acorn from 'acorn';
import entities from 'acorn-jsx/xhtml.js';
import { type Lowering, lowerExpression } from './lowering.ts';
import {
  call,
  identifier,
  impliedCall,
  isSyntaxNode,
  literal,
  member,
  object,
  type Place,
  runtimeCall,
  type SyntaxNode,
  thisExpression,
  variable,
} from './syntax.ts';

/** What the automatic runtime's module is called in the file. */
const runtimeName = '.jsx';

export function lowerJsx(lowering: Lowering, node: SyntaxNode): acorn.Expression {
  const { factory, fragment, runtimeModule } = lowering.jsx;
  if (runtimeModule !== undefined) return lowerForRuntime(lowering, node);
  const opening = (node['openingElement'] ?? node['openingFragment']) as SyntaxNode;
  const isFragment = node.type === 'JSXFragment';
  const type = isFragment ? dotted(lowering, opening, fragment) : elementType(opening['name'] as SyntaxNode);
  const properties = isFragment ? literal(opening, null) : attributes(lowering, opening);
  const children = (node['children'] as SyntaxNode[]).flatMap((child) => lowerChild(lowering, child));
  return impliedCall(node, dotted(lowering, { start: node.start, end: opening.start + 1 }, factory), [
    type,
    properties,
    ...children,
  ]);
}

/** `jsx(type, { …, children }, key)`, or `jsxs` with several children. Simplified: a key after a spread stays a property. */
function lowerForRuntime(lowering: Lowering, node: SyntaxNode): acorn.Expression {
  lowering.usesJsxRuntime = true;
  const opening = (node['openingElement'] ?? node['openingFragment']) as SyntaxNode;
  const place = { start: node.start, end: opening.start + 1 };
  const runtime = (name: string) => member(place, identifier(place, runtimeName), name);
  const isFragment = node.type === 'JSXFragment';
  const list = isFragment ? [] : (opening['attributes'] as SyntaxNode[]);
  const isSpread = list.some(({ type }) => type === 'JSXSpreadAttribute');
  const key = isSpread ? undefined : list.find(({ name }) => isSyntaxNode(name) && nameText(name) === 'key');
  const properties: Properties = list.filter((attribute) => attribute !== key).map((one) => property(lowering, one));
  const children = (node['children'] as SyntaxNode[]).flatMap((child) => lowerChild(lowering, child));
  const [only] = children;
  const isList = children.length > 1 || only?.type === 'SpreadElement';
  if (isList)
    properties.push(['children', { type: 'ArrayExpression', start: opening.end, end: node.end, elements: children }]);
  else if (only !== undefined) properties.push(['children', only as acorn.Expression]);
  const type = isFragment ? runtime('Fragment') : elementType(opening['name'] as SyntaxNode);
  const args = [type, object(opening, properties), ...(key === undefined ? [] : [attributeValue(lowering, key)])];
  return impliedCall(node, runtime(isList ? 'jsxs' : 'jsx'), args);
}

/** The statement that brings the automatic runtime into the file. */
export function runtimeImport(runtimeModule: string, isModule: boolean): acorn.Statement | acorn.ModuleDeclaration {
  const place: Place = { start: 0, end: 0 };
  const local = identifier(place, runtimeName);
  if (!isModule) {
    const required = call(place, identifier(place, 'require'), [literal(place, runtimeModule)]);
    return variable(place, 'const', local, required);
  }
  return {
    type: 'ImportDeclaration',
    ...place,
    specifiers: [{ type: 'ImportNamespaceSpecifier', ...place, local }],
    source: literal(place, runtimeModule),
    attributes: [],
  };
}

/** A name from the settings. Where nothing in the file declares React, the run has one of its own. */
function dotted(lowering: Lowering, place: Place, text: string): acorn.Expression {
  const [first = '', ...others] = text.split('.');
  const isMissing = first === 'React' && !lowering.jsx.isFactoryDeclared;
  const start: acorn.Expression = isMissing ? runtimeCall(place, 'GlobalReact', []) : identifier(place, first);
  return others.reduce<acorn.Expression>((object, name) => member(place, object, name), start);
}

/** `<div>` is a string, `<Component>` and `<a.b>` are references. */
function elementType(name: SyntaxNode): acorn.Expression {
  if (name.type === 'JSXMemberExpression') {
    const { name: property } = name['property'] as { name: string };
    return member(name, elementReference(name['object'] as SyntaxNode), property);
  }
  const text = nameText(name);
  const isIntrinsic = name.type === 'JSXNamespacedName' || /^[a-z]/.test(text) || text.includes('-');
  if (isIntrinsic && text !== 'this') return literal(name, text);
  return elementReference(name);
}

function elementReference(name: SyntaxNode): acorn.Expression {
  if (name.type === 'JSXMemberExpression') return elementType(name);
  const text = nameText(name);
  return text === 'this' ? thisExpression(name) : identifier(name, text);
}

function nameText(name: SyntaxNode): string {
  if (name.type !== 'JSXNamespacedName') return name['name'] as string;
  return `${nameText(name['namespace'] as SyntaxNode)}:${nameText(name['name'] as SyntaxNode)}`;
}

function attributes(lowering: Lowering, opening: SyntaxNode): acorn.Expression {
  const list = opening['attributes'] as SyntaxNode[];
  if (list.length === 0) return literal(opening, null);
  return object(
    { start: list[0]?.start ?? opening.start, end: list.at(-1)?.end ?? opening.end },
    list.map((attribute) => property(lowering, attribute)),
  );
}

type Properties = (readonly [string, acorn.Expression] | acorn.SpreadElement)[];

function property(lowering: Lowering, attribute: SyntaxNode): Properties[number] {
  if (attribute.type === 'JSXSpreadAttribute') {
    const { start, end } = attribute;
    return { type: 'SpreadElement', start, end, argument: lowerExpression(lowering, attribute['argument']) };
  }
  return [nameText(attribute['name'] as SyntaxNode), attributeValue(lowering, attribute)];
}

function attributeValue(lowering: Lowering, attribute: SyntaxNode): acorn.Expression {
  const { value } = attribute;
  if (!isSyntaxNode(value)) return literal(attribute, true);
  if (value.type === 'Literal') return literal(value, value['value'] as string);
  return lowerExpression(lowering, value.type === 'JSXExpressionContainer' ? value['expression'] : value);
}

function lowerChild(lowering: Lowering, child: SyntaxNode): (acorn.Expression | acorn.SpreadElement)[] {
  switch (child.type) {
    case 'JSXText': {
      const text = visibleText(lowering.source.slice(child.start, child.end));
      return text === undefined ? [] : [literal(child, text)];
    }
    case 'JSXExpressionContainer':
      return isEmpty(child['expression']) ? [] : [lowerExpression(lowering, child['expression'])];
    case 'JSXSpreadChild': {
      const { start, end } = child;
      return [{ type: 'SpreadElement', start, end, argument: lowerExpression(lowering, child['expression']) }];
    }
    default:
      return [lowerExpression(lowering, child)];
  }
}

function isEmpty(node: unknown): boolean {
  return isSyntaxNode(node) && node.type === 'JSXEmptyExpression';
}

/**
 * The text between tags: lines without the white space that lays them out, joined by one blank. Undefined where nothing is
 * left. White space that entities make stays. TypeScript: fixupWhitespaceAndDecodeEntities.
 */
function visibleText(raw: string): string | undefined {
  const lines = raw.split(/\r\n|[\n\r\u2028\u2029]/);
  if (lines.length === 1) return raw === '' ? undefined : decodeEntities(raw);
  const visible = lines
    .map((line, index) => {
      const start = index === 0 ? line : line.trimStart();
      return index === lines.length - 1 ? start : start.trimEnd();
    })
    .filter((line) => line !== '');
  return visible.length === 0 ? undefined : visible.map(decodeEntities).join(' ');
}

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d+)|#[xX]([\da-fA-F]+)|(\w+));/g, (whole, decimal, hexadecimal, name) => {
    const code = decimal === undefined ? Number.parseInt(String(hexadecimal), 16) : Number(decimal);
    if (decimal !== undefined || hexadecimal !== undefined)
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    return Object.hasOwn(entities, String(name)) ? (entities[String(name)] ?? whole) : whole;
  });
}
