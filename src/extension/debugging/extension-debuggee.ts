/** The run that the sidebar shows, as what is debugged: one run session, one worker, one recording for both. */
import * as vscode from 'vscode';
import type { Debuggee, DebuggeeEvents, Launcher, Recorded } from '../../debug/debuggee.ts';
import type { FunctionInfo, ScriptInfo } from '../../protocol/log.ts';
import { type EngineName, engineNames, type RunInput, type RuntimeName } from '../../protocol/run.ts';
import type { Answer, Asked, QuestionName } from '../../protocol/questions.ts';
import { addressOf } from '../files.ts';
import type { Run } from '../run.ts';
import type { Settings } from '../settings.ts';
import type { Session } from '../session.ts';
import type { DebugHold } from './hold.ts';
import { openProgram, programOf } from './program.ts';

/** Somebody who is told what is debugged, from its launch to its end. */
export interface DebuggeeKeeper {
  readonly launched: (debuggee: ExtensionDebuggee) => void;
  readonly released: (debuggee: ExtensionDebuggee) => void;
}

export function launcherFor(
  session: Session,
  folder: vscode.WorkspaceFolder | undefined,
  keeper: DebuggeeKeeper,
): Launcher {
  return async ({ program, runtime, engine, v8Flags, args, env, inputs }, events) => {
    const known = engineNames.find((each) => each === engine);
    if (engine !== undefined && known === undefined) {
      const names = engineNames.join(', ');
      throw new Error(vscode.l10n.t('Underhood knows no engine profile “{0}”. There are: {1}.', engine, names));
    }
    const document = await openProgram(program, folder);
    const debuggee = new ExtensionDebuggee(session, events, keeper, {
      document,
      engine: known,
      v8Flags: v8Flags?.map(String),
      runtime: runtime === 'node' || runtime === 'browser' ? runtime : undefined,
      args: (args ?? []).map(String),
      env: env ?? {},
      // What the user did to the run in the panel belongs to what is debugged.
      inputs: inputs ?? session.parts.inputs.of(document),
    });
    keeper.launched(debuggee);
    session.holdFor(debuggee);
    return debuggee;
  };
}

export class ExtensionDebuggee implements Debuggee, DebugHold {
  readonly document: vscode.TextDocument;
  readonly program: string;
  readonly runtime: RuntimeName | undefined;
  readonly engine: EngineName | undefined;
  readonly v8Flags: readonly string[] | undefined;
  readonly args: readonly string[];
  readonly env: DebugHold['env'];
  readonly events: DebuggeeEvents;
  inputs: readonly RunInput[];
  private readonly session: Session;
  private readonly keeper: DebuggeeKeeper;
  private recording = Promise.withResolvers<Recorded>();
  private wasRecorded = false;
  private isReleased = false;

  constructor(
    session: Session,
    events: DebuggeeEvents,
    keeper: DebuggeeKeeper,
    {
      document,
      runtime,
      engine,
      v8Flags,
      args,
      env,
      inputs,
    }: Pick<DebugHold, 'document' | 'runtime' | 'engine' | 'v8Flags' | 'args' | 'env' | 'inputs'>,
  ) {
    this.session = session;
    this.events = events;
    this.keeper = keeper;
    this.document = document;
    this.program = programOf(document.uri);
    this.runtime = runtime;
    this.engine = engine;
    this.v8Flags = v8Flags;
    this.args = args;
    this.env = env;
    this.inputs = inputs;
  }

  get run(): Run | undefined {
    return this.isReleased ? undefined : this.session.recording;
  }

  /** Named by their addresses where they are on no disk, as VS Code names them in its messages. */
  get scripts(): readonly ScriptInfo[] {
    const scripts = this.run?.scripts ?? [];
    const { uri } = this.document;
    if (uri.scheme === 'file') return scripts;
    return scripts.map((script) =>
      script.kind === 'file' ? { ...script, name: programOf(addressOf(uri, script.name)) } : script,
    );
  }

  get functions(): readonly FunctionInfo[] {
    return this.run?.functions ?? [];
  }

  sourceOf(script: number): string | undefined {
    const { run } = this;
    const info = run?.scripts[script];
    return info?.kind === 'main' ? run?.source : info?.source;
  }

  async ask<Name extends QuestionName>(question: Name, asked: Asked<Name>): Promise<Answer<Name> | undefined> {
    const { run } = this;
    return run && this.session.requests.ask(run.generation, question, asked);
  }

  interrupt(): void {
    if (!this.isReleased) this.session.interrupt();
  }

  change(inputs: readonly RunInput[]): Promise<void> {
    this.inputs = inputs;
    return this.record(this.run);
  }

  restart(): Promise<void> {
    this.inputs = [];
    return this.record();
  }

  release(): void {
    if (this.isReleased) return;
    this.isReleased = true;
    this.ended({ kind: 'problem', message: vscode.l10n.t('The debug session is over.') });
    this.session.letGo(this);
    this.keeper.released(this);
  }

  recorded(): Promise<Recorded> {
    return this.recording.promise;
  }

  ended(recorded: Recorded): void {
    this.recording.resolve(recorded);
    // What never ran is nothing that anybody debugs, whether or not VS Code has told its user by then.
    if (recorded.kind === 'done') this.wasRecorded = true;
    else if (!this.wasRecorded) this.release();
  }

  edited(): void {
    this.events.edited();
  }

  isSpecial(usual: Pick<Settings, 'runtime' | 'engine' | 'v8Flags'>): boolean {
    const { inputs, runtime = usual.runtime, engine = usual.engine, v8Flags = usual.v8Flags } = this;
    const isSameEngine = engine === usual.engine && v8Flags.join(' ') === usual.v8Flags.join(' ');
    return this.isTold || inputs.length > 0 || runtime !== usual.runtime || !isSameEngine;
  }

  /** The program is told something by the launch. */
  private get isTold(): boolean {
    return this.args.length > 0 || Object.keys(this.env).length > 0;
  }

  wants({ document, environment, inputs, summary }: Run): boolean {
    // Debugged, it may take longer.
    if (summary?.limit === 'wallClock') return false;
    const isPlain = !this.isTold && this.inputs.length === 0 && inputs.length === 0;
    const { runtime = environment.runtime, engine = environment.engine } = this;
    const ranWith = environment.v8Flags ?? [];
    const isSameEngine =
      runtime === environment.runtime &&
      engine === environment.engine &&
      (this.v8Flags ?? ranWith).join(' ') === ranWith.join(' ');
    return document === this.document && isPlain && isSameEngine;
  }

  /** Resolves at once: `recorded` tells when it is done. */
  private async record(former?: Run): Promise<void> {
    this.recording = Promise.withResolvers<Recorded>();
    this.session.record(this, former);
  }
}
