/**
 * What a URLPattern is made of, and what of a URL it is held against: the class (url-pattern-source.ts) has the regular expressions
 * run by the program's engine. URL Pattern Standard: 1.5 Internals, 1.6 Constructor string parsing, 1.8 Canonicalization of dictionaries.
 */
import { type Canonical, isDefaultPort, isSpecialScheme, parsed, specialSchemes } from './url-pattern-canonical.ts';
import { ConstructorText } from './url-pattern-constructor.ts';
import {
  type Component,
  compileComponent,
  compiledRegExp,
  type ComponentOptions,
  escapePattern,
} from './url-pattern-parts.ts';
import { PatternProblem } from './url-pattern-tokens.ts';

export const componentNames = [
  'protocol',
  'username',
  'password',
  'hostname',
  'port',
  'pathname',
  'search',
  'hash',
] as const;
export type ComponentName = (typeof componentNames)[number];
/** URLPatternInit. */
export type PatternInit = Partial<Record<ComponentName | 'baseURL', string>>;

const plain: ComponentOptions = { delimiter: '', prefix: '' };
const hostnames: ComponentOptions = { delimiter: '.', prefix: '' };
const pathnames: ComponentOptions = { delimiter: '/', prefix: '/' };

/** The components in their order, or why it is no pattern. */
export function compilePattern(
  input: string | PatternInit,
  baseUrl: string | undefined,
  canonical: Canonical,
): Component[] | string {
  try {
    return componentsOf(input, baseUrl, canonical);
  } catch (problem) {
    if (problem instanceof PatternProblem) return problem.message;
    throw problem;
  }
}

function componentsOf(input: string | PatternInit, baseUrl: string | undefined, canonical: Canonical): Component[] {
  const compileProtocol = (text: string): Component => compileComponent('protocol', text, canonical.protocol, plain);
  let init: PatternInit;
  if (typeof input === 'string') {
    init = new ConstructorText(input, (text) => matchesSpecialScheme(compileProtocol(text))).parse();
    if (baseUrl !== undefined) init.baseURL = baseUrl;
    else if (init.protocol === undefined)
      throw new PatternProblem(
        `Relative constructor string '${input}' must have a base URL passed as the second argument.`,
      );
  } else {
    if (baseUrl !== undefined) throw new PatternProblem(baseOfInit(baseUrl));
    init = input;
  }
  const processed = processInit(init, 'pattern', {}, canonical);
  const { protocol = '*', hostname = '*', pathname = '*' } = processed;
  let { port = '*' } = processed;
  if (isSpecialScheme(protocol) && isDefaultPort(protocol, port)) port = '';
  const compiledProtocol = compileProtocol(protocol);
  const isIpv6 = /^(?:\[|\{\[|\\\[)/.test(hostname) && hostname.length > 1;
  const components = [
    compiledProtocol,
    compileComponent('username', processed.username ?? '*', canonical.username, plain),
    compileComponent('password', processed.password ?? '*', canonical.password, plain),
    compileComponent('hostname', hostname, isIpv6 ? canonical.ipv6 : canonical.hostname, hostnames),
    compileComponent('port', port, (text) => canonical.port(text), plain),
    matchesSpecialScheme(compiledProtocol)
      ? compileComponent('pathname', pathname, canonical.pathname, pathnames)
      : compileComponent('pathname', pathname, canonical.opaquePathname, plain),
    compileComponent('search', processed.search ?? '*', canonical.search, plain),
    compileComponent('hash', processed.hash ?? '*', canonical.hash, plain),
  ];
  return components;
}

export function baseOfInit(baseUrl: string): string {
  return `Invalid second argument baseURL '${baseUrl}' provided with a URLPatternInit input. Use the URLPatternInit.baseURL property instead.`;
}

function matchesSpecialScheme({ regexp }: Component): boolean {
  const compiled = compiledRegExp(regexp);
  return specialSchemes.some((scheme) => compiled?.test(scheme));
}

/** What the components are held against, in their order; undefined: nothing can match. */
export function matchInput(
  input: string | PatternInit,
  baseUrl: string | undefined,
  canonical: Canonical,
  hasEmptyBase: boolean,
): string[] | undefined {
  if (typeof input === 'string') {
    // Node's parser has an empty base where none is given.
    const url =
      parsed(input, baseUrl) ?? (hasEmptyBase && baseUrl === undefined ? parsed(input, 'empty://') : undefined);
    if (url?.protocol === 'empty:') return ['', ...partsOf(url).slice(1)];
    return url && partsOf(url);
  }
  try {
    const empty = Object.fromEntries(componentNames.map((name) => [name, '']));
    const result = processInit(input, 'url', empty, canonical);
    return componentNames.map((name) => result[name] ?? '');
  } catch (problem) {
    if (problem instanceof PatternProblem) return undefined;
    throw problem;
  }
}

function partsOf(url: URL): string[] {
  const { protocol, username, password, hostname, port, pathname, search, hash } = url;
  return [protocol.slice(0, -1), username, password, hostname, port, pathname, search.slice(1), hash.slice(1)];
}

type InitKind = 'pattern' | 'url';

function processInit(init: PatternInit, kind: InitKind, start: PatternInit, canonical: Canonical): PatternInit {
  const result: PatternInit = { ...start };
  const inherit = (text: string): string => (kind === 'pattern' ? escapePattern(text) : text);
  let base: URL | undefined;
  if (init.baseURL !== undefined) {
    base = parsed(init.baseURL);
    if (base === undefined) throw new PatternProblem(`Invalid baseURL '${init.baseURL}'.`);
    const parts = partsOf(base);
    const has = (...names: ComponentName[]): boolean => names.some((name) => init[name] !== undefined);
    const take = (name: ComponentName, ...unless: ComponentName[]): void => {
      if (!has(...unless)) result[name] = inherit(parts[componentNames.indexOf(name)]!);
    };
    take('protocol', 'protocol');
    if (kind === 'url') {
      take('username', 'protocol', 'hostname', 'port', 'username');
      take('password', 'protocol', 'hostname', 'port', 'username', 'password');
    }
    take('hostname', 'protocol', 'hostname');
    take('port', 'protocol', 'hostname', 'port');
    take('pathname', 'protocol', 'hostname', 'port', 'pathname');
    take('search', 'protocol', 'hostname', 'port', 'pathname', 'search');
    take('hash', 'protocol', 'hostname', 'port', 'pathname', 'search', 'hash');
  }
  const encoded = (value: string, encode: (text: string) => string): string =>
    kind === 'pattern' ? value : encode(value);
  if (init.protocol !== undefined) result.protocol = encoded(init.protocol.replace(/:$/, ''), canonical.protocol);
  if (init.username !== undefined) result.username = encoded(init.username, canonical.username);
  if (init.password !== undefined) result.password = encoded(init.password, canonical.password);
  if (init.hostname !== undefined) result.hostname = encoded(init.hostname, canonical.hostname);
  const { protocol = '' } = result;
  if (init.port !== undefined) result.port = encoded(init.port, (text) => canonical.port(text, protocol));
  if (init.pathname !== undefined) {
    const pathname = absolute(init.pathname, base, kind, inherit);
    const isHierarchical = protocol === '' || isSpecialScheme(protocol);
    result.pathname = encoded(pathname, isHierarchical ? canonical.pathname : canonical.opaquePathname);
  }
  if (init.search !== undefined) result.search = encoded(init.search.replace(/^\?/, ''), canonical.givenSearch);
  if (init.hash !== undefined) result.hash = encoded(init.hash.replace(/^#/, ''), canonical.hash);
  return result;
}

/** A relative pathname is in the folder of the base. */
function absolute(pathname: string, base: URL | undefined, kind: InitKind, inherit: (text: string) => string): string {
  const isOpaque = base !== undefined && base.host === '' && !base.pathname.startsWith('/');
  const isAbsolute = pathname.startsWith('/') || (kind === 'pattern' && /^(?:\\\/|\{\/)/.test(pathname));
  if (base === undefined || isOpaque || isAbsolute) return pathname;
  const folder = inherit(base.pathname);
  const slash = folder.lastIndexOf('/');
  return slash === -1 ? pathname : folder.slice(0, slash + 1) + pathname;
}
