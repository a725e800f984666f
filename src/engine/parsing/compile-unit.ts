/**
 * The doors of parsing: a Script in, the literal of its outermost function out, analysed but not yet compiled.
 * V8: parsing::ParseProgram, Compiler::GetFunctionFromEval, CreateDynamicFunction, ScriptCompiler::CompileFunction.
 */
import type * as acorn from 'acorn';
import { type FunctionKind, isClassConstructorKind, isDerivedConstructorKind } from './function-kind.ts';
import type { Script } from './script.ts';
import {
  type Analysis,
  declareVariable,
  isConciseMethod,
  newFunctionScope,
  newFunctionState,
  newTemporary,
} from './analysis.ts';
import { hasUseStrict } from './analyze-functions.ts';
import type { FunctionLiteral } from './ast.ts';
import { markCompletionValue } from './completion-value.ts';
import { ModuleDescriptor } from './module-descriptor.ts';
import { type ParseFailure, type ParseGoal, type ParseOptions, parseProgram, stackOverflow } from './parser.ts';
import { allocateVariables } from './scope-allocation.ts';
import { analyzeStatements, hoistSloppyBlockFunctions } from './scope-analysis.ts';
import { resolveVariables } from './scope-resolution.ts';
import { receiverScopeOf, Scope, Variable } from './scopes.ts';
import { type SyntaxFailure, syntaxFailure } from './syntax-errors.ts';
import { walk } from './walk.ts';

export type UnitResult =
  { readonly ok: true; readonly literal: FunctionLiteral } | { readonly ok: false; readonly error: ParseFailure };

/** A classic script. */
export function parseScriptUnit(script: Script): UnitResult {
  return unit(script, 'script', {}, (program) => {
    const scope = scriptScope();
    scope.isStrict = hasUseStrict(program);
    scope.start = 0;
    scope.end = program.end;
    return { scope, kind: 'script', parameters: [] };
  });
}

/** A file as the body of a function: Node's CommonJS wrapper. */
export function parseWrappedUnit(script: Script, parameterNames: readonly string[]): UnitResult {
  return unit(script, 'function', {}, (program, analysis) => {
    const conflict = conflictWithParameters(script.source, program, parameterNames);
    if (conflict !== undefined) analysis.error ??= conflict;
    const scope = newFunctionScope(analysis, 'normal', { start: 0, end: program.end });
    scope.isStrict = hasUseStrict(program);
    for (const name of parameterNames) scope.parameters.push(declareVariable(scope, name, 'var', 'parameter', false));
    const parameters = parameterNames.map((name): acorn.Identifier => ({ type: 'Identifier', name, start: 0, end: 0 }));
    return { scope, kind: 'normal', parameters };
  });
}

/** An ES module. V8: Parser::DoParseProgram. */
export function parseModuleUnit(script: Script): UnitResult {
  return unit(script, 'module', {}, (program, analysis) => {
    const scope = new Scope('module', analysis.scope, true, true);
    analysis.scope.inner.push(scope);
    scope.functionKind = 'module';
    scope.receiver = new Variable(scope, 'this', 'var', 'this', false);
    scope.start = 0;
    scope.end = program.end;
    scope.generatorObject = newTemporary(scope, '.generator_object');
    scope.generatorObject.isUsed = true;
    return { scope, kind: 'module', parameters: [] };
  });
}

export interface EvalOptions {
  /** The caller's code is strict. */
  readonly isStrict: boolean;
}

/** Eval code; `outer` is the scope of the direct call, undefined for indirect eval. */
export function parseEvalUnit(script: Script, outer: Scope | undefined, options: EvalOptions): UnitResult {
  const surroundings = outer ?? allocatedScriptScope();
  const receiverScope = receiverScopeOf(surroundings);
  const kind = receiverScope.functionKind;
  const isFunction = receiverScope.type === 'function';
  const parseOptions: ParseOptions = {
    isStrict: options.isStrict,
    goal: 'script',
    allowNewTarget: isFunction,
    allowSuperProperty: isFunction && (isConciseMethod(kind) || isClassConstructorKind(kind)),
    allowSuperCall: isFunction && isDerivedConstructorKind(kind),
    allowUndeclaredPrivateNames: true,
  };
  return unit(script, 'script', parseOptions, (program, analysis) => {
    const scope = new Scope('eval', surroundings, options.isStrict || hasUseStrict(program), true);
    scope.functionKind = 'eval';
    scope.start = 0;
    scope.end = program.end;
    analysis.afterDeclarations = () => {
      conflictWithSurroundings(analysis, scope, program);
      if (isInitializerKind(kind)) refuseArguments(analysis, program);
    };
    return { scope, kind: 'eval', parameters: [] };
  });
}

function isInitializerKind(kind: FunctionKind): boolean {
  return kind === 'classMembersInitializer' || kind === 'classStaticInitializer';
}

/** Eval code in the initializer of a field has no `arguments`; acorn does not know where the code will run. */
function refuseArguments(analysis: Analysis, program: acorn.Program): void {
  walk(program, (node, parents) => {
    if (node.type === 'FunctionExpression' || node.type === 'FunctionDeclaration') return false;
    const parent = parents.at(-1);
    const isName =
      (parent?.type === 'MemberExpression' && !parent.computed && parent.property === node) ||
      (parent?.type === 'Property' && !parent.computed && parent.key === node && !parent.shorthand);
    if (node.type === 'Identifier' && node.name === 'arguments' && !isName) {
      analysis.error ??= syntaxFailure(
        analysis.source,
        "SyntaxError: 'arguments' is not allowed in class field initializer or static initialization block",
        node.start,
        node.end,
      );
    }
    return undefined;
  });
}

/**
 * `new Function` and its relatives. The script's source is the assembled text, "(function anonymous(a,b\n) {\nbody\n})":
 * the result is the function expression inside. The caller has checked parameters and body apart, as the standard says.
 */
export function parseFunctionConstructorUnit(script: Script): UnitResult {
  const result = parseEvalUnit(script, undefined, { isStrict: false });
  if (!result.ok) return result;
  const [statement] = result.literal.body;
  const expression = statement?.type === 'ExpressionStatement' ? statement.expression : undefined;
  if (
    result.literal.body.length !== 1 ||
    expression?.type !== 'FunctionExpression' ||
    expression.literal === undefined
  ) {
    // A body that closes the function early: "}, function () {" and the like.
    const offset = Math.max(0, script.source.length - 1);
    return { ok: false, error: syntaxFailure(script.source, 'SyntaxError: Single function literal required', offset) };
  }
  return { ok: true, literal: expression.literal };
}

interface Outermost {
  readonly scope: Scope;
  readonly kind: FunctionKind;
  readonly parameters: readonly acorn.Identifier[];
}

function unit(
  script: Script,
  goal: ParseGoal,
  options: ParseOptions,
  open: (program: acorn.Program, analysis: Analysis) => Outermost,
): UnitResult {
  const parsed = parseProgram(script.source, {
    ...options,
    goal,
    ...(script.natives && { natives: script.natives }),
    ...(script.language && { language: script.language }),
    ...(script.compilerOptions && { compilerOptions: script.compilerOptions }),
  });
  if (!parsed.ok) return parsed;
  if (script.kind !== 'builtin') script.root = parsed.program;
  try {
    return analyzeUnit(script, parsed.program, open);
  } catch (error) {
    // A tree that acorn could build but that is too deep to walk.
    if (error instanceof RangeError) return { ok: false, error: stackOverflow };
    throw error;
  }
}

function analyzeUnit(
  script: Script,
  program: acorn.Program,
  open: (program: acorn.Program, analysis: Analysis) => Outermost,
): UnitResult {
  const outer = scriptScope();
  const state = newFunctionState();
  const analysis: Analysis = {
    source: script.source,
    scope: outer,
    functionState: state,
    objectLiteralScope: undefined,
    sloppyBlockFunctions: new Map(),
    functionCount: 1,
    error: undefined,
    afterDeclarations: undefined,
    moduleDescriptor: program.sourceType === 'module' ? new ModuleDescriptor() : undefined,
  };
  const { scope, kind, parameters } = open(program, analysis);
  analysis.scope = scope;
  analyzeStatements(analysis, program.body);
  hoistSloppyBlockFunctions(analysis, scope);
  if (kind === 'normal') declareWrapperArguments(scope);
  else if (kind !== 'module') markCompletionValue(program, scope);
  analysis.afterDeclarations?.();
  if (analysis.error !== undefined) return { ok: false, error: analysis.error };
  const { moduleDescriptor } = analysis;
  moduleDescriptor?.finish();
  moduleDescriptor?.allocate(scope);
  resolveVariables(scope);
  allocateVariables(scope);
  if (scope.type === 'function' || scope.type === 'module') outer.isAllocated = true;
  const awaits = kind === 'module' && state.suspendCount > 0;
  if (awaits) scope.functionKind = 'moduleWithTopLevelAwait';
  const literal = {
    ...programLiteral(program, scope, awaits ? 'moduleWithTopLevelAwait' : kind, parameters, state),
    ...(moduleDescriptor === undefined ? {} : { moduleDescriptor }),
  };
  program.scope = scope;
  program.literal = literal;
  scope.literal = literal;
  return { ok: true, literal };
}

function declareWrapperArguments(scope: Scope): void {
  const existing = scope.variables.get('arguments');
  if (existing?.isLexical) return;
  scope.argumentsVariable = existing ?? declareVariable(scope, 'arguments', 'var', 'normal', false);
}

function programLiteral(
  program: acorn.Program,
  scope: Scope,
  kind: FunctionKind,
  parameters: readonly acorn.Identifier[],
  state: Analysis['functionState'],
): FunctionLiteral {
  return {
    node: program,
    kind,
    scope,
    bodyScope: undefined,
    name: '',
    hasOwnName: false,
    isNamedAtRunTime: false,
    isStrict: scope.isStrict,
    length: parameters.length,
    start: 0,
    end: program.end,
    parameters,
    body: program.body,
    expression: undefined,
    members: [],
    classNode: undefined,
    hasInstanceMembers: false,
    superReference: undefined,
    shadowingInitializers: [],
    suspendCount: state.suspendCount,
    expectedPropertyCount: state.expectedPropertyCount,
    id: 0,
    shared: undefined,
  };
}

function scriptScope(): Scope {
  const scope = new Scope('script', undefined, false, true);
  scope.functionKind = 'script';
  scope.receiver = new Variable(scope, 'this', 'dynamicGlobal', 'this', false);
  return scope;
}

/** The global scope around indirect eval: nothing in it is known. */
function allocatedScriptScope(): Scope {
  const scope = scriptScope();
  scope.isAllocated = true;
  return scope;
}

/** `let require` at the top of a CommonJS file. */
function conflictWithParameters(
  source: string,
  program: acorn.Program,
  parameterNames: readonly string[],
): Analysis['error'] {
  const names = new Set(parameterNames);
  const collected: acorn.Identifier[] = [];
  for (const statement of program.body) {
    if (statement.type === 'ClassDeclaration' && statement.id) collected.push(statement.id);
    if (statement.type !== 'VariableDeclaration' || statement.kind === 'var') continue;
    for (const { id } of statement.declarations) collectNames(id, collected);
  }
  const identifier = collected.find(({ name }) => names.has(name));
  if (identifier === undefined) return undefined;
  return redeclaration(source, identifier.name, identifier.start);
}

function redeclaration(source: string, name: string, offset: number): SyntaxFailure {
  return syntaxFailure(
    source,
    `SyntaxError: Identifier '${name}' has already been declared`,
    offset,
    offset + name.length,
  );
}

function collectNames(pattern: acorn.Pattern, into: acorn.Identifier[]): void {
  if (pattern.type === 'Identifier') into.push(pattern);
  else if (pattern.type === 'AssignmentPattern') collectNames(pattern.left, into);
  else if (pattern.type === 'RestElement') collectNames(pattern.argument, into);
  else if (pattern.type === 'ArrayPattern') {
    for (const element of pattern.elements) if (element) collectNames(element, into);
  } else if (pattern.type === 'ObjectPattern') {
    for (const property of pattern.properties) {
      collectNames(property.type === 'RestElement' ? property.argument : property.value, into);
    }
  }
}

/** `var x` in sloppy eval code, where a let x stands between it and the function that would get the var. */
function conflictWithSurroundings(analysis: Analysis, scope: Scope, program: acorn.Program): void {
  if (scope.isStrict || scope.outer === undefined) return;
  for (const { variable } of scope.declarations) {
    if (variable.isLexical) continue;
    let current = scope.outer;
    for (;;) {
      if (current.variables.get(variable.name)?.isLexical || isArgumentsOfParameters(current, variable.name)) {
        const message = `SyntaxError: Identifier '${variable.name}' has already been declared`;
        analysis.error ??= syntaxFailure(analysis.source, message, placeOfVar(program, variable.name));
      }
      if ((current.isDeclarationScope && current.type !== 'eval') || current.outer === undefined) break;
      current = current.outer;
    }
  }
}

/** Where a var is declared first: its name, or its function. V8: Declaration::position. */
function placeOfVar(program: acorn.Program, name: string): number {
  let place: number | undefined;
  walk(program, (node, parents) => {
    if (place !== undefined) return false;
    if (node.type === 'FunctionDeclaration' && parents.length === 1 && node.id?.name === name) place = node.start;
    if (node.type === 'VariableDeclaration' && node.kind === 'var') {
      const names: acorn.Identifier[] = [];
      for (const { id } of node.declarations) collectNames(id, names);
      place = names.find((each) => each.name === name)?.start;
    }
    return !/Function|Class/.test(node.type);
  });
  return place ?? 0;
}

/**
 * `arguments` belongs to the parameters' own environment, in which eval code among them may not declare a var of that name.
 * Eval code in the body stops at the body's scope. V8 lets this pass.
 */
function isArgumentsOfParameters(scope: Scope, name: string): boolean {
  return name === 'arguments' && scope.type === 'function' && !scope.isArrow && !scope.hasSimpleParameters;
}
