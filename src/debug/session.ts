/** One debugging session: what was launched, where it stands, and what the client asked for. The handlers are functions over it. */
import type { Answer, Asked, Moment, QuestionName, Stop } from '../protocol/questions.ts';
import { Breakpoints } from './breakpoints.ts';
import { DebugError } from './debug-error.ts';
import type { Debuggee, Launcher, Recorded } from './debuggee.ts';
import { References } from './references.ts';
import type { Events, LaunchArguments } from './requests.ts';
import { Sources } from './sources.ts';

export type Emit = <Name extends keyof Events>(event: Name, body: Events[Name]) => void;

/** The number of the first line and column, as the client counts. */
export interface Dialect {
  readonly firstLine: 0 | 1;
  readonly firstColumn: 0 | 1;
}

type Finished = Extract<Recorded, { kind: 'done' }>;

export class Session {
  readonly launcher: Launcher;
  readonly emit: Emit;
  dialect: Dialect = { firstLine: 1, firstColumn: 1 };
  readonly breakpoints = new Breakpoints();
  readonly references = new References();
  /** By script. */
  readonly breakLocations = new Map<number, Promise<Answer<'breakLocations'>>>();
  launched: LaunchArguments | undefined;
  /** Resolves when the client has said everything that it wants to say before the run. */
  readonly configured: Promise<void>;
  private markConfigured: () => void = () => undefined;

  private debuggee: Debuggee | undefined;
  private knownSources: Sources | undefined;
  /** Grows with each recording: one that is not the last any more does not matter. */
  recordings = 0;
  /** How recording ended; undefined while the run is being recorded. */
  recorded: Finished | undefined;

  /** Where the session stands; undefined before the first stop. */
  stop: Stop | undefined;
  /** Where the steps since the last other movement came from. */
  history: Moment[] = [];
  /** Grows with each movement: one that is not the last any more is not waited for. */
  journey = 0;
  isTravelling = false;
  /** The client takes the thread for one that stands still. */
  isShownStopped = false;
  /** Pause was asked for while the run was being recorded. */
  isPauseWanted = false;
  /** The last event whose console lines the client has. */
  printedUpTo = -1;
  /** Problems of conditions that were told, by identity and message. */
  readonly toldProblems = new Set<string>();
  /** Where the changes to the run were made that came from this session, by their steps. */
  readonly changes = new Map<number, Moment>();
  isStale = false;
  isOver = false;

  constructor(launcher: Launcher, emit: Emit) {
    this.launcher = launcher;
    this.emit = emit;
    this.configured = new Promise((resolve) => {
      this.markConfigured = resolve;
    });
  }

  configure(): void {
    this.markConfigured();
  }

  begin(debuggee: Debuggee): void {
    this.debuggee = debuggee;
    this.knownSources = new Sources(debuggee, this.dialect);
  }

  get hasBegun(): boolean {
    return this.debuggee !== undefined;
  }

  get program(): Debuggee {
    if (this.debuggee === undefined) throw new DebugError('Nothing is being debugged: there was no launch');
    return this.debuggee;
  }

  get sources(): Sources {
    if (this.knownSources === undefined) throw new DebugError('Nothing is being debugged: there was no launch');
    return this.knownSources;
  }

  get moment(): Moment {
    if (this.stop === undefined) throw new DebugError('The program has not stopped yet');
    return this.stop.moment;
  }

  async ask<Name extends QuestionName>(question: Name, asked: Asked<Name>): Promise<Answer<Name>> {
    const { recorded } = this;
    const answer = await this.program.ask(question, asked);
    if (answer !== undefined) return answer;
    // Whoever asked about a run that is being recorded anew, or was ended, asks again about the next one.
    const isSuperseded = this.isOver || this.recorded !== recorded;
    throw new DebugError('The run is gone: restart it, and ask again', !isSuperseded);
  }

  /** Does something after the answer to what is being handled. */
  later(action: () => void | Promise<void>): void {
    setTimeout(() => {
      void (async () => {
        try {
          await action();
        } catch (error) {
          this.tellFault(error);
        }
      })();
    });
  }

  /** What was recorded before is no more: everything that was known of it is asked again. */
  forgetRecording(): void {
    this.recorded = undefined;
    this.sources.forget();
    this.breakLocations.clear();
  }

  release(): void {
    this.isOver = true;
    this.journey++;
    this.debuggee?.release();
    this.debuggee = undefined;
  }

  /** The thread went on without a request of the client's. */
  tellGoing(): void {
    if (this.isShownStopped) this.emit('continued', { threadId, allThreadsContinued: true });
    this.isShownStopped = false;
  }

  /**
   * The thread stands still. Where the client does not know that it went on it is told that first, in a message of its own turn:
   * VS Code forgets what it heard of the thread a while after it was told, the new stop included where both come at once.
   */
  tellStopped(body: Omit<Events['stopped'], 'threadId' | 'allThreadsStopped'>): void {
    const stopped = { ...body, threadId, allThreadsStopped: true };
    const isNews = !this.isShownStopped;
    this.tellGoing();
    this.isShownStopped = true;
    if (isNews) return this.emit('stopped', stopped);
    this.later(() => {
      if (!this.isOver) this.emit('stopped', stopped);
    });
  }

  private tellFault(error: unknown): void {
    this.isTravelling = false;
    const isRefusal = error instanceof DebugError;
    const message = error instanceof Error ? error.message : String(error);
    const output = isRefusal ? message : `Something went wrong in Underhood's debugger: ${message}`;
    this.emit('output', { category: 'stderr', output: `${output}\n` });
    if (this.stop !== undefined && !this.isOver) this.tellStopped({ reason: 'pause', description: output });
  }
}

/** A run has one thread. */
export const threadId = 1;
