/** The honesty switch: a file runs in the user's own Node, and each claim of its simulated run is held against what V8 did. */
import type { RunClaims } from '../protocol/claims.ts';
import { compareClaims } from './compare.ts';
import type { VerifiedRun } from './report.ts';
import { type NodeRunOptions, runInNode } from './run-node.ts';

export type Verification =
  { readonly ok: true; readonly run: VerifiedRun } | { readonly ok: false; readonly problem: string };

export async function verifyRun(claims: RunClaims, options: NodeRunOptions): Promise<Verification> {
  const run = await runInNode(options);
  if (!run.ok) return run;
  const { version, end, seen } = run;
  const comparisons = compareClaims(claims, seen);
  return { ok: true, run: { file: options.file, version, end, isCut: claims.isCut, comparisons } };
}
