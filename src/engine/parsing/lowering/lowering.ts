/**
 * TypeScript and JSX to plain ECMAScript, on the syntax tree: types are taken away and what TypeScript adds to the language
 * (enums, namespaces, parameter properties, decorators) becomes what its compiler writes for ES2022. Offsets stay those of
 * the user's text. TypeScript: src/compiler/transformers/ts.ts, esDecorators.ts, jsx.ts.
 *
 * Simplified: one file at a time and without types, as a transpiler does; nothing is checked.
 */
import type * as acorn from 'acorn';
import { skipTrivia } from '../source-tokens.ts';
import type { SourceLanguage } from '../source-language.ts';
import { type UnsupportedSyntax, unsupportedFailure, type UnsupportedFailure } from '../unsupported-syntax.ts';
import { childFields } from '../walk.ts';
import { lowerClassExpression } from './classes.ts';
import type { EnumScope } from './enums.ts';
import { lowerJsx, runtimeImport } from './jsx.ts';
import { type JsxSettings, jsxSettings } from './jsx-settings.ts';
import type { CompilerOptions } from './compiler-options.ts';
import { elideImports, typeNames } from './imports.ts';
import { namesOfPattern, varNames } from './references.ts';
import { lowerStatement, lowerStatements } from './statements.ts';
import { block, identifier, isSyntaxNode, type Place, returnStatement, type SyntaxNode, variable } from './syntax.ts';
import type { TypeScope } from './type-metadata.ts';

/** What a file's lowering knows while it goes through the tree. */
export interface Lowering {
  readonly source: string;
  readonly language: SourceLanguage;
  readonly options: CompilerOptions;
  readonly jsx: JsxSettings;
  /** The enums of the blocks around, the innermost last. */
  readonly enumScopes: EnumScope[];
  /** The types that the blocks around declare, while metadata of decorators are written. */
  readonly typeScopes: TypeScope[];
  /** Variables for the beginning of the list of statements that is being lowered. */
  hoisted: acorn.Statement[];
  usesJsxRuntime: boolean;
  failure: UnsupportedFailure | undefined;
}

/** Rewrites the program in place; returns what cannot be lowered. */
export function lower(
  program: acorn.Program,
  source: string,
  language: SourceLanguage,
  options: CompilerOptions = {},
): UnsupportedFailure | undefined {
  const jsx = jsxSettings(source, program, options.jsx);
  const lowering: Lowering = {
    source,
    language,
    options: language === 'jsx' ? {} : options,
    jsx,
    enumScopes: [],
    typeScopes: [],
    hoisted: [],
    usesJsxRuntime: false,
    failure: undefined,
  };
  const body = program.body as unknown as SyntaxNode[];
  const types = language === 'jsx' ? undefined : typeNames(body);
  program.body = lowerStatements(lowering, body, 'program') as acorn.Program['body'];
  if (types !== undefined) elideImports(program, types);
  if (lowering.usesJsxRuntime && jsx.runtimeModule !== undefined) {
    const directives = program.body.findIndex((node) => !('directive' in node && node.directive !== undefined));
    program.body.splice(Math.max(directives, 0), 0, runtimeImport(jsx.runtimeModule, program.sourceType === 'module'));
  }
  return lowering.failure;
}

export function refuse(lowering: Lowering, what: UnsupportedSyntax, place: Place): void {
  lowering.failure ??= unsupportedFailure(lowering.source, what, place);
}

export function lowerExpression(lowering: Lowering, node: unknown): acorn.Expression {
  return lowerNode(lowering, node as SyntaxNode) as unknown as acorn.Expression;
}

/** The node in plain ECMAScript: the same one with its children lowered, or another in its place. */
export function lowerNode(lowering: Lowering, node: SyntaxNode): SyntaxNode {
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'TSInstantiationExpression':
    case 'TSTypeCastExpression':
      return lowerNode(lowering, node['expression'] as SyntaxNode);
    case 'Identifier':
      // A binding's text ends with its type.
      if (node['typeAnnotation'] !== undefined || node['optional'] === true) {
        (node as { end: number }).end = node.start + (node['name'] as string).length;
      }
      return node;
    case 'JSXElement':
    case 'JSXFragment':
      return lowerJsx(lowering, node) as unknown as SyntaxNode;
    case 'BinaryExpression':
    case 'LogicalExpression':
      return lowerChain(lowering, node);
    case 'CallExpression':
    case 'NewExpression':
      return lowerCall(lowering, node);
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return lowerFunction(lowering, node);
    case 'ClassExpression':
      return lowerClassExpression(lowering, node);
    case 'BlockStatement':
    case 'StaticBlock':
      node['body'] = lowerStatements(lowering, node['body'] as SyntaxNode[], 'block');
      return node;
    case 'SwitchStatement':
      node['discriminant'] = lowerNode(lowering, node['discriminant'] as SyntaxNode);
      for (const clause of node['cases'] as SyntaxNode[]) {
        if (isSyntaxNode(clause['test'])) clause['test'] = lowerNode(lowering, clause['test']);
        clause['consequent'] = lowerStatements(lowering, clause['consequent'] as SyntaxNode[], 'block');
      }
      return node;
    case 'VariableDeclarator':
      nameClass(node['init'], node['id']);
      return lowerChildren(lowering, node);
    case 'AssignmentExpression':
    case 'AssignmentPattern':
      nameClass(node['right'], node['left']);
      return lowerChildren(lowering, node);
    case 'Property':
      if (!node['computed']) nameClass(node['value'], node['key']);
      return lowerChildren(lowering, node);
    case 'ExpressionStatement': {
      lowerChildren(lowering, node);
      // A type before it is no part of it.
      const { start } = node['expression'] as SyntaxNode;
      if (lowering.source[node.start] === '<') (node as { start: number }).start = start;
      return node;
    }
    case 'IfStatement':
    case 'ForStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'LabeledStatement':
    case 'WithStatement':
      return lowerControl(lowering, node);
    default:
      return lowerChildren(lowering, node);
  }
}

export function lowerChildren(lowering: Lowering, node: SyntaxNode): SyntaxNode {
  const fields: readonly string[] = (childFields as Readonly<Record<string, readonly string[]>>)[node.type] ?? [];
  for (const field of fields) {
    const value = node[field];
    if (Array.isArray(value)) {
      node[field] = value.map((child: unknown) => (isSyntaxNode(child) ? lowerNode(lowering, child) : child));
    } else if (isSyntaxNode(value)) node[field] = lowerNode(lowering, value);
  }
  return node;
}

/** Statements in statement position become one statement. */
function lowerControl(lowering: Lowering, node: SyntaxNode): SyntaxNode {
  for (const field of (childFields as Readonly<Record<string, readonly string[]>>)[node.type] ?? []) {
    const value = node[field];
    if (!isSyntaxNode(value)) continue;
    const isStatement = field === 'body' || field === 'consequent' || field === 'alternate';
    node[field] = isStatement ? lowerStatement(lowering, value) : lowerNode(lowering, value);
  }
  return node;
}

/** Long chains (a + b + c …) lean to the left: no recursion there. */
function lowerChain(lowering: Lowering, node: SyntaxNode): SyntaxNode {
  const chain: SyntaxNode[] = [];
  let left = node;
  while (left.type === 'BinaryExpression' || left.type === 'LogicalExpression') {
    chain.push(left);
    left = left['left'] as SyntaxNode;
  }
  let lowered = lowerNode(lowering, left);
  for (const part of chain.toReversed()) {
    part['left'] = lowered;
    part['right'] = lowerNode(lowering, part['right'] as SyntaxNode);
    lowered = part;
  }
  return lowered;
}

function lowerCall(lowering: Lowering, node: SyntaxNode): SyntaxNode {
  const callee = node['callee'] as SyntaxNode;
  const lowered = lowerNode(lowering, callee);
  const typeArguments = node['typeArguments'] as SyntaxNode | undefined;
  node['callee'] = lowered;
  if (typeArguments !== undefined) node['calleeEnd'] = typeArguments.end;
  else if (lowered !== callee) node['calleeEnd'] = callee.end;
  node['arguments'] = (node['arguments'] as SyntaxNode[]).map((argument) => lowerNode(lowering, argument));
  return node;
}

function lowerFunction(lowering: Lowering, node: SyntaxNode): SyntaxNode {
  const { typeParameters } = node;
  if (node.type === 'ArrowFunctionExpression' && isSyntaxNode(typeParameters) && node['async'] !== true) {
    (node as { start: number }).start = skipTrivia(lowering.source, typeParameters.end);
  }
  const others = new Set<string>();
  varNames(node['body'], others);
  node['params'] = lowerParameters(lowering, node['params'] as SyntaxNode[]);
  for (const parameter of node['params'] as SyntaxNode[]) namesOfPattern(parameter, others);
  lowering.enumScopes.push({ enums: new Map(), constants: new Map(), others });
  lowerBody(lowering, node);
  lowering.enumScopes.pop();
  return node;
}

/** An expression that needs variables becomes a block. */
function lowerBody(lowering: Lowering, node: SyntaxNode): void {
  const body = node['body'] as SyntaxNode;
  if (body.type === 'BlockStatement') {
    node['body'] = lowerNode(lowering, body);
    return;
  }
  const outer = lowering.hoisted;
  lowering.hoisted = [];
  const value = lowerExpression(lowering, body);
  const { hoisted } = lowering;
  lowering.hoisted = outer;
  node['expression'] = hoisted.length === 0;
  node['body'] = hoisted.length === 0 ? value : block(body, [...hoisted, returnStatement(body, value)]);
}

/** A variable of the list of statements around. */
export function hoistedVariable(lowering: Lowering, place: Place, name: string): string {
  lowering.hoisted.push(variable(place, 'let', identifier(place, name)));
  return name;
}

/** `this: Type` is no parameter; `private x` is one whose property the class takes care of. */
function lowerParameters(lowering: Lowering, parameters: readonly SyntaxNode[]): SyntaxNode[] {
  const result: SyntaxNode[] = [];
  for (const parameter of parameters) {
    const inner = parameter.type === 'TSParameterProperty' ? (parameter['parameter'] as SyntaxNode) : parameter;
    const decorators = (inner['decorators'] ?? parameter['decorators']) as readonly SyntaxNode[] | undefined;
    if (decorators?.[0] !== undefined && !lowering.options.experimentalDecorators) {
      refuse(lowering, 'parameterDecorators', decorators[0]);
    }
    if (inner.type === 'Identifier' && inner['name'] === 'this') continue;
    result.push(lowerNode(lowering, inner));
  }
  return result;
}

/** A decorated class ends up where no name is inferred for it. */
function nameClass(value: unknown, name: unknown): void {
  let node = value;
  while (isSyntaxNode(node) && /^TS(?:As|Satisfies|NonNull)Expression$/.test(node.type)) node = node['expression'];
  if (!isSyntaxNode(node) || node.type !== 'ClassExpression' || isSyntaxNode(node['id']) || !isSyntaxNode(name)) return;
  if (name.type === 'Identifier') node['givenName'] = name['name'];
  else if (name.type === 'Literal') node['givenName'] = String(name['value']);
  else if (name.type === 'PrivateIdentifier') node['givenName'] = `#${String(name['name'])}`;
}
