/** Which module a specifier names in this runtime, and its text. */
import { GuestException, makeError } from '../../engine/index.ts';
import type { Host } from '../host.ts';
import { inNode, refusalError, resolving, throwLoaderError } from './loader-errors.ts';
import { pathOfFileUrl } from './paths.ts';
import { resolveEsm, resolveUrl } from './resolve-esm.ts';

export function resolveModule(host: Host, specifier: string, parentUrl: string): string {
  if (host.description.runtime === 'browser') return resolveInBrowser(host, specifier, parentUrl);
  const path = parentUrl.startsWith('file:') ? pathOfFileUrl(parentUrl) : parentUrl;
  return resolving(host, () => resolveEsm(host.files, specifier, parentUrl), { path, request: specifier });
}

/** HTML: resolve a module specifier, without import maps. */
function resolveInBrowser(host: Host, specifier: string, parentUrl: string): string {
  const url = resolveUrl(specifier, parentUrl);
  if (url !== undefined) return url;
  const message =
    `Failed to resolve module specifier "${specifier}". ` +
    'Relative references must start with either "/", "./", or "../".';
  return throwInBrowser(host, message);
}

/** Thrown where no code of the page runs. */
function throwInBrowser(host: Host, message: string): never {
  const error = makeError(host.isolate, 'TypeError', message);
  inNode(error);
  throw new GuestException(error);
}

export function readSource(host: Host, url: string): string {
  if (url.startsWith('data:')) return dataUrlText(url);
  const path = pathOfFileUrl(url);
  const text = resolving(host, () => host.files.text(path));
  if (text !== undefined) return text.replace(/^\uFEFF/, '');
  if (host.description.runtime === 'browser')
    throwInBrowser(host, `Failed to fetch dynamically imported module: ${url}`);
  const refusal = host.files.refusal(path);
  if (refusal !== undefined) throw new GuestException(refusalError(host, path, refusal));
  return throwLoaderError(host, 'ENOENT', `ENOENT: no such file or directory, open '${path}'`);
}

function dataUrlText(url: string): string {
  const comma = url.indexOf(',');
  const body = url.slice(comma + 1);
  const decoded = decodeURIComponent(body);
  return url.slice(0, comma).endsWith(';base64') ? decodeBase64(decoded) : decoded;
}

function decodeBase64(text: string): string {
  return new TextDecoder().decode(Uint8Array.from(atob(text), (character) => character.charCodeAt(0)));
}
