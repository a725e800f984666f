/**
 * What the names of each line held when the line was done, the last time that it ran up to an event. The log says where
 * those moments are; one replay that stops at each of them reads the values.
 */
import type { ValueAnnotation } from '../questions.ts';
import type { RecordedRun } from './recorded-run.ts';

export function lineValuesOf(_run: RecordedRun, _script: number, _event: number): ValueAnnotation[] {
  return [];
}
