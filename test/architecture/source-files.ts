// Reads the project's own sources: which files there are, what each imports, and its syntax tree without types. esbuild
// removes the types (and would remove `import type` with them, so that is made an ordinary import first), acorn parses.
import { transformSync } from 'esbuild';
import { parse } from 'acorn';
import type { Program } from 'acorn';
import { full } from 'acorn-walk';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '..', '..');

export interface SourceFile {
  /** Relative to the root, with forward slashes. */
  readonly name: string;
  readonly lines: number;
  readonly tree: Program;
  /** Module names as they are written. */
  readonly imports: readonly string[];
}

/** Every TypeScript file below the folders. */
export function readSources(folders: readonly string[]): SourceFile[] {
  return folders.filter((folder) => existsSync(path.join(root, folder))).flatMap((folder) => readFolder(folder));
}

function readFolder(folder: string): SourceFile[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .sort()
    .map(readSource);
}

function readSource(name: string): SourceFile {
  const text = readFileSync(path.join(root, name), 'utf8');
  const withTypeImports = text.replaceAll(/^(import|export) type (?=\{|\*|[A-Za-z_$][\w$]*(,| from))/gm, '$1 ');
  const { code } = transformSync(withTypeImports, {
    loader: name.endsWith('x') ? 'tsx' : 'ts',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    target: 'esnext',
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
  });
  const tree = parse(code, { ecmaVersion: 'latest', sourceType: 'module' });
  return { name, lines: text.split('\n').length - 1, tree, imports: importsOf(tree) };
}

function importsOf(tree: Program): string[] {
  const imports = new Set<string>();
  full(tree, (node) => {
    const { source } = node as { source?: { type: string; value?: unknown } | null };
    if (/^(Import|Export)/.test(node.type) && source?.type === 'Literal') imports.add(String(source.value));
  });
  return [...imports];
}
