/** The parts of a URL in their normal form, each for itself. URL Pattern Standard: 3.1 Encoding callbacks. */
import { PatternProblem } from './url-pattern-tokens.ts';

export const specialSchemes = ['http', 'https', 'ws', 'wss', 'ftp', 'file'] as const;
const defaultPorts: Readonly<Record<string, string>> = { http: '80', https: '443', ws: '80', wss: '443', ftp: '21' };

export function isSpecialScheme(scheme: string): boolean {
  return (specialSchemes as readonly string[]).includes(scheme);
}

export function isDefaultPort(scheme: string, port: string): boolean {
  return Object.hasOwn(defaultPorts, scheme) && defaultPorts[scheme] === port;
}

export function parsed(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}

export interface Canonical {
  readonly protocol: (value: string) => string;
  readonly username: (value: string) => string;
  readonly password: (value: string) => string;
  readonly hostname: (value: string) => string;
  readonly ipv6: (value: string) => string;
  readonly port: (value: string, protocol?: string) => string;
  readonly pathname: (value: string) => string;
  /** Of a URL whose scheme is none of the special ones. */
  readonly opaquePathname: (value: string) => string;
  readonly search: (value: string) => string;
  /** That of a URL which is held against a pattern. */
  readonly givenSearch: (value: string) => string;
  readonly hash: (value: string) => string;
}

type SettablePart = 'username' | 'password' | 'hostname' | 'pathname' | 'search' | 'hash';

/** The part of a URL after it was assigned. */
function assigned(part: SettablePart, value: string, dummy: string): string {
  const url = new URL(dummy);
  url[part] = value;
  return url[part];
}

function canonicalHostname(value: string): string {
  if (value === '') return '';
  // A setter says nothing: what is refused leaves the hosts of both as they were.
  const first = assigned('hostname', value, 'https://dummy.invalid/');
  if (first !== assigned('hostname', value, 'https://other.invalid/'))
    throw new PatternProblem(`Invalid hostname '${value}'.`);
  return first;
}

function canonicalIpv6(value: string): string {
  const wrong = /[^\da-f[\]:]/iu.exec(value)?.[0];
  if (wrong !== undefined) throw new PatternProblem(`Invalid IPv6 hostname character '${wrong}' in '${value}'.`);
  return value.toLowerCase();
}

function canonicalPort(value: string, protocol = ''): string {
  if (value === '') return '';
  const digits = /^\d+/.exec(value.replaceAll(/[\t\n\r]/g, ''))?.[0];
  if (digits === undefined || Number(digits) > 65_535) throw new PatternProblem(`Invalid port '${value}'.`);
  const port = String(Number(digits));
  return isDefaultPort(protocol, port) ? '' : port;
}

function schemeOf(value: string): string {
  if (value === '') return '';
  const url = parsed(`${value}://dummy.invalid`);
  if (url === undefined) throw new PatternProblem(`Invalid protocol '${value}'.`);
  return url.protocol.slice(0, -1);
}

function pathnameOf(value: string, dummy: string): string {
  if (value === '') return '';
  const isAbsolute = value.startsWith('/');
  return isAbsolute ? assigned('pathname', value, dummy) : assigned('pathname', `/-${value}`, dummy);
}

const special = 'https://dummy.invalid/';

export const canonicalInChromium: Canonical = {
  protocol: schemeOf,
  username: (value) => assigned('username', value, special),
  password: (value) => assigned('password', value, special),
  hostname: canonicalHostname,
  ipv6: canonicalIpv6,
  port: canonicalPort,
  pathname: (value) => {
    const path = pathnameOf(value, special);
    if (value === '' || value.startsWith('/')) return path;
    if (!path.startsWith('/-')) throw new PatternProblem(`Invalid pathname '${value}'.`);
    return path.slice(2);
  },
  opaquePathname: (value) => value.toWellFormed().replaceAll(/[^\x20-\x7E]/gu, encodeURIComponent),
  search: (value) => assigned('search', value, special).slice(1),
  givenSearch: (value) => assigned('search', value, special).slice(1),
  hash: (value) => assigned('hash', `#${value}`, special).slice(1),
};

const plain = 'fake://dummy.invalid';

/** Node asks for the parts of a URL that is not special, and reads opaque paths as URLs. ada: url_pattern_helpers. */
export const canonicalInNode: Canonical = {
  ...canonicalInChromium,
  protocol: (value) => {
    const scheme = value.replace(/:$/, '');
    if (scheme !== '' && !/^[!-~]+$/.test(scheme)) throw new PatternProblem(`Invalid protocol '${value}'.`);
    return schemeOf(scheme);
  },
  pathname: (value) => {
    const path = pathnameOf(value, plain);
    return value === '' || value.startsWith('/') ? path : path.slice(2);
  },
  opaquePathname: (value) => {
    const url = parsed(`fake:${value}`);
    if (url === undefined) throw new PatternProblem(`Invalid pathname '${value}'.`);
    return url.pathname;
  },
  search: (value) => assigned('search', `?${value}`, plain).slice(1),
  givenSearch: (value) => assigned('search', value, plain).slice(1),
};
