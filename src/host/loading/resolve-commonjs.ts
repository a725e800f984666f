/** Where `require` finds a file. Node: Module._resolveFilename, Module._findPath (lib/internal/modules/cjs/loader.js). */
import { builtinNameOf, standInFor } from './builtin-names.ts';
import type { FileReader } from './files.ts';
import { InvalidPackageJson, packageScopeOf, readPackageJson } from './package-json.ts';
import { directoriesUp, directoryOf, isAbsolute, joinPath } from './paths.ts';
import { invalidPackageConfig, ResolutionError } from './resolution-error.ts';
import { findTypeScript } from './resolve-typescript.ts';
import { requireConditions, resolvePackageExports, resolvePackageImports } from './resolve-package.ts';

export type CommonJsTarget =
  { readonly kind: 'builtin'; readonly name: string } | { readonly kind: 'file'; readonly path: string };

const extensions = ['.js', '.json', '.node'];

/** `parent` is the path of the file that asks; `requireStack` the files on the way to it, the asking one first. */
export function resolveCommonJs(
  files: FileReader,
  request: string,
  parent: string,
  requireStack: readonly string[],
): CommonJsTarget {
  const builtin = builtinNameOf(request);
  if (builtin !== undefined) return { kind: 'builtin', name: builtin };
  if (request.startsWith('node:'))
    throw new ResolutionError('ERR_UNKNOWN_BUILTIN_MODULE', `No such built-in module: ${request}`);
  try {
    const path = findPath(files, request, parent);
    if (path !== undefined) return { kind: 'file', path: files.realPath(path) };
    const standIn = standInFor(request);
    if (standIn !== undefined && files.unknown.size === 0) return { kind: 'file', path: standIn };
  } catch (error) {
    if (error instanceof InvalidPackageJson) throw invalidPackageConfig(error.path, undefined);
    throw error;
  }
  const stack = requireStack.length === 0 ? '' : `\nRequire stack:\n- ${requireStack.join('\n- ')}`;
  throw new ResolutionError('MODULE_NOT_FOUND', `Cannot find module '${request}'${stack}`, { requireStack });
}

function findPath(files: FileReader, request: string, parent: string): string | undefined {
  const directory = directoryOf(parent);
  if (/^\.\.?($|\/)/.test(request) || isAbsolute(request)) {
    const path = joinPath(directory, request);
    return findTypeScript(files, path, parent, namesDirectory(request)) ?? tryPath(files, request, path);
  }
  if (request.startsWith('#')) {
    const scope = packageScopeOf(files, directory);
    if (scope?.imports !== undefined) {
      const target = resolvePackageImports(scope, request, parent, requireConditions);
      if (target.kind === 'path') return finalizePath(files, target.path, request, scope.path);
      const builtin = builtinNameOf(target.specifier);
      return builtin === undefined ? findPath(files, target.specifier, scope.path) : `node:${builtin}`;
    }
  }
  return findSelf(files, request, directory) ?? findInNodeModules(files, request, directory);
}

/** A package that asks for itself by name. Node: trySelf. */
function findSelf(files: FileReader, request: string, directory: string): string | undefined {
  const scope = packageScopeOf(files, directory);
  if (scope?.exports === undefined || scope.name === undefined) return undefined;
  if (request !== scope.name && !request.startsWith(`${scope.name}/`)) return undefined;
  const subpath = `.${request.slice(scope.name.length)}`;
  const path = resolvePackageExports(scope, subpath, undefined, requireConditions);
  return finalizePath(files, path, request, scope.path);
}

/** What `exports` names has to be there; extensions are not tried. */
function finalizePath(files: FileReader, path: string, request: string, packageJson: string): string {
  if (files.isFile(path) || files.unknown.size > 0) return path;
  throw new ResolutionError('MODULE_NOT_FOUND', `Cannot find module '${path}'`, {
    path: packageJson,
    requestPath: request,
  });
}

export function nodeModulesPaths(directory: string): string[] {
  return directoriesUp(directory)
    .filter((current) => !current.endsWith('/node_modules'))
    .map((current) => `${current === '/' ? '' : current}/node_modules`);
}

function findInNodeModules(files: FileReader, request: string, directory: string): string | undefined {
  const [, name, rest] = /^((?:@[^/]+\/)?[^/]+)(\/.*)?$/.exec(request) ?? [];
  for (const folder of nodeModulesPaths(directory)) {
    const packageDirectory = name === undefined ? undefined : `${folder}/${name}`;
    const scope = packageDirectory === undefined ? undefined : readPackageJson(files, packageDirectory);
    if (scope?.exports !== undefined) {
      const path = resolvePackageExports(scope, `.${rest ?? ''}`, undefined, requireConditions);
      return finalizePath(files, path, request, scope.path);
    }
    const found = tryPath(files, request, joinPath(folder, request));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A file, a file with an extension, a package or a folder with an index. */
function tryPath(files: FileReader, request: string, path: string): string | undefined {
  if (!namesDirectory(request)) {
    if (files.isFile(path)) return path;
    const found = tryExtensions(files, path);
    if (found !== undefined) return found;
  }
  return tryPackage(files, request, path);
}

function namesDirectory(request: string): boolean {
  return /(^|\/)(\.\.?)?$/.test(request);
}

function tryExtensions(files: FileReader, path: string): string | undefined {
  let found: string | undefined;
  for (const extension of extensions) if (files.isFile(path + extension)) found ??= path + extension;
  return found;
}

function tryPackage(files: FileReader, request: string, directory: string): string | undefined {
  const scope = readPackageJson(files, directory);
  const index = `${directory === '/' ? '' : directory}/index`;
  if (scope?.main === undefined) return tryExtensions(files, index);
  const main = joinPath(directory, scope.main);
  if (files.isFile(main)) return main;
  const found = tryExtensions(files, main) ?? tryExtensions(files, `${main}/index`) ?? tryExtensions(files, index);
  if (found !== undefined || files.unknown.size > 0) return found;
  throw new ResolutionError(
    'MODULE_NOT_FOUND',
    `Cannot find module '${main}'. Please verify that the package.json has a valid "main" entry`,
    { path: scope.path, requestPath: request },
  );
}
