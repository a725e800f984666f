/**
 * Debug sessions of ours in VS Code: the adapter runs in this process, in both kinds of extension host, on the one run session.
 * There is one debug session at a time, for there is one run that the sidebar shows.
 */
import type { DebugProtocol as Dap } from '@vscode/debugprotocol';
import * as vscode from 'vscode';
import { DebugAdapter } from '../../debug/adapter.ts';
import type { Moment } from '../../protocol/questions.ts';
import type { PageMoment } from '../cursor.ts';
import type { Session } from '../session.ts';
import { configurationProvider, debugType } from './configurations.ts';
import { launcherFor } from './extension-debuggee.ts';
import type { ExtensionDebuggee } from './extension-debuggee.ts';
import { OneCursor } from './one-cursor.ts';
import { registerValuesInText } from './values-in-text.ts';

export interface DebugEvents {
  /** A session of ours began or ended, or stopped elsewhere: what the editor highlights by itself may change. */
  readonly changed: () => void;
}

/** What is live between launch and release. */
interface Debugged {
  readonly debuggee: ExtensionDebuggee;
  readonly cursor: OneCursor;
  readonly values: vscode.Disposable;
}

export class DebugSessions implements vscode.Disposable {
  private readonly session: Session;
  private readonly events: DebugEvents;
  private readonly registrations: vscode.Disposable;
  private running: vscode.DebugSession | undefined;
  private debugged: Debugged | undefined;
  private focusTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(session: Session, events: DebugEvents) {
    this.session = session;
    this.events = events;
    const { Dynamic } = vscode.DebugConfigurationProviderTriggerKind;
    this.registrations = vscode.Disposable.from(
      vscode.debug.registerDebugConfigurationProvider(debugType, configurationProvider),
      vscode.debug.registerDebugConfigurationProvider(debugType, configurationProvider, Dynamic),
      vscode.debug.registerDebugAdapterDescriptorFactory(debugType, {
        createDebugAdapterDescriptor: (debugSession) => this.start(debugSession),
      }),
      vscode.debug.onDidTerminateDebugSession((debugSession) => {
        if (debugSession === this.running) this.running = undefined;
      }),
    );
  }

  /** VS Code's session, while there is one of ours that has something to debug. */
  get current(): vscode.DebugSession | undefined {
    return this.debugged && this.running;
  }

  /** The debugger's own highlight shows this moment. */
  isAt(event: number): boolean {
    return this.debugged?.cursor.isAt(event) ?? false;
  }

  /** Somebody moved a page. */
  moved(moment: PageMoment): void {
    this.debugged?.cursor.moved(moment);
  }

  dispose(): void {
    this.registrations.dispose();
    this.debugged?.debuggee.release();
  }

  private async start(debugSession: vscode.DebugSession): Promise<vscode.DebugAdapterDescriptor> {
    const former = this.current;
    this.running = debugSession;
    // Restarting without the adapter's help is such a case too: the new session comes before the old one is gone.
    if (former && former.id !== debugSession.id) await vscode.debug.stopDebugging(former);
    const adapter: DebugAdapter = new DebugAdapter(
      launcherFor(this.session, debugSession.workspaceFolder, {
        launched: (debuggee) => this.launched(debuggee),
        released: (debuggee) => this.released(debuggee),
      }),
    );
    return new vscode.DebugAdapterInlineImplementation(new InlineAdapter(adapter, (message) => this.observe(message)));
  }

  private launched(debuggee: ExtensionDebuggee): void {
    this.debugged?.debuggee.release();
    const cursor = new OneCursor(this.session, debuggee);
    this.debugged = { debuggee, cursor, values: registerValuesInText() };
    this.events.changed();
  }

  private released(debuggee: ExtensionDebuggee): void {
    const { debugged } = this;
    if (debugged?.debuggee !== debuggee) return;
    this.debugged = undefined;
    clearTimeout(this.focusTimer);
    debugged.cursor.dispose();
    debugged.values.dispose();
    this.events.changed();
  }

  /** Shows frame and variables of the stop, and leaves the keyboard where it is. */
  private async focusTopFrame(): Promise<void> {
    if (this.running && vscode.debug.activeDebugSession === this.running)
      await vscode.commands.executeCommand('workbench.action.debug.callStackTop');
  }

  private observe(message: Dap.ProtocolMessage): void {
    if (message.type !== 'event') return;
    const { event, body } = message as Dap.Event;
    if (event === 'underhood/moment') this.debugged?.cursor.stopped(body as Moment);
    if (event !== 'stopped') return;
    this.events.changed();
    clearTimeout(this.focusTimer);
    // A page has the keyboard and keeps it: so VS Code is told of the stop without being told to look at it, which it does only now.
    if ((body as Dap.StoppedEvent['body']).preserveFocusHint === true)
      this.focusTimer = setTimeout(() => void this.focusTopFrame(), focusMs);
  }
}

/** By then VS Code has taken in that the debugger stopped. */
const focusMs = 60;

/** The adapter as VS Code wants it. */
class InlineAdapter implements vscode.DebugAdapter {
  private readonly sent = new vscode.EventEmitter<vscode.DebugProtocolMessage>();
  readonly onDidSendMessage = this.sent.event;
  private readonly adapter: DebugAdapter;
  private readonly stop: () => void;

  constructor(adapter: DebugAdapter, observe: (message: Dap.ProtocolMessage) => void) {
    this.adapter = adapter;
    this.stop = adapter.onMessage((message) => {
      observe(message);
      this.sent.fire(message as vscode.DebugProtocolMessage);
    });
  }

  handleMessage(message: vscode.DebugProtocolMessage): void {
    this.adapter.handleMessage(message as Dap.ProtocolMessage);
  }

  dispose(): void {
    this.stop();
    this.adapter.dispose();
    this.sent.dispose();
  }
}
