/**
 * `exports` and `imports` of package.json. Node: lib/internal/modules/esm/resolve.js (PACKAGE_EXPORTS_RESOLVE,
 * PACKAGE_IMPORTS_RESOLVE and PACKAGE_TARGET_RESOLVE of its documentation).
 */
import { isRecord, type PackageJson } from './package-json.ts';
import {
  invalidModuleSpecifier,
  invalidPackageConfig,
  invalidPackageTarget,
  packageImportNotDefined,
  packagePathNotExported,
} from './resolution-error.ts';

/** `import` or `require`, beside `node` and the like; `default` always holds. */
export type Conditions = ReadonlySet<string>;

export const importConditions: Conditions = new Set(['node', 'import', 'module-sync', 'node-addons']);
export const requireConditions: Conditions = new Set(['node', 'require', 'module-sync', 'node-addons']);

/** A file, or for a target of `imports` a bare specifier that has to be resolved from the package. */
export type PackageTarget =
  { readonly kind: 'path'; readonly path: string } | { readonly kind: 'bare'; readonly specifier: string };

interface TargetContext {
  readonly packageJson: PackageJson;
  readonly isImports: boolean;
  readonly conditions: Conditions;
  readonly base: string | undefined;
}

/** `subpath` is `.` or starts with `./`. */
export function resolvePackageExports(
  packageJson: PackageJson,
  subpath: string,
  base: string | undefined,
  conditions: Conditions,
): string {
  const { directory } = packageJson;
  const context: TargetContext = { packageJson, isImports: false, conditions, base };
  const table = exportsTable(packageJson, base);
  const resolved = resolveInTable(table, subpath, context);
  if (resolved === undefined || resolved === null) throw packagePathNotExported(directory, subpath, base);
  return resolved.kind === 'path' ? resolved.path : resolved.specifier;
}

export function resolvePackageImports(
  packageJson: PackageJson | undefined,
  specifier: string,
  base: string,
  conditions: Conditions,
): PackageTarget {
  if (specifier === '#' || specifier.startsWith('#/') || specifier.endsWith('/'))
    throw invalidModuleSpecifier(specifier, 'is not a valid internal imports specifier name', base);
  if (packageJson !== undefined && isRecord(packageJson.imports)) {
    const context: TargetContext = { packageJson, isImports: true, conditions, base };
    const resolved = resolveInTable(packageJson.imports, specifier, context);
    if (resolved !== undefined && resolved !== null) return resolved;
  }
  throw packageImportNotDefined(specifier, packageJson?.directory, base);
}

/** `exports` may be the target of `.` itself. */
function exportsTable({ exports, path }: PackageJson, base: string | undefined): Readonly<Record<string, unknown>> {
  if (!isRecord(exports)) return { '.': exports };
  const keys = Object.keys(exports);
  const subpaths = keys.filter((key) => key === '' || key.startsWith('.'));
  if (subpaths.length === 0) return { '.': exports };
  if (subpaths.length < keys.length) {
    const reason =
      '"exports" cannot contain some keys starting with \'.\' and some not. The exports object must either be an ' +
      'object of package subpath keys or an object of main entry condition name keys only.';
    throw invalidPackageConfig(path, base, ` ${reason}`);
  }
  return exports;
}

function resolveInTable(
  table: Readonly<Record<string, unknown>>,
  key: string,
  context: TargetContext,
): PackageTarget | null | undefined {
  if (Object.hasOwn(table, key) && !key.includes('*') && !key.endsWith('/'))
    return resolveTarget(table[key], '', key, false, context);
  const [best] = Object.keys(table)
    .filter((pattern) => matchesPattern(pattern, key))
    .sort(comparePatterns);
  if (best === undefined) return undefined;
  const star = best.indexOf('*');
  const match = key.slice(star, key.length - (best.length - star - 1));
  return resolveTarget(table[best], match, best, true, context);
}

function matchesPattern(pattern: string, key: string): boolean {
  const star = pattern.indexOf('*');
  if (star < 0 || pattern.lastIndexOf('*') !== star) return false;
  return (
    key.length >= pattern.length && key.startsWith(pattern.slice(0, star)) && key.endsWith(pattern.slice(star + 1))
  );
}

/** The more specific pattern first. Node: patternKeyCompare. */
function comparePatterns(a: string, b: string): number {
  return b.indexOf('*') - a.indexOf('*') || b.length - a.length;
}

/** Undefined: no condition holds. Null: the package says that there is nothing. */
function resolveTarget(
  target: unknown,
  match: string,
  key: string,
  isPattern: boolean,
  context: TargetContext,
): PackageTarget | null | undefined {
  if (typeof target === 'string') return resolveTargetString(target, match, key, isPattern, context);
  if (Array.isArray(target)) {
    let lastError: unknown;
    for (const candidate of target) {
      try {
        const resolved = resolveTarget(candidate, match, key, isPattern, context);
        if (resolved === null || resolved === undefined) continue;
        return resolved;
      } catch (error) {
        lastError = error;
      }
    }
    if (lastError !== undefined) throw lastError;
    return null;
  }
  if (isRecord(target)) {
    for (const [condition, inner] of Object.entries(target)) {
      if (condition !== 'default' && !context.conditions.has(condition)) continue;
      const resolved = resolveTarget(inner, match, key, isPattern, context);
      if (resolved !== undefined) return resolved;
    }
    return undefined;
  }
  if (target === null) return null;
  throw invalidPackageTarget(context.packageJson.directory, key, target, context.isImports, context.base);
}

const invalidSegments = /(^|\/|\\)(\.\.?|node_modules)(\/|\\|$)/i;

function resolveTargetString(
  target: string,
  match: string,
  key: string,
  isPattern: boolean,
  { packageJson, isImports, base }: TargetContext,
): PackageTarget {
  const { directory } = packageJson;
  if (match !== '' && !isPattern && !target.endsWith('/')) {
    throw invalidPackageTarget(directory, key, target, isImports, base);
  }
  if (!target.startsWith('./')) {
    if (isImports && !target.startsWith('../') && !target.startsWith('/'))
      return { kind: 'bare', specifier: isPattern ? target.replaceAll('*', match) : target };
    throw invalidPackageTarget(directory, key, target, isImports, base);
  }
  if (invalidSegments.test(target.slice(2))) throw invalidPackageTarget(directory, key, target, isImports, base);
  const root = directory === '/' ? '' : directory;
  if (match === '') return { kind: 'path', path: root + target.slice(1) };
  if (invalidSegments.test(match)) {
    const reason =
      `request is not a valid match in pattern "${key}" for the "${isImports ? 'imports' : 'exports'}" resolution of ` +
      `${directory}/package.json`;
    throw invalidModuleSpecifier(key.replace('*', match), reason, base);
  }
  return { kind: 'path', path: root + target.slice(1).replaceAll('*', match) };
}
