/**
 * What JSX calls in a file: what the environment says, else the nearest tsconfig.json. TypeScript: getConfigFileParsingResult,
 * getJSXTransformEnabled.
 *
 * Simplified: `include` and `files` are not looked at, `extends` is followed to relative paths and not into packages, and
 * `jsx: preserve` says nothing here, though the bundler that comes after it may have the automatic runtime.
 */
import { type JsxOptions, type SourceLanguage, sourceLanguageOf } from '../../engine/index.ts';
import type { FileReader } from './files.ts';
import { stopForFiles } from './file-requests.ts';
import type { Host } from '../host.ts';
import { isRecord } from './package-json.ts';
import { directoriesUp, directoryOf, isAbsolute, joinPath, normalizeSeparators } from './paths.ts';

const dottedName = /^[\p{ID_Start}$_][\p{ID_Continue}$]*(?:\.[\p{ID_Start}$_][\p{ID_Continue}$]*)*$/u;
/** Configurations that extend each other. */
const deepestExtension = 20;

/** Stops the run if that depends on files that are not known. Undefined: there can be no JSX in the file. */
export function jsxOptionsOf(host: Host, file: string, language?: SourceLanguage): JsxOptions | undefined {
  const spoken = language ?? sourceLanguageOf(file);
  if (spoken !== 'jsx' && spoken !== 'tsx') return undefined;
  const { factory, fragmentFactory } = host.environment.jsx ?? {};
  const path = normalizeSeparators(file);
  const project = isAbsolute(path) && !path.includes('/node_modules/') ? projectOptions(host.files, path) : {};
  stopForFiles(host);
  // Who names a factory does not want the automatic runtime.
  if (factory !== undefined) return { factory, fragmentFactory: fragmentFactory ?? project.fragmentFactory };
  return fragmentFactory === undefined ? project : { ...project, fragmentFactory };
}

function projectOptions(files: FileReader, path: string): JsxOptions {
  for (const directory of directoriesUp(directoryOf(path))) {
    const config = `${directory === '/' ? '' : directory}/tsconfig.json`;
    if (files.text(config) !== undefined) return optionsOf(compilerOptions(files, config, 0));
  }
  return {};
}

function optionsOf({ jsx, jsxFactory, jsxFragmentFactory, jsxImportSource }: Fields): JsxOptions {
  if (jsx === 'react-jsx' || jsx === 'react-jsxdev')
    return { importSource: typeof jsxImportSource === 'string' ? jsxImportSource : 'react' };
  return {
    ...(isDottedName(jsxFactory) && { factory: jsxFactory }),
    ...(isDottedName(jsxFragmentFactory) && { fragmentFactory: jsxFragmentFactory }),
  };
}

function isDottedName(value: unknown): value is string {
  return typeof value === 'string' && dottedName.test(value);
}

type Fields = Readonly<Record<string, unknown>>;

/** With those that it extends; a configuration that is no JSON says nothing, as to an editor that is still being typed in. */
function compilerOptions(files: FileReader, config: string, depth: number): Fields {
  const text = files.text(config);
  const fields = text === undefined ? undefined : parseWithComments(text);
  if (!isRecord(fields)) return {};
  const { extends: bases, compilerOptions: own } = fields;
  const result: Record<string, unknown> = {};
  for (const base of Array.isArray(bases) ? (bases as unknown[]) : [bases]) {
    if (typeof base !== 'string' || !/^\.{0,2}\//.test(base) || depth === deepestExtension) continue;
    const path = joinPath(directoryOf(config), base.endsWith('.json') ? base : `${base}.json`);
    Object.assign(result, compilerOptions(files, path, depth + 1));
  }
  return isRecord(own) ? Object.assign(result, own) : result;
}

/** JSON with comments and commas before closing brackets. */
function parseWithComments(text: string): unknown {
  const withoutComments = text
    .replace(/^\uFEFF/, '')
    .replace(/"(?:\\.|[^"\\])*"|\/\/[^\n]*|\/\*[^]*?\*\//g, (found) => (found.startsWith('"') ? found : ' '));
  const json = withoutComments.replace(/"(?:\\.|[^"\\])*"|,(?=\s*[}\]])/g, (found) => (found === ',' ? ' ' : found));
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
