/** A failure for a reader: the smallest program that still fails in the same way, and what it prints in both. */
import type { FailedProgram } from './campaign.ts';
import { compare } from './compare.ts';
import type { Judge } from './judge.ts';
import { reduce } from './reduce.ts';

export async function describeFailure(
  judge: Judge,
  { kind, programSeed, source, failure }: FailedProgram,
): Promise<string> {
  const small = await reduce(source, async (candidate) => {
    const found = await compare(judge, candidate);
    return (
      typeof found !== 'string' &&
      found.kind === failure.kind &&
      endOf(found.expected) === endOf(failure.expected) &&
      endOf(found.actual) === endOf(failure.actual)
    );
  });
  const again = await compare(judge, small);
  const { expected, actual } = typeof again === 'string' ? failure : again;
  return `${kind} program ${programSeed}, ${failure.kind}:\n${small}\n-- in Node:\n${expected}\n-- in Underhood:\n${actual}`;
}

/** The exit code: a program that is made smaller should not begin to fail in another way. */
function endOf(text: string): string {
  return text.slice(text.lastIndexOf('--'));
}
