/**
 * Code of modules: what linking runs, default exports. V8: VisitModuleDeclarations, VisitModuleNamespaceImports.
 */
import type * as acorn from 'acorn';
import type { Scope } from '../parsing/scopes.ts';
import type { GlobalDeclarations, ModuleDeclarations } from './bytecode-array.ts';
import { loadConstant, visitExpression } from './generator-expressions.ts';
import type { FunctionState } from './generator-state.ts';
import { visitDeclarations, visitStatement } from './generator-statements.ts';
import { closureRegister } from './registers.ts';
import { sharedFunctionInfoOf } from './shared-function-info.ts';

/** What a module's code does when the module is linked: then it stops before its body. */
export function declareModuleVariables(g: FunctionState): void {
  const { scope, moduleDescriptor } = g.literal;
  declareExports(g, scope);
  for (const { localName, request } of moduleDescriptor?.namespaceImports ?? []) {
    const mark = g.builder.mark;
    loadConstant(g, request);
    const number = g.toRegister();
    g.builder.emit('CallRuntime', g.runtimeId('GetModuleNamespace'), number, 1);
    g.storeUnchecked(scope.variables.get(localName)!);
    g.builder.release(mark);
  }
}

/** What is exported is declared by one call, all else as in any scope. */
function declareExports(g: FunctionState, scope: Scope): void {
  visitDeclarations(g, scope);
  const declarations: ModuleDeclarations['declarations'][number][] = [];
  for (const declaration of scope.declarations) {
    const { variable } = declaration;
    if (!variable.isUsed || variable.location !== 'module' || variable.isImport) continue;
    const { index: cell } = variable;
    if (declaration.kind === 'function')
      declarations.push({ cell, function: sharedFunctionInfoOf(declaration.literal, g.shared.script) });
    else if (variable.isLexical && variable.needsHoleInitialization) declarations.push({ cell, function: undefined });
  }
  if (declarations.length > 0) declareByCall(g, 'DeclareModuleExports', { type: 'moduleDeclarations', declarations });
}

/** V8: BuildDeclareCall. */
export function declareByCall(
  g: FunctionState,
  runtimeFunction: 'DeclareGlobals' | 'DeclareModuleExports',
  declarations: GlobalDeclarations | ModuleDeclarations,
): void {
  const { builder } = g;
  const mark = builder.mark;
  const list = builder.newRegisters(2);
  builder.emit('LdaConstant', builder.constant(declarations)).emit('Star', list);
  builder.emit('Ldar', closureRegister).emit('Star', list + 1);
  builder.emit('CallRuntime', g.runtimeId(runtimeFunction), list, 2);
  builder.release(mark);
}

/** Function declarations have been hoisted. */
export function visitDefaultExport(g: FunctionState, node: acorn.ExportDefaultDeclaration): void {
  const { declaration, defaultProxy } = node;
  if (declaration.type === 'FunctionDeclaration') return;
  if (declaration.type === 'ClassDeclaration') {
    visitStatement(g, declaration);
    return;
  }
  g.builder.statementAt(declaration.start);
  visitExpression(g, declaration);
  if (defaultProxy !== undefined) g.storeVariable(defaultProxy, true);
}
