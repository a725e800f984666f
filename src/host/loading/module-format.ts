/**
 * What a file is by its name, its package and its text. Node: lib/internal/modules/esm/get_format.js,
 * ContextifyContext::ShouldRetryAsESM.
 */
import { type AnyNode, type ParseFailure, parseProgram, type SourceLanguage } from '../../engine/index.ts';
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

/** What kind of file it is does not turn on what its project says: all is allowed. */
const compilerOptions = { experimentalDecorators: true };

/** Undefined if the text is not of that kind. */
export function parseFile(source: string, kind: 'commonjs' | 'module', language: SourceLanguage): AnyNode | undefined {
  const parsed = parseProgram(source, { goal: kind === 'module' ? 'module' : 'function', language, compilerOptions });
  return parsed.ok ? parsed.program : undefined;
}

/** An ambiguous file is a module if it is no CommonJS, and that only because of what only modules have. */
export function isModuleText(source: string, language: SourceLanguage): boolean {
  const parsed = parseProgram(source, { goal: 'function', language, compilerOptions });
  return !parsed.ok && parsesAsModule(source, language, parsed.error);
}

/** For a text that is no CommonJS because of an error. Node: esm_syntax_error_messages, throws_only_in_cjs_error_messages. */
export function parsesAsModule(source: string, language: SourceLanguage, { message }: ParseFailure): boolean {
  if (moduleMessages.some((text) => message.includes(text))) return true;
  return (
    commonJsOnlyMessages.some((text) => message.includes(text)) && parseFile(source, 'module', language) !== undefined
  );
}

const moduleMessages = [
  'Cannot use import statement outside a module',
  "Unexpected token 'export'",
  "Cannot use 'import.meta' outside a module",
];

const commonJsOnlyMessages = [
  "Identifier '__filename' has already been declared",
  "Identifier '__dirname' has already been declared",
  "Identifier 'exports' has already been declared",
  "Identifier 'module' has already been declared",
  "Identifier 'require' has already been declared",
  'await is only valid in async functions and the top level bodies of modules',
];
