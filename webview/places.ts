/** Places in words: the line, and the file where it is another than the one that was started. */
import { lineOf, otherFile } from './run.ts';
import type { Place, Run } from './run.ts';
import { formatNumber } from './words.ts';

/** In few letters, for the margin: `line 3`, in another file `words.js:3`; '' where the place has no line. */
export function placeText(run: Run, place: Place): string {
  const line = lineOf(run, place);
  if (line === 0) return '';
  const file = otherFile(run, place.script);
  return file === '' ? `line ${formatNumber(line)}` : `${file}:${line}`;
}

/** Within a sentence: `line 3`, in another file `line 3 in words.js`; '' where the place has no line. */
export function placeWords(run: Run, place: Place): string {
  const line = lineOf(run, place);
  if (line === 0) return '';
  return `line ${formatNumber(line)}${inFile(run, place.script)}`;
}

/** ` in words.js`, as the end of a phrase; '' for the file that was started. */
export function inFile(run: Run, script: number): string {
  const file = otherFile(run, script);
  return file === '' ? '' : ` in ${file}`;
}
