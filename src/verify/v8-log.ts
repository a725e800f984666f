/**
 * What V8 did in one file of a process, read from its own words: the log of --log-ic, --log-maps and --log-deopt, and the lines of
 * --trace-elements-transitions. Only lines of the file count: its text was moved down by so many lines (moved-lines.ts), because
 * the log does not say which file a line is of.
 *
 * V8: src/logging/log.cc, IC::TraceIC, Logger::MapEvent, LogCodeDeoptEvent, JSObject::PrintElementsTransition.
 */

export interface V8Cache {
  readonly line: number;
  readonly column: number;
  /** `LoadIC` … */
  readonly ic: string;
  /** Letters, in their order, each once in a row. */
  readonly states: readonly string[];
}

/** Base 1. Equal ones are one. */
export interface V8Change {
  readonly line: number;
  /** 0 where V8 tells the line alone. */
  readonly column: number;
  /** As in a Claim. */
  readonly says: string;
}

export interface V8Observations {
  readonly caches: readonly V8Cache[];
  readonly deoptimizations: readonly V8Change[];
  readonly dictionaries: readonly V8Change[];
  readonly elements: readonly V8Change[];
}

export class V8LogReader {
  private readonly movedBy: number;
  private readonly caches = new Map<string, { line: number; column: number; ic: string; states: string[] }>();
  private readonly deoptimizations = new Map<string, V8Change>();
  private readonly dictionaries = new Map<string, V8Change>();
  private readonly elements = new Map<string, V8Change>();

  constructor(movedBy: number) {
    this.movedBy = movedBy;
  }

  logLine(text: string): void {
    if (text.startsWith('map,')) this.map(text);
    else if (text.startsWith('code-deopt,')) this.deoptimization(text);
    else if (/^\w+IC,/.test(text)) this.cache(text);
  }

  /** Of standard output, where the program's own lines are, too. */
  printedLine(text: string): void {
    if (!text.startsWith('elements transition [')) return;
    const [, says, digits] = /^elements transition \[(\w+ -> \w+)\] in .*? at .*:(\d+) for /.exec(text) ?? [];
    const line = Number(digits) - this.movedBy;
    if (says !== undefined && line > 0) this.elements.set(`${line} ${says}`, { line, column: 0, says });
  }

  observations(): V8Observations {
    const { caches, deoptimizations, dictionaries, elements } = this;
    return {
      caches: [...caches.values()],
      deoptimizations: [...deoptimizations.values()],
      dictionaries: [...dictionaries.values()],
      elements: [...elements.values()],
    };
  }

  /** type,pc,time,line,column,old,new,map,key,modifier,slow_reason */
  private cache(text: string): void {
    const [ic = '', , , at, column, from = '', to = ''] = text.split(',', 7);
    const line = Number(at) - this.movedBy;
    // X: the function has no feedback vector yet, of which V8 tells for global variables alone.
    if (!(line > 0) || to === 'X') return;
    const key = `${line}:${column} ${ic}`;
    let cache = this.caches.get(key);
    if (cache === undefined) this.caches.set(key, (cache = { line, column: Number(column), ic, states: [from] }));
    if (cache.states.at(-1) !== to) cache.states.push(to);
  }

  /** map,event,time,from,to,pc,line,column,reason,name */
  private map(text: string): void {
    const [, event = '', , , , , at, column, reason = ''] = text.split(',', 9);
    const line = Number(at) - this.movedBy;
    // What becomes a prototype is a dictionary until it is used as one, which says nothing about the program.
    if (!event.startsWith('Normalize') || reason.endsWith('AsPrototype') || !(line > 0)) return;
    this.dictionaries.set(`${line}:${column} ${reason}`, { line, column: Number(column), says: reason });
  }

  /** code-deopt,time,size,code,inlining id,script offset,kind,<file:line:column> inlined at <…>,reason */
  private deoptimization(text: string): void {
    const [, kind, place = '', reason = ''] = /,(deopt-\w+|dependency-change),(<.*>),([^,]*)$/.exec(text) ?? [];
    const [, at, column] = /:(\d+):(\d+)>/.exec(place) ?? [];
    const line = Number(at) - this.movedBy;
    if (kind === undefined || !(line > 0)) return;
    const says = `${kind}: ${reason}`;
    this.deoptimizations.set(`${line}:${column} ${says}`, { line, column: Number(column), says });
  }
}
