/** Which row of the log's table of functions is which function's, in the run that was recorded and in replays of it. */
import type { SharedFunctionInfo } from '../../engine/index.ts';

export class FunctionTable {
  /** By their rows. */
  readonly functions: SharedFunctionInfo[] = [];
  private readonly byIdentity = new Map<string, number>();
  /** Of functions of replays, too. */
  private readonly indices = new WeakMap<SharedFunctionInfo, number>();

  add(shared: SharedFunctionInfo): void {
    const index = this.functions.push(shared) - 1;
    this.indices.set(shared, index);
    const identity = identityOf(shared);
    if (!this.byIdentity.has(identity)) this.byIdentity.set(identity, index);
  }

  /** -1 if the log never told of it. */
  indexOf(shared: SharedFunctionInfo): number {
    let index = this.indices.get(shared);
    if (index === undefined) {
      index = this.byIdentity.get(identityOf(shared)) ?? -1;
      if (index >= 0) this.indices.set(shared, index);
    }
    return index;
  }
}

/** The same for a function in each run of a program, whatever has been compiled before it. */
function identityOf({ name, kind, script, start, end }: SharedFunctionInfo): string {
  return [script.kind, script.id, script.name, script.source.length, start, end, kind, name].join(':');
}
