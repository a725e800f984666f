/** A DAP client for tests: requests that wait for their answers, events that can be waited for. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DebugProtocol as Dap } from '@vscode/debugprotocol';
import { launchInProcess } from '../../../src/cli/in-process-debuggee.ts';
import { DebugAdapter } from '../../../src/debug/adapter.ts';
import type { Debuggee, DebuggeeEvents } from '../../../src/debug/debuggee.ts';
import type { Answered, Arguments, Command, Events, LaunchArguments } from '../../../src/debug/requests.ts';

type Event = { readonly [Name in keyof Events]: { readonly event: Name; readonly body: Events[Name] } }[keyof Events];

/** How messages come and go: an adapter in this process, or a process of its own. */
export interface Wire {
  send(message: Dap.Request): void;
  onMessage(listener: (message: Dap.ProtocolMessage) => void): void;
}

/** An answer that says that the request failed. */
export class Refused extends Error {
  readonly response: Dap.ErrorResponse;

  constructor(response: Dap.ErrorResponse) {
    super(response.message);
    this.response = response;
  }
}

export class DapClient {
  readonly events: Event[] = [];
  private readonly wire: Wire;
  private sequence = 1;
  private readonly waiting = new Map<number, (response: Dap.Response) => void>();
  private watchers: (() => void)[] = [];
  /** Events before this one have been looked at by `next`. */
  private seen = 0;

  constructor(wire: Wire) {
    this.wire = wire;
    wire.onMessage((message) => this.receive(message));
  }

  async request<Name extends Command>(
    command: Name,
    ...[asked]: undefined extends Arguments<Name> ? [Arguments<Name>?] : [Arguments<Name>]
  ): Promise<Answered<Name>> {
    const response = await this.send(command, asked);
    if (!response.success) throw new Refused(response as Dap.ErrorResponse);
    return response.body as Answered<Name>;
  }

  /** As `request`, for what no table knows. */
  send(command: string, asked?: unknown): Promise<Dap.Response> {
    const seq = this.sequence++;
    const response = new Promise<Dap.Response>((resolve) => this.waiting.set(seq, resolve));
    this.wire.send({ seq, type: 'request', command, arguments: asked });
    return response;
  }

  get lastSequence(): number {
    return this.sequence - 1;
  }

  /** The body of the next event of that name which nobody has waited for. */
  async next<Name extends keyof Events>(name: Name, milliseconds = 40_000): Promise<Events[Name]> {
    const deadline = Date.now() + milliseconds;
    for (;;) {
      const index = this.events.findIndex(({ event }, at) => at >= this.seen && event === name);
      if (index >= 0) {
        this.seen = index + 1;
        return this.events[index]!.body as Events[Name];
      }
      const left = deadline - Date.now();
      assert.ok(left > 0, `no ${name} came, only ${JSON.stringify(this.events.slice(this.seen))}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        this.watchers.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }

  /** Everything of that kind so far. */
  all<Name extends keyof Events>(name: Name): Events[Name][] {
    return this.events.filter(({ event }) => event === name).map(({ body }) => body as Events[Name]);
  }

  /** What the client's console shows, of all categories or one. */
  output(category?: string): string {
    return this.all('output')
      .filter((body) => category === undefined || body.category === category)
      .map((body) => body.output)
      .join('');
  }

  private receive(message: Dap.ProtocolMessage): void {
    if (message.type === 'response') {
      const response = message as Dap.Response;
      const waiting = this.waiting.get(response.request_seq);
      assert.ok(waiting, `an answer that nobody waits for: ${JSON.stringify(response)}`);
      this.waiting.delete(response.request_seq);
      waiting(response);
      return;
    }
    this.events.push(message as unknown as Event);
    for (const watcher of this.watchers.splice(0)) watcher();
  }
}

/** What a test can do to a session besides speaking DAP. */
export interface TestSession {
  readonly client: DapClient;
  readonly file: string;
  /** What the editor's half of the session would say. */
  readonly events: () => DebuggeeEvents;
  readonly debuggee: () => Debuggee;
  readonly write: (source: string) => void;
  readonly dispose: () => void;
}

/** An adapter in this process, and a file with the program. */
export function openSession(source: string, files: Readonly<Record<string, string>> = {}): TestSession {
  const folder = mkdtempSync(path.join(tmpdir(), 'underhood-dap-'));
  const file = path.join(folder, 'program.js');
  writeFileSync(file, source);
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  let events: DebuggeeEvents | undefined;
  let debuggee: Debuggee | undefined;
  const adapter = new DebugAdapter(async (attributes, told) => {
    events = told;
    debuggee = await launchInProcess(attributes, told);
    return debuggee;
  });
  const client = new DapClient({
    send: (message) => adapter.handleMessage(message),
    onMessage: (listener) => void adapter.onMessage(listener),
  });
  return {
    client,
    file,
    events: () => events!,
    debuggee: () => debuggee!,
    write: (text) => writeFileSync(file, text),
    dispose: () => {
      adapter.dispose();
      rmSync(folder, { recursive: true });
    },
  };
}

export interface Beginning extends Partial<LaunchArguments> {
  /** Lines of the program. */
  readonly lines?: readonly (number | Dap.SourceBreakpoint)[];
  readonly filters?: readonly string[];
}

/** Initialize, breakpoints, launch: as editors begin. The launch's answer is the result. */
export async function begin(
  { client, file }: Pick<TestSession, 'client' | 'file'>,
  { lines = [], filters = [], ...attributes }: Beginning = {},
): Promise<Dap.Breakpoint[]> {
  await client.request('initialize', { adapterID: 'underhood' });
  await client.next('initialized');
  const launched = client.request('launch', { program: file, ...attributes });
  const breakpoints = lines.map((line) => (typeof line === 'number' ? { line } : line));
  const set = await client.request('setBreakpoints', { source: { path: file }, breakpoints });
  await client.request('setExceptionBreakpoints', { filters: [...filters] });
  await client.request('configurationDone');
  await launched;
  return set.breakpoints;
}

/** Where the session stands: function and line of the innermost frame. */
export async function topFrame(client: DapClient): Promise<Dap.StackFrame> {
  const { stackFrames } = await client.request('stackTrace', { threadId: 1, startFrame: 0, levels: 1 });
  return stackFrames[0]!;
}
