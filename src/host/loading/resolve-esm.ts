/** Where `import` finds a module. Node: lib/internal/modules/esm/resolve.js (ESM_RESOLVE of its documentation). */
import { builtinNameOf, standInFor } from './builtin-names.ts';
import type { FileReader } from './files.ts';
import { InvalidPackageJson, type PackageJson, packageScopeOf, readPackageJson } from './package-json.ts';
import { directoriesUp, directoryOf, fileUrlOf, joinPath, pathOfFileUrl } from './paths.ts';
import { resolveCommonJs } from './resolve-commonjs.ts';
import { invalidModuleSpecifier, invalidPackageConfig, ResolutionError } from './resolution-error.ts';
import { findTypeScript } from './resolve-typescript.ts';
import { importConditions, resolvePackageExports, resolvePackageImports } from './resolve-package.ts';

/** `url` is that of a module: `node:path`, `file:///…`, `data:…`. */
export function resolveEsm(files: FileReader, specifier: string, parentUrl: string): string {
  try {
    return resolveSpecifier(files, specifier, parentUrl);
  } catch (error) {
    if (error instanceof InvalidPackageJson)
      throw invalidPackageConfig(error.path, `"${specifier}" from ${baseOf(parentUrl)}`);
    throw error;
  }
}

/** Without a look at files: what import.meta.resolve gives for URLs and relative specifiers. */
export function resolveUrl(specifier: string, parentUrl: string): string | undefined {
  const [, scheme] = /^([a-z][a-z0-9+.-]*):/i.exec(specifier) ?? [];
  if (scheme !== undefined && scheme.length > 1) {
    if (scheme !== 'file') return specifier;
    return fileUrlWith(joinPath('/', pathOfFileUrl(specifier)), specifier);
  }
  if (!/^(\.{0,2}\/|\.\.?$)/.test(specifier)) return undefined;
  const [path = '', suffix = ''] = splitSuffix(specifier);
  const directory = directoryOf(pathOfFileUrl(parentUrl));
  let decoded = path;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    // A lone % stands for itself.
  }
  const joined = joinPath(directory, decoded);
  const isFolder = /(^|\/)(\.\.?)?$/.test(path) && joined !== '/';
  return fileUrlOf(isFolder ? `${joined}/` : joined) + suffix;
}

function fileUrlWith(path: string, url: string): string {
  return fileUrlOf(path) + (splitSuffix(url)[1] ?? '');
}

/** The path, and `?query#hash`. */
function splitSuffix(specifier: string): string[] {
  const at = specifier.search(/[?#]/);
  return at < 0 ? [specifier, ''] : [specifier.slice(0, at), specifier.slice(at)];
}

function baseOf(url: string): string {
  return url.startsWith('file:') ? pathOfFileUrl(url) : url;
}

function resolveSpecifier(files: FileReader, specifier: string, parentUrl: string): string {
  const direct = resolveUrl(specifier, parentUrl);
  if (direct !== undefined) return finalizeResolution(files, direct, specifier, parentUrl);
  if (specifier.startsWith('#')) return resolveImports(files, specifier, parentUrl);
  return resolveBare(files, specifier, parentUrl);
}

function resolveImports(files: FileReader, specifier: string, parentUrl: string): string {
  const base = baseOf(parentUrl);
  const scope = packageScopeOf(files, directoryOf(base));
  const target = resolvePackageImports(scope, specifier, base, importConditions);
  if (target.kind === 'path') return finalizeResolution(files, fileUrlOf(target.path), specifier, parentUrl);
  return resolveBare(files, target.specifier, fileUrlOf(scope?.path ?? base));
}

function resolveBare(files: FileReader, specifier: string, parentUrl: string): string {
  const builtin = builtinNameOf(specifier);
  if (builtin !== undefined) return `node:${builtin}`;
  const base = baseOf(parentUrl);
  const [, name, rest = ''] = /^((?:@[^/]+\/)?[^/\\%]+)(\/.*)?$/.exec(specifier) ?? [];
  if (name === undefined || name.startsWith('.') || (specifier.startsWith('@') && !name.includes('/')))
    throw invalidModuleSpecifier(specifier, 'is not a valid package name', base);
  const subpath = `.${rest}`;
  const own = packageScopeOf(files, directoryOf(base));
  if (own?.exports !== undefined && own.name === name) return exported(files, own, subpath, specifier, parentUrl);
  let found: string | undefined;
  for (const directory of directoriesUp(directoryOf(base))) {
    if (directory.endsWith('/node_modules')) continue;
    const folder = `${directory === '/' ? '' : directory}/node_modules/${name}`;
    const packageJson = readPackageJson(files, folder);
    const exists = packageJson !== undefined || files.isDirectory(folder);
    if (!exists) continue;
    found ??=
      packageJson?.exports === undefined
        ? legacy(files, folder, packageJson, subpath, specifier, parentUrl)
        : exported(files, packageJson, subpath, specifier, parentUrl);
    if (files.unknown.size === 0) break;
  }
  if (found !== undefined) return found;
  const standIn = standInFor(specifier);
  if (standIn !== undefined && files.unknown.size === 0) return standIn;
  throw new ResolutionError('ERR_MODULE_NOT_FOUND', `Cannot find package '${name}' imported from ${base}`);
}

function exported(
  files: FileReader,
  packageJson: PackageJson,
  subpath: string,
  specifier: string,
  parentUrl: string,
): string {
  const path = resolvePackageExports(packageJson, subpath, baseOf(parentUrl), importConditions);
  return finalizeResolution(files, fileUrlOf(path), specifier, parentUrl);
}

/** A package without `exports`: its main file, or any of its files by its whole name. Node: legacyMainResolve. */
function legacy(
  files: FileReader,
  folder: string,
  packageJson: PackageJson | undefined,
  subpath: string,
  specifier: string,
  parentUrl: string,
): string {
  if (subpath !== '.') return finalizeResolution(files, fileUrlOf(joinPath(folder, subpath)), specifier, parentUrl);
  const main = packageJson?.main === undefined ? undefined : joinPath(folder, packageJson.main);
  const candidates = [
    ...(main === undefined
      ? []
      : ['', '.js', '.json', '.node', '/index.js', '/index.json', '/index.node'].map((end) => main + end)),
    ...['.js', '.json', '.node'].map((end) => `${folder}/index${end}`),
  ];
  const found = candidates.filter((path) => files.isFile(path))[0];
  if (found === undefined) {
    throw new ResolutionError(
      'ERR_MODULE_NOT_FOUND',
      `Cannot find package '${folder}/${packageJson?.main ?? 'index.js'}' imported from ${baseOf(parentUrl)}`,
    );
  }
  return fileUrlOf(files.realPath(found));
}

/** A file: URL has to name a file. */
function finalizeResolution(files: FileReader, url: string, specifier: string, parentUrl: string): string {
  if (!url.startsWith('file:')) return url;
  const path = pathOfFileUrl(url);
  const base = baseOf(parentUrl);
  const written = findTypeScript(files, path, base, path.endsWith('/'));
  if (written !== undefined) return fileUrlWith(files.realPath(written), url);
  const entry = files.at(path.endsWith('/') && path !== '/' ? path.slice(0, -1) : path);
  if ((entry.kind === 'file' || entry.kind === 'unreadable') && !path.endsWith('/'))
    return entry.kind === 'unreadable' || entry.realPath === undefined ? url : fileUrlWith(entry.realPath, url);
  const isDirectory = entry.kind === 'directory' || path.endsWith('/');
  const hint = commonJsHint(files, specifier, base);
  if (isDirectory && (entry.kind === 'directory' || files.unknown.size > 0)) {
    throw new ResolutionError(
      'ERR_UNSUPPORTED_DIR_IMPORT',
      `Directory import '${path}' is not supported resolving ES modules imported from ${base}${hint}`,
      { url },
    );
  }
  throw new ResolutionError('ERR_MODULE_NOT_FOUND', `Cannot find module '${path}' imported from ${base}${hint}`, {
    url,
  });
}

/** `Did you mean to import "./x.js"?`: what require would have found. Node: decorateErrorWithCommonJSHints. */
function commonJsHint(files: FileReader, specifier: string, base: string): string {
  try {
    const target = resolveCommonJs(files, specifier, base, []);
    if (target.kind !== 'file') return '';
    const found = /^\.{0,2}\//.test(specifier)
      ? relativePath(directoryOf(base), target.path)
      : specifier + target.path.slice(target.path.lastIndexOf(specifier) + specifier.length);
    return found === specifier ? '' : `\nDid you mean to import ${JSON.stringify(found)}?`;
  } catch {
    return '';
  }
}

function relativePath(directory: string, path: string): string {
  if (path.startsWith(`${directory}/`)) return `.${path.slice(directory.length)}`;
  const from = directory.split('/');
  const to = path.split('/');
  let shared = 0;
  while (shared < from.length && from[shared] === to[shared]) shared++;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}
