/**
 * Import and export declarations: what they declare, and their entries in the module's descriptor.
 * V8: Parser::ParseImportDeclaration, ParseExportDeclaration, ParseExportDefault (src/parsing/parser.cc).
 */
import type * as acorn from 'acorn';
import { type Analysis, boundProxy, declareLocal, declareVariable } from './analysis.ts';
import { analyzeClass } from './analyze-classes.ts';
import { analyzeExpression, setFunctionName } from './analyze-expressions.ts';
import { analyzeFunction } from './analyze-functions.ts';
import type { ImportAttribute, ModuleDescriptor } from './module-descriptor.ts';
import { analyzeStatements } from './scope-analysis.ts';
import { syntaxFailure } from './syntax-errors.ts';

/** The local name of a default export that has none. V8: dot_default_string. */
const defaultName = '.default';

export function analyzeModuleDeclaration(analysis: Analysis, node: acorn.ModuleDeclaration): void {
  const descriptor = analysis.moduleDescriptor;
  if (descriptor === undefined) throw new Error('an import or export outside a module');
  switch (node.type) {
    case 'ImportDeclaration':
      return analyzeImport(analysis, descriptor, node);
    case 'ExportAllDeclaration': {
      const request = requestOf(analysis, descriptor, node);
      const { start, end } = node;
      if (!node.exported) descriptor.starExports.push({ request, start, end });
      else {
        // `export * as x` is `import * as y` and `export { y as x }`.
        const localName = `.ns-export-${descriptor.namespaceImports.length}`;
        declareNamespace(analysis, descriptor, localName, request);
        descriptor.addExport(localName, nameOf(node.exported));
      }
      return;
    }
    case 'ExportNamedDeclaration':
      return analyzeExport(analysis, descriptor, node);
    case 'ExportDefaultDeclaration':
      return analyzeDefaultExport(analysis, descriptor, node);
    default:
      node satisfies never;
  }
}

function analyzeImport(analysis: Analysis, descriptor: ModuleDescriptor, node: acorn.ImportDeclaration): void {
  const request = requestOf(analysis, descriptor, node);
  for (const specifier of node.specifiers) {
    const localName = specifier.local.name;
    if (specifier.type === 'ImportNamespaceSpecifier') {
      declareNamespace(analysis, descriptor, localName, request);
      continue;
    }
    const variable = declareLocal(analysis.scope, localName, 'const', 'normal', true);
    analysis.scope.declarations.push({ kind: 'variable', variable, isNested: false });
    const imported = specifier.type === 'ImportSpecifier' ? specifier.imported : undefined;
    const { start, end } = imported ?? specifier.local;
    const importName = imported === undefined ? 'default' : nameOf(imported);
    descriptor.regularImports.push({ localName, importName, request, start, end, cellIndex: 0 });
  }
}

function declareNamespace(analysis: Analysis, descriptor: ModuleDescriptor, localName: string, request: number): void {
  const variable = declareLocal(analysis.scope, localName, 'const', 'normal', false);
  variable.isUsed = true;
  analysis.scope.declarations.push({ kind: 'variable', variable, isNested: false });
  descriptor.namespaceImports.push({ localName, request });
}

function analyzeExport(analysis: Analysis, descriptor: ModuleDescriptor, node: acorn.ExportNamedDeclaration): void {
  const { declaration } = node;
  if (node.source) {
    const request = requestOf(analysis, descriptor, { ...node, source: node.source });
    for (const { start, end, local, exported } of node.specifiers) {
      descriptor.indirectExports.push({ exportName: nameOf(exported), importName: nameOf(local), request, start, end });
    }
    return;
  }
  if (!declaration) {
    for (const { local, exported } of node.specifiers) descriptor.addExport(nameOf(local), nameOf(exported));
    return;
  }
  analyzeStatements(analysis, [declaration]);
  if (declaration.type !== 'VariableDeclaration') return descriptor.addExport(declaration.id.name, declaration.id.name);
  for (const { id } of declaration.declarations) for (const name of namesOf(id)) descriptor.addExport(name, name);
}

function analyzeDefaultExport(
  analysis: Analysis,
  descriptor: ModuleDescriptor,
  node: acorn.ExportDefaultDeclaration,
): void {
  const { declaration } = node;
  if (declaration.type === 'FunctionDeclaration') {
    if (declaration.id) {
      analyzeStatements(analysis, [declaration as acorn.FunctionDeclaration]);
      return descriptor.addExport(declaration.id.name, 'default');
    }
    const literal = analyzeFunction(analysis, declaration as unknown as acorn.FunctionDeclaration, 'default');
    const variable = declareVariable(analysis.scope, defaultName, 'let', 'normal', false);
    declaration.variable = variable;
    analysis.scope.declarations.push({
      kind: 'function',
      variable,
      literal,
      node: declaration as unknown as acorn.FunctionDeclaration,
    });
    return descriptor.addExport(defaultName, 'default');
  }
  if (declaration.type === 'ClassDeclaration' && declaration.id) {
    analyzeStatements(analysis, [declaration as acorn.ClassDeclaration]);
    return descriptor.addExport(declaration.id.name, 'default');
  }
  const declareDefault = () => {
    const variable = declareLocal(analysis.scope, defaultName, 'const', 'normal', true);
    variable.initializerPosition = node.end;
    analysis.scope.declarations.push({ kind: 'variable', variable, isNested: false });
    return boundProxy(variable, node.start);
  };
  if (declaration.type === 'ClassDeclaration') {
    analyzeClass(analysis, declaration as unknown as acorn.ClassDeclaration, 'default', declareDefault);
  } else {
    analyzeExpression(analysis, declaration);
    setFunctionName(declaration, 'default');
    node.defaultProxy = declareDefault();
  }
  descriptor.addExport(defaultName, 'default');
}

function requestOf(
  analysis: Analysis,
  descriptor: ModuleDescriptor,
  node: { readonly source: acorn.Literal; readonly attributes?: readonly acorn.ImportAttribute[] },
): number {
  const { start, end, value } = node.source;
  const attributes: ImportAttribute[] = [];
  for (const attribute of node.attributes ?? []) {
    const key = nameOf(attribute.key);
    if (attributes.some((other) => other.key === key)) {
      const message = `SyntaxError: Import attribute has duplicate key '${key}'`;
      analysis.error ??= syntaxFailure(analysis.source, message, attribute.start, attribute.end);
    }
    attributes.push({ key, value: String(attribute.value.value) });
  }
  return descriptor.request({ specifier: String(value), attributes, start, end });
}

function nameOf(node: acorn.Identifier | acorn.Literal): string {
  return node.type === 'Identifier' ? node.name : String(node.value);
}

/** The names that a pattern binds, in order of the text. */
function namesOf(pattern: acorn.Pattern): string[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern.name];
    case 'AssignmentPattern':
      return namesOf(pattern.left);
    case 'RestElement':
      return namesOf(pattern.argument);
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) => (element === null ? [] : namesOf(element)));
    case 'ObjectPattern':
      return pattern.properties.flatMap((property) =>
        namesOf(property.type === 'RestElement' ? property.argument : property.value),
      );
    case 'MemberExpression':
      return [];
  }
}
