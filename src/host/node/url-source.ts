/**
 * The module 'url': files as URLs, and the older functions parse, format and resolve. The classes URL and URLSearchParams
 * are the web's. Node: lib/url.js, lib/internal/url.js. Simplified: parse takes host names as they are, without punycode.
 */
export const urlSource = String.raw`function (require, global) {
  const { Object, String, encodeURIComponent, decodeURIComponent } = global;
  const { typeError, throwInvalidValue } = require('internal/validators');
  const process = require('process');
  const querystring = () => require('querystring');
  const isURL = (value) => value !== null && typeof value === 'object' && !!value.href && !!value.protocol && value.auth === undefined && value.path === undefined;

  const invalidPath = (input, text) => Object.assign(typeError('ERR_INVALID_FILE_URL_PATH', text), { input });
  function fileURLToPath(given, options) {
    const isWindows = options?.windows ?? false;
    let url = given;
    if (typeof given === 'string') url = new global.URL(given);
    else if (!isURL(given)) %ThrowInvalidType('path', 'of type string or an instance of URL', given);
    if (url.protocol !== 'file:') throw typeError('ERR_INVALID_URL_SCHEME', 'The URL must be of scheme file');
    const { pathname, hostname } = url;
    if (isWindows) {
      if (/%2f|%5c/i.test(pathname)) throw invalidPath(url, 'File URL path must not include encoded \\ or / characters');
      const path = decodeURIComponent(pathname.replaceAll('/', '\\'));
      if (hostname !== '') return '\\\\' + hostname + path;
      if (!/^\\[a-zA-Z]:/.test(path)) throw invalidPath(url, 'File URL path must be absolute');
      return path.slice(1);
    }
    if (hostname !== '') throw typeError('ERR_INVALID_FILE_URL_HOST', 'File URL host must be "localhost" or empty on linux');
    if (/%2f/i.test(pathname)) throw invalidPath(url, 'File URL path must not include encoded / characters');
    return decodeURIComponent(pathname);
  }
  function pathToFileURL(path, options) {
    %ValidateString(path, 'path');
    const isWindows = options?.windows ?? false;
    const encoded = (text) => text.replace(/[%\n\r\t?#[\]|^~]/g, (letter) => '%' + letter.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0'));
    if (isWindows && path.startsWith('\\\\')) {
      const start = path.startsWith('\\\\?\\UNC\\') ? 8 : 2;
      const end = path.indexOf('\\', start);
      if (end === -1) throwInvalidValue('path', path, 'Missing UNC resource path');
      if (end === 2) throwInvalidValue('path', path, 'Empty UNC servername');
      return new global.URL('file://' + path.slice(start, end) + encoded(path.slice(end)).replaceAll('\\', '/'));
    }
    const paths = isWindows ? require('path').win32 : require('path').posix;
    let resolved = paths.resolve(path);
    const last = path[path.length - 1];
    // It is this platform's separator that Node looks for.
    if ((last === '/' || (isWindows && last === '\\')) && resolved[resolved.length - 1] !== '/') resolved += '/';
    resolved = encoded(resolved);
    resolved = isWindows ? '/' + resolved.replaceAll('\\', '/') : resolved.replaceAll('\\', '%5C');
    return new global.URL('file://' + resolved);
  }
  /** The host that a URL has when this is set as its name. */
  function hostOf(domain) {
    domain = %ToString(domain);
    try { return /^[/\\?#:]/.test(domain) ? '' : new global.URL('ws://' + domain).hostname; } catch { return ''; }
  }
  function urlToHttpOptions(url) {
    if (!%IsObject(url)) %ThrowInvalidType('url', 'of type object', url);
    const { hostname, pathname, port, username, password, search } = url;
    const options = {
      __proto__: null,
      ...url,
      protocol: url.protocol,
      hostname: hostname && hostname[0] === '[' ? hostname.slice(1, -1) : hostname,
      hash: url.hash,
      search,
      pathname,
      path: (pathname || '') + (search || ''),
      href: url.href,
    };
    if (port !== '') options.port = +port;
    if (username || password) options.auth = decodeURIComponent(username) + ':' + decodeURIComponent(password);
    return options;
  }

  function Url() {
    this.protocol = null;
    this.slashes = null;
    this.auth = null;
    this.host = null;
    this.port = null;
    this.hostname = null;
    this.hash = null;
    this.search = null;
    this.query = null;
    this.pathname = null;
    this.path = null;
    this.href = null;
  }
  const slashed = ['http', 'https', 'ftp', 'gopher', 'file', 'ws', 'wss'];
  const hasSlashes = (protocol) => slashed.includes(protocol.replace(/:$/, ''));
  const isHostless = (protocol) => protocol === 'javascript' || protocol === 'javascript:';
  const escaped = { '\t': '%09', '\n': '%0A', '\r': '%0D', ' ': '%20', '"': '%22', "'": '%27', '<': '%3C', '>': '%3E', '\\': '%5C', '^': '%5E', '\x60': '%60', '{': '%7B', '|': '%7C', '}': '%7D' };
  const escapePath = (text) => text.replace(/[\t\n\r "'<>\\^\x60{|}]/g, (char) => escaped[char]);
  Url.prototype.parse = function parse(text, isQueryParsed, isHostAssumed) {
    %ValidateString(text, 'url');
    let rest = text.trim();
    // Backslashes before the query count as slashes.
    const queryAt = rest.search(/[?#]/);
    const head = queryAt < 0 ? rest : rest.slice(0, queryAt);
    rest = head.replaceAll('\\', '/') + (queryAt < 0 ? '' : rest.slice(queryAt));
    if (!isHostAssumed && !/@/.test(rest)) {
      const simple = /^(\/\/?(?!\/)[^?\s]*)(\?[^\s]*)?$/.exec(rest);
      if (simple !== null && simple[1][1] !== '/' && !rest.includes('#')) {
        this.path = rest;
        this.href = rest;
        this.pathname = simple[1];
        if (simple[2]) {
          this.search = simple[2];
          this.query = isQueryParsed ? querystring().parse(this.search.slice(1)) : this.search.slice(1);
        } else if (isQueryParsed) {
          this.search = null;
          this.query = { __proto__: null };
        }
        return this;
      }
    }
    const protocolMatch = /^[a-z0-9.+-]+:/i.exec(rest);
    let protocol = null;
    let lower = null;
    if (protocolMatch !== null) {
      [protocol] = protocolMatch;
      lower = protocol.toLowerCase();
      this.protocol = lower;
      rest = rest.slice(protocol.length);
    }
    let slashes = false;
    if (isHostAssumed || protocol !== null || /^\/\/[^@/]+@[^@/]+/.test(rest)) {
      slashes = rest.startsWith('//');
      if (slashes && !(lower !== null && isHostless(lower))) {
        rest = rest.slice(2);
        this.slashes = true;
      }
    }
    if (!(lower !== null && isHostless(lower)) && (slashes || (protocol !== null && !hasSlashes(protocol)))) {
      let hostEnd = rest.search(/[/?#\t\n\r "%';<>\\^\x60{|}]/);
      if (hostEnd < 0) hostEnd = rest.length;
      const at = rest.lastIndexOf('@', rest.search(/[/?#]/) < 0 ? rest.length : rest.search(/[/?#]/));
      if (at >= 0) {
        this.auth = decodeURIComponent(rest.slice(0, at));
        rest = rest.slice(at + 1);
        hostEnd = rest.search(/[/?#\t\n\r "%';<>\\^\x60{|}]/);
        if (hostEnd < 0) hostEnd = rest.length;
      }
      {
        this.host = rest.slice(0, hostEnd);
        rest = rest.slice(hostEnd);
        const port = /:([0-9]*)$/.exec(this.host);
        let hostname = this.host;
        if (port !== null) {
          if (port[1] !== '') [, this.port] = port;
          hostname = hostname.slice(0, hostname.length - port[0].length);
        }
        hostname = hostname.length > 255 ? '' : hostname.toLowerCase();
        const isIpv6 = hostname.startsWith('[') && hostname.endsWith(']');
        this.host = hostname + (this.port ? ':' + this.port : '');
        this.hostname = isIpv6 ? hostname.slice(1, -1) : hostname;
        if (isIpv6 && rest[0] !== '/') rest = '/' + rest;
      }
    }
    if (!(lower !== null && isHostless(lower))) rest = escapePath(rest);
    const hashAt = rest.indexOf('#');
    if (hashAt >= 0) {
      this.hash = rest.slice(hashAt);
      rest = rest.slice(0, hashAt);
    }
    const searchAt = rest.indexOf('?');
    if (searchAt >= 0) {
      this.search = rest.slice(searchAt);
      this.query = rest.slice(searchAt + 1);
      if (isQueryParsed) this.query = querystring().parse(this.query);
      rest = rest.slice(0, searchAt);
    } else if (isQueryParsed) {
      this.search = null;
      this.query = { __proto__: null };
    }
    if (rest) this.pathname = rest;
    if (lower !== null && hasSlashes(lower) && this.hostname && !this.pathname) this.pathname = '/';
    if (this.pathname || this.search) this.path = (this.pathname || '') + (this.search || '');
    this.href = this.format();
    return this;
  };
  Url.prototype.format = function format() {
    let auth = this.auth || '';
    if (auth) auth = encodeURIComponent(auth).replace(/%3A/i, ':') + '@';
    let protocol = this.protocol || '';
    let pathname = this.pathname || '';
    let hash = this.hash || '';
    let host = '';
    if (this.host) host = auth + this.host;
    else if (this.hostname) {
      const { hostname } = this;
      host = auth + (hostname.includes(':') && hostname[0] !== '[' ? '[' + hostname + ']' : hostname) + (this.port ? ':' + this.port : '');
    }
    const query = this.query !== null && typeof this.query === 'object' ? querystring().stringify(this.query) : '';
    let search = this.search || (query && '?' + query) || '';
    if (protocol && protocol[protocol.length - 1] !== ':') protocol += ':';
    pathname = pathname.replaceAll('#', '%23').replaceAll('?', '%3F');
    if (this.slashes || hasSlashes(protocol)) {
      if (this.slashes || host) {
        if (pathname && pathname[0] !== '/') pathname = '/' + pathname;
        host = '//' + host;
      } else if (protocol.startsWith('file')) host = '//';
    }
    search = search.replaceAll('#', '%23');
    if (hash && hash[0] !== '#') hash = '#' + hash;
    if (search && search[0] !== '?') search = '?' + search;
    return protocol + host + pathname + search + hash;
  };
  let hasWarned = false;
  function parse(url, isQueryParsed, isHostAssumed) {
    if (!hasWarned && !%IsCallerInModules()) {
      hasWarned = true;
      process.emitWarning('\x60url.parse()\x60 behavior is not standardized and prone to errors that have security implications. Use the WHATWG URL API instead. CVEs are not issued for \x60url.parse()\x60 vulnerabilities.', 'DeprecationWarning', 'DEP0169');
    }
    return url instanceof Url ? url : new Url().parse(url, isQueryParsed, isHostAssumed);
  }
  const parsed = (text) => (text instanceof Url ? text : new Url().parse(text, false, true));
  function format(url, options) {
    if (typeof url === 'string') url = new Url().parse(url);
    else if (typeof url !== 'object' || url === null) %ThrowInvalidType('urlObject', 'one of type object or string', url);
    else if (typeof global.URL === 'function' && url instanceof global.URL) {
      const { fragment = true, unicode, search = true, auth = true } = options ?? {};
      const copy = new global.URL(url.href);
      if (!fragment) copy.hash = '';
      if (!search) copy.search = '';
      if (!auth) {
        copy.username = '';
        copy.password = '';
      }
      return copy.href;
    }
    return %Call(Url.prototype.format, url);
  }
  Url.prototype.resolve = function resolve(relative) { return this.resolveObject(new Url().parse(relative, false, true)).format(); };
  Url.prototype.resolveObject = function resolveObject(relative) {
    if (typeof relative === 'string') relative = new Url().parse(relative, false, true);
    const result = new Url();
    Object.assign(result, this);
    result.hash = relative.hash;
    if (relative.href === '') {
      result.href = result.format();
      return result;
    }
    if (relative.slashes && !relative.protocol) {
      const { protocol } = result;
      Object.assign(result, relative);
      result.protocol = protocol;
      if (hasSlashes(result.protocol || '') && result.hostname && !result.pathname) result.path = result.pathname = '/';
      result.href = result.format();
      return result;
    }
    if (relative.protocol && relative.protocol !== result.protocol) {
      const { host, hostname, auth, port } = relative;
      if (!hasSlashes(relative.protocol)) {
        Object.assign(result, relative);
        result.href = result.format();
        return result;
      }
      result.protocol = relative.protocol;
      result.pathname = relative.pathname;
      result.search = relative.search;
      result.query = relative.query;
      result.host = host || '';
      result.auth = auth;
      result.hostname = hostname || host;
      result.port = port;
      if (result.pathname || result.search) result.path = (result.pathname || '') + (result.search || '');
      result.slashes = result.slashes || relative.slashes;
      result.href = result.format();
      return result;
    }
    const isAbsolute = relative.host || (relative.pathname && relative.pathname[0] === '/');
    let path = (result.pathname && result.pathname.split('/')) || [];
    const given = (relative.pathname && relative.pathname.split('/')) || [];
    let mustEndAbsolute = isAbsolute || (result.pathname && result.pathname[0] === '/') || (result.host && relative.pathname);
    if (isAbsolute) {
      if (relative.host || relative.host === '') {
        if (result.host !== relative.host) result.auth = null;
        result.host = relative.host;
        result.port = relative.port;
      }
      if (relative.hostname || relative.hostname === '') {
        if (result.hostname !== relative.hostname) result.auth = null;
        result.hostname = relative.hostname;
      }
      result.search = relative.search;
      result.query = relative.query;
      path = given;
    } else if (given.length > 0) {
      path.pop();
      path = [...path, ...given];
      result.search = relative.search;
      result.query = relative.query;
    } else if (relative.search !== null && relative.search !== undefined) {
      result.search = relative.search;
      result.query = relative.query;
      if (result.pathname !== null || result.search !== null) result.path = (result.pathname || '') + (result.search || '');
      result.href = result.format();
      return result;
    }
    if (path.length === 0) {
      result.pathname = null;
      result.path = result.search ? '/' + result.search : null;
      result.href = result.format();
      return result;
    }
    const last = path[path.length - 1];
    // It is this platform's separator that Node looks for.
    const endsWithSlash = ((result.host || relative.host || path.length > 1) && (last === '.' || last === '..')) || last === '';
    let up = 0;
    for (let i = path.length - 1; i >= 0; i--) {
      if (path[i] === '.') path.splice(i, 1);
      else if (path[i] === '..') {
        path.splice(i, 1);
        up++;
      } else if (up > 0) {
        path.splice(i, 1);
        up--;
      }
    }
    if (!mustEndAbsolute) while (up-- > 0) path.unshift('..');
    if (mustEndAbsolute && path[0] !== '' && (!path[0] || path[0][0] !== '/')) path.unshift('');
    if (endsWithSlash && path.join('/').slice(-1) !== '/') path.push('');
    mustEndAbsolute = mustEndAbsolute || (result.host && path.length > 0);
    if (mustEndAbsolute && !(path[0] === '' || (path[0] && path[0][0] === '/'))) path.unshift('');
    result.pathname = path.length > 0 ? path.join('/') : null;
    result.path = path.length > 0 || result.search ? (result.pathname || '') + (result.search || '') : null;
    result.auth = relative.auth || result.auth;
    result.slashes = result.slashes || relative.slashes;
    result.href = result.format();
    return result;
  };
  const exports = {
    Url,
    parse,
    resolve(source, relative) { return parsed(source).resolve(relative); },
    resolveObject(source, relative) { return source ? parsed(source).resolveObject(relative) : relative; },
    format,
  };
  const rest = {
    domainToASCII(domain) {
      if (arguments.length === 0) %ThrowMissing('domain');
      return hostOf(domain);
    },
    domainToUnicode(domain) {
      if (arguments.length === 0) %ThrowMissing('domain');
      return hostOf(domain);
    },
    pathToFileURL,
    fileURLToPath,
    fileURLToPathBuffer(url) { return require('buffer').Buffer.from(fileURLToPath(url)); },
    urlToHttpOptions,
  };
  const classes = ['URL', 'URLPattern', 'URLSearchParams'];
  for (let i = 0; i < classes.length; i++) {
    Object.defineProperty(exports, classes[i], {
      __proto__: null,
      get() { return global[classes[i]]; },
      set(value) { Object.defineProperty(exports, classes[i], { __proto__: null, value, writable: true, enumerable: true, configurable: true }); },
      configurable: true,
      enumerable: true,
    });
  }
  return Object.assign(exports, rest);
}`;
