/**
 * Words for errors that quote the source: "obj.foo is not a function", "x is not iterable". V8's CallPrinter prints the
 * callee from the AST; here the text of the failing instruction's expression is found in the AST of the function.
 * V8: src/ast/prettyprinter.cc (CallPrinter), src/execution/messages.cc (RenderCallSite).
 */
import type * as acorn from 'acorn';
import { findCallAt, findIterableAt, findPatternAt } from '../parsing/call-sites.ts';
import { type PropertyKey, keyToDisplay, type Value } from '../objects/value.ts';
import { defaultCallSite } from './default-call-site.ts';
import { describe } from './describe.ts';
import type { Frame } from './frame.ts';
import type { Isolate } from './isolate.ts';
import { framePosition } from './stack-trace.ts';

/** What is called at this moment, as V8 quotes it; the value itself where the source does not tell. */
export function describeCallee(isolate: Isolate, callee: Value): string {
  const frame = isolate.currentFrame;
  if (frame === undefined) return describe(callee);
  if (frame.shared.script.kind === 'builtin') return defaultCallSite(callee);
  const site = findCallAt(frame.shared.script.source, frame.shared.literal, framePosition(frame));
  return site === undefined ? describe(callee) : printExpression(site.callee);
}

export function notIterableMessage(isolate: Isolate, value: Value): string {
  const active = isolate.currentFrame?.closure;
  if (
    active === isolate.internalFunction('CallWithSpread') ||
    active === isolate.internalFunction('ConstructWithSpread')
  ) {
    return 'Spread syntax requires ...iterable[Symbol.iterator] to be a function';
  }
  const frame = sourceFrame(isolate);
  const fallback = `${describe(value)} is not iterable`;
  if (frame === undefined || frame.shared.script.kind === 'builtin') {
    return `${defaultCallSite(value)} is not iterable (cannot read property Symbol(Symbol.iterator))`;
  }
  const site = findIterableAt(frame.shared.literal, framePosition(frame));
  const isNullish = value === undefined || value === null;
  if (isNullish && (site === undefined || (site.isPattern && site.node.type === 'MemberExpression'))) {
    return `${String(value)} is not iterable (cannot read property Symbol(Symbol.iterator))`;
  }
  return site === undefined ? fallback : `${printExpression(site.node)} is not iterable`;
}

/** The frame whose source is quoted: operations of the engine itself speak for their caller. */
function sourceFrame(isolate: Isolate): Frame | undefined {
  return isolate
    .frames()
    .findLast((frame) => frame.shared.script.kind !== 'builtin' || frame.shared.script.name !== '');
}

/**
 * For a failed property load that belongs to a destructuring pattern: makes "Cannot destructure property 'a' of 'b' as it
 * is undefined." from the value's name.
 */
export function describePropertyBase(isolate: Isolate, key: PropertyKey): ((value: string) => string) | undefined {
  const frame = isolate.currentFrame;
  if (frame === undefined || frame.shared.script.kind === 'builtin') return undefined;
  const pattern = findPatternAt(frame.shared.literal, framePosition(frame));
  if (pattern === undefined) return undefined;
  return (value) =>
    `Cannot destructure property '${keyToDisplay(key)}' of '${pattern.source === undefined ? value : printExpression(pattern.source)}' as it is ${value}.`;
}

/** As V8's CallPrinter prints expressions. */
export function printExpression(node: acorn.Node): string {
  const expression = node as acorn.Expression | acorn.Super | acorn.PrivateIdentifier | acorn.SpreadElement;
  switch (expression.type) {
    case 'Identifier':
      return expression.name;
    case 'PrivateIdentifier':
      return `#${expression.name}`;
    case 'ThisExpression':
      return 'this';
    case 'Super':
      return 'super';
    case 'Literal':
      return typeof expression.value === 'string' ? `"${expression.value}"` : String(expression.raw);
    case 'TemplateLiteral':
      return '""';
    case 'MemberExpression':
      return printMember(expression);
    case 'ChainExpression':
      return printExpression(expression.expression);
    case 'ParenthesizedExpression':
      return printExpression(expression.expression);
    case 'CallExpression':
      return `${printExpression(expression.callee)}(...)`;
    case 'SequenceExpression':
      return `(${expression.expressions.map(printExpression).join(' , ')})`;
    case 'NewExpression':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return '(intermediate value)';
    case 'UnaryExpression':
      return `(${expression.operator}${/^[a-z]/.test(expression.operator) ? ' ' : ''}${printExpression(expression.argument)})`;
    case 'BinaryExpression':
    case 'LogicalExpression':
      return `(${printExpression(expression.left)} ${expression.operator} ${printExpression(expression.right)})`;
    case 'ClassExpression': {
      // V8 prints the values of methods and of private names, one by one.
      const printed = expression.body.body.filter(
        (member) =>
          (member.type === 'MethodDefinition' && member.kind !== 'constructor') ||
          (member.type === 'PropertyDefinition' && member.key.type === 'PrivateIdentifier'),
      );
      return '(intermediate value)'.repeat(Math.max(1, printed.length));
    }
    case 'ObjectExpression':
      return expression.properties.length === 0
        ? '{}'
        : `{${'(intermediate value)'.repeat(expression.properties.length)}}`;
    case 'ArrayExpression':
      return `[${expression.elements.map((element) => (element === null ? '' : printExpression(element))).join(',')}]`;
    case 'SpreadElement':
      return `...${printExpression(expression.argument)}`;
    case 'AwaitExpression':
      return '(intermediate value)';
    case 'ConditionalExpression':
      return '(intermediate value)(intermediate value)(intermediate value)';
    default:
      return '(intermediate value)';
  }
}

function printMember(expression: acorn.MemberExpression): string {
  const object = printExpression(expression.object);
  const chain = expression.optional ? '?.' : '';
  if (!expression.computed) return `${object}${chain === '' ? '.' : chain}${printExpression(expression.property)}`;
  const property = expression.property as acorn.Expression;
  const key =
    property.type === 'Literal' && typeof property.value === 'string' ? property.value : printExpression(property);
  return property.type === 'Literal' && typeof property.value === 'string'
    ? `${object}${chain === '' ? '.' : chain}${key}`
    : `${object}${chain}[${key}]`;
}
