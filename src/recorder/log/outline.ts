/** A run in outline, for `underhood run --json`: how often each event happened, the console and the turns, without the log. */
import type { Frame, Isolate } from '../../engine/index.ts';
import { lineAndColumn, type Script } from '../../engine/index.ts';
import { sourceOffsetOf } from '../../host/source-position.ts';
import type { ConsoleLevel, EventType, TurnKind } from '../../protocol/events.ts';
import { EventCounter } from './event-counter.ts';

export interface OutlineConsoleEntry {
  readonly level: ConsoleLevel;
  readonly text: string;
  readonly line: number;
  readonly column: number;
  readonly step: number;
}

export interface OutlineTurn {
  readonly kind: TurnKind;
  readonly name: string;
  /** Line of the function that the turn calls, or where it goes on after an await; 0 for code that is not the program's. */
  readonly line: number;
  readonly step: number;
}

export class OutlineRecorder extends EventCounter {
  /** How often each event happened; types that did not happen are left out. */
  readonly counts: Partial<Record<EventType, number>> = {};

  readonly consoleEntries: OutlineConsoleEntry[] = [];
  readonly turns: OutlineTurn[] = [];
  private readonly engine: Isolate;
  /** A turn began and has called nothing yet. */
  private isTurnOpen = false;

  constructor(isolate: Isolate) {
    super();
    this.engine = isolate;
  }

  protected override count(type: EventType): void {
    this.counts[type] = (this.counts[type] ?? 0) + 1;
  }

  override call(frame: Frame): void {
    if (this.isTurnOpen && frame.shared.script.kind !== 'builtin') {
      this.isTurnOpen = false;
      const offset = frame.generator === undefined ? Math.max(frame.shared.start, 0) : sourceOffsetOf(frame);
      const turn = this.turns.pop()!;
      this.turns.push({ ...turn, line: lineAndColumn(frame.shared.script, offset).line });
    }
    super.call(frame);
  }

  override console(level: ConsoleLevel, text: string, indentation: number): void {
    const margin = ' '.repeat(indentation);
    const { line, column } = this.place();
    this.consoleEntries.push({
      level,
      text: margin + text.replaceAll('\n', `\n${margin}`),
      line,
      column,
      step: this.engine.steps,
    });
    super.console(level, text, indentation);
  }

  override turnStart(kind: TurnKind, id: number, name: string): void {
    this.isTurnOpen = true;
    this.turns.push({ kind, name, line: 0, step: this.engine.steps });
    super.turnStart(kind, id, name);
  }

  /** Where the program's innermost frame is. */
  private place(): { line: number; column: number } {
    const frames = this.engine.frames();
    for (let index = frames.length - 1; index >= 0; index--) {
      const frame = frames[index]!;
      const script: Script = frame.shared.script;
      if (script.kind !== 'builtin') return lineAndColumn(script, sourceOffsetOf(frame));
    }
    return { line: 0, column: 0 };
  }
}
