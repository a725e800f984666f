/** The ranges of a function in which exceptions are caught. V8: src/interpreter/handler-table-builder.cc. */
import type { HandlerEntry } from './bytecode-array.ts';

interface Entry {
  start: number;
  end: number;
  handler: number;
  contextRegister: number;
  prediction: HandlerEntry['prediction'];
}

/** Offsets are in bytes. Entries come in the order in which their try statements begin, inner after outer. */
export class HandlerTableBuilder {
  readonly entries: Entry[] = [];

  newEntry(): number {
    this.entries.push({ start: -1, end: -1, handler: -1, contextRegister: 0, prediction: 'uncaught' });
    return this.entries.length - 1;
  }

  entry(id: number): Entry {
    const entry = this.entries[id];
    if (entry === undefined) throw new Error(`no handler ${id}`);
    return entry;
  }
}
