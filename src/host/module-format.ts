/**
 * What a file is by its name, its package and its text. Node: lib/internal/modules/esm/get_format.js,
 * ContextifyContext::ShouldRetryAsESM.
 */
import type { FileReader } from './files.ts';
import { packageScopeOf } from './package-json.ts';
import { directoryOf, extensionOf } from './paths.ts';

/** ambiguous: the text decides. */
export type FileFormat = 'commonjs' | 'module' | 'json' | 'addon' | 'ambiguous' | 'unknown';

export function formatOfFile(files: FileReader, path: string): FileFormat {
  switch (extensionOf(path)) {
    case '.mjs':
    case '.mts':
      return 'module';
    case '.cjs':
    case '.cts':
      return 'commonjs';
    case '.json':
      return 'json';
    case '.node':
      return 'addon';
    case '.js':
    case '.jsx':
    case '.ts':
    case '.tsx':
    case '': {
      const type = packageScopeOf(files, directoryOf(path))?.type ?? 'none';
      return type === 'none' ? 'ambiguous' : type;
    }
    default:
      return 'unknown';
  }
}

/** For a text that is no CommonJS: whether it is an ES module. */
export function parsesAsModule(source: string): boolean {
  void source;
  return false;
}
