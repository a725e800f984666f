/**
 * What the log of a run says about the hazards, in one pass over its columns: each kind of event counted per place, calls per
 * function, statements per position. Only the main file counts: its offsets are the ones that findings have.
 *
 * The log gives positions without their script, so the pass keeps a stack of the functions whose frames are open.
 */
import { argumentsKindNames, CallFlag, deleteEffectNames, eventTypeNames, forInPathNames } from '../protocol/events.ts';
import type { EventType } from '../protocol/events.ts';
import type { FunctionInfo, LogChunk, ScriptInfo } from '../protocol/log.ts';
import { type EngineEvidence, noEngineEvidence } from '../recorder/evidence/engine-evidence.ts';
import type { WatchedEvent } from './define-hazard.ts';
import { LoopCollector } from './loop/loop-collector.ts';
import type { LoopEvidence } from './loop/loop-evidence.ts';

/** Equal events of one place. */
export interface EvidenceRecord {
  readonly event: WatchedEvent;
  /** The name of column a: a DeleteEffect, an ArgumentsKind, a ForInPath; '' for the others. */
  readonly detail: string;
  /** Source offset, or -1. */
  readonly position: number;
  /** Where the text of the running function ends, which tells it from all others; -1 where the log does not say. */
  readonly functionEnd: number;
  /** Index of the first such event in the whole log. */
  readonly firstEvent: number;
  /** deleteProperty: the property of the first one. */
  readonly text: string;
  count: number;
  /** Column b: sum and least. For forIn how many keys, for argumentsObject how many arguments. */
  sum: number;
  least: number;
}

export interface HazardEvidence {
  readonly records: readonly EvidenceRecord[];
  /** How often a function was called, by the end of its text. */
  readonly calls: ReadonlyMap<number, number>;
  /** How often a statement began, by its position. */
  readonly statements: ReadonlyMap<number, number>;
  readonly loop: LoopEvidence;
  /** What the engine learned; empty where only a log is known. */
  readonly engine: EngineEvidence;
}

/** `chunks` in order, from the start of the log; also the whole log as one chunk. */
export function collectEvidence(chunks: Iterable<LogChunk>, engine?: EngineEvidence): HazardEvidence {
  const collector = new EvidenceCollector();
  for (const chunk of chunks) collector.add(chunk);
  return collector.evidence(engine);
}

const watched: { readonly [Event in WatchedEvent]: readonly string[] } = {
  directEval: [],
  withEnter: [],
  deleteProperty: deleteEffectNames,
  argumentsObject: argumentsKindNames,
  forIn: forInPathNames,
};

/** Takes a log piece by piece while it is written. */
export class EvidenceCollector {
  private readonly records = new Map<string, EvidenceRecord>();
  private readonly calls = new Map<number, number>();
  private readonly statements = new Map<number, number>();
  private readonly texts: string[] = [];
  private readonly scripts: ScriptInfo[] = [];
  private readonly functions: FunctionInfo[] = [];
  /** Indices of functions, the top frame last. */
  private readonly stack: number[] = [];
  private readonly loop = new LoopCollector();

  /** Once the run has ended. */
  evidence(engine: EngineEvidence = noEngineEvidence): HazardEvidence {
    const { records, calls, statements, loop } = this;
    return { records: [...records.values()], calls, statements, loop: loop.evidence(), engine };
  }

  add(chunk: LogChunk): void {
    this.loop.add(chunk);
    for (const text of chunk.texts) this.texts.push(text);
    for (const script of chunk.scripts) this.scripts.push(script);
    for (const info of chunk.functions) this.functions.push(info);
    for (let index = 0; index < chunk.type.length; index += 1) this.addEvent(chunk, index);
  }

  private addEvent(chunk: LogChunk, index: number): void {
    const event = eventTypeNames[chunk.type[index] ?? -1];
    switch (event) {
      case 'turnStart':
        this.stack.length = 0;
        return;
      case 'call':
        return this.enter(chunk.a[index] ?? -1, chunk.b[index] ?? 0);
      case 'return':
      case 'unwind':
      case 'suspend':
        this.stack.pop();
        return;
      case 'statement': {
        const position = chunk.position[index] ?? -1;
        if (this.isInMain()) this.statements.set(position, (this.statements.get(position) ?? 0) + 1);
        return;
      }
      default:
        if (event !== undefined && isWatched(event) && this.isInMain()) this.record(event, chunk, index);
    }
  }

  private enter(functionIndex: number, flags: number): void {
    this.stack.push(functionIndex);
    if ((flags & CallFlag.resume) !== 0 || !this.isInMain()) return;
    const end = this.runningFunctionEnd();
    this.calls.set(end, (this.calls.get(end) ?? 0) + 1);
  }

  private record(event: WatchedEvent, chunk: LogChunk, index: number): void {
    const position = chunk.position[index] ?? -1;
    const detail = watched[event][chunk.a[index] ?? -1] ?? '';
    const amount = chunk.b[index] ?? 0;
    const functionEnd = this.runningFunctionEnd();
    const key = `${event} ${detail} ${position} ${functionEnd}`;
    const known = this.records.get(key);
    if (known !== undefined) {
      known.count += 1;
      known.sum += amount;
      known.least = Math.min(known.least, amount);
      return;
    }
    const text = event === 'deleteProperty' ? (this.texts[chunk.c[index] ?? -1] ?? '') : '';
    const firstEvent = chunk.start + index;
    this.records.set(key, {
      event,
      detail,
      position,
      functionEnd,
      firstEvent,
      text,
      count: 1,
      sum: amount,
      least: amount,
    });
  }

  /** A log without calls is taken for the main file's. */
  private isInMain(): boolean {
    const running = this.runningFunction();
    return running === undefined || this.scripts[running.script]?.kind === 'main';
  }

  private runningFunctionEnd(): number {
    return this.runningFunction()?.end ?? -1;
  }

  private runningFunction(): FunctionInfo | undefined {
    return this.functions[this.stack.at(-1) ?? -1];
  }
}

function isWatched(event: EventType): event is WatchedEvent {
  return Object.hasOwn(watched, event);
}
