/**
 * Code of modules: their context, what linking runs, default exports.
 * V8: BuildNewLocalActivationContext, VisitModuleNamespaceImports, VisitModuleDeclarations.
 * Simplified: stores the hole into each export, where V8 calls DeclareModuleExports once for all.
 */
import type * as acorn from 'acorn';
import type { Scope } from '../parsing/scopes.ts';
import { loadConstant, visitExpression } from './generator-expressions.ts';
import type { FunctionState } from './generator-state.ts';
import { visitDeclarations, visitStatement } from './generator-statements.ts';
import { closureRegister } from './registers.ts';

/** The closure knows its module. Simplified: in V8 the module is the argument of the code. */
export function newModuleContext(g: FunctionState, scope: Scope): void {
  const { builder } = g;
  const mark = builder.mark;
  const list = builder.newRegisters(2);
  builder.emit('Ldar', closureRegister).emit('Star', list);
  builder.emit('LdaConstant', builder.constant(scope.scopeInfo!)).emit('Star', list + 1);
  builder.emit('CallRuntime', g.runtimeId('PushModuleContext'), list, 2);
  builder.release(mark);
  g.pushContext();
}

/** What a module's code does when the module is linked: then it stops before its body. */
export function declareModuleVariables(g: FunctionState): void {
  const { builder, literal } = g;
  const { scope, moduleDescriptor } = literal;
  for (const { localName, request } of moduleDescriptor?.namespaceImports ?? []) {
    const mark = builder.mark;
    loadConstant(g, request);
    const number = g.toRegister();
    builder.emit('CallRuntime', g.runtimeId('GetModuleNamespace'), number, 1);
    g.storeUnchecked(scope.variables.get(localName)!);
    builder.release(mark);
  }
  visitDeclarations(g, scope);
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
