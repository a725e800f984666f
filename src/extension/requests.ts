/**
 * Questions to the worker about a moment, and their answers. Every question gets an answer or undefined: when the worker is
 * lost, or when a newer question of the same kind makes the old one pointless. Knows no vscode.
 */
import type { MomentView } from '../protocol/moment.ts';
import type { HostToWorker, WorkerToHost } from '../protocol/worker-messages.ts';
import type { Answer, Asked, QuestionName } from '../protocol/questions.ts';

type AnswerMessage = Extract<WorkerToHost, { type: 'answer' }>;
type Inspection = { readonly generation: number; readonly event: number };

/** An inspection that was not answered for so long no longer holds up the next one. */
const patienceMs = 2_000;

export class Requests {
  private readonly post: (message: HostToWorker) => void;
  private readonly waiting = new Map<number, (answer: unknown) => void>();
  private next = 1;
  private inspecting: { since: number } | undefined;
  private queued: { inspection: Inspection; resolve: (moment: MomentView | undefined) => void } | undefined;

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
      this.queued = { inspection: { generation, event }, resolve };
      if (!this.inspecting || Date.now() - this.inspecting.since > patienceMs) void this.inspectQueued();
    });
  }

  /** Undefined when nobody knows: the worker is lost, or it failed. */
  ask<Name extends QuestionName>(
    generation: number,
    question: Name,
    asked: Asked<Name>,
  ): Promise<Answer<Name> | undefined> {
    const request = this.next++;
    return new Promise((resolve) => {
      this.waiting.set(request, resolve as (answer: unknown) => void);
      this.post({ type: 'ask', generation, request, question, asked });
    });
  }

  answer({ request, answer }: AnswerMessage): void {
    const resolve = this.waiting.get(request);
    this.waiting.delete(request);
    resolve?.(answer);
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
    const { generation, event } = queued.inspection;
    queued.resolve(await this.ask(generation, 'inspect', { event }));
    if (this.inspecting !== current) return;
    this.inspecting = undefined;
    void this.inspectQueued();
  }
}
