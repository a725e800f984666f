/** How a file of the program is compiled: what the environment says, else the nearest tsconfig.json. */
import { type CompilerOptions, type JsxOptions, type SourceLanguage, sourceLanguageOf } from '../../engine/index.ts';
import type { Host } from '../host.ts';
import { stopForFiles } from './file-requests.ts';
import { hasJsx, isCompiled, projectOptions } from './tsconfig.ts';

/** Stops the run if that depends on files that are not known. Undefined: nothing in the file turns on it. */
export function compilerOptionsOf(
  host: Host,
  file: string,
  source: string,
  language: SourceLanguage = sourceLanguageOf(file),
): CompilerOptions | undefined {
  if (!isCompiled(source, language)) return undefined;
  const project = projectOptions(host.files, file);
  stopForFiles(host);
  return hasJsx(language) ? { ...project, jsx: jsxOptions(host, project.jsx ?? {}) } : project;
}

function jsxOptions({ environment }: Host, project: JsxOptions): JsxOptions {
  const { factory, fragmentFactory } = environment.jsx ?? {};
  // Who names a factory does not want the automatic runtime.
  if (factory !== undefined) return { factory, fragmentFactory: fragmentFactory ?? project.fragmentFactory };
  return fragmentFactory === undefined ? project : { ...project, fragmentFactory };
}
