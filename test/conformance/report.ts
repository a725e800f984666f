/** What a run prints: the two figures, directories, what was left out, and on demand the failures. */
import type { Verdict } from './run-test.ts';

interface Count {
  passed: number;
  total: number;
}

export function printTotals(
  verdicts: ReadonlyMap<string, Verdict>,
  options: { readonly list: boolean; readonly reasons: boolean },
): void {
  const totals = new Map<string, Count>();
  const directories = new Map<string, Count>();
  const excluded = new Map<string, number>();
  const reasons = new Map<string, string[]>();
  for (const [file, verdict] of verdicts) {
    if (verdict.kind === 'excluded') {
      excluded.set(verdict.reason, (excluded.get(verdict.reason) ?? 0) + 1);
      continue;
    }
    const [, area = '', directory = '', inner = ''] = file.split('/');
    const name = area === 'language' && !inner.endsWith('.js') ? `${directory}/${inner}` : directory;
    const passed = verdict.kind === 'pass';
    add(totals, area, passed);
    add(directories, `${area}/${name}`, passed);
    if (passed) continue;
    const reason = verdict.kind === 'fail' ? verdict.reason : `${verdict.kind}: ${verdict.reason}`;
    if (options.list) console.log(`${file}\t${reason.slice(0, 200)}`);
    const known = reasons.get(generalized(reason));
    if (known === undefined) reasons.set(generalized(reason), [file]);
    else known.push(file);
  }
  if (options.reasons) printReasons(reasons);
  console.log('\nDirectories with failures:');
  const failing = [...directories].filter(([, { passed, total }]) => passed < total);
  for (const [name, { passed, total }] of failing.sort(([, a], [, b]) => b.total - b.passed - (a.total - a.passed))) {
    console.log(`${String(total - passed).padStart(6)} of ${String(total).padStart(5)} fail  ${name}`);
  }
  console.log('\nNot counted:');
  for (const [reason, count] of [...excluded].sort(([, a], [, b]) => b - a)) {
    console.log(`${String(count).padStart(6)}  ${reason}`);
  }
  console.log('');
  for (const [area, { passed, total }] of totals) {
    console.log(`${area}: ${passed} of ${total} pass (${((100 * passed) / total).toFixed(2)} %)`);
  }
}

function add(counts: Map<string, Count>, key: string, passed: boolean): void {
  const count = counts.get(key) ?? { passed: 0, total: 0 };
  count.total++;
  if (passed) count.passed++;
  counts.set(key, count);
}

/** Reasons that differ only in a name or a number are one. */
function generalized(reason: string): string {
  return reason
    .replace(/^\(strict\) /, '')
    .replaceAll(/\d+/g, '0')
    .slice(0, 110);
}

function printReasons(reasons: ReadonlyMap<string, readonly string[]>): void {
  console.log('\nFailures by reason:');
  for (const [reason, files] of [...reasons].sort(([, a], [, b]) => b.length - a.length).slice(0, 150)) {
    console.log(`${String(files.length).padStart(6)}  ${reason}\n          ${files[0]}`);
  }
}
