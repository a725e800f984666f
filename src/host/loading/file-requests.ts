/**
 * What a run needs to be given before it can go on: not only the file that it met, but also what the files that are known
 * mention by literal names, so that a graph of files takes as many rounds as it is deep.
 */
import { type AnyNode, RunStopped, sourceLanguageOf, walk } from '../../engine/index.ts';
import type { FileReader } from './files.ts';
import type { Host } from '../host.ts';
import { formatOfFile, parseFile } from './module-format.ts';
import { InvalidPackageJson } from './package-json.ts';
import { fileUrlOf, pathOfFileUrl } from './paths.ts';
import { isCompiled, projectOptions } from './tsconfig.ts';
import { resolveCommonJs } from './resolve-commonjs.ts';
import { resolveEsm, resolveUrl } from './resolve-esm.ts';
import { ResolutionError } from './resolution-error.ts';

/** A file of the run that has been parsed; `url` for modules. */
export interface ParsedSource {
  readonly path: string;
  readonly url: string | undefined;
  readonly program: AnyNode;
}

/** After something was looked up: if that is not known, the run stops until it is. */
export function stopForFiles(host: Host): void {
  if (host.files.unknown.size === 0) return;
  lookAhead(host);
  host.neededFiles = [...host.files.unknown];
  throw new RunStopped('files');
}

/** Follows the literal specifiers of what is parsed, through files that are known already. */
function lookAhead(host: Host): void {
  const { files, sources } = host;
  const visited = new Set(sources.map(({ path }) => path));
  const waiting = sources.map(({ path, program }) => ({ path, program }));
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    for (const specifier of specifiersOf(next.program)) {
      const path = targetOf(host, specifier, next.path);
      if (path === undefined || visited.has(path)) continue;
      visited.add(path);
      const program = parseKnown(files, path);
      if (program !== undefined) waiting.push({ path, program });
    }
  }
}

/** The file that a specifier means; undefined if it means none. */
export function targetOf({ files, description }: Host, specifier: LiteralSpecifier, from: string): string | undefined {
  const { text, isImport } = specifier;
  return attempt(() => {
    if (description.runtime === 'browser') return inBrowser(files, text, from);
    return isImport ? importedPath(files, text, from) : requiredPath(files, text, from);
  });
}

function requiredPath(files: FileReader, specifier: string, from: string): string | undefined {
  const target = resolveCommonJs(files, specifier, from, []);
  return target.kind === 'file' ? target.path : undefined;
}

function importedPath(files: FileReader, specifier: string, from: string): string | undefined {
  const url = resolveEsm(files, specifier, fileUrlOf(from));
  return url.startsWith('file:') ? pathOfFileUrl(url) : undefined;
}

function inBrowser(files: FileReader, specifier: string, from: string): string | undefined {
  const url = resolveUrl(specifier, fileUrlOf(from));
  if (url?.startsWith('file:') !== true) return undefined;
  const path = pathOfFileUrl(url);
  files.at(path);
  return path;
}

/** Nothing that is thrown here counts: the run itself will say it. */
function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    if (error instanceof ResolutionError || error instanceof InvalidPackageJson) return undefined;
    throw error;
  }
}

/** Also looks for the package.json that decides what the file is. */
function parseKnown(files: FileReader, path: string): AnyNode | undefined {
  const text = files.text(path);
  const format = attempt(() => formatOfFile(files, path));
  if (text === undefined || format === 'json' || format === 'addon') return undefined;
  const source = text.replace(/^\uFEFF/, '');
  const language = sourceLanguageOf(path);
  if (isCompiled(source, language)) projectOptions(files, path);
  return format === 'module'
    ? parseFile(source, 'module', language)
    : (parseFile(source, 'commonjs', language) ?? parseFile(source, 'module', language));
}

/** A specifier that is written out. */
export interface LiteralSpecifier {
  readonly text: string;
  readonly isImport: boolean;
  readonly start: number;
  readonly end: number;
}

export function specifiersOf(program: AnyNode): LiteralSpecifier[] {
  const result: LiteralSpecifier[] = [];
  const add = (source: AnyNode | null | undefined, isImport: boolean): void => {
    if (source?.type !== 'Literal' || typeof source.value !== 'string') return;
    result.push({ text: source.value, isImport, start: source.start, end: source.end });
  };
  walk(program, (node) => {
    switch (node.type) {
      case 'CallExpression':
        if (node.callee.type === 'Identifier' && node.callee.name === 'require') add(node.arguments[0], false);
        break;
      case 'ImportExpression':
      case 'ImportDeclaration':
      case 'ExportAllDeclaration':
      case 'ExportNamedDeclaration':
        add(node.source, true);
        break;
      default:
    }
    return undefined;
  });
  return result;
}
