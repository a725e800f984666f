/** What a module is by its URL, and whether the attributes of its import agree. Node: lib/internal/modules/esm/assert.js. */
import { type ImportAttribute, sourceLanguageOf } from '../../engine/index.ts';
import { standInNameOf } from './builtin-names.ts';
import type { Host } from '../host.ts';
import { resolving, throwLoaderError } from './loader-errors.ts';
import { type FileFormat, formatOfFile, isModuleText } from './module-format.ts';
import { extensionOf, pathOfFileUrl } from './paths.ts';

export type ModuleFormat = 'module' | 'commonjs' | 'json' | 'builtin' | 'addon';

export function formatOfUrl(host: Host, url: string): ModuleFormat {
  if (url.startsWith('node:') || standInNameOf(url) !== undefined) return 'builtin';
  if (url.startsWith('data:')) return formatOfDataUrl(host, url);
  if (!url.startsWith('file:')) return refuseScheme(host, url);
  const path = pathOfFileUrl(url);
  if (host.description.runtime === 'browser') return extensionOf(path) === '.json' ? 'json' : 'module';
  const format: FileFormat = resolving(host, () => formatOfFile(host.files, path));
  if (format === 'unknown')
    return throwLoaderError(
      host,
      'ERR_UNKNOWN_FILE_EXTENSION',
      `Unknown file extension "${extensionOf(path)}" for ${path}`,
      'TypeError',
    );
  if (format !== 'ambiguous') return format;
  return isModuleText(resolving(host, () => host.files.text(path)) ?? '', sourceLanguageOf(path))
    ? 'module'
    : 'commonjs';
}

function formatOfDataUrl(host: Host, url: string): ModuleFormat {
  const type = /^data:([^;,]*)/.exec(url)?.[1] ?? '';
  if (type === 'text/javascript') return 'module';
  if (type === 'application/json') return 'json';
  return throwLoaderError(
    host,
    'ERR_UNKNOWN_MODULE_FORMAT',
    `Unknown module format: ${type} for URL ${url}`,
    'TypeError',
  );
}

function refuseScheme(host: Host, url: string): never {
  const protocol = /^[^:]*:/.exec(url)?.[0] ?? '';
  const message = `Only URLs with a scheme in: file and data are supported by the default ESM loader. Received protocol '${protocol}'`;
  return throwLoaderError(host, 'ERR_UNSUPPORTED_ESM_URL_SCHEME', message);
}

export function checkAttributes(
  host: Host,
  url: string,
  format: ModuleFormat,
  attributes: readonly ImportAttribute[],
): void {
  const unsupported = (key: string, value: string): never =>
    throwLoaderError(
      host,
      'ERR_IMPORT_ATTRIBUTE_UNSUPPORTED',
      `Import attribute "${key}" with value "${value}" is not supported in ${url}`,
      'TypeError',
    );
  const other = attributes.find(({ key }) => key !== 'type');
  if (other !== undefined) unsupported(other.key, other.value);
  const type = attributes[0]?.value;
  if (format === 'json') {
    if (type === 'json') return;
    if (type !== undefined) unsupported('type', type);
    throwLoaderError(
      host,
      'ERR_IMPORT_ATTRIBUTE_MISSING',
      `Module "${url}" needs an import attribute of "type: json"`,
      'TypeError',
    );
  }
  if (type === undefined) return;
  if (type !== 'json') unsupported('type', type);
  throwLoaderError(
    host,
    'ERR_IMPORT_ATTRIBUTE_TYPE_INCOMPATIBLE',
    `Module "${url}" is not of type "json"`,
    'TypeError',
  );
}
