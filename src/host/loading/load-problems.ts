/**
 * A file of the program that cannot be loaded, told as an editor needs it: where the main file asks for it, whether by itself
 * or by way of other files, and where it is wrong.
 */
import { type JSObject, lineAndColumn } from '../../engine/index.ts';
import type { LoadProblem } from '../../protocol/run.ts';
import { type LiteralSpecifier, type ParsedSource, specifiersOf, targetOf } from './file-requests.ts';
import type { Host } from '../host.ts';

/** What an error of the loaders is about: a place in a file, or what that file asks for and does not get. */
export interface LoadFailure {
  readonly message: string;
  readonly path: string;
  readonly offset?: number;
  readonly end?: number;
  readonly request?: string;
}

/** The error ends the run, uncaught. */
export function noteUncaught(host: Host, error: JSObject): void {
  host.uncaughtLoadFailure ??= host.loadFailures.get(error);
}

export function loadProblemOf(host: Host): LoadProblem | undefined {
  const failure = host.uncaughtLoadFailure;
  const main = host.sources[0];
  if (failure === undefined || main === undefined) return undefined;
  const { message, path } = failure;
  const asked = failure.request === undefined ? undefined : specifierIn(host, path, failure.request);
  if (path === main.path) {
    const start = asked?.start ?? failure.offset ?? -1;
    return { message, start, end: asked?.end ?? failure.end ?? start };
  }
  const { start, end } = specifierTowards(host, main, path) ?? { start: -1, end: -1 };
  const offset = asked?.start ?? failure.offset;
  return { message, start, end, place: placeOf(host, path, offset) };
}

function placeOf({ isolate }: Host, path: string, offset: number | undefined): NonNullable<LoadProblem['place']> {
  const script = isolate.scripts.find((one) => one.kind === 'file' && (one.path ?? one.name) === path);
  return script === undefined || offset === undefined ? { path } : { path, offset, ...lineAndColumn(script, offset) };
}

function specifierIn({ sources }: Host, path: string, request: string): LiteralSpecifier | undefined {
  const source = sources.find((one) => one.path === path);
  return source && specifiersOf(source.program).find(({ text }) => text === request);
}

/** The specifier in a file by which another one is reached, directly or through others. */
function specifierTowards(host: Host, from: ParsedSource, path: string): LiteralSpecifier | undefined {
  const seen = new Set([from.path]);
  let front = specifiersOf(from.program).map((specifier) => ({
    specifier,
    target: targetOf(host, specifier, from.path),
  }));
  while (front.length > 0) {
    const found = front.find(({ target }) => target === path);
    if (found !== undefined) return found.specifier;
    const next: typeof front = [];
    for (const { specifier, target } of front) {
      if (target === undefined || seen.has(target)) continue;
      seen.add(target);
      const source = host.sources.find((one) => one.path === target);
      for (const inner of source === undefined ? [] : specifiersOf(source.program))
        next.push({ specifier, target: targetOf(host, inner, target) });
    }
    front = next;
  }
  return undefined;
}
