/**
 * The one cursor: the moment that the sidebar, the editor tab and the debugger show. Whoever moves it tells the others; a page
 * that was sent somewhere answers with where it is, and a late answer moves nobody back. Knows no vscode.
 */
import type { HostToPage } from '../protocol/page-messages.ts';
import type { Moment } from '../protocol/questions.ts';

/** A cursor of a page, the moment that everything shows. */
export interface PageMoment {
  readonly generation: number;
  readonly event: number;
  readonly script: number;
  readonly position: number;
  readonly settled: boolean;
}

type Seek = Extract<HostToPage, { type: 'seek' }>;

export class Cursor {
  /** Where the pages are, as the last of them told. */
  moment: PageMoment | undefined;
  /** Where somebody went last; the pages may still be on their way, or not there yet. */
  private target: (Moment & { readonly generation: number }) | undefined;

  /** Somebody who is no page goes to a moment. */
  goTo(generation: number, moment: Moment): Seek {
    this.target = { ...moment, generation };
    return seekTo(generation, moment);
  }

  /** A page tells where it is; `moved`: because somebody moved it there. False for what is no longer true. */
  told(moment: PageMoment, moved: boolean): boolean {
    const { generation, event } = moment;
    const target = this.target?.generation === generation ? this.target : undefined;
    if (!moved && target && target.event !== event) return false;
    if (moved && target?.event !== event) this.target = { generation, event };
    this.moment = moment;
    return true;
  }

  /** The moment itself, exact where stepping or the debugger led there. */
  at(generation: number): Moment | undefined {
    const { target, moment } = this;
    if (target?.generation === generation)
      return { event: target.event, ...(target.step === undefined ? {} : { step: target.step }) };
    return moment?.generation === generation ? { event: moment.event } : undefined;
  }

  /** For a page that draws the run from its beginning. */
  seekOf(generation: number): Seek | undefined {
    const at = this.at(generation);
    return at && seekTo(generation, at);
  }

  /** Another run is drawn: its pages find their place by themselves, unless one was asked for already. */
  forget(generation = -1): void {
    this.moment = undefined;
    if (this.target?.generation !== generation) this.target = undefined;
  }
}

function seekTo(generation: number, { event, step }: Moment): Seek {
  return { v: 1, type: 'seek', generation, event, ...(step === undefined ? {} : { step }) };
}
