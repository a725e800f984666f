/**
 * What a decorated member needs: variables around the class, the call that applies its decorators, and, for private
 * methods, a getter in its place. TypeScript: partialTransformClassElement in src/compiler/transformers/esDecorators.ts.
 */
import type * as acorn from 'acorn';
import { storageName } from './classes.ts';
import { type DecoratedClass, decoratorValues, hasDecorators } from './decorators.ts';
import type { Lowering } from './lowering.ts';
import {
  array,
  arrow,
  assignment,
  block,
  element,
  expressionStatement,
  functionExpression,
  identifier,
  literal,
  member,
  methodDefinition,
  object,
  type Place,
  privateMember,
  returnStatement,
  runtimeCall,
  sequence,
  type SyntaxNode,
  thisExpression,
  variable,
} from './syntax.ts';

export interface MemberDecoration {
  /** Fields and accessors: the variables with the functions that make the first value, and that run after it is set. */
  readonly initializers?: string;
  readonly extraInitializers?: string;
  readonly accessorBodies?: { readonly get: acorn.BlockStatement; readonly set: acorn.BlockStatement };
  /** What stands in the class instead of it. */
  readonly members?: SyntaxNode[];
}

type Kind = 'method' | 'getter' | 'setter' | 'accessor' | 'field';

/** A member as its decorators see it. */
interface Decorated {
  readonly node: SyntaxNode;
  readonly kind: Kind;
  readonly place: Place;
  readonly isStatic: boolean;
  readonly isPrivate: boolean;
  /** Without `#`; undefined where a variable holds the computed key. */
  readonly name: string | undefined;
  /** Start of the names of its variables. */
  readonly prefix: string;
}

export function isNamedKey(node: SyntaxNode): boolean {
  return node['computed'] !== true || (node['key'] as SyntaxNode).type === 'Literal';
}

export function decorateMember(
  lowering: Lowering,
  node: SyntaxNode,
  target: DecoratedClass,
): MemberDecoration | undefined {
  target.count += 1;
  const prefix = `.${target.count}`;
  if (!hasDecorators(node)) {
    if (!isNamedKey(node)) evaluateKey(node, target, prefix, node['accessor'] === true);
    return undefined;
  }
  const key = node['key'] as SyntaxNode;
  const decorated: Decorated = {
    node,
    kind: kindOf(node),
    place: { start: key.start, end: key.end },
    isStatic: node['static'] === true,
    isPrivate: key.type === 'PrivateIdentifier',
    name: isNamedKey(node) ? String(key['name'] ?? key['value']) : undefined,
    prefix,
  };
  const { place, kind } = decorated;
  declare(target, `${prefix}.decorators`);
  const decorators = decoratorValues(lowering, node);
  target.pending.push(assignment(place, identifier(place, `${prefix}.decorators`), decorators));
  if (decorated.name === undefined) evaluateKey(node, target, prefix, true);
  const hasInitializers = kind === 'field' || kind === 'accessor';
  if (hasInitializers) {
    declare(target, `${prefix}.initializers`, array(place, []));
    declare(target, `${prefix}.extraInitializers`, array(place, []));
  }
  const result = decorated.isPrivate && kind !== 'field' ? replacePrivate(decorated, target) : {};
  apply(decorated, target);
  if (!hasInitializers) return result;
  return { ...result, initializers: `${prefix}.initializers`, extraInitializers: `${prefix}.extraInitializers` };
}

function kindOf(node: SyntaxNode): Kind {
  if (node.type === 'PropertyDefinition') return node['accessor'] === true ? 'accessor' : 'field';
  if (node['kind'] === 'get') return 'getter';
  return node['kind'] === 'set' ? 'setter' : 'method';
}

function declare({ variables, place }: DecoratedClass, name: string, init?: acorn.Expression): void {
  variables.push(variable(place, 'let', identifier(place, name), init));
}

/** A computed key: decorators that wait are evaluated before it; `isKept`: its value is needed again. */
function evaluateKey(node: SyntaxNode, target: DecoratedClass, prefix: string, isKept: boolean): void {
  const key = node['key'] as SyntaxNode & acorn.Expression;
  let value: acorn.Expression = key;
  if (isKept) {
    declare(target, `${prefix}.key`);
    value = assignment(key, identifier(key, `${prefix}.key`), runtimeCall(key, 'ToPropertyKey', [key]));
    node['setterKey'] = identifier(key, `${prefix}.key`);
  }
  node['key'] = sequence(key, [...target.pending, value]);
  target.pending = [];
}

/** The call of %DecorateElement, which waits until all decorators are evaluated. */
function apply(decorated: Decorated, target: DecoratedClass): void {
  const { place, kind, isStatic, prefix } = decorated;
  const name = (text: string) => identifier(place, text);
  const isField = kind === 'field';
  const hasInitializers = isField || kind === 'accessor';
  const ownExtra = `${prefix}.extraInitializers`;
  const methodExtra = isStatic ? '.staticExtraInitializers' : '.instanceExtraInitializers';
  const call = runtimeCall(place, 'DecorateElement', [
    isField ? literal(place, null) : thisExpression(place),
    decorated.isPrivate && !isField
      ? assignment(place, name(`${prefix}.descriptor`), descriptor(decorated))
      : literal(place, null),
    name(`${prefix}.decorators`),
    context(decorated),
    hasInitializers ? name(`${prefix}.initializers`) : literal(place, null),
    name(hasInitializers ? ownExtra : methodExtra),
  ]);
  const order = (isField ? 2 : 0) + (isStatic ? 0 : 1);
  target.applications.push({ order, statement: expressionStatement(place, call) });
}

function context(decorated: Decorated): acorn.Expression {
  const { place, kind, isStatic, isPrivate } = decorated;
  const access: (readonly [string, acorn.Expression])[] = [['has', hasFunction(decorated)]];
  if (kind !== 'setter') access.push(['get', arrow(place, [identifier(place, 'obj')], valueOf(decorated))]);
  if (kind !== 'getter' && kind !== 'method') {
    const set = assignment(place, valueOf(decorated), identifier(place, 'value'));
    const parameters = [identifier(place, 'obj'), identifier(place, 'value')];
    access.push(['set', arrow(place, parameters, block(place, [expressionStatement(place, set)]))]);
  }
  return object(place, [
    ['kind', literal(place, kind)],
    ['name', isPrivate ? literal(place, `#${decorated.name}`) : keyOf(decorated)],
    ['static', literal(place, isStatic)],
    ['private', literal(place, isPrivate)],
    ['access', object(place, access)],
    ['metadata', identifier(place, '.metadata')],
  ]);
}

function keyOf({ place, name, prefix }: Decorated): acorn.Expression {
  return name === undefined ? identifier(place, `${prefix}.key`) : literal(place, name);
}

function hasFunction(decorated: Decorated): acorn.Expression {
  const { place, isPrivate, name } = decorated;
  const left: acorn.Expression | acorn.PrivateIdentifier = isPrivate
    ? { type: 'PrivateIdentifier', ...place, name: name ?? '' }
    : keyOf(decorated);
  const test: acorn.BinaryExpression = {
    type: 'BinaryExpression',
    ...place,
    operator: 'in',
    left,
    right: identifier(place, 'obj'),
  };
  return arrow(place, [identifier(place, 'obj')], test);
}

function valueOf(decorated: Decorated): acorn.MemberExpression {
  const { place, isPrivate, name } = decorated;
  const target = identifier(place, 'obj');
  return isPrivate ? privateMember(place, target, name ?? '') : element(place, target, keyOf(decorated));
}

/** Of private methods and accessors the decorators get, and change, a descriptor in a variable. */
function descriptor(decorated: Decorated): acorn.Expression {
  const { node, place, kind, name } = decorated;
  const named = (value: acorn.Expression | SyntaxNode, prefix: string): acorn.Expression => {
    (value as SyntaxNode)['givenName'] = `${prefix}#${name}`;
    return value as acorn.Expression;
  };
  if (kind === 'accessor') {
    const stored = () => privateMember(place, thisExpression(place), storageName(node));
    const set = assignment(place, stored(), identifier(place, 'value'));
    return object(place, [
      ['get', named(functionExpression(place, [], block(place, [returnStatement(place, stored())])), 'get ')],
      [
        'set',
        named(
          functionExpression(place, [identifier(place, 'value')], block(place, [expressionStatement(place, set)])),
          'set ',
        ),
      ],
    ]);
  }
  const value = node['value'] as SyntaxNode;
  if (kind === 'getter') return object(place, [['get', named(value, 'get ')]]);
  return object(place, [kind === 'setter' ? ['set', named(value, 'set ')] : ['value', named(value, '')]]);
}

/** `get #m() { return descriptor.value; }` and the like. */
function replacePrivate(decorated: Decorated, target: DecoratedClass): MemberDecoration {
  const { node, place, kind, isStatic, prefix } = decorated;
  declare(target, `${prefix}.descriptor`);
  const part = (name: string) => member(place, identifier(place, `${prefix}.descriptor`), name);
  const receiver = () => thisExpression(place);
  const getBody = () =>
    block(place, [
      returnStatement(place, kind === 'method' ? part('value') : runtimeCall(place, 'Call', [part('get'), receiver()])),
    ]);
  const setBody = () =>
    block(place, [
      returnStatement(place, runtimeCall(place, 'Call', [part('set'), receiver(), identifier(place, 'value')])),
    ]);
  if (kind === 'accessor') return { accessorBodies: { get: getBody(), set: setBody() } };
  const key = node['key'] as unknown as acorn.PrivateIdentifier;
  const replacement =
    kind === 'setter'
      ? methodDefinition(place, 'set', key, functionExpression(place, [identifier(place, 'value')], setBody()), {
          static: isStatic,
        })
      : methodDefinition(place, 'get', key, functionExpression(place, [], getBody()), { static: isStatic });
  return { members: [replacement as unknown as SyntaxNode] };
}
