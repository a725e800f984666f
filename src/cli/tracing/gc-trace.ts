/**
 * --trace-gc. V8: GCTracer::Print of src/heap/gc-tracer.cc.
 *
 * Simplified: a question mark stands where V8 prints a time, an address or what the process has of the system's memory.
 */
import { type Collection, collectionReasons, type Isolate, type SpaceSizes } from '../../engine/index.ts';

const titles = { scavenge: 'Scavenge', markCompact: 'Mark-Compact' } as const;
const notice =
  'Underhood models which bytes are collected, not when by the clock: where V8 prints times and the memory of the process, there is a ?.\n';

export class GcTrace {
  private readonly isolate: Isolate;
  private isFirst = true;

  constructor(isolate: Isolate) {
    this.isolate = isolate;
  }

  line({ kind, before, after, reason }: Collection): string {
    const pooled = this.isolate.profile.traceGcTellsOfPool ? ' pooled: ? MB,' : '';
    const forced =
      reason === 'allocationFailure' ? 'Incremental marking forced finalization' : 'GC in old space requested';
    const requested = kind === 'markCompact' ? forced : '';
    const sizes = `${megabytes(before)} (?) -> ${megabytes(after)} (?) MB,`;
    const first = this.isFirst ? notice : '';
    this.isFirst = false;
    return `${first}[?:0x?]        ? ms: ${titles[kind]} ${sizes}${pooled} ? / ? ms  (average mu = ?, current mu = ?) ${collectionReasons[reason]}; ${requested}\n`;
  }
}

function megabytes({ young, old, large }: SpaceSizes): string {
  return ((young + old + large) / 2 ** 20).toFixed(1);
}
