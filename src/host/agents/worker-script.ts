/**
 * Which text the URL of a worker's script, or of what it imports, means. HTML: fetch a classic worker script; File API: blob URL store.
 * Simplified: the page's folder on its server is that of the program's file, and what is in there comes at once.
 */
import { stopForFiles } from '../loading/file-requests.ts';
import { defaultPageUrl } from '../dom/page-url.ts';
import type { Host } from '../host.ts';
import { directoryOf, fileUrlOf, normalizeSeparators, pathOfFileUrl } from '../loading/paths.ts';
import { parseUrl } from '../web/urls.ts';
import { textOfDataUrl } from './data-url.ts';
import { WorkerAgent } from './worker-agent.ts';

export interface FoundScript {
  /** Of a file that of the file, whatever it is for the program. */
  readonly url: string;
  /** Path, or the URL of what is no file. */
  readonly name: string;
  readonly text: string | undefined;
  /** Why there is no text. */
  readonly problem: string;
}

export type ScriptSearch = FoundScript | 'noUrl' | 'otherOrigin';

export function findScript(host: Host, given: string): ScriptSearch {
  const url = parseUrl(given, baseUrlOf(host))?.[0];
  if (url === undefined) return 'noUrl';
  if (url.startsWith('data:')) return { url, name: url, text: textOfDataUrl(url), problem: 'the URL has no comma' };
  if (url.startsWith('blob:')) {
    const bytes = host.agent.cluster.blobUrls.get(url.replace(/#.*$/s, ''));
    const text = bytes && new TextDecoder().decode(bytes);
    return { url, name: url, text, problem: 'there is no blob of this URL' };
  }
  const fileUrl = fileSpace(host, url);
  if (!fileUrl.startsWith('file:')) return 'otherOrigin';
  const path = pathOfFileUrl(fileUrl);
  const text = host.files.text(path);
  stopForFiles(host);
  const refusal = host.files.refusal(path);
  return {
    url: fileUrl,
    name: host.files.realPath(path),
    text: text?.replace(/^\uFEFF/, ''),
    problem: refusal === undefined ? `there is no file ${path}` : `Underhood does not read ${path}: ${refusal}`,
  };
}

/** What the program sees of a URL. */
export function shownUrl(host: Host, url: string): string {
  const { page, folder } = foldersOf(host);
  return url.startsWith(folder) ? page + url.slice(folder.length) : url;
}

export function originOf(host: Host): string {
  return new URL(pageUrlOf(host)).origin;
}

function baseUrlOf({ agent }: Host): string {
  const scope = agent instanceof WorkerAgent ? agent.scope : undefined;
  return scope?.url ?? mainUrlOf(agent.cluster.main.host);
}

/** The file's URL of what has one of the page's server. */
function fileSpace(host: Host, url: string): string {
  const { page, folder } = foldersOf(host);
  return url.startsWith(page) ? folder + url.slice(page.length) : url;
}

function foldersOf(host: Host): { readonly page: string; readonly folder: string } {
  const main = mainUrlOf(host.agent.cluster.main.host);
  return { page: new URL('.', pageUrlOf(host)).href, folder: new URL('.', main).href };
}

function mainUrlOf({ environment, workingDirectory }: Host): string {
  const path = normalizeSeparators(environment.fileName);
  return fileUrlOf(directoryOf(path) === '/' && !path.startsWith('/') ? `${workingDirectory}/${path}` : path);
}

function pageUrlOf({ environment }: Host): string {
  return environment.pageUrl ?? defaultPageUrl;
}
