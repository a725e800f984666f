/** The module 'path' for both kinds of systems. Node: lib/path.js. Simplified: no matchesGlob. */
export const pathSource = String.raw`function (require, global) {
  const { Object, process } = { Object: global.Object, process: require('process') };
  const { validateObject } = require('internal/validators');
  function validate(value, name) { %ValidateString(value, name); }

  /** Without empty parts, '.' and the '..' that can be followed. */
  function simplify(parts, isAboveAllowed) {
    const kept = [];
    for (let i = 0; i < parts.length; i++) {
      const part = parts[i];
      if (part === '' || part === '.') continue;
      if (part !== '..') kept.push(part);
      else if (kept.length > 0 && kept[kept.length - 1] !== '..') kept.pop();
      else if (isAboveAllowed) kept.push(part);
    }
    return kept;
  }
  function extensionOf(base) {
    const dot = base.lastIndexOf('.');
    return dot <= 0 || base === '..' ? '' : base.slice(dot);
  }
  function formatWith(separator) {
    return function format(pathObject) {
      validateObject(pathObject, 'pathObject');
      const dir = pathObject.dir || pathObject.root;
      const { ext } = pathObject;
      const base = pathObject.base || (pathObject.name || '') + (ext ? (ext[0] === '.' ? '' : '.') + ext : '');
      if (!dir) return base;
      return dir === pathObject.root ? dir + base : dir + separator + base;
    };
  }
  function withoutSuffix(path, base, suffix) {
    if (suffix === undefined || suffix.length === 0 || suffix.length > path.length) return base;
    if (suffix === path) return '';
    return base !== suffix && base.endsWith(suffix) ? base.slice(0, base.length - suffix.length) : base;
  }
  /** Where the last part begins and ends, separators behind it left out. */
  function lastPart(path, from, isSeparator) {
    let end = path.length;
    while (end > from && isSeparator(path[end - 1])) end--;
    let start = end;
    while (start > from && !isSeparator(path[start - 1])) start--;
    return [start, end];
  }

  const isSlash = (char) => char === '/';
  const posix = {
    resolve(...args) {
      let resolved = '';
      let isAbsolute = false;
      for (let i = args.length - 1; i >= 0 && !isAbsolute; i--) {
        const path = args[i];
        validate(path, 'paths[' + i + ']');
        if (path.length === 0) continue;
        resolved = path + '/' + resolved;
        isAbsolute = path[0] === '/';
      }
      if (!isAbsolute) {
        const cwd = process.cwd();
        resolved = cwd + '/' + resolved;
        isAbsolute = cwd[0] === '/';
      }
      const rest = simplify(resolved.split('/'), !isAbsolute).join('/');
      if (isAbsolute) return '/' + rest;
      return rest.length > 0 ? rest : '.';
    },
    normalize(path) {
      validate(path, 'path');
      if (path.length === 0) return '.';
      const isAbsolute = path[0] === '/';
      const isTrailing = path[path.length - 1] === '/';
      let rest = simplify(path.split('/'), !isAbsolute).join('/');
      if (rest.length === 0) return isAbsolute ? '/' : isTrailing ? './' : '.';
      if (isTrailing) rest += '/';
      return isAbsolute ? '/' + rest : rest;
    },
    isAbsolute(path) {
      validate(path, 'path');
      return path.length > 0 && path[0] === '/';
    },
    join(...args) {
      const given = [];
      for (let i = 0; i < args.length; i++) {
        validate(args[i], 'path');
        if (args[i].length > 0) given.push(args[i]);
      }
      return given.length === 0 ? '.' : posix.normalize(given.join('/'));
    },
    relative(from, to) {
      validate(from, 'from');
      validate(to, 'to');
      if (from === to) return '';
      const start = simplify(posix.resolve(from).split('/'), false);
      const target = simplify(posix.resolve(to).split('/'), false);
      let same = 0;
      while (same < start.length && same < target.length && start[same] === target[same]) same++;
      const up = [];
      for (let i = same; i < start.length; i++) up.push('..');
      return [...up, ...target.slice(same)].join('/');
    },
    toNamespacedPath(path) { return path; },
    dirname(path) {
      validate(path, 'path');
      if (path.length === 0) return '.';
      const hasRoot = path[0] === '/';
      let end = -1;
      let isInSlashes = true;
      for (let i = path.length - 1; i >= 1; --i) {
        if (path[i] !== '/') isInSlashes = false;
        else if (!isInSlashes) {
          end = i;
          break;
        }
      }
      if (end === -1) return hasRoot ? '/' : '.';
      return hasRoot && end === 1 ? '//' : path.slice(0, end);
    },
    basename(path, suffix) {
      if (suffix !== undefined) validate(suffix, 'suffix');
      validate(path, 'path');
      const [start, end] = lastPart(path, 0, isSlash);
      return withoutSuffix(path, path.slice(start, end), suffix);
    },
    extname(path) {
      validate(path, 'path');
      const [start, end] = lastPart(path, 0, isSlash);
      return extensionOf(path.slice(start, end));
    },
    format: formatWith('/'),
    parse(path) {
      validate(path, 'path');
      const result = { root: '', dir: '', base: '', ext: '', name: '' };
      if (path.length === 0) return result;
      const isAbsolute = path[0] === '/';
      if (isAbsolute) result.root = '/';
      const [start, end] = lastPart(path, isAbsolute ? 1 : 0, isSlash);
      result.base = path.slice(start, end);
      result.ext = extensionOf(result.base);
      result.name = result.base.slice(0, result.base.length - result.ext.length);
      if (start > (isAbsolute ? 1 : 0) && end > start) result.dir = path.slice(0, start - 1);
      else if (isAbsolute) result.dir = '/';
      return result;
    },
    matchesGlob() { %NotSimulated('path.matchesGlob'); },
    sep: '/',
    delimiter: ':',
    win32: null,
    posix: null,
  };

  const isEither = (char) => char === '/' || char === '\\';
  const isLetter = (char) => (char >= 'a' && char <= 'z') || (char >= 'A' && char <= 'Z');
  const splitEither = (path) => path.replaceAll('/', '\\').split('\\');
  const reserved = /^(?:CON|PRN|AUX|NUL|COM[1-9\u00b9\u00b2\u00b3]|LPT[1-9\u00b9\u00b2\u00b3])$/i;
  /** Behind the colon of a device that a path begins with; 0: it does not. */
  const deviceEnd = (path) => reserved.test(path.slice(0, Math.max(0, path.indexOf(':')))) ? path.indexOf(':') + 1 : 0;
  /** Where the root ends, its device ('C:' or '\\\\server\\share') and whether the path begins at it. */
  function rootOf(path, isLocalKnown = false) {
    if (path.length === 0) return { end: 0, device: '', isAbsolute: false };
    if (isEither(path[0])) {
      if (path.length === 1 || !isEither(path[1])) return { end: 1, device: '', isAbsolute: true };
      let at = 2;
      while (at < path.length && !isEither(path[at])) at++;
      if (at === 2 || at === path.length) return { end: 1, device: '', isAbsolute: true };
      const server = path.slice(2, at);
      const separators = at;
      while (at < path.length && isEither(path[at])) at++;
      if (at === path.length || at === separators) return { end: 1, device: '', isAbsolute: true };
      if (isLocalKnown && (server === '.' || server === '?')) return { end: 4, device: '\\\\' + server, isAbsolute: true, isLocal: true };
      const share = at;
      while (at < path.length && !isEither(path[at])) at++;
      return { end: at, device: '\\\\' + server + '\\' + path.slice(share, at), isAbsolute: true, isUnc: true, isWhole: at === path.length };
    }
    if (isLetter(path[0]) && path[1] === ':') {
      const isAbsolute = path.length > 2 && isEither(path[2]);
      return { end: isAbsolute ? 3 : 2, device: path.slice(0, 2), isAbsolute };
    }
    return { end: 0, device: '', isAbsolute: false };
  }
  const win32 = {
    resolve(...args) {
      let device = '';
      let tail = '';
      let isAbsolute = false;
      for (let i = args.length - 1; i >= -1; i--) {
        let path;
        if (i >= 0) {
          path = args[i];
          validate(path, 'paths[' + i + ']');
          if (path.length === 0) continue;
        } else if (device.length === 0) path = process.cwd();
        else {
          path = process.env['=' + device] || process.cwd();
          if (path.slice(0, 2).toLowerCase() !== device.toLowerCase() && path[2] === '\\') path = device + '\\';
        }
        const root = rootOf(path, true);
        if (root.device.length > 0) {
          if (device.length === 0) ({ device } = root);
          else if (root.device.toLowerCase() !== device.toLowerCase()) continue;
        }
        if (isAbsolute) {
          if (device.length > 0) break;
        } else {
          tail = path.slice(root.end) + '\\' + tail;
          ({ isAbsolute } = root);
          if (isAbsolute && device.length > 0) break;
        }
      }
      const rest = simplify(splitEither(tail), !isAbsolute).join('\\');
      return isAbsolute ? device + '\\' + rest : device + rest || '.';
    },
    normalize(path) {
      validate(path, 'path');
      if (path.length === 0) return '.';
      const root = rootOf(path, true);
      if (path.length === 1) return isEither(path) ? '\\' : path;
      const end = deviceEnd(path);
      if (end > 0) {
        const rest = simplify(splitEither(path.slice(end)), true).join('\\') || '.';
        return '.\\' + path.slice(0, end) + rest + (isEither(path[path.length - 1]) ? '\\' : '');
      }
      if (root.isWhole) return root.device + '\\';
      let tail = root.end < path.length ? simplify(splitEither(path.slice(root.end)), !root.isAbsolute).join('\\') : '';
      if (tail.length === 0 && !root.isAbsolute) tail = '.';
      if (tail.length > 0 && isEither(path[path.length - 1])) tail += '\\';
      if (!root.isAbsolute && root.device === '' && path.includes(':')) {
        // What looks like a drive only once '..' is gone must not become one.
        if (tail.length >= 2 && isLetter(tail[0]) && tail[1] === ':') return '.\\' + tail;
        let colon = path.indexOf(':');
        do {
          if (colon === path.length - 1 || isEither(path[colon + 1])) return '.\\' + tail;
          colon = path.indexOf(':', colon + 1);
        } while (colon !== -1);
      }
      if (root.device === '') return root.isAbsolute ? '\\' + tail : tail;
      return root.isAbsolute ? root.device + '\\' + tail : root.device + tail;
    },
    isAbsolute(path) {
      validate(path, 'path');
      if (path.length === 0) return false;
      return isEither(path[0]) || (path.length > 2 && isLetter(path[0]) && path[1] === ':' && isEither(path[2]));
    },
    join(...args) {
      const given = [];
      for (let i = 0; i < args.length; i++) {
        validate(args[i], 'path');
        if (args[i].length > 0) given.push(args[i]);
      }
      if (given.length === 0) return '.';
      let joined = given.join('\\');
      const first = given[0];
      // Only a first part that begins as a UNC path makes one.
      let slashes = 0;
      if (isEither(first[0])) {
        slashes = 1;
        if (first.length > 1 && isEither(first[1])) slashes = first.length > 2 && !isEither(first[2]) ? 0 : first.length > 2 ? 3 : 2;
      }
      if (slashes > 0) {
        while (slashes < joined.length && isEither(joined[slashes])) slashes++;
        if (slashes >= 2) joined = '\\' + joined.slice(slashes);
      }
      return joined.split('\\').some((part) => deviceEnd(part) > 0) ? joined.replaceAll('/', '\\') : win32.normalize(joined);
    },
    relative(from, to) {
      validate(from, 'from');
      validate(to, 'to');
      if (from === to) return '';
      const start = win32.resolve(from);
      const target = win32.resolve(to);
      if (start.toLowerCase() === target.toLowerCase()) return '';
      const starts = simplify(start.split('\\'), false);
      const targets = simplify(target.split('\\'), false);
      let same = 0;
      while (same < starts.length && same < targets.length && starts[same].toLowerCase() === targets[same].toLowerCase()) same++;
      if (same === 0 && rootOf(target).device.toLowerCase() !== rootOf(start).device.toLowerCase()) return target;
      const up = [];
      for (let i = same; i < starts.length; i++) up.push('..');
      return [...up, ...targets.slice(same)].join('\\');
    },
    toNamespacedPath(path) {
      if (typeof path !== 'string' || path.length === 0) return path;
      const resolved = win32.resolve(path);
      if (resolved.length <= 2) return path;
      if (resolved.startsWith('\\\\')) return resolved[2] === '?' || resolved[2] === '.' ? path : '\\\\?\\UNC\\' + resolved.slice(2);
      return isLetter(resolved[0]) && resolved[1] === ':' && resolved[2] === '\\' ? '\\\\?\\' + resolved : path;
    },
    dirname(path) {
      validate(path, 'path');
      if (path.length === 0) return '.';
      if (path.length === 1) return isEither(path) ? path : '.';
      const root = rootOf(path);
      if (root.isWhole) return path;
      const rootEnd = root.isUnc ? root.end + 1 : root.end;
      let end = -1;
      let isInSlashes = true;
      for (let i = path.length - 1; i >= rootEnd; --i) {
        if (!isEither(path[i])) isInSlashes = false;
        else if (!isInSlashes) {
          end = i;
          break;
        }
      }
      if (end === -1) return rootEnd === 0 ? '.' : path.slice(0, rootEnd);
      return path.slice(0, end);
    },
    basename(path, suffix) {
      if (suffix !== undefined) validate(suffix, 'suffix');
      validate(path, 'path');
      const from = path.length >= 2 && isLetter(path[0]) && path[1] === ':' ? 2 : 0;
      const [start, end] = lastPart(path, from, isEither);
      return withoutSuffix(path, path.slice(start, end), suffix);
    },
    extname(path) {
      validate(path, 'path');
      const from = path.length >= 2 && isLetter(path[0]) && path[1] === ':' ? 2 : 0;
      const [start, end] = lastPart(path, from, isEither);
      return extensionOf(path.slice(start, end));
    },
    format: formatWith('\\'),
    parse(path) {
      validate(path, 'path');
      const result = { root: '', dir: '', base: '', ext: '', name: '' };
      if (path.length === 0) return result;
      if (path.length === 1) {
        if (isEither(path)) result.root = result.dir = path;
        else result.base = result.name = path;
        return result;
      }
      const root = rootOf(path);
      if (root.isWhole || root.end === path.length) {
        result.root = result.dir = path;
        return result;
      }
      const rootEnd = root.isUnc ? root.end + 1 : root.end;
      result.root = path.slice(0, rootEnd);
      const [start, end] = lastPart(path, rootEnd, isEither);
      result.base = path.slice(start, end);
      result.ext = extensionOf(result.base);
      result.name = result.base.slice(0, result.base.length - result.ext.length);
      result.dir = start > rootEnd && end > start ? path.slice(0, start - 1) : result.root;
      return result;
    },
    matchesGlob() { %NotSimulated('path.matchesGlob'); },
    sep: '\\',
    delimiter: ';',
    win32: null,
    posix: null,
  };
  posix.win32 = win32.win32 = win32;
  posix.posix = win32.posix = posix;
  win32._makeLong = win32.toNamespacedPath;
  posix._makeLong = posix.toNamespacedPath;
  return posix;
}`;
