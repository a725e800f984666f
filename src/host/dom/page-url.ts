/** The address of the page as it is now: history may have changed it. HTML: document's URL. */
import type { Dom } from './dom.ts';

export const defaultPageUrl = 'http://localhost/';

/** `location.ts` keeps it once somebody has asked for the location. */
export function pageUrl(dom: Dom): string {
  const data = dom.parts.get('location data') as { readonly url: URL } | undefined;
  return data?.url.href ?? dom.host.environment.pageUrl ?? defaultPageUrl;
}

/** Undefined: the text is no URL. */
export function urlOf(dom: Dom, text: string): URL | undefined {
  return URL.parse(text, pageUrl(dom)) ?? undefined;
}
