/** What a URL's text means, by the host's own parser, which knows no run. URL Standard: URL parsing, the API's setters. */
const urlParts = [
  'href',
  'origin',
  'protocol',
  'username',
  'password',
  'host',
  'hostname',
  'port',
  'pathname',
  'search',
  'hash',
] as const;
export type UrlPart = (typeof urlParts)[number];

/** The parts in their order; undefined: it is none. */
export function parseUrl(text: string, base: string | undefined): string[] | undefined {
  const url = urlOf(text, base);
  return url && urlParts.map((part) => url[part]);
}

/** The parts of a URL after one of them was assigned. */
export function setUrlPart(href: string, part: UrlPart, value: string): string[] | undefined {
  const url = urlOf(href);
  if (url === undefined || part === 'origin') return undefined;
  url[part] = value;
  return urlParts.map((name) => url[name]);
}

function urlOf(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}

/** URL Standard: application/x-www-form-urlencoded parsing. */
export function parseQuery(text: string): [string, string][] {
  return [...new URLSearchParams(text.startsWith('?') ? `?${text}` : text)];
}

export function serializeQuery(pairs: readonly (readonly [string, string])[]): string {
  return new URLSearchParams(pairs.map(([name, value]) => [name, value])).toString();
}
