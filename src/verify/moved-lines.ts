/**
 * A module that Node loads before the program: it puts so many empty lines in front of the main file that no line of Node's own
 * modules, or of another file, has a number as high. Nothing else about the program changes; its stack traces count from there.
 * Node: module.registerHooks (22.15, 23.5), which sees CommonJS and ES modules alike; before it, Module.prototype._compile.
 */

export const movedLines = 100_000;

export const preload = `'use strict';
const { readFileSync, realpathSync } = require('node:fs');
const { resolve } = require('node:path');
const { fileURLToPath } = require('node:url');
const Module = require('node:module');
const main = realpathSync(resolve(process.argv[1]));
const moved = (source) => '\\n'.repeat(${movedLines}) + String(source).replace(/^\\uFEFF/, '').replace(/^#!/, '//');
const isMain = (path) => { try { return realpathSync(path) === main; } catch { return false; } };
if (typeof Module.registerHooks === 'function') {
  Module.registerHooks({
    load(url, context, nextLoad) {
      const loaded = nextLoad(url, context);
      if (!url.startsWith('file:') || !isMain(fileURLToPath(url))) return loaded;
      return { ...loaded, source: moved(loaded.source ?? readFileSync(main, 'utf8')) };
    },
  });
} else {
  const { _compile } = Module.prototype;
  Module.prototype._compile = function (content, filename, ...rest) {
    return Reflect.apply(_compile, this, [isMain(filename) ? moved(content) : content, filename, ...rest]);
  };
}
`;
