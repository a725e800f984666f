/**
 * Scope analysis of functions: parameters, body, and what a function has of its own (arguments, its name, generator object).
 * V8: ParseFunctionBody, DeclareFormalParameters, DeclareArguments, DeclareFunctionNameVar, InsertShadowingVarBindingInitializers.
 */
import type * as acorn from 'acorn';
import type { FunctionKind } from './function-kind.ts';
import { isArrowKind, isResumableKind } from './function-kind.ts';
import {
  type Analysis,
  boundProxy,
  declareLocal,
  declareVariable,
  finalizeBlockScope,
  newFunctionScope,
  newFunctionState,
  newTemporary,
  newUnresolved,
  newVarBlockScope,
  within,
} from './analysis.ts';
import { analyzeExpression, analyzePattern } from './analyze-expressions.ts';
import type { ClassNode, FunctionLiteral, FunctionNode } from './ast.ts';
import { analyzeStatements, hoistSloppyBlockFunctions } from './scope-analysis.ts';
import { Scope, Variable } from './scopes.ts';
import { parenthesisAfter, skipStaticKeyword } from './source-text.ts';

/** A method's place: the node whose text is the method's, and what it is in a class. */
export interface MemberPlace {
  readonly member: acorn.Property | acorn.MethodDefinition;
  readonly isStatic: boolean;
  /** Constructors: their class. */
  readonly classNode?: ClassNode;
}

export function analyzeFunction(
  analysis: Analysis,
  node: FunctionNode,
  name: string,
  place?: MemberPlace,
): FunctionLiteral {
  const kind = functionKind(node, place);
  const outerState = analysis.functionState;
  const id = analysis.functionCount++;
  const scope = newFunctionScope(analysis, kind, node);
  scope.start = scopeStart(analysis, node, place);
  scope.isStrict ||= hasUseStrict(node);
  scope.isStaticMember = place?.isStatic ?? false;
  const state = newFunctionState();
  analysis.functionState = state;
  const shadowing: { to: ReturnType<typeof newUnresolved>; from: ReturnType<typeof newUnresolved> }[] = [];
  const bodyScope = within(analysis, scope, () => {
    declareParameters(analysis, scope, node.params);
    if (isResumableKind(kind)) {
      scope.generatorObject = newTemporary(scope, '.generator_object');
      scope.generatorObject.isUsed = true;
    }
    return analyzeBody(analysis, scope, node, shadowing);
  });
  if (!isArrowKind(kind)) declareArguments(scope);
  if (node.type === 'FunctionExpression' && node.id) declareFunctionName(scope, node.id.name);
  analysis.functionState = outerState;
  const literal = finishFunction(analysis, node, kind, scope, { name, place, bodyScope, shadowing, state, id });
  node.literal = literal;
  scope.literal = literal;
  return literal;
}

interface FunctionParts {
  readonly name: string;
  readonly place: MemberPlace | undefined;
  readonly bodyScope: Scope | undefined;
  readonly shadowing: FunctionLiteral['shadowingInitializers'];
  readonly state: { readonly suspendCount: number; readonly expectedPropertyCount: number };
  readonly id: number;
}

function finishFunction(
  analysis: Analysis,
  node: FunctionNode,
  kind: FunctionKind,
  scope: Scope,
  parts: FunctionParts,
): FunctionLiteral {
  const { place } = parts;
  const text = place?.member ?? node;
  return {
    node,
    kind,
    scope,
    bodyScope: parts.bodyScope,
    name: parts.name,
    hasOwnName: Boolean(node.id),
    isNamedAtRunTime: false,
    isStrict: scope.isStrict,
    length: parameterLength(node.params),
    start: place?.isStatic ? skipStaticKeyword(analysis.source, text.start) : text.start,
    end: text.end,
    parameters: node.params,
    body: node.body.type === 'BlockStatement' ? node.body.body : [],
    expression: node.body.type === 'BlockStatement' ? undefined : node.body,
    members: [],
    classNode: place?.classNode,
    hasInstanceMembers: place?.classNode?.body.body.some(isInstanceMember) ?? false,
    superReference: undefined,
    shadowingInitializers: parts.shadowing,
    suspendCount: parts.state.suspendCount,
    expectedPropertyCount: parts.state.expectedPropertyCount,
    id: parts.id,
    shared: undefined,
  };
}

/** Fields, and private methods and accessors, which instances have too. */
export function isInstanceMember(member: acorn.ClassBody['body'][number]): boolean {
  if (member.type === 'StaticBlock' || member.static) return false;
  return member.type === 'PropertyDefinition' || member.key.type === 'PrivateIdentifier';
}

function functionKind(node: FunctionNode, place: MemberPlace | undefined): FunctionKind {
  if (node.type === 'ArrowFunctionExpression') return node.async ? 'asyncArrow' : 'arrow';
  if (place !== undefined) {
    const { member } = place;
    if (member.kind === 'get') return 'getter';
    if (member.kind === 'set') return 'setter';
    if (member.kind === 'constructor') return place.classNode?.superClass ? 'derivedConstructor' : 'baseConstructor';
    if (node.generator) return node.async ? 'asyncGeneratorMethod' : 'generatorMethod';
    return node.async ? 'asyncMethod' : 'method';
  }
  if (node.generator) return node.async ? 'asyncGenerator' : 'generator';
  return node.async ? 'async' : 'normal';
}

/** The position of `(`; V8 uses it to tell the eval code of different places apart. */
function scopeStart(analysis: Analysis, node: FunctionNode, place: MemberPlace | undefined): number {
  if (node.type === 'ArrowFunctionExpression' || place !== undefined) return node.start;
  return parenthesisAfter(analysis.source, node.id?.end ?? node.start);
}

export function hasUseStrict(node: { readonly body: unknown }): boolean {
  const body = node.body as acorn.BlockStatement | acorn.Expression | readonly acorn.Statement[];
  const statements = Array.isArray(body) ? body : 'type' in body && body.type === 'BlockStatement' ? body.body : [];
  for (const statement of statements as readonly acorn.Statement[]) {
    if (statement.type !== 'ExpressionStatement' || statement.directive === undefined) return false;
    if (statement.directive === 'use strict') return true;
  }
  return false;
}

function parameterLength(parameters: readonly acorn.Pattern[]): number {
  const end = parameters.findIndex(({ type }) => type === 'AssignmentPattern' || type === 'RestElement');
  return end < 0 ? parameters.length : end;
}

function declareParameters(analysis: Analysis, scope: Scope, parameters: readonly acorn.Pattern[]): void {
  if (parameters.every((parameter) => parameter.type === 'Identifier')) {
    for (const { name } of parameters) {
      declareVariable(scope, name, 'var', 'parameter', false);
      if (name === 'arguments') scope.hasArgumentsParameter = true;
    }
    for (const { name } of parameters) {
      const variable = scope.variables.get(name);
      if (variable !== undefined) scope.parameters.push(variable);
    }
    return;
  }
  scope.hasSimpleParameters = false;
  for (const parameter of parameters) {
    const firstLocal = scope.locals.length;
    analyzePattern(analysis, parameter, (identifier) => {
      const variable = declareLocal(scope, identifier.name, 'let', 'parameter', true);
      // Until the pattern is complete, references in it have to check.
      variable.initializerPosition = parameter.end;
      if (identifier.name === 'arguments') scope.hasArgumentsParameter = true;
      scope.declarations.push({ kind: 'variable', variable, isNested: false });
      identifier.proxy = boundProxy(variable, identifier.start);
    });
    for (const variable of scope.locals.slice(firstLocal)) variable.initializerPosition = parameter.end;
  }
  // A temporary for each parameter; the names are initialised from them.
  for (const parameter of parameters) {
    const temporary = newTemporary(scope, '');
    temporary.isUsed = true;
    if (parameter.type === 'RestElement') scope.restParameter = temporary;
    else scope.parameters.push(temporary);
  }
}

function analyzeBody(
  analysis: Analysis,
  scope: Scope,
  node: FunctionNode,
  shadowing: { to: ReturnType<typeof newUnresolved>; from: ReturnType<typeof newUnresolved> }[],
): Scope | undefined {
  const inner = scope.hasSimpleParameters ? scope : newVarBlockScope(scope, node.body);
  within(analysis, inner, () => {
    if (node.body.type === 'BlockStatement') analyzeStatements(analysis, node.body.body);
    else analyzeExpression(analysis, node.body);
  });
  hoistSloppyBlockFunctions(analysis, inner);
  if (inner === scope) return undefined;
  const bodyScope = finalizeBlockScope(inner);
  if (bodyScope === undefined) return undefined;
  if (!scope.isArrow) declareArguments(scope);
  for (const declaration of bodyScope.declarations) {
    if (declaration.kind !== 'variable' || declaration.variable.mode !== 'var') continue;
    const parameter = scope.variables.get(declaration.variable.name);
    if (parameter === undefined) continue;
    const to = newUnresolved(bodyScope, declaration.variable.name, node.body.start);
    shadowing.unshift({ to, from: boundProxy(parameter, node.body.start) });
  }
  return bodyScope;
}

/** After the body, because a let named arguments hides it; it is not allocated unless somebody uses it. */
function declareArguments(scope: Scope): void {
  if (scope.argumentsVariable !== undefined) return;
  const existing = scope.variables.get('arguments');
  const variable = existing ?? declareLocal(scope, 'arguments', 'var', 'normal', false);
  if (existing?.isLexical && scope.hasSimpleParameters) return;
  scope.argumentsVariable = variable;
}

function declareFunctionName(scope: Scope, name: string): void {
  if (scope.variables.has(name)) return;
  const variable = new Variable(scope, name, 'const', scope.isStrict ? 'normal' : 'sloppyFunctionName', false);
  scope.functionVariable = variable;
  if (scope.sloppyEvalCanExtendVars) {
    const dynamic = new Variable(scope, name, 'dynamic', 'normal', false);
    dynamic.location = 'lookup';
    scope.variables.set(name, dynamic);
  } else {
    scope.variables.set(name, variable);
  }
}
