/** The shape of a myth: something that people expect a warning for, and that is free. */
import type { AnyNode } from '../../engine/index.ts';
import type { AnalyzedProgram } from '../analyzed-program.ts';
import type { HazardEvidence } from '../evidence.ts';

export interface Myth {
  readonly id: string;
  readonly types: readonly AnyNode['type'][];
  /** Where the answer is given; nowhere, if the node is none of it. */
  tokens(node: AnyNode, parents: readonly AnyNode[], program: AnalyzedProgram): readonly Token[];
  /** One line. */
  hover(node: AnyNode, evidence: HazardEvidence | undefined): string;
  /** A function `f` with the form in it, and a call of it: V8 optimises it, and nothing is deoptimised by calling on. */
  readonly proof: { readonly definition: string; readonly call: string };
}

export interface Token {
  readonly start: number;
  readonly end: number;
}

/** The text between two offsets, and where a word or sign stands in it. */
export function tokenIn({ source }: AnalyzedProgram, token: string, start: number, end: number): readonly Token[] {
  const at = source.slice(start, end).indexOf(token);
  return at < 0 ? [] : [{ start: start + at, end: start + at + token.length }];
}

/** In the body of a loop of the same function. */
export function isInLoop(parents: readonly AnyNode[]): boolean {
  for (let index = parents.length - 1; index >= 0; index--) {
    const { type } = parents[index]!;
    if (/^(For|While|DoWhile)/.test(type)) return true;
    if (/^(Function|Arrow|Class)/.test(type)) return false;
  }
  return false;
}
