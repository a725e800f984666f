/**
 * The failures that are known, in expectations.json: groups with a reason each. A group without `tests` stands for every
 * failure under its prefix; one with `tests` for these only, so that a new failure beside them is a regression.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { knownReasons } from './known-reasons.ts';
import type { Verdict } from './run-test.ts';

export interface ExpectationGroup {
  readonly prefix: string;
  readonly reason: string;
  readonly tests?: readonly string[];
}

const file = path.join(import.meta.dirname, 'expectations.json');

export function readExpectations(): ExpectationGroup[] {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as ExpectationGroup[]) : [];
}

export function compareWithExpectations(
  verdicts: ReadonlyMap<string, Verdict>,
  groups: readonly ExpectationGroup[],
): { regressions: string[]; fixed: string[] } {
  const named = new Set(groups.flatMap(({ prefix, tests = [] }) => tests.map((test) => prefix + test)));
  const prefixes = groups.filter(({ tests }) => tests === undefined).map(({ prefix }) => prefix);
  const regressions: string[] = [];
  const fixed: string[] = [];
  for (const [test, { kind }] of verdicts) {
    if (kind === 'excluded') continue;
    if (kind === 'pass') {
      if (named.has(test)) fixed.push(test);
    } else if (!named.has(test) && !prefixes.some((prefix) => test.startsWith(prefix))) regressions.push(test);
  }
  return { regressions, fixed };
}

/** Known reasons first; what is left is grouped by directory and says what happens instead. */
export function writeExpectations(verdicts: ReadonlyMap<string, Verdict>): void {
  const groups = new Map<string, { prefix: string; reason: string; tests: string[] | undefined }>();
  for (const { prefix, reason, whole } of knownReasons) {
    groups.set(prefix + reason, { prefix, reason, tests: whole ? undefined : [] });
  }
  for (const [test, verdict] of [...verdicts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (verdict.kind === 'pass' || verdict.kind === 'excluded') continue;
    const known = knownReasons.find(
      ({ prefix, message }) => test.startsWith(prefix) && (message === undefined || message.test(verdict.reason)),
    );
    const prefix = known?.prefix ?? `${test.split('/').slice(0, 4).join('/')}/`.replace(/\.js\/$/, '.js');
    const reason = known?.reason ?? 'not looked into yet';
    let group = groups.get(prefix + reason);
    if (group === undefined) groups.set(prefix + reason, (group = { prefix, reason, tests: [] }));
    group.tests?.push(test.slice(prefix.length));
  }
  const kept = [...groups.values()].filter(({ tests }) => tests === undefined || tests.length > 0);
  writeFileSync(file, `${JSON.stringify(kept, undefined, 1)}\n`);
}
