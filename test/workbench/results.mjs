// What the in-host suite reported: printed, counted, and written for the runner of all suites.
import { writeFileSync } from 'node:fs';

/**
 * Prints the record and resolves to the exit code. `problem` is a sentence about how the run went wrong around the tests; a
 * record that is missing or from the wrong kind of host is one by itself.
 */
export function reportSuite(record, { host, problem }) {
  const results = record?.results ?? [];
  for (const { title, state, error } of results) console.log(`  ${marks[state]} ${title}${error ? `\n${error}` : ''}`);
  const count = (wanted) => results.filter(({ state }) => state === wanted).length;
  const trouble = troubleWith(record, host) ?? (count('failed') === 0 ? problem : undefined);
  if (trouble !== undefined) console.log(`  ✘ ${trouble}`);
  const counts = {
    passed: count('passed'),
    failed: count('failed') + (trouble === undefined ? 0 : 1),
    skipped: count('skipped'),
  };
  if (process.env.UNDERHOOD_REPORT) writeFileSync(process.env.UNDERHOOD_REPORT, JSON.stringify(counts));
  return counts.failed === 0 ? 0 : 1;
}

const marks = { passed: '✔', failed: '✘', skipped: '- skipped:' };

function troubleWith(record, host) {
  if (record === undefined) return 'The suite never reported: the extension host crashed, hung or could not load it.';
  if (record.host !== host) return `The suite ran in the ${record.host} host, it was meant for the ${host} host.`;
  if (!record.results.some(({ state }) => state === 'passed')) return 'The suite reported no passed test.';
  return undefined;
}
