/** Listens to a run for the flags of V8 that print what happens, in V8's formats. V8: src/logging/log.cc and whoever prints. */
import {
  type BytecodeArray,
  type Collection,
  compileForExecution,
  type EngineListener,
  functionDebugName,
  type IcTransition,
  innerFunctions,
  type Isolate,
  printBytecode,
  QuietListener,
  type SharedFunctionInfo,
  tracingFlags,
  type V8Flags,
} from '../../engine/index.ts';
import { GcTrace } from './gc-trace.ts';
import { icLine } from './ic-log.ts';
import { logMaps } from './map-log.ts';
import { TierTrace } from './tier-trace.ts';

export interface TraceOutput {
  /** What V8 prints beside the program. */
  readonly print: (text: string) => void;
  /** Lines of --logfile. */
  readonly log: (line: string) => void;
}

/** Undefined where no flag asks for anything. */
export function tracerFor(isolate: Isolate, output: TraceOutput): EngineListener | undefined {
  const flags = isolate.options.v8Flags?.flags;
  if (flags === undefined || !tracingFlags.some((name) => flags[name])) return undefined;
  return new Tracer(isolate, flags, output);
}

class Tracer extends QuietListener implements EngineListener {
  private readonly isolate: Isolate;
  private readonly flags: V8Flags;
  private readonly output: TraceOutput;
  private readonly gcTrace: GcTrace;

  constructor(isolate: Isolate, flags: V8Flags, output: TraceOutput) {
    super();
    this.isolate = isolate;
    this.flags = flags;
    this.output = output;
    this.gcTrace = new GcTrace(isolate);
    if (flags['trace-opt'] || flags['trace-deopt'] || flags['log-deopt'])
      isolate.tiering.observer = new TierTrace(isolate, flags, output);
    if (flags['log-maps']) logMaps(isolate, output);
  }

  override icTransition(transition: IcTransition): void {
    // Simplified: what V8 logs of functions without feedback, each time anew, is left out.
    if (this.flags['log-ic'] && transition.from !== 'NO_FEEDBACK') this.output.log(icLine(this.isolate, transition));
  }

  override garbageCollected(collection: Collection): void {
    if (this.flags['trace-gc']) this.output.print(this.gcTrace.line(collection));
  }

  functionCompiled(shared: SharedFunctionInfo, bytecode: BytecodeArray): void {
    const name = functionDebugName(shared);
    if (this.flags['print-bytecode'] && passesFilter(name, this.flags['print-bytecode-filter']))
      this.output.print(printBytecode(shared, bytecode, name));
    // V8 compiles what looks as if it were called at once together with the function around it, the last first.
    for (const inner of innerFunctions(bytecode).toReversed())
      if (inner.bytecode === undefined && isLikelyCalled(inner)) compileForExecution(this.isolate, inner);
  }
}

/**
 * V8: ParserBase: next_function_is_likely_called, SetShouldEagerCompile.
 * Simplified: read off the text around the function, without the comments in between.
 */
function isLikelyCalled({ script: { source }, start, end, isArrow }: SharedFunctionInfo): boolean {
  const before = source.slice(Math.max(0, start - 40), start);
  if (!isArrow) return /[(!]\s*$/.test(before);
  return /(?:^|[^\w$)\]\s])\s*\(\s*$/.test(before) && /^\s*\)\s*\(/.test(source.slice(end, end + 40));
}

/** V8: PassesFilter in src/utils/utils.cc. */
function passesFilter(name: string, filter: string): boolean {
  if (filter === '*') return true;
  const isNegated = filter.startsWith('-');
  const wanted = isNegated ? filter.slice(1) : filter;
  const passes = wanted.endsWith('*') ? name.startsWith(wanted.slice(0, -1)) : name === wanted;
  return passes !== isNegated;
}
