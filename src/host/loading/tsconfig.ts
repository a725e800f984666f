/**
 * What the nearest tsconfig.json says about how a file is compiled. TypeScript: getConfigFileParsingResult,
 * getJSXTransformEnabled, getUseDefineForClassFields.
 *
 * Simplified: `include` and `files` are not looked at, packages that are extended name no other file in their package.json, and
 * `jsx: preserve` says nothing here, though the bundler that comes after it may have the automatic runtime. Of `target` only
 * what it makes of class fields counts; without it they are those of ECMAScript.
 */
import type { CompilerOptions, JsxOptions, SourceLanguage } from '../../engine/index.ts';
import type { FileReader } from './files.ts';
import { isRecord } from './package-json.ts';
import { directoriesUp, directoryOf, isAbsolute, joinPath, normalizeSeparators } from './paths.ts';

const dottedName = /^[\p{ID_Start}$_][\p{ID_Continue}$]*(?:\.[\p{ID_Start}$_][\p{ID_Continue}$]*)*$/u;
/** Configurations that extend each other. */
const deepestExtension = 20;

export function hasJsx(language: SourceLanguage): boolean {
  return language === 'jsx' || language === 'tsx';
}

/** Whether what a project says may change the program: there may be JSX or, in TypeScript, a class. */
export function isCompiled(source: string, language: SourceLanguage): boolean {
  return hasJsx(language) || (language === 'typescript' && /\bclass\b/.test(source));
}

/** Files of packages are compiled without. */
export function projectOptions(files: FileReader, file: string): CompilerOptions {
  const path = normalizeSeparators(file);
  if (!isAbsolute(path) || path.includes('/node_modules/')) return {};
  const config = nearestIn(files, directoryOf(path), 'tsconfig.json');
  return config === undefined ? {} : optionsOf(compilerOptions(files, config, 0));
}

/** The first file of the name, from a directory upwards. */
function nearestIn(files: FileReader, from: string, name: string): string | undefined {
  for (const directory of directoriesUp(from)) {
    const path = `${directory === '/' ? '' : directory}/${name}`;
    if (files.text(path) !== undefined) return path;
  }
  return undefined;
}

function optionsOf(fields: Fields): CompilerOptions {
  const { experimentalDecorators, emitDecoratorMetadata, useDefineForClassFields, strict, strictNullChecks } = fields;
  const isDefining = typeof useDefineForClassFields === 'boolean' ? useDefineForClassFields : !isBeforeFields(fields);
  return {
    jsx: jsxOptionsOf(fields),
    experimentalDecorators: experimentalDecorators === true,
    emitDecoratorMetadata: emitDecoratorMetadata === true,
    strictNullChecks: (strictNullChecks ?? strict) !== false,
    useDefineForClassFields: isDefining,
  };
}

/** ECMAScript 2022 has fields. */
function isBeforeFields({ target }: Fields): boolean {
  const year = /^es(\d+)$/i.exec(typeof target === 'string' ? target : '')?.[1];
  return year !== undefined && (year.length < 4 || Number(year) < 2022);
}

function jsxOptionsOf({ jsx, jsxFactory, jsxFragmentFactory, jsxImportSource }: Fields): JsxOptions {
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
    if (typeof base !== 'string' || depth === deepestExtension) continue;
    const path = extendedFile(files, directoryOf(config), base);
    if (path !== undefined) Object.assign(result, compilerOptions(files, path, depth + 1));
  }
  return isRecord(own) ? Object.assign(result, own) : result;
}

/** TypeScript: getExtendsConfigPath. */
function extendedFile(files: FileReader, directory: string, base: string): string | undefined {
  const named = base.endsWith('.json') ? base : `${base}.json`;
  if (base === '..' || base === '.') return joinPath(directory, `${base}/tsconfig.json`);
  if (/^\.{0,2}\//.test(base)) return joinPath(directory, named);
  if (isAbsolute(base)) return named;
  return (
    nearestIn(files, directory, `node_modules/${named}`) ??
    nearestIn(files, directory, `node_modules/${base}/tsconfig.json`)
  );
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
