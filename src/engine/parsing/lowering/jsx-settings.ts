/**
 * What JSX calls: `React.createElement` and `React.Fragment`, unless whoever runs the file or its project says otherwise, or
 * the file's own first comments do (`@jsx h`, `@jsxFrag Fragment`, `@jsxRuntime automatic`, `@jsxImportSource preact`). TypeScript: getJSXRuntimeImport,
 * processPragmasIntoFields.
 */
import type * as acorn from 'acorn';
import { lexicalNames, varNames } from './references.ts';
import type { SyntaxNode } from './syntax.ts';

/** What is said outside the file. */
export interface JsxOptions {
  /** Dotted names. */
  readonly factory?: string | undefined;
  readonly fragmentFactory?: string | undefined;
  /** The automatic runtime of this package. */
  readonly importSource?: string | undefined;
}

export interface JsxSettings {
  /** Dotted names. */
  readonly factory: string;
  readonly fragment: string;
  /** `React` means something in this file: an import, a parameter of the wrapper or a variable. */
  readonly isFactoryDeclared: boolean;
  /** The automatic runtime: the module whose `jsx` and `jsxs` are called instead. */
  readonly runtimeModule: string | undefined;
}

export function jsxSettings(source: string, program: acorn.Program, options: JsxOptions = {}): JsxSettings {
  const comments = /^(?:#![^\n]*\n)?(?:\s|\/\/[^\n]*|\/\*[^]*?\*\/)*/.exec(source)?.[0] ?? '';
  const pragma = (name: string): string | undefined =>
    new RegExp(`@${name}\\s+([\\w$]+(?:\\.[\\w$]+)*)`).exec(comments)?.[1];
  const factory = pragma('jsx') ?? options.factory ?? 'React.createElement';
  const importSourcePragma = /@jsxImportSource\s+(\S+)/.exec(comments)?.[1];
  const importSource = importSourcePragma ?? (pragma('jsx') === undefined ? options.importSource : undefined);
  const isAutomatic =
    pragma('jsxRuntime') === 'automatic' || (importSource !== undefined && pragma('jsxRuntime') === undefined);
  const declared = declaredNames(program.body as unknown as SyntaxNode[]);
  return {
    factory,
    fragment: pragma('jsxFrag') ?? options.fragmentFactory ?? 'React.Fragment',
    isFactoryDeclared: declared.has(factory.split('.')[0] ?? ''),
    runtimeModule: isAutomatic ? `${importSource ?? 'react'}/jsx-runtime` : undefined,
  };
}

function declaredNames(body: readonly SyntaxNode[]): Set<string> {
  const names = new Set<string>();
  lexicalNames(body, names);
  varNames(body, names);
  for (const statement of body) {
    if (statement.type === 'TSImportEqualsDeclaration') names.add((statement['id'] as { name: string }).name);
    if (statement.type !== 'ImportDeclaration') continue;
    for (const { local } of statement['specifiers'] as SyntaxNode[]) names.add((local as { name: string }).name);
  }
  return names;
}
