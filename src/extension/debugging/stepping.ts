/**
 * The debugger's steps, from the page that has the focus: with a debug session they are VS Code's own, without one the same question
 * moves the cursor, so that both step alike.
 */
import * as vscode from 'vscode';
import { noConditions } from '../../protocol/questions.ts';
import type { Moment, StepKind } from '../../protocol/questions.ts';
import type { Session } from '../session.ts';
import type { DebugSessions } from './sessions.ts';

const debuggerCommands: { readonly [Kind in StepKind]: string } = {
  in: 'workbench.action.debug.stepInto',
  over: 'workbench.action.debug.stepOver',
  out: 'workbench.action.debug.stepOut',
  back: 'workbench.action.debug.stepBack',
};

export class Stepping {
  private readonly session: Session;
  private readonly debugging: DebugSessions;
  /** Forward steps that can be taken back exactly: each began where the one before had led. */
  private steps: { readonly generation: number; readonly from: Moment; readonly to: Moment }[] = [];

  constructor(session: Session, debugging: DebugSessions) {
    this.session = session;
    this.debugging = debugging;
  }

  async step(kind: StepKind): Promise<void> {
    if (this.debugging.current) return void (await vscode.commands.executeCommand(debuggerCommands[kind]));
    const { held, drawn, position } = this.session;
    if (!held || held !== drawn || !position) return;
    const { generation } = held;
    const last = this.steps.at(-1);
    if (last?.generation !== generation || !isSame(last.to, position)) this.steps = [];
    const taken = kind === 'back' ? this.steps.pop() : undefined;
    if (taken) return this.session.seek(generation, taken.from);
    const journey = await this.session.requests.ask(generation, 'step', {
      moment: position,
      kind,
      granularity: 'statement',
      conditions: noConditions,
    });
    // Somebody may have gone elsewhere meanwhile.
    if (!journey || this.session.drawn !== held) return;
    const to = journey.stop.moment;
    if (kind !== 'back' && !isSame(position, to)) this.steps.push({ generation, from: position, to });
    this.session.seek(generation, to);
  }
}

function isSame(one: Moment, other: Moment): boolean {
  return one.event === other.event && one.step === other.step;
}
