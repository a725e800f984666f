/**
 * Scope analysis of classes: the class scope, members, private names, and the functions that initialise fields.
 * V8: ParserBase::ParseClassLiteral, Parser::RewriteClassLiteral, ClassScope::ResolvePrivateNamesPartially.
 */
import type * as acorn from 'acorn';
import type { FunctionKind } from './function-kind.ts';
import {
  type Analysis,
  boundProxy,
  declareLocal,
  finalizeBlockScope,
  type FunctionState,
  newFunctionScope,
  newFunctionState,
  newScope,
  newVarBlockScope,
  within,
} from './analysis.ts';
import {
  analyzeExpression,
  leaveUnnamed,
  propertyKeyName,
  setFunctionName,
  superCallReference,
} from './analyze-expressions.ts';
import { analyzeFunction, isInstanceMember } from './analyze-functions.ts';
import type { ClassLiteral, ClassNode, FunctionLiteral } from './ast.ts';
import { analyzeStatements } from './scope-analysis.ts';
import { type Scope, Variable, type VariableMode, VariableProxy } from './scopes.ts';
import { syntaxFailure, type SyntaxFailure } from './syntax-errors.ts';

/** A function that initialises members, in the making. */
interface Initializer {
  readonly kind: 'classMembersInitializer' | 'classStaticInitializer';
  scope: Scope | undefined;
  readonly state: FunctionState;
  readonly members: (acorn.PropertyDefinition | acorn.StaticBlock)[];
  id: number;
}

/** `declareName` binds the name of a class declaration in the scope around, after the class. */
export function analyzeClass(
  analysis: Analysis,
  node: ClassNode,
  name: string,
  declareName: (() => VariableProxy) | undefined,
): void {
  const scope = newScope(analysis.scope, 'class', node);
  scope.start = node.id?.end ?? node.start + 'class'.length;
  scope.isStrict = true;
  const outerObjectScope = analysis.objectLiteralScope;
  analysis.objectLiteralScope = undefined;
  const parts = within(analysis, scope, () => {
    analyzeHeritage(analysis, scope, node);
    const members = analyzeMembers(analysis, scope, node, name);
    resolvePrivateNames(analysis, scope);
    declareInternals(scope, node, name);
    return { ...members, constructorLiteral: members.constructorLiteral ?? defaultConstructor(analysis, node, name) };
  });
  analysis.objectLiteralScope = outerObjectScope;
  node.classLiteral = {
    scope,
    constructorLiteral: parts.constructorLiteral,
    instanceMembers: initializerLiteral(node, parts.instance),
    staticInitializer: initializerLiteral(node, parts.static),
    declaredName: declareName?.(),
  } satisfies ClassLiteral;
}

function analyzeHeritage(analysis: Analysis, scope: Scope, node: ClassNode): void {
  if (!node.superClass) return;
  scope.isParsingHeritage = true;
  analyzeExpression(analysis, node.superClass);
  scope.isParsingHeritage = false;
  for (const inner of scope.inner) inner.privateNamesSkipOuterClass = true;
}

function analyzeMembers(analysis: Analysis, scope: Scope, node: ClassNode, name: string) {
  const instance = newInitializer('classMembersInitializer');
  const staticInitializer = newInitializer('classStaticInitializer');
  let constructorLiteral: FunctionLiteral | undefined;
  let computedFieldCount = 0;
  for (const member of node.body.body) {
    if (member.type === 'StaticBlock') {
      analyzeStaticBlock(analysis, staticInitializer, member, node);
      continue;
    }
    if (member.computed) analyzeExpression(analysis, member.key);
    if (member.type === 'PropertyDefinition' && member.isKeyOnly) continue;
    if (member.type === 'PropertyDefinition') {
      analyzeFieldValue(analysis, member.static ? staticInitializer : instance, member, node);
      if (member.computed) {
        computedFieldCount += 1;
        member.computedNameVariable = declareSynthetic(scope, `.class-field-${computedFieldCount}`);
      }
      if (member.key.type === 'PrivateIdentifier') {
        declarePrivateName(scope, member.key, 'const', member.static);
      }
      continue;
    }
    const literal = analyzeMethod(analysis, scope, member, node);
    if (member.kind === 'constructor') {
      literal.name = name;
      constructorLiteral = literal;
    }
  }
  return { instance, static: staticInitializer, constructorLiteral };
}

function analyzeMethod(
  analysis: Analysis,
  scope: Scope,
  member: acorn.MethodDefinition,
  node: ClassNode,
): FunctionLiteral {
  const isConstructor = member.kind === 'constructor';
  const place = { member, isStatic: member.static, ...(isConstructor ? { classNode: node } : {}) };
  const literal = analyzeFunction(analysis, member.value, '', place);
  const key = member.computed ? undefined : propertyKeyName(member.key);
  if (key === undefined) literal.isNamedAtRunTime = true;
  else literal.name = member.kind === 'get' || member.kind === 'set' ? `${member.kind} ${key}` : key;
  if (member.key.type === 'PrivateIdentifier') {
    member.isPrivate = true;
    declarePrivateName(scope, member.key, privateModes[member.kind], member.static);
  }
  return literal;
}

const privateModes: Readonly<Record<acorn.MethodDefinition['kind'], VariableMode>> = {
  constructor: 'const',
  method: 'privateMethod',
  get: 'privateGetter',
  set: 'privateSetter',
};

function newInitializer(kind: Initializer['kind']): Initializer {
  return { kind, scope: undefined, state: newFunctionState(), members: [], id: -1 };
}

function initializerScope(analysis: Analysis, initializer: Initializer, node: ClassNode): Scope {
  if (initializer.scope === undefined) {
    initializer.scope = newFunctionScope(analysis, initializer.kind, node);
    initializer.scope.isStaticMember = initializer.kind === 'classStaticInitializer';
    initializer.id = analysis.functionCount++;
  }
  return initializer.scope;
}

function analyzeFieldValue(
  analysis: Analysis,
  initializer: Initializer,
  member: acorn.PropertyDefinition,
  node: ClassNode,
): void {
  initializer.members.push(member);
  const scope = initializerScope(analysis, initializer, node);
  const { value } = member;
  if (!value) return;
  const outerState = analysis.functionState;
  analysis.functionState = initializer.state;
  within(analysis, scope, () => analyzeExpression(analysis, value));
  analysis.functionState = outerState;
  if (member.computed) leaveUnnamed(value);
  const key = member.computed ? undefined : propertyKeyName(member.key);
  if (key !== undefined) setFunctionName(value, key);
}

function analyzeStaticBlock(
  analysis: Analysis,
  initializer: Initializer,
  member: acorn.StaticBlock,
  node: ClassNode,
): void {
  initializer.members.push(member);
  const scope = initializerScope(analysis, initializer, node);
  const outerState = analysis.functionState;
  analysis.functionState = initializer.state;
  const blockScope = newVarBlockScope(scope, member);
  within(analysis, blockScope, () => analyzeStatements(analysis, member.body));
  const finalized = finalizeBlockScope(blockScope);
  if (finalized !== undefined) member.scope = finalized;
  analysis.functionState = outerState;
}

/** A variable of the class scope that only the engine knows. */
function declareSynthetic(scope: Scope, name: string): Variable {
  const variable = declareLocal(scope, name, 'const', 'normal', true);
  scope.declarations.push({ kind: 'variable', variable, isNested: false });
  variable.isUsed = true;
  variable.forceContextAllocation = true;
  return variable;
}

function declarePrivateName(scope: Scope, key: acorn.PrivateIdentifier, mode: VariableMode, isStatic: boolean): void {
  const name = `#${key.name}`;
  let variable = scope.privateNames.get(name);
  if (variable === undefined) {
    variable = new Variable(scope, name, mode, 'normal', true);
    variable.isStatic = isStatic;
    scope.privateNames.set(name, variable);
    scope.locals.push(variable);
  } else {
    // The only duplicate that the parser lets pass: getter and setter.
    variable.mode = 'privateGetterAndSetter';
  }
  variable.forceContextAllocation = true;
  key.proxy = boundProxy(variable, key.start);
}

/** A use of #name, which the nearest class that declares it will bind. */
export function referenceToPrivateName(analysis: Analysis, name: string, position: number): VariableProxy {
  const proxy = new VariableProxy(name, position, false);
  proxy.isPrivateName = true;
  const scope = privateNameScope(analysis.scope, true);
  if (scope === undefined) analysis.error ??= undeclaredPrivateName(analysis, proxy);
  else if (scope.isAllocated) bindInRunningClass(analysis, proxy, scope);
  else scope.unresolvedPrivateNames.push(proxy);
  return proxy;
}

/** The nearest class scope whose private names are visible from here. V8: PrivateNameScopeIterator. */
function privateNameScope(from: Scope, includingItself: boolean): Scope | undefined {
  let inner = from;
  if (includingItself && inner.type === 'class' && !inner.isParsingHeritage) return inner;
  for (let scope = from.outer; scope !== undefined; inner = scope, scope = scope.outer) {
    if (scope.type !== 'class' || scope.isParsingHeritage || inner.privateNamesSkipOuterClass) continue;
    return scope;
  }
  return undefined;
}

/** When a class is complete: what it declares is bound, the rest waits for the class around. */
function resolvePrivateNames(analysis: Analysis, scope: Scope): void {
  const outer = privateNameScope(scope, false);
  for (const proxy of scope.unresolvedPrivateNames) {
    const variable = scope.privateNames.get(proxy.name);
    if (variable !== undefined) {
      proxy.bindTo(variable);
      if (variable.isStatic && variable.mode !== 'const') needClassVariable(scope);
    } else if (outer === undefined) analysis.error ??= undeclaredPrivateName(analysis, proxy);
    else if (outer.isAllocated) bindInRunningClass(analysis, proxy, outer);
    else outer.unresolvedPrivateNames.push(proxy);
  }
  scope.unresolvedPrivateNames = [];
}

/** Eval code inside methods. */
function bindInRunningClass(analysis: Analysis, proxy: VariableProxy, from: Scope): void {
  for (let scope: Scope | undefined = from; scope !== undefined; scope = privateNameScope(scope, false)) {
    const variable = scope.privateNames.get(proxy.name);
    if (variable === undefined) continue;
    proxy.bindTo(variable);
    return;
  }
  analysis.error ??= undeclaredPrivateName(analysis, proxy, proxy.name.length);
}

/** V8 knows where the token before the name begins. */
function undeclaredPrivateName({ source }: Analysis, { name, position }: VariableProxy, width = 1): SyntaxFailure {
  const [{ length } = ''] = /(?:\?\.|[\w$]+|\S|^)\s*$/.exec(source.slice(0, position)) ?? [];
  const message = `SyntaxError: Private field '${name}' must be declared in an enclosing class`;
  return syntaxFailure(source, message, position - length, position - length + width);
}

/** Static private methods check that the receiver is the class: it has to be in the context. */
function needClassVariable(scope: Scope): void {
  scope.needsClassVariable = true;
}

function declareInternals(scope: Scope, node: ClassNode, name: string): void {
  const privateMethods = node.body.body.filter((member) => member.type === 'MethodDefinition' && member.isPrivate);
  if (privateMethods.some((member) => member.type === 'MethodDefinition' && !member.static)) {
    scope.brand = declareSynthetic(scope, '.brand');
  }
  if (scope.needsHomeObject) declareHomeObjects(scope);
  const hasStaticPrivateMethods = privateMethods.some((member) => member.type === 'MethodDefinition' && member.static);
  const needsVariable = scope.needsClassVariable || (hasStaticPrivateMethods && scope.innerScopeCallsEval);
  if (name === '' && !needsVariable) return;
  if (name !== '' && !node.id && !needsVariable) return;
  const variable = declareLocal(scope, node.id?.name ?? '.', 'const', 'normal', true);
  scope.declarations.push({ kind: 'variable', variable, isNested: false });
  variable.maybeAssigned = true;
  variable.initializerPosition = node.end;
  scope.classVariable = variable;
  if (needsVariable) {
    variable.isUsed = true;
    variable.forceContextAllocation = true;
  }
}

function declareHomeObjects(scope: Scope): void {
  const homeObject = declareLocal(scope, '.home_object', 'const', 'normal', false);
  const staticHomeObject = declareLocal(scope, '.static_home_object', 'const', 'normal', false);
  for (const variable of [homeObject, staticHomeObject]) {
    variable.isUsed = true;
    variable.forceContextAllocation = true;
  }
  scope.homeObject = homeObject;
  scope.staticHomeObject = staticHomeObject;
  for (const { proxy, isStatic } of scope.homeObjectReferences) proxy.bindTo(isStatic ? staticHomeObject : homeObject);
}

function defaultConstructor(analysis: Analysis, node: ClassNode, name: string): FunctionLiteral {
  const isDerived = Boolean(node.superClass);
  const kind: FunctionKind = isDerived ? 'defaultDerivedConstructor' : 'defaultBaseConstructor';
  const scope = newFunctionScope(analysis, kind, { start: node.start, end: node.start });
  const superReference = isDerived
    ? within(analysis, scope, () => superCallReference(analysis, node.start))
    : undefined;
  return {
    ...classFunction(node, kind, scope, name),
    hasInstanceMembers: node.body.body.some(isInstanceMember),
    superReference,
    id: analysis.functionCount++,
  };
}

function initializerLiteral(node: ClassNode, initializer: Initializer): FunctionLiteral | undefined {
  const { scope, kind, state } = initializer;
  if (scope === undefined) return undefined;
  const name = kind === 'classMembersInitializer' ? '<instance_members_initializer>' : '<static_initializer>';
  return {
    ...classFunction(node, kind, scope, name),
    members: initializer.members,
    suspendCount: state.suspendCount,
    expectedPropertyCount: state.expectedPropertyCount,
    id: initializer.id,
  };
}

function classFunction(node: ClassNode, kind: FunctionKind, scope: Scope, name: string): FunctionLiteral {
  return {
    node,
    kind,
    scope,
    bodyScope: undefined,
    name,
    hasOwnName: false,
    isNamedAtRunTime: false,
    isStrict: true,
    length: 0,
    start: node.start,
    end: node.end,
    parameters: [],
    body: [],
    expression: undefined,
    members: [],
    classNode: node,
    hasInstanceMembers: false,
    superReference: undefined,
    shadowingInitializers: [],
    suspendCount: 0,
    expectedPropertyCount: node.body.body.filter((member) => member.type === 'PropertyDefinition' && !member.static)
      .length,
    id: 0,
    shared: undefined,
  };
}
