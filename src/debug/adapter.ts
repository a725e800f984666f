/**
 * The debug adapter: DAP messages in, DAP messages out. Editors wrap it as their inline implementation, the command line with
 * streams. It knows requests by the table of handlers only, and a fault in one of them does not end the session.
 */
import type { DebugProtocol as Dap } from '@vscode/debugprotocol';
import { DebugError } from './debug-error.ts';
import type { Launcher } from './debuggee.ts';
import { handlers } from './handlers.ts';
import { isObject, problemOfArguments } from './request-arguments.ts';
import { type Command, type Handler, refused } from './requests.ts';
import { Session } from './session.ts';

type Listener = (message: Dap.ProtocolMessage) => void;

/** Of the errors in responses, for clients that count them. */
const errorIds = { refused: 1, fault: 2 } as const;

/** VS Code would show the word “cancelled” among the frames of the next stop; DAP allows a part of the result instead. */
const emptyAnswers: Readonly<Record<string, unknown>> = { stackTrace: { stackFrames: [] } };

export class DebugAdapter {
  private readonly session: Session;
  private readonly listeners = new Set<Listener>();
  /** Requests without an answer so far: their commands by sequence number. */
  private readonly pending = new Map<number, string>();
  private sequence = 1;

  constructor(launcher: Launcher) {
    this.session = new Session(launcher, (event, body) => this.send({ type: 'event', event, body }));
  }

  /** Returns what ends the listening. */
  onMessage(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  handleMessage(message: Dap.ProtocolMessage): void {
    if (message.type !== 'request') return;
    const request = message as Dap.Request;
    this.pending.set(request.seq, request.command);
    void this.answer(request);
  }

  /** The client is gone. */
  dispose(): void {
    this.session.release();
    this.listeners.clear();
  }

  private async answer(request: Dap.Request): Promise<void> {
    try {
      this.respond(request, await this.bodyFor(request));
    } catch (error) {
      this.refuse(request, error);
    }
  }

  private bodyFor({ command, arguments: asked }: Dap.Request): unknown {
    if (command === 'cancel') return this.cancel(asked as Dap.CancelArguments | undefined);
    if (Object.hasOwn(handlers, command)) {
      // The table ties each command to its arguments; beyond what it needs, a client is taken at its word.
      const handler = handlers[command as Command] as Handler<Command>;
      const given = isObject(asked) ? asked : {};
      const problem = problemOfArguments(command as Command, given);
      if (problem !== undefined) throw new DebugError(problem);
      return handler(this.session, given as never);
    }
    const reason = Object.hasOwn(refused, command) ? refused[command] : undefined;
    throw new DebugError(reason ?? `Underhood's debugger knows no request ${command}`);
  }

  /** Nothing that was asked goes on to matter: it is answered at once, and what comes of it later is dropped. */
  private cancel(asked: Dap.CancelArguments | undefined): void {
    const seq = asked?.requestId ?? -1;
    const command = this.pending.get(seq);
    if (command === undefined) return;
    this.pending.delete(seq);
    const answer = Object.hasOwn(emptyAnswers, command)
      ? { success: true, body: emptyAnswers[command] }
      : { success: false, message: 'cancelled' };
    this.send({ type: 'response', request_seq: seq, command, ...answer });
  }

  private respond({ seq, command }: Dap.Request, body: unknown): void {
    if (!this.pending.delete(seq)) return;
    if (resuming.has(command)) this.session.isShownStopped = false;
    this.send({ type: 'response', request_seq: seq, command, success: true, ...(body === undefined ? {} : { body }) });
  }

  private refuse({ seq, command }: Dap.Request, error: unknown): void {
    if (!this.pending.delete(seq)) return;
    const isRefusal = error instanceof DebugError;
    const message = isRefusal ? error.message : `Something went wrong in Underhood's debugger: ${describe(error)}`;
    const showUser = !isRefusal || error.showUser;
    this.send({
      type: 'response',
      request_seq: seq,
      command,
      success: false,
      message,
      body: { error: { id: isRefusal ? errorIds.refused : errorIds.fault, format: message, showUser } },
    });
  }

  private send(message: object): void {
    const numbered = { seq: this.sequence++, ...message } as unknown as Dap.ProtocolMessage;
    for (const listener of this.listeners) listener(numbered);
  }
}

/** What a client takes for going on when it is answered. DAP: the note on the continued event. */
const resuming: ReadonlySet<string> = new Set<Command>([
  'continue',
  'next',
  'stepIn',
  'stepOut',
  'stepBack',
  'reverseContinue',
  'restartFrame',
]);

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
