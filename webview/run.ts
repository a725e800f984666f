/**
 * One run as the page holds it, and where things of it are in the source: script and offset of a moment, of a frame, of
 * a queue entry; lines and snippets of the text.
 */
import type { ScriptInfo } from '../src/protocol/log.ts';
import type { RunSummary, RuntimeName } from '../src/protocol/run.ts';
import { isBuiltin } from './state.ts';
import type { State } from './state.ts';
import type { Spans } from './spans.ts';
import { createTimeline } from './timeline.ts';
import type { Timeline } from './timeline.ts';

export interface Run {
  readonly generation: number;
  readonly fileName: string;
  readonly source: string;
  readonly runtime: RuntimeName;
  /** How many things the user did to it. */
  readonly inputs: number;
  readonly timeline: Timeline;
  /** Offsets of the first character of each line, by script; made when they are first needed. */
  readonly lineStarts: Map<number, readonly number[]>;
  summary: RunSummary | undefined;
}

export function createRun(
  start: Pick<Run, 'generation' | 'fileName' | 'source' | 'runtime'> & Partial<Pick<Run, 'inputs'>>,
): Run {
  return { inputs: 0, ...start, timeline: createTimeline(), lineStarts: new Map(), summary: undefined };
}

/** A place in a script; position -1 means that there is none. */
export interface Place {
  readonly script: number;
  readonly position: number;
}

export const nowhere: Place = { script: -1, position: -1 };

/** What a moment highlights: the event's own position, else what runs in the top frame that has source. */
export function placeOfMoment(run: Run, before: State, after: State): Place {
  const { log } = run.timeline;
  if (after.event < 0) return nowhere;
  const position = log.position[after.event]!;
  if (position >= 0 && before.frame >= 0) return { script: scriptOfFrame(run, before.frame), position };
  return placeOfStack(run, after.frame, after.position);
}

/** What runs in a frame; a builtin's place is the call that entered it. */
export function placeOfStack(run: Run, top: number, topPosition: number): Place {
  const { frames } = run.timeline;
  let frame = top;
  let position = topPosition;
  while (frame >= 0 && (position < 0 || isBuiltin(run.timeline, frame))) {
    position = frames.position[frame]!;
    frame = frames.frame[frame]!;
  }
  return frame < 0 ? nowhere : { script: scriptOfFrame(run, frame), position };
}

/** Where a queue entry, a timer or a parked function was begun. */
export function placeOfSpan(run: Run, spans: Spans, index: number): Place {
  const position = spans.position[index]!;
  const frame = spans.frame[index]!;
  return position < 0 ? nowhere : { script: scriptOfFrame(run, frame), position };
}

/** The script of a frame; a builtin's is that of the frame that called it. */
export function scriptOfFrame(run: Run, frame: number): number {
  const { log, frames } = run.timeline;
  let current = frame;
  while (current >= 0 && isBuiltin(run.timeline, current)) current = frames.frame[current]!;
  if (current >= 0) return log.functions[frames.kind[current]!]?.script ?? mainScript(run);
  return mainScript(run);
}

export function mainScript(run: Run): number {
  return Math.max(
    0,
    run.timeline.log.scripts.findIndex((script) => script.kind === 'main'),
  );
}

/** The line (base 1) of a place in its file; 0 where it has none, or lies in code that eval compiled. */
export function lineOf(run: Run, { script, position }: Place): number {
  if (position < 0 || isEval(run, script)) return 0;
  let starts = run.lineStarts.get(script);
  if (starts === undefined) {
    const source = sourceOf(run, script);
    if (source === undefined) return 0;
    run.lineStarts.set(script, (starts = lineStartsOf(source)));
  }
  return lineAt(starts, position);
}

/** Another file of the run than the one that was started: its name, with its folder where names alone are not clear; else ''. */
export function otherFile(run: Run, script: number): string {
  const { scripts } = run.timeline.log;
  const info = scripts[script];
  if (info?.kind !== 'file') return '';
  const name = baseName(info.name);
  const isAlone = scripts.every(
    (other, index) => index === script || other.kind === 'eval' || fileNameOf(run, other) !== name,
  );
  const folder = baseName(info.name.slice(0, -name.length - 1));
  return isAlone || folder === '' ? name : `${folder}/${name}`;
}

/** The text at a place: to the end of its line, or of its part where it begins inside a line (a loop's head). */
export function snippetAt(run: Run, place: Place): string {
  const source = sourceOf(run, place.script);
  if (source === undefined || place.position < 0 || place.position >= source.length) return '';
  let end = place.position;
  while (end < source.length && source[end] !== '\n' && source[end] !== '\r') end++;
  const lineStart = source.lastIndexOf('\n', place.position - 1) + 1;
  const before = source.slice(lineStart, place.position);
  // A declaration runs from its value on, as in V8; to a reader it is the whole line.
  const isDeclaration = /^\s*(?:const|let|var)\s[^=;]+=\s*$/.test(before);
  const text = source.slice(isDeclaration ? lineStart : place.position, end).trim();
  const insideLine = before.trim() !== '' && !isDeclaration;
  const part = insideLine ? text.replace(/(?:;|\) \{).*$/, '') : text.replace(/ \{$/, ' { …').replace(/;$/, '');
  return shorten(part, 60);
}

export function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

export function shorten(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > length ? `${line.slice(0, length - 1).trimEnd()}…` : line;
}

export function lineStartsOf(source: string): number[] {
  const starts = [0];
  for (let index = source.indexOf('\n'); index >= 0; index = source.indexOf('\n', index + 1)) starts.push(index + 1);
  return starts;
}

export function lineAt(lineStarts: readonly number[], position: number): number {
  let low = 0;
  let high = lineStarts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lineStarts[middle]! <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function sourceOf(run: Run, script: number): string | undefined {
  const info = run.timeline.log.scripts[script];
  // Before the log has named its scripts only the file itself can be meant.
  if (info === undefined ? script === mainScript(run) : info.kind === 'main') return run.source;
  return info?.source;
}

function isEval(run: Run, script: number): boolean {
  return run.timeline.log.scripts[script]?.kind === 'eval';
}

function fileNameOf(run: Run, { kind, name }: ScriptInfo): string {
  return baseName(kind === 'main' ? run.fileName : name);
}
