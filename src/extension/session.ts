/**
 * The one run session: it follows a document, runs it again after each edit, and says truthfully how what the page draws
 * relates to the text in the editor. `asked` is the run that the worker was asked for last, `drawn` the one whose log the
 * page has; they differ from an edit until the first chunk of the new run, and for as long as the text does not parse.
 */
import * as vscode from 'vscode';
import type { HazardReport, HostToPage, PanelStatus, RunSummary, SourceError, WorkerToHost } from '../protocol.ts';
import type { WorkspaceFiles } from './files.ts';
import type { Target } from './follow.ts';
import type { Log } from './log.ts';
import { lossReason, sizeReason, sourceErrorReason } from './reasons.ts';
import { Requests } from './requests.ts';
import { createRun, isCurrent, progress, runMessage, runMessages } from './run.ts';
import type { Run } from './run.ts';
import type { Settings } from './settings.ts';
import { createWorkerClient } from './worker-client.ts';
import type { StartWorker, WorkerClient, WorkerLoss } from './worker-client.ts';

export interface SessionEvents {
  readonly page: (message: HostToPage) => void;
  readonly hazards: (run: Run, report: HazardReport) => void;
  /** The findings of this document are no longer to be shown. */
  readonly withdrawn: (document: vscode.TextDocument) => void;
  /** Status, drawn run or followed document changed. */
  readonly changed: () => void;
}

export interface SessionParts {
  readonly startWorker: StartWorker;
  readonly log: Log;
  readonly events: SessionEvents;
  readonly settings: (document: vscode.TextDocument) => Settings;
  readonly files: WorkspaceFiles;
  /** False while nobody would see a run: no visible view, no diagnostics. */
  readonly wanted: (document: vscode.TextDocument) => boolean;
}

/** A cursor of the page, the moment that everything shows. */
export interface Moment {
  readonly generation: number;
  readonly event: number;
  readonly script: number;
  readonly position: number;
  readonly settled: boolean;
}

/** Findings are kept while a changed file runs again, as other linters do, but no longer than this. */
const findingsOutliveEditMs = 1_000;

export class Session implements vscode.Disposable {
  moment: Moment | undefined;
  readonly requests: Requests;
  private readonly parts: SessionParts;
  private readonly worker: WorkerClient;
  private target: Target = { kind: 'none' };
  private currentStatus: PanelStatus = { kind: 'noFile' };
  private asked: Run | undefined;
  private drawnRun: Run | undefined;
  private generation = 0;
  private heldGeneration: number | undefined;
  /** The moment that a command asked for before the page was there to go to it. */
  private seekOnReady: { generation: number; event: number } | undefined;
  private rerunTimer: ReturnType<typeof setTimeout> | undefined;
  private withdrawTimer: ReturnType<typeof setTimeout> | undefined;
  /** When each open document was first run: its start time, so that running it again gives the same run. */
  private readonly openedAt = new WeakMap<vscode.TextDocument, number>();

  constructor(parts: SessionParts) {
    this.parts = parts;
    this.worker = createWorkerClient(parts.startWorker, {
      message: (message) => this.receive(message),
      lost: (loss) => this.lose(loss),
    });
    this.requests = new Requests((message) => this.worker.post(message));
  }

  get status(): PanelStatus {
    return this.currentStatus;
  }

  /** The run whose log the page has, whether or not it is still true. */
  get drawn(): Run | undefined {
    return this.drawnRun;
  }

  /** The drawn run, if it is of the very text that the editor shows. */
  get fresh(): Run | undefined {
    return this.drawnRun && isCurrent(this.drawnRun) ? this.drawnRun : undefined;
  }

  get document(): vscode.TextDocument | undefined {
    return this.target.kind === 'document' ? this.target.document : undefined;
  }

  /** The run that the worker can be asked about: the drawn one, unless its worker is gone. */
  get held(): Run | undefined {
    return this.drawnRun?.generation === this.heldGeneration ? this.drawnRun : undefined;
  }

  get canGoOn(): boolean {
    const run = this.drawnRun;
    const limit = run?.summary?.limit;
    // More memory is not to be had: the same run would end at the same place.
    return run?.phase === 'done' && run === this.asked && limit !== undefined && limit !== 'memory';
  }

  follow(target: Target): void {
    const before = this.document;
    const same = target.kind === 'document' && target.document === before;
    this.target = target;
    if (same) return;
    this.cancel();
    // What was edited and then left has not run again: its findings do not wait for that.
    if (before && this.withdrawTimer !== undefined) this.withdraw(before);
    if (target.kind === 'document') return this.runAnew();
    this.asked = undefined;
    this.forget();
    this.setStatus(target.kind === 'none' ? { kind: 'noFile' } : target);
  }

  /** The followed document's text changed: nothing that is shown is true any more until it has run again. */
  textChanged(document: vscode.TextDocument): void {
    if (document === this.document) this.changed(document);
    else this.parts.events.withdrawn(document);
  }

  /** Another file is no longer what runs were given. */
  fileChanged(path: string): void {
    const { document } = this;
    const runs = [this.asked, this.drawnRun].filter((run) => run?.document === document && run?.files.has(path));
    for (const run of runs) if (run) run.outdated = true;
    if (document && runs.length > 0) this.changed(document);
  }

  /** Runs the followed document again, for example because a setting changed. */
  rerun(): void {
    this.cancel();
    if (this.document) this.run(this.document);
  }

  /** Runs it again with all that it reads read anew: not every change of a disk is told. */
  runAnew(): void {
    if (this.document) this.parts.files.keepOnly(this.document.uri, []);
    this.rerun();
  }

  /** Somebody looks now: run what has not been run. */
  resume(): void {
    const { document, asked } = this;
    if (!document || this.rerunTimer !== undefined) return;
    if (asked?.document !== document || !isCurrent(asked)) this.run(document);
  }

  goOn(): void {
    const run = this.drawnRun;
    // A run whose worker was lost cannot go on: it can only be tried again.
    if (run && run === this.asked && run.phase === 'refused') return this.rerun();
    if (!run || !this.canGoOn) return;
    const settings = this.parts.settings(run.document);
    run.phase = 'running';
    const maxSteps = (run.summary?.steps ?? 0) + settings['limits.steps'];
    this.worker.post({
      type: 'goOn',
      generation: run.generation,
      maxSteps,
      maxWallMs: settings['limits.seconds'] * 1_000,
    });
    this.setStatus({ kind: 'running' });
  }

  /** Moves the page's cursor, now or as soon as there is a page. */
  seek(generation: number, event: number): void {
    this.seekOnReady = { generation, event };
    this.parts.events.page({ v: 1, type: 'seek', generation, event });
  }

  /** For a page that knows nothing yet. */
  tellAll(): void {
    const { page } = this.parts.events;
    if (this.drawnRun) runMessages(this.drawnRun).forEach(page);
    page({ v: 1, type: 'status', status: this.currentStatus });
    const seek = this.seekOnReady;
    if (seek && seek.generation === this.drawnRun?.generation) page({ v: 1, type: 'seek', ...seek });
  }

  momentChanged(moment: Moment): void {
    if (moment.generation !== this.drawnRun?.generation) return;
    this.moment = moment;
    this.seekOnReady = undefined;
  }

  closed(document: vscode.TextDocument): void {
    this.parts.events.withdrawn(document);
    if (this.drawnRun?.document === document) this.forget();
  }

  dispose(): void {
    clearTimeout(this.rerunTimer);
    clearTimeout(this.withdrawTimer);
    this.requests.dropAll();
    this.worker.dispose();
  }

  private changed(document: vscode.TextDocument): void {
    this.cancel();
    const shown = this.drawnRun?.document === document;
    this.setStatus({ kind: shown ? 'rerunning' : 'running' });
    this.withdrawTimer ??= setTimeout(() => this.withdraw(document), findingsOutliveEditMs);
    this.rerunTimer = setTimeout(() => this.run(document), this.parts.settings(document).delay);
  }

  private run(document: vscode.TextDocument): void {
    clearTimeout(this.rerunTimer);
    this.rerunTimer = undefined;
    if (document.isClosed || !this.parts.wanted(document)) return;
    const settings = this.parts.settings(document);
    const length = document.offsetAt(document.lineAt(document.lineCount - 1).range.end);
    if (length > settings['limits.fileSize'] * 1_000_000) return this.refuseSize(document, length, settings);

    const openedAt = this.openedAt.get(document) ?? Date.now();
    this.openedAt.set(document, openedAt);
    // What the run before looked at, this one is likely to want: without asking it can run at once.
    const files = this.parts.files.known(document.uri);
    const run = createRun(++this.generation, document, settings, openedAt, files);
    this.asked = run;
    this.ask(run, settings);
    this.setStatus({ kind: this.drawnRun?.document === document ? 'rerunning' : 'running' });
  }

  private ask(run: Run, settings: Settings): void {
    const { generation, source, environment, files } = run;
    // The worker lets the run before go, and with it the questions about it.
    this.heldGeneration = generation;
    this.requests.dropAll();
    const maxWallMs = settings['limits.seconds'] * 1_000;
    this.worker.post({ type: 'run', generation, source, environment, files, inputs: [], maxWallMs });
  }

  private async giveFiles(run: Run, paths: readonly string[]): Promise<void> {
    const limit = this.parts.settings(run.document)['limits.fileSize'] * 1_000_000;
    const files = await this.parts.files.read(run.document.uri, paths, limit);
    for (const [path, entry] of files) run.files.set(path, entry);
    if (run === this.asked) this.worker.post({ type: 'files', generation: run.generation, files });
  }

  private receive(message: WorkerToHost): void {
    if (message.type === 'ready' || message.type === 'pong') return;
    if (message.type === 'answer') return this.requests.answer(message);
    if (message.type === 'fault') return this.fault(message.generation, message.doing, message.message);
    const run = this.asked;
    if (!run || message.generation !== run.generation) return;
    switch (message.type) {
      case 'started':
        run.started = true;
        return;
      case 'sourceError':
        return this.refuseSource(run, message.error);
      case 'needsFiles':
        return void this.giveFiles(run, message.paths);
      case 'chunk':
        this.draw(run);
        run.chunks.push(message.chunk);
        run.scripts.push(...message.chunk.scripts);
        run.functions.push(...message.chunk.functions);
        return this.parts.events.page({ v: 1, type: 'chunk', generation: run.generation, chunk: message.chunk });
      case 'done':
        this.draw(run);
        this.forgetUnused(run, message.files);
        this.finish(run, message.summary, 'done');
        return this.parts.log.channel.debug(
          `run ${run.generation} of ${run.fileName}: ${message.summary.outcome}, ${message.summary.steps} steps, ${Math.round(message.elapsedMs)} ms`,
        );
      case 'hazards':
        if (!isCurrent(run)) return;
        this.keepFindings();
        return this.parts.events.hazards(run, message.report);
    }
  }

  /** Only what the run looked at concerns it: an import that was taken out is no longer watched. */
  private forgetUnused(run: Run, used: readonly string[]): void {
    const kept = new Set(used);
    for (const path of run.files.keys()) if (!kept.has(path)) run.files.delete(path);
    this.parts.files.keepOnly(run.document.uri, used);
  }

  /** From its first chunk on, the new run is what the page draws; the one before is let go. */
  private draw(run: Run): void {
    if (run.drawn) return;
    run.drawn = true;
    this.drawnRun = run;
    this.heldGeneration = run.generation;
    this.moment = undefined;
    this.parts.events.page(runMessage(run));
    this.setStatus({ kind: 'running' });
  }

  private finish(run: Run, summary: RunSummary, phase: 'done' | 'refused'): void {
    run.summary = summary;
    run.phase = phase;
    run.changedAt = Date.now();
    this.parts.events.page({ v: 1, type: 'done', generation: run.generation, summary });
    // An edit may have come while the message was under way: then the status is about that edit.
    if (isCurrent(run)) this.setStatus({ kind: 'fresh' });
  }

  private refuseSource(run: Run, error: SourceError): void {
    this.refuse(run.document, sourceErrorReason(error), error.offset);
  }

  private refuseSize(document: vscode.TextDocument, length: number, settings: Settings): void {
    this.refuse(document, sizeReason(length, settings['limits.fileSize']));
  }

  /** The last good run stays drawn, if there is one of this document; its findings go. */
  private refuse(document: vscode.TextDocument, reason: string, offset?: number): void {
    if (this.asked) this.asked.phase = 'refused';
    this.withdraw(document);
    const place = offset === undefined ? {} : { offset };
    if (this.drawnRun?.document === document) return this.setStatus({ kind: 'stale', reason, ...place });
    this.forget();
    this.setStatus({ kind: 'failed', reason: reason.charAt(0).toUpperCase() + reason.slice(1), ...place });
  }

  /** The worker is gone, and with it what could be asked about the run. What the page has of it stays. */
  private lose(loss: WorkerLoss): void {
    this.requests.dropAll();
    this.heldGeneration = undefined;
    this.parts.log.channel.error(`worker lost (${loss.cause}): ${loss.detail}`);
    const run = this.asked;
    if (loss.cause === 'error')
      this.parts.log.fault(run ? vscode.l10n.t('running {0}', run.fileName) : 'idle', loss.detail);
    if (run?.phase !== 'running') return;
    if (!run.started && !run.askedAgain) {
      // It only stood behind a run that hung: an edit may just have repaired that.
      run.askedAgain = true;
      return this.ask(run, this.parts.settings(run.document));
    }
    const reason = lossReason(loss, run.fileName);
    if (!run.drawn) return this.refuse(run.document, reason);
    const limit = loss.cause === 'memory' ? 'memory' : 'wallClock';
    this.finish(run, { outcome: 'limit', limit, exitCode: 3, ...progress(run), message: reason }, 'refused');
  }

  private fault(generation: number, doing: string, detail: string): void {
    this.parts.log.fault(doing, detail);
    const run = this.asked;
    if (run?.generation !== generation || run.phase !== 'running') return;
    // The worker lives on but may never end this run. Should it do so after all, its 'done' makes the run fresh again.
    this.refuse(run.document, vscode.l10n.t('Underhood made a mistake while {0} (see its log)', doing));
  }

  /** Ends what is under way for the text as it was. */
  private cancel(): void {
    clearTimeout(this.rerunTimer);
    this.rerunTimer = undefined;
    if (this.asked?.phase === 'running') this.worker.post({ type: 'stop', generation: this.asked.generation });
    this.asked = this.asked?.phase === 'running' ? undefined : this.asked;
  }

  private keepFindings(): void {
    clearTimeout(this.withdrawTimer);
    this.withdrawTimer = undefined;
  }

  private withdraw(document: vscode.TextDocument): void {
    this.keepFindings();
    this.parts.events.withdrawn(document);
  }

  private forget(): void {
    this.drawnRun = undefined;
    this.moment = undefined;
  }

  private setStatus(status: PanelStatus): void {
    this.currentStatus = status;
    this.parts.events.page({ v: 1, type: 'status', status });
    this.parts.events.changed();
  }
}
