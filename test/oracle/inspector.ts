/** Real Node under its own inspector: a program that stands before its first statement, questions, and the pauses that follow. */
import { type ChildProcess, spawn } from 'node:child_process';
import { nodeBinary } from './node-binary.ts';

/** Base 0, as the protocol has them. */
export interface InspectedPlace {
  readonly scriptId: string;
  readonly lineNumber: number;
  readonly columnNumber: number;
}

export interface InspectedValue {
  readonly type: string;
  readonly subtype?: string;
  readonly className?: string;
  readonly description?: string;
  readonly value?: unknown;
  readonly unserializableValue?: string;
  readonly objectId?: string;
}

/** Frames from before; those of Node itself may be without a place. */
export interface AsyncStack {
  readonly description: string;
  readonly callFrames: readonly ({ readonly functionName: string } & Partial<InspectedPlace>)[];
  readonly parent?: AsyncStack;
}

export interface Paused {
  readonly callFrames: readonly {
    readonly callFrameId: string;
    readonly functionName: string;
    readonly location: InspectedPlace;
    readonly scopeChain: readonly { readonly type: string; readonly name?: string; readonly object: InspectedValue }[];
  }[];
  readonly asyncStackTrace?: AsyncStack;
}

type Message = { readonly id?: number; readonly method?: string; readonly params?: never; readonly result?: never };

/** Nobody waits for an answer with this number. */
const nudgeId = 0;

export class Inspector {
  readonly file: string;
  /** By their numbers: the program may be compiled more than once. */
  readonly scripts = new Set<string>();
  isOver = false;
  private readonly child: ChildProcess;
  private readonly socket: WebSocket;
  private readonly answers = new Map<number, (result: never) => void>();
  private readonly pauses: Paused[] = [];
  private wake: (() => void) | undefined;
  private requests = nudgeId;
  private nudging: ReturnType<typeof setInterval> | undefined;

  private constructor(file: string, child: ChildProcess, socket: WebSocket) {
    this.file = file;
    this.child = child;
    this.socket = socket;
    socket.addEventListener('message', ({ data }) => this.receive(JSON.parse(String(data)) as Message));
    socket.addEventListener('close', () => this.end());
    child.on('exit', () => this.end());
  }

  /** Node's own functions are not stepped into, as far as it can keep them out. */
  static async start(file: string, flags: readonly string[] = []): Promise<Inspector> {
    const env = { ...process.env, TZ: 'UTC', LC_ALL: 'en_US.UTF-8', NODE_OPTIONS: '', NO_COLOR: '1' };
    const child = spawn(nodeBinary(), [...flags, '--inspect-brk=0', file], {
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const url = await new Promise<string>((resolve, reject) => {
      let text = '';
      child.stderr.on('data', (data: Buffer) => {
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
    const inspector = new Inspector(file, child, socket);
    await inspector.ask('Runtime.enable');
    await inspector.ask('Debugger.enable');
    await inspector.ask('Debugger.setAsyncCallStackDepth', { maxDepth: 32 });
    await inspector.ask('Debugger.setBlackboxPatterns', { patterns: ['^node:'] });
    await inspector.goOn('Runtime.runIfWaitingForDebugger');
    return inspector;
  }

  /** Goes on to the next pause; undefined: the program is over. */
  async goOn(method: string): Promise<Paused | undefined> {
    if (this.isOver) return undefined;
    void this.ask(method);
    while (this.pauses.length === 0 && !this.isOver) {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
        this.nudgeWhileWaiting();
      });
    }
    return this.pauses.shift();
  }

  ask<Answer>(method: string, params: object = {}): Promise<Answer> {
    const id = ++this.requests;
    this.send({ id, method, params });
    return new Promise((resolve) => {
      this.answers.set(id, resolve as never);
      this.nudgeWhileWaiting();
    });
  }

  close(): void {
    this.child.kill();
    this.socket.close();
    this.end();
  }

  private send(message: object): void {
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(message));
  }

  /**
   * Node sends a small packet only when its last one is acknowledged, which takes the kernel 40 ms where nothing is sent that
   * could say so on the way. So something is sent, whose answer nobody needs.
   */
  private nudgeWhileWaiting(): void {
    this.nudging ??= setInterval(() => {
      if (this.isOver || (this.wake === undefined && this.answers.size === 0)) this.rest();
      else this.send({ id: nudgeId, method: 'Runtime.getIsolateId' });
    }, 1);
  }

  private rest(): void {
    clearInterval(this.nudging);
    this.nudging = undefined;
  }

  private receive({ id, method, params, result }: Message): void {
    if (id !== undefined) {
      this.answers.get(id)?.(result!);
      this.answers.delete(id);
    } else if (method === 'Debugger.scriptParsed') {
      const { url, scriptId } = params! as { url: string; scriptId: string };
      if (url === `file://${this.file}`) this.scripts.add(scriptId);
    } else if (method === 'Debugger.paused') {
      this.pauses.push(params!);
      this.awake();
      // Node waits for whoever debugs it to leave.
    } else if (method === 'Runtime.executionContextDestroyed') this.end();
  }

  private end(): void {
    this.isOver = true;
    this.rest();
    this.awake();
  }

  private awake(): void {
    const { wake } = this;
    this.wake = undefined;
    wake?.();
  }
}
