/**
 * The debugger's stop and the pages' cursor are one: each stop moves the pages, and where somebody moves a page to, the stop
 * follows. What comes back from the other side is no movement.
 */
import type { Moment } from '../../protocol/questions.ts';
import type { PageMoment } from '../cursor.ts';
import type { Session } from '../session.ts';
import type { ExtensionDebuggee } from './extension-debuggee.ts';

/** What it knows of either side. */
type Seeking = Pick<Session, 'seek'>;
interface Following {
  readonly run: Pick<NonNullable<ExtensionDebuggee['run']>, 'generation'> | undefined;
  readonly events: Pick<ExtensionDebuggee['events'], 'sought'>;
}

/** Whoever steps or plays through the page quickly is followed at this pace: each stop is some work for VS Code. */
const followMs = 100;

export class OneCursor {
  private readonly session: Seeking;
  private readonly debuggee: Following;
  /** Where the debugger stands. */
  private stop: number | undefined;
  private followedAt = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(session: Seeking, debuggee: Following) {
    this.session = session;
    this.debuggee = debuggee;
  }

  /** The debugger highlights that moment itself. */
  isAt(event: number): boolean {
    return this.stop === event;
  }

  /** The debugger stopped. */
  stopped(moment: Moment): void {
    const { run } = this.debuggee;
    this.cancel();
    this.stop = moment.event;
    if (run) this.session.seek(run.generation, moment);
  }

  /** Somebody moved a page. */
  moved({ generation, event, settled }: PageMoment): void {
    if (generation !== this.debuggee.run?.generation || !settled) return;
    this.cancel();
    if (event === this.stop) return;
    const wait = Math.max(0, this.followedAt + followMs - Date.now());
    this.timer = setTimeout(() => {
      this.followedAt = Date.now();
      this.stop = event;
      this.debuggee.events.sought(event);
    }, wait);
  }

  dispose(): void {
    this.cancel();
  }

  private cancel(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}
