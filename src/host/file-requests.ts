/**
 * What a run needs to be given before it can go on: not only the file that it met, but what the files that it has
 * mention, so that a graph of files takes as many rounds as it is deep.
 */
import { type AnyNode, RunStopped, walk } from '../engine/index.ts';
import type { FileReader } from './files.ts';
import type { Host } from './host.ts';
import { InvalidPackageJson } from './package-json.ts';
import { resolveCommonJs } from './resolve-commonjs.ts';
import { ResolutionError } from './resolution-error.ts';

/** A file of the run that has been parsed. */
export interface ParsedSource {
  readonly path: string;
  readonly program: AnyNode;
}

/** After something was looked up: if that is not known, the run stops until it is. */
export function stopForFiles(host: Host): void {
  if (host.files.unknown.size === 0) return;
  lookAhead(host);
  host.neededFiles = [...host.files.unknown];
  throw new RunStopped('files');
}

/** Looks up what the parsed files mention by literal names. */
function lookAhead({ files, sources }: Host): void {
  for (const { path, program } of sources) {
    walk(program, (node) => {
      const specifier = specifierOf(node);
      if (specifier !== undefined) tryToResolve(files, specifier, path);
      return undefined;
    });
  }
}

function specifierOf(node: AnyNode): string | undefined {
  const source =
    node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'require'
      ? node.arguments[0]
      : undefined;
  return source?.type === 'Literal' && typeof source.value === 'string' ? source.value : undefined;
}

function tryToResolve(files: FileReader, specifier: string, path: string): void {
  try {
    resolveCommonJs(files, specifier, path, []);
  } catch (error) {
    if (!(error instanceof ResolutionError) && !(error instanceof InvalidPackageJson)) throw error;
  }
}
