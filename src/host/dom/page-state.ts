/** What a run keeps of its page. */
import type { Dom } from './dom.ts';

export class PageState {
  /** Once something needs it. */
  dom: Dom | undefined = undefined;
  /** The text of the page, if there is one. */
  html: string | undefined = undefined;
  /** Told, once, when what runs and its microtasks are over: at first that is the script. */
  onCheckpoint: (() => void) | undefined = undefined;
  /** Its load event has been fired, or nobody could notice. HTML: completely loaded. */
  isLoaded = false;
  /** What its load event waits for. HTML: delay the load event. */
  loadDelays = 0;
  /** Once nothing delays it any more. */
  onLoadable: (() => void) | undefined = undefined;
  /** How many questions of confirm and prompt have been answered. */
  dialogsAnswered = 0;

  endLoadDelay(): void {
    if (--this.loadDelays > 0) return;
    this.onLoadable?.();
    this.onLoadable = undefined;
  }

  /** What it holds of the guest's objects. */
  roots(): readonly unknown[] {
    return this.dom?.roots() ?? [];
  }
}
