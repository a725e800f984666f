/** What an isolate is made with: its environment, its limits, and V8's flags. V8: Isolate::CreateParams, flag-definitions.h. */
import { noFlags, type ParsedFlags, profileWithFlags } from '../flags.ts';
import type { Value } from '../objects/value.ts';
import { defaultProfile, type EngineProfile } from '../profiles.ts';
import type { Isolate } from './isolate.ts';

export interface IsolateOptions {
  /** Seed of Math.random. */
  readonly seed: number;
  /** Milliseconds since the epoch; read through the host's virtual clock. */
  readonly now: () => number;
  readonly timeZone: string;
  readonly locale: string;
  /** Run with statement markers, and so with `listener.statement`. */
  readonly statements: boolean;
  /** Run with break markers too, and so with `listener.breakLocation`: for debuggers. */
  readonly breakLocations?: boolean;
  readonly maxSteps: number;
  /** The version of V8 that is simulated: Node 24's if it is left out. */
  readonly profile?: EngineProfile;
  /** V8's command line flags: see flags.ts. */
  readonly v8Flags?: ParsedFlags;
  /** About how much the guest's objects may take. */
  readonly maxHeapBytes?: number;
  /** The part of that which is left for this isolate beside others, up to 1. */
  readonly heapShare?: () => number;
  /** Globals that the host does not have yet: using one says so. */
  readonly unsimulatedGlobals?: ReadonlySet<string>;
  /**
   * What an expression that gave undefined asked for, if that is something that the host does not have yet: names joined by dots,
   * and the value before the last where that is known.
   */
  readonly unsimulatedMember?: (isolate: Isolate, names: readonly string[], receiver: Value) => string | undefined;
}

export function profileOf({ profile = defaultProfile, v8Flags = noFlags }: IsolateOptions): EngineProfile {
  return profileWithFlags(profile, v8Flags);
}
