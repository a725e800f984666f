/** Real Node under its own inspector: where it can stop, and where it does. */
import { type ChildProcess, spawn } from 'node:child_process';
import { nodeBinary } from './node-binary.ts';

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

interface Location {
  readonly scriptId: string;
  readonly lineNumber: number;
  readonly columnNumber: number;
  readonly type?: string;
}

interface Paused {
  readonly reason: string;
  readonly callFrames: readonly { readonly functionName: string; readonly location: Location; readonly url: string }[];
}

type Message = { readonly id?: number; readonly method?: string; readonly params?: never; readonly result?: never };

export class InspectedNode {
  private readonly child: ChildProcess;
  private readonly socket: WebSocket;
  private readonly file: string;
  private requests = 0;
  private readonly answers = new Map<number, (result: never) => void>();
  /** What the next pause, or the end (undefined), is told to. */
  private waiting: ((paused: Paused | undefined) => void) | undefined;
  private early: Paused | undefined;
  private isOver = false;
  private scriptId = '';

  private constructor(file: string, child: ChildProcess, socket: WebSocket) {
    this.file = file;
    this.child = child;
    this.socket = socket;
    socket.addEventListener('message', ({ data }) => this.receive(JSON.parse(String(data)) as Message));
    socket.addEventListener('close', () => this.end());
    child.on('exit', () => this.end());
  }

  /** Stands before the first statement of the program afterwards. */
  static async start(file: string): Promise<InspectedNode> {
    const env = { ...process.env, TZ: 'UTC', LC_ALL: 'en_US.UTF-8', NODE_OPTIONS: '', NO_COLOR: '1' };
    const child = spawn(nodeBinary(), ['--no-node-snapshot', '--inspect-brk=0', file], {
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const url = await new Promise<string>((resolve, reject) => {
      let text = '';
      child.stderr!.on('data', (data: Buffer) => {
        text += data.toString();
        const found = /ws:\/\/\S+/.exec(text);
        if (found) resolve(found[0]);
      });
      child.on('exit', () => reject(new Error(text)));
    });
    const socket = new WebSocket(url);
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve);
      socket.addEventListener('error', reject);
    });
    const node = new InspectedNode(file, child, socket);
    await node.ask('Runtime.enable');
    await node.ask('Debugger.enable');
    await node.ask('Debugger.setBlackboxPatterns', { patterns: ['^node:'] });
    const paused = node.nextPause();
    await node.ask('Runtime.runIfWaitingForDebugger');
    await paused;
    return node;
  }

  async breakLocations(): Promise<NodeLocation[]> {
    const { locations } = (await this.ask('Debugger.getPossibleBreakpoints', {
      start: { scriptId: this.scriptId, lineNumber: 0, columnNumber: 0 },
    })) as { locations: Location[] };
    return locations.map(({ lineNumber, columnNumber, type }) => ({
      line: lineNumber + 1,
      column: columnNumber + 1,
      kind: type === 'debuggerStatement' ? 'debugger' : (type ?? 'statement'),
    }));
  }

  /** Where a breakpoint on the line goes to; undefined: nowhere. */
  async breakpointOn(line: number): Promise<string | undefined> {
    const { breakpointId, locations } = (await this.ask('Debugger.setBreakpointByUrl', {
      url: `file://${this.file}`,
      lineNumber: line - 1,
    })) as { breakpointId: string; locations: Location[] };
    await this.ask('Debugger.removeBreakpoint', { breakpointId });
    const [location] = locations;
    return location === undefined ? undefined : `${location.lineNumber + 1}:${location.columnNumber + 1}`;
  }

  /** Exactly at a break location. */
  async setBreakpoint({ line, column }: NodeLocation): Promise<void> {
    const location = { scriptId: this.scriptId, lineNumber: line - 1, columnNumber: column - 1 };
    await this.ask('Debugger.setBreakpoint', { location });
  }

  /** Goes on to the next stop in the program; undefined: it is over. */
  async step(kind: 'in' | 'over' | 'out' | 'continue'): Promise<NodeStop | undefined> {
    const method = { in: 'stepInto', over: 'stepOver', out: 'stepOut', continue: 'resume' }[kind];
    let frame: Paused['callFrames'][number] | undefined;
    // A few of Node's own functions cannot be kept out by blackboxing, and most only without its snapshot.
    for (let left = 100; left > 0 && frame?.location.scriptId !== this.scriptId; left--) {
      if (this.isOver) return undefined;
      const paused = this.nextPause();
      void this.ask(`Debugger.${method}`);
      frame = (await paused)?.callFrames[0];
    }
    if (frame === undefined) return undefined;
    const { lineNumber, columnNumber } = frame.location;
    return { functionName: frame.functionName, line: lineNumber + 1, column: columnNumber + 1 };
  }

  close(): void {
    this.child.kill();
    this.socket.close();
  }

  private nextPause(): Promise<Paused | undefined> {
    if (this.isOver) return Promise.resolve(undefined);
    const { early } = this;
    this.early = undefined;
    if (early !== undefined) return Promise.resolve(early);
    return new Promise((resolve) => (this.waiting = resolve));
  }

  private ask(method: string, params: object = {}): Promise<unknown> {
    const id = ++this.requests;
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify({ id, method, params }));
    return new Promise((resolve) => this.answers.set(id, resolve as never));
  }

  private receive({ id, method, params, result }: Message): void {
    if (id !== undefined) {
      this.answers.get(id)?.(result!);
      this.answers.delete(id);
      return;
    }
    if (method === 'Debugger.scriptParsed') {
      const { url, scriptId } = params! as { url: string; scriptId: string };
      if (url === `file://${this.file}`) this.scriptId = scriptId;
    }
    // Node waits for whoever debugs it to leave.
    if (method === 'Runtime.executionContextDestroyed') this.end();
    if (method !== 'Debugger.paused') return;
    const { waiting } = this;
    this.waiting = undefined;
    if (waiting === undefined) this.early = params;
    else waiting(params);
  }

  private end(): void {
    this.isOver = true;
    this.waiting?.(undefined);
    this.waiting = undefined;
  }
}
