/** Scripts of the run as DAP's sources, and offsets as the lines and columns that the client counts. */
import type { DebugProtocol as Dap } from '@vscode/debugprotocol';
import { lineAt, lineStartsOf } from '../line-starts.ts';
import type { Place } from '../protocol/questions.ts';
import type { Debuggee } from './debuggee.ts';
import type { Dialect } from './session.ts';

export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Offsets of a stretch of text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export class Sources {
  private readonly debuggee: Debuggee;
  private readonly dialect: Dialect;
  private readonly lineStarts = new Map<number, readonly number[]>();

  constructor(debuggee: Debuggee, dialect: Dialect) {
    this.debuggee = debuggee;
    this.dialect = dialect;
  }

  forget(): void {
    this.lineStarts.clear();
  }

  /** Files by their paths; code that is in no file by a reference, with which its text can be asked for. */
  sourceOf(script: number): Dap.Source | undefined {
    const info = this.debuggee.scripts[script];
    if (info === undefined) return undefined;
    const { kind, name } = info;
    if (kind === 'main') return fileSource(this.debuggee.program);
    if (kind === 'file' && name.includes('/')) return fileSource(name);
    if (this.debuggee.sourceOf(script) === undefined) return undefined;
    if (kind === 'eval')
      return { name: `<eval>/${script}.js`, sourceReference: script + 1, origin: 'code that eval compiled' };
    if (kind === 'file') return { name, sourceReference: script + 1, origin: 'code that vm compiled' };
    return { name, sourceReference: script + 1, presentationHint: 'deemphasize', origin: 'built in' };
  }

  /** The script that a client means; undefined if the run has not loaded it. */
  scriptOf(source: Dap.Source): number | undefined {
    if (source.sourceReference !== undefined && source.sourceReference > 0) {
      const script = source.sourceReference - 1;
      return script < this.debuggee.scripts.length ? script : undefined;
    }
    if (source.path === undefined) return undefined;
    const path = comparable(source.path);
    const index = this.debuggee.scripts.findIndex(({ kind, name }) => {
      if (kind === 'main') return comparable(this.debuggee.program) === path;
      return kind === 'file' && comparable(name) === path;
    });
    return index < 0 ? undefined : index;
  }

  positionAt({ script, offset }: Place): Position {
    const starts = this.startsOf(script);
    const line = lineAt(starts, offset);
    return { line: line + this.dialect.firstLine, column: offset - starts[line]! + this.dialect.firstColumn };
  }

  /** Where something is, for the many places where DAP wants source, line and column. */
  locationAt(place: Place): (Position & { readonly source: Dap.Source }) | undefined {
    const source = this.sourceOf(place.script);
    // Without the text there are no lines.
    if (source === undefined || this.debuggee.sourceOf(place.script) === undefined) return undefined;
    return { source, ...this.positionAt(place) };
  }

  offsetAt(script: number, line: number, column?: number): number {
    const { start, end } = this.lineAt(script, line);
    return column === undefined ? start : Math.min(start + Math.max(0, column - this.dialect.firstColumn), end);
  }

  /** The text of a line, with what ends it. */
  lineAt(script: number, line: number): Range {
    const starts = this.startsOf(script);
    const index = line - this.dialect.firstLine;
    const length = this.lengthOf(script);
    if (index >= starts.length) return { start: length, end: length };
    return { start: starts[Math.max(0, index)]!, end: starts[index + 1] ?? length };
  }

  lengthOf(script: number): number {
    return this.debuggee.sourceOf(script)?.length ?? 0;
  }

  private startsOf(script: number): readonly number[] {
    let starts = this.lineStarts.get(script);
    if (starts === undefined) {
      starts = lineStartsOf(this.debuggee.sourceOf(script) ?? '');
      this.lineStarts.set(script, starts);
    }
    return starts;
  }
}

function fileSource(path: string): Dap.Source {
  return { name: path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1), path };
}

/** Windows has two slashes, and editors differ in how they write its drives. */
function comparable(path: string): string {
  return path.replaceAll('\\', '/').replace(/^[a-z]:/i, (drive) => drive.toLowerCase());
}
