/** Absolute paths with `/`, and file: URLs of them. Node: lib/path.js (posix), lib/internal/url.js. */

/** As the files of a run are named: Windows paths keep their drive letter. */
export function normalizeSeparators(path: string): string {
  return path.includes('\\') && /^[A-Za-z]:/.test(path) ? path.replaceAll('\\', '/') : path;
}

export function directoryOf(path: string): string {
  const end = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  return end <= 0 ? '/' : path.slice(0, end);
}

export function extensionOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? '' : name.slice(dot);
}

/** `path` as seen from a directory, without `.` and `..`. */
export function joinPath(directory: string, path: string): string {
  const absolute = isAbsolute(path) ? path : `${directory}/${path}`;
  const drive = /^[A-Za-z]:/.exec(absolute)?.[0] ?? '';
  const parts: string[] = [];
  for (const part of absolute.slice(drive.length).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `${drive}/${parts.join('/')}`;
}

export function isAbsolute(path: string): boolean {
  return path.startsWith('/') || /^[A-Za-z]:\//.test(path);
}

/** A directory and those around it, the innermost first. */
export function directoriesUp(directory: string): string[] {
  const result = [];
  for (let current = directory; ; current = directoryOf(current)) {
    result.push(current);
    if (current === '/' || /^[A-Za-z]:\/?$/.test(current)) return result;
  }
}

export function fileUrlOf(path: string): string {
  const encoded = encodeURI(path).replace(/[?#]/g, (char) => (char === '?' ? '%3F' : '%23'));
  return `file://${path.startsWith('/') ? '' : '/'}${encoded}`;
}

export function pathOfFileUrl(url: string): string {
  const path = url.replace(/^file:\/\//, '').replace(/[?#].*$/s, '');
  const decoded = decodeURIComponent(path);
  return /^\/[A-Za-z]:/.test(decoded) ? decoded.slice(1) : decoded;
}
