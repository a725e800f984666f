/** package.json files as resolution reads them. Node: lib/internal/modules/package_json_reader.js, src/node_modules.cc. */
import type { FileReader } from './files.ts';
import { directoriesUp } from './paths.ts';

export interface PackageJson {
  readonly path: string;
  readonly directory: string;
  readonly name: string | undefined;
  readonly main: string | undefined;
  readonly type: 'module' | 'commonjs' | 'none';
  /** Undefined if there is none. */
  readonly exports: unknown;
  readonly imports: unknown;
}

/** A package.json that is no JSON. */
export class InvalidPackageJson extends Error {
  readonly path: string;

  constructor(path: string, reason: string) {
    super(reason);
    this.path = path;
  }
}

/** Undefined if the directory has none. */
export function readPackageJson(files: FileReader, directory: string): PackageJson | undefined {
  const path = `${directory === '/' ? '' : directory}/package.json`;
  const text = files.text(path);
  if (text === undefined) return undefined;
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new InvalidPackageJson(path, error instanceof Error ? error.message : String(error));
  }
  const fields: Readonly<Record<string, unknown>> = isRecord(data) ? data : {};
  const { name, main, type, exports, imports } = fields;
  return {
    path,
    directory,
    name: typeof name === 'string' ? name : undefined,
    main: typeof main === 'string' ? main : undefined,
    type: type === 'module' || type === 'commonjs' ? type : 'none',
    exports: exports === null ? undefined : exports,
    imports: isRecord(imports) ? imports : undefined,
  };
}

/** The package that a file belongs to. Node: getNearestParentPackageJSON. */
export function packageScopeOf(files: FileReader, directory: string): PackageJson | undefined {
  let found: PackageJson | undefined;
  for (const current of directoriesUp(directory)) {
    if (current.endsWith('/node_modules')) break;
    found ??= readPackageJson(files, current);
    if (found !== undefined && files.unknown.size === 0) break;
  }
  return found;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
