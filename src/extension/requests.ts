/**
 * Questions to the worker about a moment, and their answers. Every question gets an answer or undefined: when the worker is
 * lost, or when a newer question of the same kind makes the old one pointless. Knows no vscode.
 */
import type { HostToWorker, MomentView, VariableView, WorkerToHost } from '../protocol.ts';

type Answer = Extract<WorkerToHost, { type: 'inspected' | 'expanded' | 'found' }>;
type Question = { readonly generation: number; readonly event: number };

/** An inspection that was not answered for so long no longer holds up the next one. */
const patienceMs = 2_000;

export class Requests {
  private readonly post: (message: HostToWorker) => void;
  private readonly waiting = new Map<number, (answer: Answer | undefined) => void>();
  private next = 1;
  private inspecting: { since: number } | undefined;
  private queued: { question: Question; resolve: (moment: MomentView | undefined) => void } | undefined;

  constructor(post: (message: HostToWorker) => void) {
    this.post = post;
  }

  /**
   * The stack with its variables. An inspection replays the run up to the moment, so while somebody scrubs only the last
   * one that was asked for is worth it: one is under way, one waits, and the one that waits gives way to the next.
   */
  inspect(generation: number, event: number): Promise<MomentView | undefined> {
    return new Promise((resolve) => {
      this.queued?.resolve(undefined);
      this.queued = { question: { generation, event }, resolve };
      if (!this.inspecting || Date.now() - this.inspecting.since > patienceMs) void this.inspectQueued();
    });
  }

  async expand(
    generation: number,
    event: number,
    path: readonly (string | number)[],
  ): Promise<readonly VariableView[] | undefined> {
    const answer = await this.ask((request) => ({ type: 'expand', generation, request, event, path }));
    return answer?.type === 'expanded' ? answer.children : undefined;
  }

  /** The next event after `after` that executes something between the offsets, or -1; undefined when nobody knows. */
  async find(
    generation: number,
    after: number,
    range: { readonly script: number; readonly start: number; readonly end: number },
  ): Promise<number | undefined> {
    const answer = await this.ask((request) => ({ type: 'find', generation, request, after, ...range }));
    return answer?.type === 'found' ? answer.event : undefined;
  }

  answer(message: Answer): void {
    const resolve = this.waiting.get(message.request);
    this.waiting.delete(message.request);
    resolve?.(message);
  }

  dropAll(): void {
    const waiting = [...this.waiting.values()];
    this.waiting.clear();
    this.queued?.resolve(undefined);
    this.queued = undefined;
    for (const resolve of waiting) resolve(undefined);
  }

  private async inspectQueued(): Promise<void> {
    const queued = this.queued;
    if (!queued) return;
    this.queued = undefined;
    const current = { since: Date.now() };
    this.inspecting = current;
    const { generation, event } = queued.question;
    const answer = await this.ask((request) => ({ type: 'inspect', generation, request, event }));
    queued.resolve(answer?.type === 'inspected' ? answer.moment : undefined);
    if (this.inspecting !== current) return;
    this.inspecting = undefined;
    void this.inspectQueued();
  }

  private ask(question: (request: number) => HostToWorker): Promise<Answer | undefined> {
    const request = this.next++;
    return new Promise((resolve) => {
      this.waiting.set(request, resolve);
      this.post(question(request));
    });
  }
}
