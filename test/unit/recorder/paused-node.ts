/** Real Node under its own inspector, at each `debugger` statement of a program: stack, scopes and values of expressions. */
import { type ChildProcess, spawn } from 'node:child_process';
import { nodeBinary } from '../../oracle/node-binary.ts';

/** What a pause is compared by: `name@line:column` with separators `-- name --`, and the variables of each scope. */
export interface Pause {
  readonly stack: readonly string[];
  readonly scopes: readonly { readonly kind: string; readonly name: string; readonly variables: readonly string[] }[];
  readonly values: Readonly<Record<string, string>>;
}

interface Place {
  readonly functionName: string;
  readonly scriptId?: string;
  readonly lineNumber?: number;
  readonly columnNumber?: number;
}

interface RemoteObject {
  readonly type: string;
  readonly subtype?: string;
  readonly className?: string;
  readonly description?: string;
  readonly value?: unknown;
  readonly unserializableValue?: string;
  readonly objectId?: string;
}

interface AsyncStack {
  readonly description: string;
  readonly callFrames: readonly Place[];
  readonly parent?: AsyncStack;
}

interface Paused {
  readonly callFrames: readonly {
    readonly callFrameId: string;
    readonly functionName: string;
    readonly location: Place;
    readonly scopeChain: readonly { readonly type: string; readonly name?: string; readonly object: RemoteObject }[];
  }[];
  readonly asyncStackTrace?: AsyncStack;
}

/** Node names the resources of async_hooks, not what the program called. */
const nodesNames: Readonly<Record<string, string>> = {
  Timeout: 'setTimeout',
  Immediate: 'setImmediate',
  TickObject: 'process.nextTick',
  Microtask: 'queueMicrotask',
};

export async function pausesOfNode(file: string, expressions: readonly string[]): Promise<Pause[]> {
  const node = await Inspector.start(file);
  try {
    const pauses: Pause[] = [];
    // The first one is before the program's first statement.
    for (let paused = await node.next(); (paused = await node.next()) !== undefined;) {
      const [frame] = paused.callFrames;
      const scopes: Pause['scopes'][number][] = [];
      for (const { type, name, object } of frame!.scopeChain) {
        if (type === 'global') continue;
        const { result } = await node.ask<{ result: { name: string; value?: RemoteObject }[] }>(
          'Runtime.getProperties',
          {
            objectId: object.objectId,
            ownProperties: true,
          },
        );
        const variables = result.map((each) => `${each.name} = ${shown(each.value)}`);
        scopes.push({ kind: type, name: type === 'closure' ? (name ?? '') : '', variables });
      }
      const values: Record<string, string> = {};
      for (const expression of expressions) {
        const { result, exceptionDetails } = await node.ask<{ result: RemoteObject; exceptionDetails?: object }>(
          'Debugger.evaluateOnCallFrame',
          { callFrameId: frame!.callFrameId, expression },
        );
        values[expression] =
          exceptionDetails === undefined ? shown(result) : `throws ${inOurWords(result.description ?? '')}`;
      }
      pauses.push({ stack: node.stackOf(paused), scopes, values });
    }
    return pauses;
  } finally {
    node.close();
  }
}

/** Of what is not initialised V8's debugger says less than the program would be told. */
function inOurWords(description: string): string {
  return description.split('\n')[0]!.replace(/(Cannot access '.*') from debugger$/, '$1 before initialization');
}

function shown(value: RemoteObject | undefined): string {
  if (value === undefined) return '<value unavailable>';
  const { type, subtype, className = '', description = '' } = value;
  if (type === 'function') return 'function';
  // What the simulation's own objects are instances of is another question.
  if (type === 'object' && subtype !== 'null')
    return ['Module', 'Arguments'].includes(className) ? 'Object' : className;
  if (type === 'string') return JSON.stringify(value.value);
  return value.unserializableValue ?? (type === 'symbol' ? description : String(value.value));
}

class Inspector {
  private readonly child: ChildProcess;
  private readonly socket: WebSocket;
  private readonly file: string;
  private readonly answers = new Map<number, (answer: never) => void>();
  private readonly pauses: Paused[] = [];
  private readonly scripts = new Set<string>();
  private wake: (() => void) | undefined;
  private isOver = false;
  private isFirst = true;
  private requests = 0;

  private constructor(file: string, child: ChildProcess, socket: WebSocket) {
    this.file = file;
    this.child = child;
    this.socket = socket;
    socket.addEventListener('message', ({ data }) => this.receive(JSON.parse(String(data)) as never));
    child.on('exit', () => this.end());
  }

  static async start(file: string): Promise<Inspector> {
    const env = { ...process.env, NODE_OPTIONS: '', TZ: 'UTC' };
    const child = spawn(nodeBinary(), ['--inspect-brk=0', file], { env, stdio: ['ignore', 'ignore', 'pipe'] });
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
    await new Promise((resolve) => {
      socket.addEventListener('open', resolve);
    });
    const inspector = new Inspector(file, child, socket);
    await inspector.ask('Runtime.enable');
    await inspector.ask('Debugger.enable');
    await inspector.ask('Debugger.setAsyncCallStackDepth', { maxDepth: 32 });
    await inspector.ask('Debugger.setBlackboxPatterns', { patterns: ['^node:'] });
    return inspector;
  }

  /** Goes on to the next pause; undefined: the program is over. */
  async next(): Promise<Paused | undefined> {
    void this.ask(this.isFirst ? 'Runtime.runIfWaitingForDebugger' : 'Debugger.resume');
    this.isFirst = false;
    while (this.pauses.length === 0 && !this.isOver) await new Promise<void>((resolve) => (this.wake = resolve));
    return this.pauses.shift();
  }

  ask<Answer>(method: string, params: object = {}): Promise<Answer> {
    const id = ++this.requests;
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify({ id, method, params }));
    return new Promise((resolve) => this.answers.set(id, resolve as never));
  }

  /** Without Node's own frames, and without parts that have no others. */
  stackOf({ callFrames, asyncStackTrace }: Paused): string[] {
    const stack = callFrames.flatMap(({ functionName, location }) => this.line({ ...location, functionName }));
    for (let part = asyncStackTrace; part !== undefined; part = part.parent) {
      const lines = part.callFrames.flatMap((frame) => this.line(frame));
      if (lines.length > 0) stack.push(`-- ${nodesNames[part.description] ?? part.description} --`, ...lines);
    }
    return stack;
  }

  close(): void {
    this.child.kill();
    this.socket.close();
  }

  private line({ functionName, scriptId, lineNumber = 0, columnNumber = 0 }: Place): string[] {
    return this.scripts.has(scriptId ?? '') ? [`${functionName}@${lineNumber + 1}:${columnNumber + 1}`] : [];
  }

  private receive(message: {
    readonly id?: number;
    readonly method?: string;
    readonly params?: Paused & { readonly url: string; readonly scriptId: string };
    readonly result?: never;
  }): void {
    const { id, method, params, result } = message;
    if (id !== undefined) this.answers.get(id)?.(result!);
    else if (method === 'Debugger.scriptParsed' && params!.url === `file://${this.file}`)
      this.scripts.add(params!.scriptId);
    else if (method === 'Debugger.paused') {
      this.pauses.push(params!);
      this.wake?.();
    } else if (method === 'Runtime.executionContextDestroyed') this.end();
  }

  private end(): void {
    this.isOver = true;
    this.wake?.();
  }
}
