/**
 * One run as the host knows it: what was run, and how far its log has come. The log's chunks stay here only as long as the
 * page may have to be told again (it loses everything when its view is hidden); a run holds at most `maxEvents` of them,
 * and the next run's first chunk frees them. Knows the document only to compare versions.
 */
import type * as vscode from 'vscode';
import { variablesWith } from '../debug/launch-attributes.ts';
import { eventTypeIds } from '../protocol/events.ts';
import type { FunctionInfo, LogChunk, ScriptInfo } from '../protocol/log.ts';
import type { HostToPage } from '../protocol/page-messages.ts';
import type { FileEntry, RunEnvironment, RunInput, RunSummary } from '../protocol/run.ts';
import type { DebugHold } from './debugging/hold.ts';
import { pathOf } from './files.ts';
import { settingTable } from './settings.ts';
import type { Settings } from './settings.ts';

export interface Run {
  readonly generation: number;
  readonly document: vscode.TextDocument;
  /** Offsets of the run belong to this version of the document and to no other. */
  readonly version: number;
  readonly fileName: string;
  readonly source: string;
  readonly environment: RunEnvironment;
  readonly inputs: readonly RunInput[];
  /** It was run for a debugger, and otherwise than the text alone would be. */
  readonly isSpecial: boolean;
  readonly chunks: LogChunk[];
  readonly scripts: ScriptInfo[];
  readonly functions: FunctionInfo[];
  /** The other files as the run was given them, by path. */
  readonly files: Map<string, FileEntry>;
  /** One of those files has changed since. */
  outdated: boolean;
  /** 'refused': the text could not be run, or the worker was lost. */
  phase: 'running' | 'done' | 'refused';
  /** The worker has begun with it. */
  started: boolean;
  /** It was asked for a second time, because the worker was lost before it came to this run. */
  askedAgain: boolean;
  /** It runs once more, because the worker that knew it was lost. */
  isRecovering: boolean;
  /** The page has been told of it: it is what the page draws. */
  drawn: boolean;
  summary: RunSummary | undefined;
  /** When it started or ended last. */
  changedAt: number;
}

/** Virtual time and the log are bounded for every live run; the other limits are settings. */
const maxVirtualMs = 3_600_000;
const maxEvents = 4_000_000;

export function createRun(
  generation: number,
  document: vscode.TextDocument,
  settings: Settings,
  { openedAt, files, inputs }: Pick<Run, 'files' | 'inputs'> & { readonly openedAt: number },
  hold?: DebugHold,
): Run {
  const configured = settings.startTime === '' ? Number.NaN : new Date(settings.startTime).getTime();
  const { timeZone, locale } = Intl.DateTimeFormat().resolvedOptions();
  return {
    generation,
    document,
    version: document.version,
    fileName: document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1),
    source: document.getText(),
    environment: {
      runtime: hold?.runtime ?? settings.runtime,
      engine: hold?.engine ?? settings.engine,
      tierBudgets: settings.tierBudgets,
      v8Flags: hold?.v8Flags ?? settings.v8Flags,
      races: settings.races,
      sourceKind: 'auto',
      fileName: pathOf(document.uri),
      languageId: document.languageId,
      ...(hold && hold.args.length > 0 ? { arguments: hold.args } : {}),
      jsx: jsxOf(settings),
      seed: 1,
      startTime: Number.isFinite(configured) ? configured : openedAt,
      variables: variablesWith(settings.environment, hold?.env ?? {}),
      ...(settings['network.fixtures'] !== '' && { networkFile: settings['network.fixtures'] }),
      ...(settings.dialogAnswers.length > 0 && { dialogAnswers: settings.dialogAnswers }),
      timeZone,
      locale,
      maxSteps: settings['limits.steps'],
      maxEvents,
      maxVirtualMs,
    },
    inputs: hold?.inputs ?? inputs,
    isSpecial: hold !== undefined && hold.isSpecial(settings),
    files,
    outdated: false,
    ...begins(),
  };
}

/** The same run again, but for what is done to it. */
export function repeatRun(generation: number, former: Run, inputs: readonly RunInput[]): Run {
  return { ...former, generation, inputs, isSpecial: true, files: new Map(former.files), ...begins() };
}

function begins() {
  return {
    chunks: [],
    scripts: [],
    functions: [],
    phase: 'running',
    started: false,
    askedAgain: false,
    isRecovering: false,
    drawn: false,
    summary: undefined,
    changedAt: Date.now(),
  } satisfies Partial<Run>;
}

export function append(run: Run, chunk: LogChunk): void {
  run.chunks.push(chunk);
  // One by one: as arguments of one call they might be more than a call can have.
  for (const script of chunk.scripts) run.scripts.push(script);
  for (const info of chunk.functions) run.functions.push(info);
}

/** A limit ended it, and with a higher one it would get further. */
export function canGoOn(run: Run | undefined): boolean {
  const limit = run?.summary?.limit;
  // More memory is not to be had: the same run would end at the same place.
  return run?.phase === 'done' && limit !== undefined && limit !== 'memory';
}

/** Only what somebody has set: the defaults leave it to the project. */
function jsxOf(settings: Settings): { factory?: string; fragmentFactory?: string } {
  const factory = settings['jsx.factory'];
  const fragmentFactory = settings['jsx.fragmentFactory'];
  return {
    ...(factory !== settingTable['jsx.factory'].fallback && { factory }),
    ...(fragmentFactory !== settingTable['jsx.fragmentFactory'].fallback && { fragmentFactory }),
  };
}

/** The document still has the text that ran, and so have the files that it uses. */
export function isCurrent(run: Run): boolean {
  return hasText(run) && !run.outdated;
}

/** Offsets of the run still mean something in its document. */
export function hasText(run: Run): boolean {
  return !run.document.isClosed && run.document.version === run.version;
}

/** How far the log has come, for a run whose worker can no longer say so itself. */
export function progress(run: Run): { steps: number; events: number; virtualMs: number } {
  const last = run.chunks.at(-1);
  const clock = run.chunks.findLast((chunk) => chunk.type.includes(eventTypeIds.clock));
  const virtualMs = clock?.a[clock.type.lastIndexOf(eventTypeIds.clock)] ?? 0;
  return { steps: last?.step.at(-1) ?? 0, events: last ? last.start + last.type.length : 0, virtualMs };
}

export function runMessage(run: Run): HostToPage {
  const { generation, fileName, source, environment, inputs } = run;
  return { v: 1, type: 'run', generation, fileName, source, runtime: environment.runtime, inputs: inputs.length };
}

/** All that a page which has just loaded needs of the run. */
export function runMessages(run: Run): HostToPage[] {
  const { generation, summary } = run;
  const messages: HostToPage[] = [runMessage(run)];
  for (const chunk of run.chunks) messages.push({ v: 1, type: 'chunk', generation, chunk });
  if (summary) messages.push({ v: 1, type: 'done', generation, summary });
  return messages;
}
