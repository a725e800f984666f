/** What resolution says when it finds nothing, in Node's words. Node: lib/internal/errors.js. */

/** Thrown within resolution and made an error of the program by whoever asked (loader-errors.ts). */
export class ResolutionError {
  readonly name: 'Error' | 'TypeError';
  readonly code: string;
  readonly message: string;
  /** Further own properties of the error. */
  readonly properties: Readonly<Record<string, string | readonly string[]>>;

  constructor(
    code: string,
    message: string,
    properties: ResolutionError['properties'] = {},
    name: 'Error' | 'TypeError' = 'Error',
  ) {
    this.name = name;
    this.code = code;
    this.message = message;
    this.properties = properties;
  }
}

const importedFrom = (base: string | undefined): string => (base === undefined ? '' : ` imported from ${base}`);

export function packagePathNotExported(directory: string, subpath: string, base: string | undefined): ResolutionError {
  const what =
    subpath === '.'
      ? `No "exports" main defined in ${directory}/package.json`
      : `Package subpath '${subpath}' is not defined by "exports" in ${directory}/package.json`;
  return new ResolutionError('ERR_PACKAGE_PATH_NOT_EXPORTED', what + importedFrom(base));
}

export function packageImportNotDefined(
  specifier: string,
  directory: string | undefined,
  base: string,
): ResolutionError {
  const place = directory === undefined ? '' : ` in package ${directory}/package.json`;
  return new ResolutionError(
    'ERR_PACKAGE_IMPORT_NOT_DEFINED',
    `Package import specifier "${specifier}" is not defined${place} imported from ${base}`,
    {},
    'TypeError',
  );
}

export function invalidPackageTarget(
  directory: string,
  key: string,
  target: unknown,
  isImport: boolean,
  base: string | undefined,
): ResolutionError {
  const isRelativeError = typeof target === 'string' && !isImport && target !== '' && !target.startsWith('./');
  const what =
    key === '.'
      ? `Invalid "exports" main target ${JSON.stringify(target)} defined in the package config`
      : `Invalid "${isImport ? 'imports' : 'exports'}" target ${JSON.stringify(target)} defined for '${key}' in the package config`;
  const hint = isRelativeError ? '; targets must start with "./"' : '';
  return new ResolutionError(
    'ERR_INVALID_PACKAGE_TARGET',
    `${what} ${directory}/package.json${importedFrom(base)}${hint}`,
  );
}

export function invalidModuleSpecifier(request: string, reason: string, base: string | undefined): ResolutionError {
  return new ResolutionError(
    'ERR_INVALID_MODULE_SPECIFIER',
    `Invalid module "${request}" ${reason}${importedFrom(base)}`,
    {},
    'TypeError',
  );
}

/** `base`: what was being imported. */
export function invalidPackageConfig(path: string, base: string | undefined, reason = ''): ResolutionError {
  const importing = base === undefined ? '' : ` while importing ${base}`;
  return new ResolutionError('ERR_INVALID_PACKAGE_CONFIG', `Invalid package config ${path}${importing}.${reason}`);
}
