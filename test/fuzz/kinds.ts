/**
 * The kinds of random programs and how many of each: half are of the grammars, half are oracle programs that were changed.
 * Those about the host's interfaces only where they are asked for by name: what those say about odd arguments is not V8's.
 */
import { asyncProgram } from './async-programs.ts';
import { languageProgram } from './language-programs.ts';
import { libraryProgram } from './library-programs.ts';
import { mutatedInterfaceProgram, mutatedProgram } from './mutations.ts';

export const kinds = {
  language: { share: 0.2, make: languageProgram },
  library: { share: 0.18, make: libraryProgram },
  turns: { share: 0.12, make: asyncProgram },
  mutation: { share: 0.5, make: mutatedProgram },
  interfaces: { share: 0, make: mutatedInterfaceProgram },
} as const satisfies Readonly<Record<string, { readonly share: number; readonly make: (seed: number) => string }>>;

export type Kind = keyof typeof kinds;

export const kindNames = Object.keys(kinds) as Kind[];

/** The kind of the program with this number, so that each kind gets its share of any run. */
export function kindAt(index: number): Kind {
  let place = ((index * 37) % 100) / 100;
  for (const name of kindNames) {
    place -= kinds[name].share;
    if (place < -1e-9) return name;
  }
  return 'mutation';
}
