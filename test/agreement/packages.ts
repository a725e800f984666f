/**
 * Code that nobody here wrote: every function of the packages in test/oracle/packages, and of the kernels of test/bench, as
 * the pinned Node compiles it and as we do.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { disassemble } from '../../src/engine/index.ts';
import {
  type BytecodeJudgement,
  type Compiled,
  compiledFunctions,
  judgeListing,
  type Listing,
  listing,
} from './bytecode.ts';
import { type NamedListing, nodeListings } from './node-listings.ts';

interface Ours {
  readonly compiled: Compiled;
  readonly listing: Listing;
}

export interface JudgedFunction {
  readonly file: string;
  readonly theirs: NamedListing;
  /** Undefined where we have no such function. */
  readonly judged: BytecodeJudgement | undefined;
}

const root = path.resolve(import.meta.dirname, '..', '..');

/** What npm has put there; the files that the programs import, not all that a package has. */
export function packageFiles(): string[] {
  const modules = path.join(root, 'node_modules');
  const listed = [
    'acorn/dist/acorn.mjs',
    'preact/dist/preact.mjs',
    'prettier/standalone.mjs',
    'fast-check/lib/fast-check.js',
  ];
  const files = listed.map((name) => path.join(modules, name)).filter((file) => existsSync(file));
  return [...files, path.join(root, 'test', 'bench', 'kernels')].flatMap((file) => scriptsIn(file));
}

export function scriptsIn(file: string): string[] {
  if (!statSync(file).isDirectory()) return [file];
  return readdirSync(file, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.m?js$/.test(name))
    .toSorted()
    .map((name) => path.join(file, name));
}

export function judgeFile(file: string): JudgedFunction[] {
  const source = readFileSync(file, 'utf8');
  const kind = file.endsWith('.mjs') || /^(import|export)\b/m.test(source) ? 'module' : 'script';
  const ours = compiledFunctions(source, kind).map((compiled) => ({
    compiled,
    listing: listing(disassemble(compiled.bytecode, compiled.shared.name)),
  }));
  return nodeListings(file, kind).map((theirs) => {
    const places = theirs.positions.map(([, , position]) => position);
    const [best] = ours
      .filter(({ compiled }) => contains(compiled, places))
      .toSorted((a, b) => distance(a, theirs) - distance(b, theirs));
    if (best !== undefined) ours.splice(ours.indexOf(best), 1);
    return { file, theirs, judged: best === undefined ? undefined : judgeListing(theirs, best.listing) };
  });
}

/** Names differ, because V8 prints those that it infers; places tell functions apart. */
function contains({ shared }: Compiled, places: readonly number[]): boolean {
  const start = shared.isClassConstructor ? shared.classStart : shared.start;
  const end = shared.isClassConstructor ? shared.classEnd : shared.end;
  return places.every((place) => place >= Math.min(start, shared.start) && place <= Math.max(end, shared.end));
}

/** How many places one of the two has alone; the shorter text where there are none. */
function distance({ compiled, listing: { positions } }: Ours, theirs: NamedListing): number {
  const known = new Set(theirs.positions.map(([, , position]) => position));
  const common = positions.filter(([, , position]) => known.has(position)).length;
  const { shared } = compiled;
  return (
    known.size +
    positions.length -
    2 * common +
    (shared.end - shared.start) / 1e9 +
    (shared.name === theirs.name ? 0 : 0.1)
  );
}
