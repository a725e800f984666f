/** Where real Node's debugger can stop in a program, and where it does. */
import { type InspectedPlace, Inspector, type Paused } from './inspector.ts';

/** Base 1 lines and columns. */
export interface NodeStop {
  readonly functionName: string;
  readonly line: number;
  readonly column: number;
}

export interface NodeLocation {
  readonly line: number;
  readonly column: number;
  readonly kind: string;
}

const steps = {
  in: 'Debugger.stepInto',
  over: 'Debugger.stepOver',
  out: 'Debugger.stepOut',
  continue: 'Debugger.resume',
} as const;

export class InspectedNode {
  private readonly inspector: Inspector;
  private readonly scriptId: string;

  private constructor(inspector: Inspector) {
    this.inspector = inspector;
    this.scriptId = [...inspector.scripts].at(-1)!;
  }

  /** Stands before the first statement of the program afterwards. */
  static async start(file: string): Promise<InspectedNode> {
    return new InspectedNode(await Inspector.start(file, ['--no-node-snapshot']));
  }

  async breakLocations(): Promise<NodeLocation[]> {
    const { locations } = await this.inspector.ask<{ locations: (InspectedPlace & { type?: string })[] }>(
      'Debugger.getPossibleBreakpoints',
      { start: { scriptId: this.scriptId, lineNumber: 0, columnNumber: 0 } },
    );
    return locations.map(({ lineNumber, columnNumber, type }) => ({
      line: lineNumber + 1,
      column: columnNumber + 1,
      kind: type === 'debuggerStatement' ? 'debugger' : (type ?? 'statement'),
    }));
  }

  /** Exactly at break locations. */
  async setBreakpoints(locations: readonly NodeLocation[]): Promise<void> {
    const { scriptId } = this;
    await Promise.all(
      locations.map(({ line, column }) => {
        const location = { scriptId, lineNumber: line - 1, columnNumber: column - 1 };
        return this.inspector.ask('Debugger.setBreakpoint', { location });
      }),
    );
  }

  /** Goes on to the next stop in the program; undefined: it is over. */
  async step(kind: keyof typeof steps): Promise<NodeStop | undefined> {
    let frame: Paused['callFrames'][number] | undefined;
    // A few of Node's own functions cannot be kept out by blackboxing, and most only without its snapshot.
    for (let left = 100; left > 0 && frame?.location.scriptId !== this.scriptId; left--) {
      frame = (await this.inspector.goOn(steps[kind]))?.callFrames[0];
      if (frame === undefined) return undefined;
    }
    const { functionName, location } = frame!;
    return { functionName, line: location.lineNumber + 1, column: location.columnNumber + 1 };
  }

  close(): void {
    this.inspector.close();
  }
}

/** Node's inspector is waited for much more than it computes: several programs are asked at once. */
export function askTogether<T>(questions: readonly (() => Promise<T>)[]): Promise<T>[] {
  const atOnce = 8;
  const running = questions.map(() => Promise.withResolvers<T>());
  let next = 0;
  const askOn = async (): Promise<void> => {
    for (let index = next++; index < questions.length; index = next++) {
      try {
        running[index]!.resolve(await questions[index]!());
      } catch (error) {
        running[index]!.reject(error);
      }
    }
  };
  for (let i = 0; i < atOnce; i++) void askOn();
  // Whoever waits for an answer hears of its failure; until then it is nobody's.
  for (const { promise } of running) promise.catch(() => undefined);
  return running.map(({ promise }) => promise);
}
