/**
 * The one run session: it follows a document, runs it again after each edit, and says truthfully how what the page draws
 * relates to the text in the editor. `asked` is the run that the worker was asked for last, `drawn` the one whose log the
 * page has; they differ from an edit until the first chunk of the new run, and for as long as the text does not parse.
 */
import * as vscode from 'vscode';
import type { HostToPage, PanelStatus } from '../protocol/page-messages.ts';
import type { RunSummary, SourceError } from '../protocol/run.ts';
import type { WorkerToHost } from '../protocol/worker-messages.ts';
import type { Moment } from '../protocol/questions.ts';
import { Cursor } from './cursor.ts';
import { type DebugHold, wallMs } from './debugging/hold.ts';
import type { Target } from './follow.ts';
import { lossReason, sizeReason, sourceErrorReason } from './reasons.ts';
import { OutdatedFindings } from './outdated-findings.ts';
import { Requests } from './requests.ts';
import { append, canGoOn, createRun, isCurrent, progress, repeatRun, runMessage, runMessages } from './run.ts';
import type { Run } from './run.ts';
import type { SessionParts } from './session-parts.ts';
import { createWorkerClient, type WorkerClient, type WorkerLoss } from './worker-client.ts';

export class Session implements vscode.Disposable {
  readonly requests: Requests;
  readonly cursor = new Cursor();
  readonly parts: SessionParts;
  private readonly worker: WorkerClient;
  private readonly outdated: OutdatedFindings;
  private target: Target = { kind: 'none' };
  /** Who debugs the run, and what is followed once nobody does. */
  private hold: DebugHold | undefined;
  private later: Target = { kind: 'none' };
  private currentStatus: PanelStatus = { kind: 'noFile' };
  private asked: Run | undefined;
  private drawnRun: Run | undefined;
  private generation = 0;
  private heldGeneration: number | undefined;
  private rerunTimer: ReturnType<typeof setTimeout> | undefined;
  /** When each open document was first run: its start time, so that running it again gives the same run. */
  private readonly openedAt = new WeakMap<vscode.TextDocument, number>();

  constructor(parts: SessionParts) {
    this.parts = parts;
    this.worker = createWorkerClient(parts.startWorker, {
      message: (message) => this.receive(message),
      lost: (loss) => this.lose(loss),
    });
    this.outdated = new OutdatedFindings((document) => parts.events.withdrawn(document));
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

  /** The run that the worker was asked for last. */
  get recording(): Run | undefined {
    return this.asked;
  }

  /** Where in the drawn run everything stands, to step from. */
  get position(): Moment | undefined {
    return this.drawnRun && this.cursor.at(this.drawnRun.generation);
  }

  get isDebugged(): boolean {
    return this.hold !== undefined;
  }

  get document(): vscode.TextDocument | undefined {
    return this.target.kind === 'document' ? this.target.document : undefined;
  }

  /** The run that the worker can be asked about: the drawn one, unless its worker is gone. */
  get held(): Run | undefined {
    return this.drawnRun?.generation === this.heldGeneration ? this.drawnRun : undefined;
  }

  get canGoOn(): boolean {
    return this.drawnRun === this.asked && canGoOn(this.drawnRun);
  }

  follow(target: Target): void {
    this.later = target;
    if (this.hold) return;
    const before = this.document;
    const same = target.kind === 'document' && target.document === before;
    this.target = target;
    if (same) return;
    this.cancel();
    // What was edited and then left has not run again: its findings do not wait for that.
    if (before) this.outdated.withdrawIfWaiting();
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
    if (this.hold) return;
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
    if (!document || this.hold || this.rerunTimer !== undefined) return;
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
    this.worker.post({ type: 'goOn', generation: run.generation, maxSteps, maxWallMs: wallMs(settings, this.hold) });
    this.setStatus({ kind: 'running' });
  }

  /** Moves the pages' cursor, now or as soon as there is a page. */
  seek(generation: number, moment: Moment): void {
    this.parts.events.page(this.cursor.goTo(generation, moment));
  }

  /** For a page that knows nothing yet. */
  tellAll(page: (message: HostToPage) => void): void {
    const run = this.drawnRun;
    if (run) runMessages(run).forEach(page);
    page({ v: 1, type: 'status', status: this.currentStatus });
    const seek = run && this.cursor.seekOf(run.generation);
    if (seek) page(seek);
  }

  /** From now on the run is the one that is debugged: nothing replaces it but its debugger. */
  holdFor(hold: DebugHold): void {
    this.cancel();
    this.hold = hold;
    const { fresh, held } = this;
    this.target = { kind: 'document', document: hold.document };
    // What is shown already need not run again.
    const isIt = fresh !== undefined && fresh === held && fresh === this.asked && hold.wants(fresh);
    if (isIt && fresh.summary && fresh.phase === 'done') hold.ended({ kind: 'done', summary: fresh.summary });
    else this.record(hold);
  }

  /** Runs the text as it is now, or what a former run was made of, with the inputs that the debugger has. */
  record(hold: DebugHold, former?: Run): void {
    if (hold !== this.hold) return;
    this.cancel();
    if (former) this.begin(repeatRun(++this.generation, former, hold.inputs));
    else this.run(hold.document);
  }

  /** Nobody debugs any more: what is followed runs as ever. */
  letGo(hold: DebugHold): void {
    if (hold !== this.hold) return;
    this.hold = undefined;
    const { asked, later } = this;
    if (later.kind !== 'document' || later.document !== hold.document) return this.follow(later);
    // What was run for the debugger alone is not what the text does.
    if (asked === undefined || !isCurrent(asked) || asked.isSpecial) this.runAnew();
    else this.parts.events.changed();
  }

  closed(document: vscode.TextDocument): void {
    this.parts.events.withdrawn(document);
    if (this.drawnRun?.document === document && !this.hold) this.forget();
  }

  dispose(): void {
    clearTimeout(this.rerunTimer);
    this.outdated.keep();
    this.requests.dropAll();
    this.worker.dispose();
  }

  private changed(document: vscode.TextDocument): void {
    if (this.hold) {
      this.outdated.withdraw(document);
      this.setStatus({ kind: 'edited' });
      return this.hold.edited();
    }
    this.cancel();
    const shown = this.drawnRun?.document === document;
    this.setStatus({ kind: shown ? 'rerunning' : 'running' });
    this.outdated.withdrawSoon(document);
    this.rerunTimer = setTimeout(() => this.run(document), this.parts.settings(document).delay);
  }

  private run(document: vscode.TextDocument): void {
    clearTimeout(this.rerunTimer);
    this.rerunTimer = undefined;
    if (!this.hold && (document.isClosed || !this.parts.wanted(document))) return;
    const settings = this.parts.settings(document);
    const length = document.offsetAt(document.lineAt(document.lineCount - 1).range.end);
    const limit = settings['limits.fileSize'];
    if (length > limit * 1_000_000) return this.refuse(document, sizeReason(length, limit));

    const openedAt = this.openedAt.get(document) ?? Date.now();
    this.openedAt.set(document, openedAt);
    // What the run before looked at, this one is likely to want: without asking it can run at once.
    const givens = { openedAt, files: this.parts.files.known(document.uri), inputs: this.parts.inputs.of(document) };
    this.begin(createRun(++this.generation, document, settings, givens, this.hold));
  }

  private begin(run: Run): void {
    this.asked = run;
    this.ask(run);
    this.setStatus({ kind: this.drawnRun?.document === run.document ? 'rerunning' : 'running' });
  }

  private ask(run: Run): void {
    const { generation, source, environment, files, inputs } = run;
    // The worker lets the run before go, and with it the questions about it.
    this.heldGeneration = generation;
    this.requests.dropAll();
    const maxWallMs = wallMs(this.parts.settings(run.document), this.hold);
    this.worker.post({ type: 'run', generation, source, environment, files, inputs, maxWallMs });
  }

  private async giveFiles(run: Run, paths: readonly string[]): Promise<void> {
    const limit = this.parts.settings(run.document)['limits.fileSize'] * 1_000_000;
    const files = await this.parts.files.read(run.document.uri, paths, limit);
    for (const [path, entry] of files) run.files.set(path, entry);
    if (run === this.asked) this.worker.post({ type: 'files', generation: run.generation, files });
  }

  private receive(message: WorkerToHost): void {
    if (message.type === 'ready' || message.type === 'pong' || message.type === 'explanation') return;
    if (message.type === 'answer') return this.requests.answer(message);
    if (message.type === 'fault') return this.fault(message.generation, message.doing, message.message);
    const run = this.asked;
    if (!run || message.generation !== run.generation) return;
    if (run.isRecovering) {
      // All this is known already.
      if (message.type === 'done') run.isRecovering = false;
      if (message.type === 'needsFiles') void this.giveFiles(run, message.paths);
      return;
    }
    switch (message.type) {
      case 'started':
        run.started = true;
        return;
      case 'sourceError':
        return this.refuse(run.document, sourceErrorReason(message.error), message.error);
      case 'needsFiles':
        return void this.giveFiles(run, message.paths);
      case 'chunk':
        this.draw(run);
        append(run, message.chunk);
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
        this.outdated.keep();
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
    this.cursor.forget(run.generation);
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
    else if (this.hold) this.setStatus({ kind: 'edited' });
    this.hold?.ended(
      phase === 'done' ? { kind: 'done', summary } : { kind: 'problem', message: summary.message ?? '' },
    );
  }

  /** The last good run stays drawn, if there is one of this document; its findings go. */
  private refuse(document: vscode.TextDocument, reason: string, error?: SourceError): void {
    if (this.asked) this.asked.phase = 'refused';
    this.outdated.withdraw(document);
    const place = error === undefined ? {} : { offset: error.offset };
    const sentence = reason.charAt(0).toUpperCase() + reason.slice(1);
    if (this.drawnRun?.document === document) this.setStatus({ kind: 'stale', reason, ...place });
    else {
      this.forget();
      this.setStatus({ kind: 'failed', reason: sentence, ...place });
    }
    this.hold?.ended(error ? { kind: 'sourceError', error } : { kind: 'problem', message: sentence });
  }

  /** The worker is gone, and with it what could be asked about the run. What the page has of it stays. */
  private lose(loss: WorkerLoss): void {
    this.requests.dropAll();
    this.heldGeneration = undefined;
    this.parts.log.channel.error(`worker lost (${loss.cause}): ${loss.detail}`);
    const run = this.asked;
    if (loss.cause === 'error')
      this.parts.log.fault(run ? vscode.l10n.t('running {0}', run.fileName) : 'idle', loss.detail);
    if (run?.phase === 'done' && this.hold && !run.isRecovering) {
      // A question was too much for it: the run itself is the same again.
      run.isRecovering = true;
      return this.ask(run);
    }
    if (run?.phase !== 'running') return;
    if (!run.started && !run.askedAgain) {
      // It only stood behind a run that hung: an edit may just have repaired that.
      run.askedAgain = true;
      return this.ask(run);
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

  interrupt(): void {
    if (this.asked) this.worker.post({ type: 'stop', generation: this.asked.generation });
  }

  /** Ends what is under way for the text as it was. */
  private cancel(): void {
    clearTimeout(this.rerunTimer);
    this.rerunTimer = undefined;
    if (this.asked?.phase === 'running') this.worker.post({ type: 'stop', generation: this.asked.generation });
    this.asked = this.asked?.phase === 'running' ? undefined : this.asked;
  }

  private forget(): void {
    this.drawnRun = undefined;
    this.cursor.forget();
  }

  private setStatus(status: PanelStatus): void {
    this.currentStatus = status;
    this.parts.events.page({ v: 1, type: 'status', status });
    this.parts.events.changed();
  }
}
