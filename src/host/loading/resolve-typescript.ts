/**
 * Where TypeScript code finds TypeScript: `./x.js` may be written in `./x.ts`, and `./x` may stand for `./x.ts`, `./x.tsx` or
 * `./x/index.ts`, as bundlers resolve it. TypeScript: tryAddingExtensions in src/compiler/moduleNameResolver.ts.
 */
import { isTypeScript, sourceLanguageOf } from '../../engine/index.ts';
import type { FileReader } from './files.ts';

const writtenAs: Readonly<Record<string, readonly string[]>> = {
  '.js': ['.ts', '.tsx'],
  '.jsx': ['.tsx'],
  '.mjs': ['.mts'],
  '.cjs': ['.cts'],
};

const appended = ['.ts', '.tsx', '.mts', '.cts', '.jsx'];

/** The file that a path means in the file `parent`; undefined where that one is no TypeScript, or where there is none. */
export function findTypeScript(
  files: FileReader,
  path: string,
  parent: string,
  namesDirectory: boolean,
): string | undefined {
  const language = sourceLanguageOf(parent);
  if (!isTypeScript(language) && language !== 'jsx') return undefined;
  const extension = /\.[cm]?jsx?$/.exec(path)?.[0] ?? '';
  const base = path.slice(0, path.length - extension.length);
  const written = (writtenAs[extension] ?? []).map((other) => base + other);
  // What is there as it is named wins over what would have to be guessed.
  if (files.isFile(path)) return written.find((candidate) => files.isFile(candidate)) ?? path;
  const directory = path === '/' ? path : `${path}/`;
  const guesses = namesDirectory ? [] : [...written, ...appended.map((other) => path + other)];
  const indices = appended.map((other) => `${directory}index${other}`);
  // All are asked for, so that one further round makes them known.
  const found = [...guesses, ...indices].filter((candidate) => files.isFile(candidate));
  return found[0];
}
