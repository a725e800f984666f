/** What the host tells from outside, beside the engine's own events (engine/execution/listener.ts): one method per event of the log. */
import type { Value } from '../engine/index.ts';
import type {
  ApiKind,
  ConsoleLevel,
  Outcome,
  RaceKind,
  TaskSource,
  TurnKind,
  WorkerState,
} from '../protocol/events.ts';

export interface HostListener {
  runStart(): void;
  turnStart(kind: TurnKind, id: number, name: string): void;
  turnEnd(kind: TurnKind, id: number): void;
  /** Nothing waits that runs before the next task. */
  checkpointOver?(): void;
  console(level: ConsoleLevel, text: string, indentation: number): void;
  enqueueTask(id: number, source: TaskSource, name: string): void;
  cancelTask(id: number): void;
  apiStart(id: number, kind: ApiKind, name: string): void;
  apiDue(id: number, due: number, delay: number): void;
  apiEnd(id: number, isCleared: boolean): void;
  listenerCall(id: number): void;
  workerState(id: number, state: WorkerState, waiting: number): void;
  phase(name: string): void;
  clock(milliseconds: number): void;
  race(kind: RaceKind, isOther: boolean): void;
  uncaughtError(text: string, value: Value): void;
  unhandledRejection(text: string, reason: Value): void;
  runEnd(outcome: Outcome): void;
}
