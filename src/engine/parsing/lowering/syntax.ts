/**
 * Makes ESTree nodes for what lowering writes. Each takes the place of the text that it stands for, so that stepping, stack
 * traces and hovers point at the user's own file. A node must not stand in two places: scope analysis writes on it.
 */
import type * as acorn from 'acorn';
import type { RuntimeCall } from '../ast.ts';

export interface Place {
  readonly start: number;
  readonly end: number;
}

/** A node of any kind, also of those that only TypeScript and JSX have. */
export interface SyntaxNode extends Place {
  type: string;
  [field: string]: unknown;
}

export function isSyntaxNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function at({ start, end }: Place): Place {
  return { start, end };
}

export function identifier(place: Place, name: string): acorn.Identifier {
  return { type: 'Identifier', ...at(place), name };
}

export function literal(place: Place, value: string | number | boolean | null): acorn.Literal {
  return { type: 'Literal', ...at(place), value };
}

export function thisExpression(place: Place): acorn.ThisExpression {
  return { type: 'ThisExpression', ...at(place) };
}

export function member(place: Place, object: acorn.Expression, name: string): acorn.MemberExpression {
  const property = identifier(
    { start: place.end - Math.min(name.length, place.end - place.start), end: place.end },
    name,
  );
  return { type: 'MemberExpression', ...at(place), object, property, computed: false, optional: false };
}

export function element(place: Place, object: acorn.Expression, property: acorn.Expression): acorn.MemberExpression {
  return { type: 'MemberExpression', ...at(place), object, property, computed: true, optional: false };
}

export function privateMember(place: Place, object: acorn.Expression, name: string): acorn.MemberExpression {
  const property: acorn.PrivateIdentifier = { type: 'PrivateIdentifier', ...at(place), name };
  return { type: 'MemberExpression', ...at(place), object, property, computed: false, optional: false };
}

export function assignment(place: Place, left: acorn.Pattern, right: acorn.Expression): acorn.AssignmentExpression {
  return { type: 'AssignmentExpression', ...at(place), operator: '=', left, right };
}

export function logicalOr(place: Place, left: acorn.Expression, right: acorn.Expression): acorn.LogicalExpression {
  return { type: 'LogicalExpression', ...at(place), operator: '||', left, right };
}

export function sequence(place: Place, expressions: acorn.Expression[]): acorn.Expression {
  const [only] = expressions;
  if (expressions.length === 1 && only !== undefined) return only;
  return { type: 'SequenceExpression', ...at(place), expressions };
}

export function call(
  place: Place,
  callee: acorn.Expression,
  args: (acorn.Expression | acorn.SpreadElement)[],
): acorn.CallExpression {
  return { type: 'CallExpression', ...at(place), callee, arguments: args, optional: false };
}

/** A call that no text shows as one: it is positioned where the text begins that it stands for. */
export function impliedCall(
  place: Place,
  callee: acorn.Expression,
  args: (acorn.Expression | acorn.SpreadElement)[],
): acorn.CallExpression {
  return { ...call(place, callee, args), position: place.start };
}

/** `%Name(…)`. */
export function runtimeCall(place: Place, name: string, args: (acorn.Expression | acorn.SpreadElement)[]) {
  const node: RuntimeCall = { type: 'RuntimeCall', ...at(place), name, arguments: args };
  return node as unknown as acorn.Expression;
}

export function undefinedValue(place: Place): acorn.UnaryExpression {
  return { type: 'UnaryExpression', ...at(place), operator: 'void', prefix: true, argument: literal(place, 0) };
}

export function array(place: Place, elements: acorn.Expression[]): acorn.ArrayExpression {
  return { type: 'ArrayExpression', ...at(place), elements };
}

export function object(
  place: Place,
  properties: (readonly [string, acorn.Expression] | acorn.SpreadElement)[],
): acorn.ObjectExpression {
  return {
    type: 'ObjectExpression',
    ...at(place),
    properties: properties.map((property) => ('type' in property ? property : objectProperty(property))),
  };
}

function objectProperty([name, value]: readonly [string, acorn.Expression]): acorn.Property {
  return {
    type: 'Property',
    ...at(value),
    key: /^[A-Za-z_$][\w$]*$/.test(name) ? identifier(value, name) : literal(value, name),
    value,
    kind: 'init',
    method: false,
    shorthand: false,
    computed: false,
  };
}

export function expressionStatement(place: Place, expression: acorn.Expression): acorn.ExpressionStatement {
  return { type: 'ExpressionStatement', ...at(place), expression };
}

export function returnStatement(place: Place, argument: acorn.Expression): acorn.ReturnStatement {
  return { type: 'ReturnStatement', ...at(place), argument };
}

export function block(place: Place, body: acorn.Statement[]): acorn.BlockStatement {
  return { type: 'BlockStatement', ...at(place), body };
}

export function variable(
  place: Place,
  kind: 'var' | 'let' | 'const',
  id: acorn.Pattern,
  init?: acorn.Expression,
): acorn.VariableDeclaration {
  const declarator: acorn.VariableDeclarator = { type: 'VariableDeclarator', ...at(place), id };
  if (init !== undefined) declarator.init = init;
  return { type: 'VariableDeclaration', ...at(place), kind, declarations: [declarator] };
}

export function arrow(
  place: Place,
  params: acorn.Pattern[],
  body: acorn.BlockStatement | acorn.Expression,
): acorn.ArrowFunctionExpression {
  return {
    type: 'ArrowFunctionExpression',
    ...at(place),
    params,
    body,
    expression: body.type !== 'BlockStatement',
    async: false,
    generator: false,
  };
}

export function functionExpression(
  place: Place,
  params: acorn.Pattern[],
  body: acorn.BlockStatement,
): acorn.FunctionExpression {
  return {
    type: 'FunctionExpression',
    ...at(place),
    id: null,
    params,
    body,
    expression: false,
    async: false,
    generator: false,
  };
}

export function staticBlock(place: Place, body: acorn.Statement[]): acorn.StaticBlock {
  return { type: 'StaticBlock', ...at(place), body };
}

export function field(
  place: Place,
  key: acorn.Expression | acorn.PrivateIdentifier,
  value: acorn.Expression | undefined,
  options: { readonly static: boolean; readonly computed?: boolean },
): acorn.PropertyDefinition {
  return {
    type: 'PropertyDefinition',
    ...at(place),
    key,
    value: value ?? null,
    static: options.static,
    computed: options.computed ?? false,
  };
}

export function methodDefinition(
  place: Place,
  kind: 'constructor' | 'method' | 'get' | 'set',
  key: acorn.Expression | acorn.PrivateIdentifier,
  value: acorn.FunctionExpression,
  options: { readonly static: boolean; readonly computed?: boolean },
): acorn.MethodDefinition {
  return {
    type: 'MethodDefinition',
    ...at(place),
    kind,
    key,
    value,
    static: options.static,
    computed: options.computed ?? false,
  } as acorn.MethodDefinition;
}
