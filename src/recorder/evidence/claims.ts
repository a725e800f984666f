/** The claims of a run that V8's own log can confirm: what its inline caches, deoptimisations and changes of objects are said to be. */
import { icStates } from '../../engine/index.ts';
import { lineAt, lineStartsInV8 } from '../../line-starts.ts';
import type { Claim, ClaimKind } from '../../protocol/claims.ts';
import type { EngineEvidence } from './engine-evidence.ts';

export function claimsOf(source: string, evidence: EngineEvidence): readonly Claim[] {
  const starts = lineStartsInV8(source);
  const claim = (kind: ClaimKind, offset: number, subject: string, says: string): Claim => {
    const line = lineAt(starts, offset);
    return { kind, offset, line: line + 1, column: offset - starts[line]! + 1, subject, says };
  };
  const claims: Claim[] = [];
  // Without a feedback vector there is nothing that a place could learn.
  for (const { type, state, position } of evidence.caches)
    if (state !== 'NO_FEEDBACK' && position >= 0) claims.push(claim('cache', position, type, icStates[state].mark));
  for (const { kind, reason, functionName, position } of evidence.deoptimizations)
    if (position >= 0) claims.push(claim('deoptimization', position, functionName, `${deoptKinds[kind]}: ${reason}`));
  for (const { position, reason } of evidence.normalizations)
    if (position >= 0 && !reason.endsWith('AsPrototype')) claims.push(claim('dictionary', position, '', reason));
  for (const { kind, position, from, to } of evidence.changes) {
    if (kind === 'elements') claims.push(claim('elements', position, '', `${from} -> ${to}`));
  }
  return claims;
}

/** V8: DeoptimizeKind, as LogCodeDeoptEvent prints it. */
const deoptKinds = { eager: 'deopt-eager', lazy: 'deopt-lazy', dependency: 'dependency-change' } as const;
