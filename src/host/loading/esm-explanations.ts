/** What Node adds to errors that people meet on their way from CommonJS. Node: lib/internal/modules/esm/module_job.js. */
import {
  addOwn,
  Attribute,
  describeUnquoted,
  getProperty,
  JSObject,
  setProperty,
  type Value,
} from '../../engine/index.ts';
import { formatOfUrl } from './import-attributes.ts';
import type { Host } from '../host.ts';
import { inNode } from './loader-errors.ts';
import { packageScopeOf } from './package-json.ts';
import { directoryOf, pathOfFileUrl } from './paths.ts';
import { resolveEsm } from './resolve-esm.ts';
import { ResolutionError } from './resolution-error.ts';
import { excerpt } from '../throw-site.ts';

/** The SyntaxError of linking: the place stands above it, and a CommonJS module gets a hint. */
export function explainMissingExport(host: Host, error: JSObject): void {
  const location = host.isolate.errorLocations.get(error);
  if (location === undefined || host.unplacedErrors.has(error)) return;
  host.unplacedErrors.add(error);
  inNode(error);
  const { script, start, end } = location;
  const original = describeMessage(host, error);
  const message = commonJsHint(host, original, script.name, lineAt(script.source, start)) ?? original;
  if (message !== original) setProperty(host.isolate, error, 'message', message);
  const path = script.path ?? script.name;
  host.loadFailures.set(error, { message: `SyntaxError: ${message}`, path, offset: start, end });
  const place = excerpt(script.name, script.source, start, end - start);
  if (error.internal?.kind === 'error') error.internal.header = `${place}\nSyntaxError: ${message}`;
}

function describeMessage({ isolate }: Host, error: JSObject): string {
  return describeUnquoted(getProperty(isolate, error, 'message'));
}

function lineAt(source: string, offset: number): string {
  const start = source.lastIndexOf('\n', offset - 1) + 1;
  const end = source.indexOf('\n', offset);
  return source.slice(start, end < 0 ? source.length : end);
}

function commonJsHint(host: Host, message: string, parentUrl: string, line: string): string | undefined {
  const [, specifier, name] = /module '(.*)' does not provide an export named '(.+)'/.exec(message) ?? [];
  if (specifier === undefined || name === undefined || !isCommonJs(host, specifier, parentUrl)) return undefined;
  const names = /{.*}/.exec(line)?.[0].replace(/\s+as\s+/g, ': ');
  const assignment = names === undefined ? '' : `const ${names} = pkg;\n`;
  return (
    `Named export '${name}' not found. The requested module '${specifier}' is a CommonJS module, which may not support ` +
    'all module.exports as named exports.\nCommonJS modules can always be imported via the default export, for example ' +
    `using:\n\nimport pkg from '${specifier}';\n${assignment}`
  );
}

function isCommonJs(host: Host, specifier: string, parentUrl: string): boolean {
  try {
    return formatOfUrl(host, resolveEsm(host.files, specifier, parentUrl)) === 'commonjs';
  } catch (error) {
    if (!(error instanceof ResolutionError)) throw error;
    return false;
  }
}

/** `require is not defined` in a module. Node: explainCommonJSGlobalLikeNotDefinedError. */
export function explainCommonJsGlobal(host: Host, error: Value, url: string, hasTopLevelAwait: boolean): void {
  if (!(error instanceof JSObject) || error.internal?.kind !== 'error') return;
  if (getProperty(host.isolate, error, 'name') !== 'ReferenceError') return;
  const original = describeMessage(host, error);
  const [, name] = /^(require|exports|module|__filename|__dirname) is not defined$/.exec(original) ?? [];
  if (name === undefined) return;
  const message = hasTopLevelAwait ? ambiguousMessage(name) : original + scopeHint(host, name, url);
  if (hasTopLevelAwait) addOwn(error, 'code', 'ERR_AMBIGUOUS_MODULE_SYNTAX', Attribute.all);
  setProperty(host.isolate, error, 'message', message);
  error.internal.header = `ReferenceError: ${message}`;
}

function ambiguousMessage(name: string): string {
  const advice = name === 'require' ? 'replace require() with import' : 'use export instead of module.exports/exports';
  const what =
    name === 'require'
      ? advice
      : name === 'module' || name === 'exports'
        ? advice
        : `use import.meta.${name === '__filename' ? 'filename' : 'dirname'} instead`;
  return (
    `Cannot determine intended module format because both '${name}' and top-level await are present. If the code is ` +
    `intended to be CommonJS, wrap await in an async function. If the code is intended to be an ES module, ${what}.`
  );
}

function scopeHint(host: Host, name: string, url: string): string {
  const instead = name === 'require' ? ', you can use import instead' : '';
  const path = url.startsWith('file:') ? pathOfFileUrl(url) : '';
  const scope = path.endsWith('.js') ? packageScopeOf(host.files, directoryOf(path)) : undefined;
  const why =
    scope?.type === 'module'
      ? "\nThis file is being treated as an ES module because it has a '.js' file extension and " +
        `'${scope.path}' contains "type": "module". To treat it as a CommonJS script, rename it to use the '.cjs' file extension.`
      : '';
  return ` in ES module scope${instead}${why}`;
}
