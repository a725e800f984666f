/**
 * Scope analysis of expressions and patterns: makes a reference for every identifier, and finds the functions and classes.
 * V8: the expression half of src/parsing/parser-base.h; names of anonymous functions: Parser::SetFunctionName.
 */
import type * as acorn from 'acorn';
import {
  type Analysis,
  declareLocal,
  finalizeBlockScope,
  homeObjectScopeOf,
  newScope,
  newUnresolved,
  recordEvalCall,
  referenceToThis,
  within,
} from './analysis.ts';
import { analyzeClass, referenceToPrivateName } from './analyze-classes.ts';
import { analyzeFunction } from './analyze-functions.ts';
import type { RuntimeCall } from './ast.ts';
import { isAsyncGeneratorKind } from './function-kind.ts';
import { closureScopeOf, receiverScopeOf, VariableProxy } from './scopes.ts';
import { syntaxFailure } from './syntax-errors.ts';

type Child =
  | acorn.Expression
  | acorn.Pattern
  | acorn.Super
  | acorn.PrivateIdentifier
  | acorn.SpreadElement
  | acorn.Property
  | acorn.TemplateElement
  | RuntimeCall;

export function analyzeExpression(analysis: Analysis, node: Child): void {
  switch (node.type) {
    case 'Identifier':
      node.proxy = newUnresolved(analysis.scope, node.name, node.start);
      return;
    case 'Literal':
    case 'TemplateElement':
      return;
    case 'ThisExpression':
      node.proxy = referenceToThis(analysis, node.start);
      return;
    case 'ArrayExpression':
      for (const element of node.elements) if (element) analyzeExpression(analysis, element);
      return;
    case 'ObjectExpression':
      return analyzeObject(analysis, node);
    case 'FunctionExpression':
      analyzeFunction(analysis, node, node.id?.name ?? '');
      return;
    case 'ArrowFunctionExpression':
      analyzeFunction(analysis, node, '');
      return;
    case 'ClassExpression':
      analyzeClass(analysis, node, node.id?.name ?? node.givenName ?? '', undefined);
      return;
    case 'BinaryExpression':
    case 'LogicalExpression':
      return analyzeBinary(analysis, node);
    case 'UnaryExpression':
    case 'SpreadElement':
      return analyzeExpression(analysis, node.argument);
    case 'AwaitExpression':
      analysis.functionState.suspendCount += 1;
      return analyzeExpression(analysis, node.argument);
    case 'YieldExpression':
      // In async generators yield* awaits what it calls, and what it is told to return.
      analysis.functionState.suspendCount +=
        node.delegate && isAsyncGeneratorKind(closureScopeOf(analysis.scope).functionKind) ? 4 : 1;
      if (node.argument) analyzeExpression(analysis, node.argument);
      return;
    case 'UpdateExpression':
      return analyzeAssignmentTarget(analysis, node.argument as acorn.Pattern);
    case 'AssignmentExpression':
      analyzeAssignmentTarget(analysis, node.left);
      if (
        node.operator === '=' &&
        node.left.type === 'MemberExpression' &&
        node.left.object.type === 'ThisExpression'
      ) {
        analysis.functionState.expectedPropertyCount += 1;
      }
      analyzeExpression(analysis, node.right);
      // `(f) = function () {}` names nothing: the parenthesis is where the assignment starts.
      if (['=', '&&=', '||=', '??='].includes(node.operator) && node.start === node.left.start)
        maybeName(node.left, node.right);
      return;
    case 'ConditionalExpression':
      analyzeExpression(analysis, node.test);
      analyzeExpression(analysis, node.consequent);
      return analyzeExpression(analysis, node.alternate);
    case 'MemberExpression':
      return analyzeMember(analysis, node);
    case 'CallExpression':
      return analyzeCall(analysis, node);
    case 'NewExpression':
      analyzeExpression(analysis, node.callee);
      for (const argument of node.arguments) analyzeExpression(analysis, argument);
      return;
    case 'RuntimeCall':
      for (const argument of node.arguments) analyzeExpression(analysis, argument);
      return;
    case 'SequenceExpression':
      for (const expression of node.expressions) analyzeExpression(analysis, expression);
      return;
    case 'TemplateLiteral':
      for (const expression of node.expressions) analyzeExpression(analysis, expression);
      return;
    case 'TaggedTemplateExpression':
      analyzeExpression(analysis, node.tag);
      return analyzeExpression(analysis, node.quasi);
    case 'MetaProperty':
      if (node.meta.name === 'new') node.proxy = newUnresolved(analysis.scope, '.new.target', node.start);
      return;
    case 'ChainExpression':
    case 'ParenthesizedExpression':
      return analyzeExpression(analysis, node.expression);
    case 'ImportExpression':
      analyzeExpression(analysis, node.source);
      if (node.options) analyzeExpression(analysis, node.options);
      return;
    case 'PrivateIdentifier':
      node.proxy = referenceToPrivateName(analysis, `#${node.name}`, node.start);
      return;
    case 'Super':
      node.superReference = superCallReference(analysis, node.start);
      return;
    case 'Property':
      return analyzeProperty(analysis, node);
    case 'ObjectPattern':
    case 'ArrayPattern':
    case 'RestElement':
    case 'AssignmentPattern':
      return analyzeAssignmentTarget(analysis, node);
    default:
      node satisfies never;
  }
}

/** Long chains (a + b + c …) lean to the left: no recursion there. */
function analyzeBinary(analysis: Analysis, node: acorn.BinaryExpression | acorn.LogicalExpression): void {
  const rights: acorn.Expression[] = [];
  let left: acorn.Expression | acorn.PrivateIdentifier = node;
  while (left.type === 'BinaryExpression' || left.type === 'LogicalExpression') {
    rights.push(left.right);
    left = left.left;
  }
  analyzeExpression(analysis, left);
  for (let right = rights.pop(); right !== undefined; right = rights.pop()) analyzeExpression(analysis, right);
}

function analyzeMember(analysis: Analysis, node: acorn.MemberExpression): void {
  if (node.object.type === 'Super') node.object.superReference = superPropertyReference(analysis, node.object.start);
  else analyzeExpression(analysis, node.object);
  if (node.computed || node.property.type === 'PrivateIdentifier') analyzeExpression(analysis, node.property);
}

function analyzeCall(analysis: Analysis, node: acorn.CallExpression): void {
  analyzeExpression(analysis, node.callee);
  for (const argument of node.arguments) analyzeExpression(analysis, argument);
  if (node.callee.type === 'Identifier' && node.callee.name === 'eval' && !node.optional) {
    node.isPossiblyDirectEval = true;
    node.evalScopeInfoIndex = analysis.functionCount++;
    recordEvalCall(analysis);
  }
}

export function superCallReference(analysis: Analysis, position: number) {
  const thisProxy = referenceToThis(analysis, position);
  return {
    kind: 'call',
    thisProxy,
    newTarget: newUnresolved(analysis.scope, '.new.target', position),
    thisFunction: newUnresolved(analysis.scope, '.this_function', position),
  } as const;
}

/** The home object is declared when the class or literal around is complete, and bound then. */
function superPropertyReference(analysis: Analysis, position: number) {
  const thisProxy = referenceToThis(analysis, position);
  const { isStaticMember } = receiverScopeOf(analysis.scope);
  const homeObject = new VariableProxy(isStaticMember ? '.static_home_object' : '.home_object', position, false);
  const scope = homeObjectScopeOf(analysis.scope);
  const declared = isStaticMember ? scope?.staticHomeObject : scope?.homeObject;
  if (declared !== undefined) homeObject.bindTo(declared);
  if (scope?.isAllocated === true && declared === undefined) {
    // A debugger's expression: the class or literal around runs already, and did not keep it.
    const message = "SyntaxError: 'super' keyword unexpected here";
    analysis.error ??= syntaxFailure(analysis.source, message, position, position + 'super'.length);
  } else if (scope !== undefined && declared === undefined) {
    scope.needsHomeObject = true;
    scope.homeObjectReferences.push({ proxy: homeObject, isStatic: isStaticMember });
  }
  return { kind: 'property', thisProxy, homeObject } as const;
}

function analyzeObject(analysis: Analysis, node: acorn.ObjectExpression): void {
  const hasMethods = node.properties.some(
    (property) => property.type === 'Property' && (property.method || property.kind !== 'init'),
  );
  const outer = analysis.objectLiteralScope;
  const scope = hasMethods ? newScope(analysis.scope, 'block', node) : undefined;
  // Only methods stand in it: no place of the surrounding function does.
  if (scope !== undefined) scope.end = scope.start;
  analysis.objectLiteralScope = scope;
  for (const property of node.properties) analyzeExpression(analysis, property);
  analysis.objectLiteralScope = outer;
  if (scope === undefined) return;
  if (!scope.needsHomeObject) {
    finalizeBlockScope(scope);
    return;
  }
  const homeObject = declareLocal(scope, '.home_object', 'const', 'normal', false);
  homeObject.isUsed = true;
  homeObject.forceContextAllocation = true;
  scope.homeObject = homeObject;
  for (const { proxy } of scope.homeObjectReferences) proxy.bindTo(homeObject);
  node.scope = scope;
}

function analyzeProperty(analysis: Analysis, node: acorn.Property): void {
  if (node.computed) analyzeExpression(analysis, node.key);
  const { value } = node;
  if ((node.method || node.kind !== 'init') && value.type === 'FunctionExpression') {
    const literal = within(analysis, analysis.objectLiteralScope, () =>
      analyzeFunction(analysis, value, '', { member: node, isStatic: false }),
    );
    const prefix = node.kind === 'init' ? '' : `${node.kind} `;
    const key = node.computed ? undefined : propertyKeyName(node.key);
    if (key !== undefined) literal.name = prefix + key;
    else literal.isNamedAtRunTime = true;
    return;
  }
  analyzeExpression(analysis, value);
  if (node.computed) leaveUnnamed(value);
  const key = node.computed ? undefined : propertyKeyName(node.key);
  if (key !== undefined && key !== '__proto__') setFunctionName(value, key);
}

/** Walks the target of an assignment: names in it are references that assign. */
export function analyzeAssignmentTarget(analysis: Analysis, pattern: acorn.Pattern): void {
  analyzePattern(analysis, pattern, (identifier) => {
    identifier.proxy = newUnresolved(analysis.scope, identifier.name, identifier.start, true);
  });
}

/** Walks a pattern in source order; `bind` is called for each name that it binds. */
export function analyzePattern(
  analysis: Analysis,
  pattern: acorn.Pattern,
  bind: (identifier: acorn.Identifier) => void,
): void {
  switch (pattern.type) {
    case 'Identifier':
      return bind(pattern);
    case 'ObjectPattern':
      for (const property of pattern.properties) {
        if (property.type === 'RestElement') {
          analyzePattern(analysis, property.argument, bind);
          continue;
        }
        if (property.computed) analyzeExpression(analysis, property.key);
        analyzePattern(analysis, property.value, bind);
      }
      return;
    case 'ArrayPattern':
      for (const element of pattern.elements) if (element) analyzePattern(analysis, element, bind);
      return;
    case 'RestElement':
      return analyzePattern(analysis, pattern.argument, bind);
    case 'AssignmentPattern':
      analyzePattern(analysis, pattern.left, bind);
      analyzeExpression(analysis, pattern.right);
      return maybeName(pattern.left, pattern.right);
    default:
      return analyzeExpression(analysis, pattern);
  }
}

/** An anonymous function is named after the variable that it initialises or is assigned to. */
export function maybeName(target: acorn.Pattern, value: acorn.Expression): void {
  if (target.type === 'Identifier') setFunctionName(value, target.name);
}

/** An anonymous function under a computed key. */
export function leaveUnnamed(value: acorn.Expression): void {
  let node = value;
  while (node.type === 'ParenthesizedExpression') node = node.expression;
  if (node.type !== 'ArrowFunctionExpression' && (node.type !== 'FunctionExpression' || node.id)) return;
  if (node.literal !== undefined) node.literal.isNamedAtRunTime = true;
}

export function setFunctionName(value: acorn.Expression, name: string): void {
  let node = value;
  while (node.type === 'ParenthesizedExpression') node = node.expression;
  if (node.type === 'ArrowFunctionExpression' || (node.type === 'FunctionExpression' && !node.id)) {
    if (node.literal !== undefined) node.literal.name = node.givenName ?? name;
  } else if (node.type === 'ClassExpression' && !node.id && node.classLiteral !== undefined) {
    node.classLiteral.constructorLiteral.name = node.givenName ?? name;
  }
}

/** The name of a property that is not computed: as written, numbers in their canonical form. */
export function propertyKeyName(key: acorn.Expression | acorn.PrivateIdentifier): string | undefined {
  if (key.type === 'Identifier') return key.name;
  if (key.type === 'PrivateIdentifier') return `#${key.name}`;
  if (key.type === 'Literal') return String(key.value);
  return undefined;
}
