/**
 * The debugger's steps, from the page that has the focus: with a debug session they are VS Code's own, without one the same question
 * moves the cursor, so that both step alike.
 */
import * as vscode from 'vscode';
import type { StepKind, StopConditions } from '../../questions.ts';
import type { Session } from '../session.ts';
import type { DebugSessions } from './sessions.ts';

const noConditions: StopConditions = { breakpoints: [], functions: [], instructions: [], data: [], events: [] };

const debuggerCommands: { readonly [Kind in StepKind]: string } = {
  in: 'workbench.action.debug.stepInto',
  over: 'workbench.action.debug.stepOver',
  out: 'workbench.action.debug.stepOut',
  back: 'workbench.action.debug.stepBack',
};

export async function step(session: Session, debugging: DebugSessions, kind: StepKind): Promise<void> {
  if (debugging.current) return void (await vscode.commands.executeCommand(debuggerCommands[kind]));
  const { held, position } = session;
  if (!held || held !== session.drawn || !position) return;
  const journey = await session.requests.ask(held.generation, 'step', {
    moment: position,
    kind,
    granularity: 'statement',
    conditions: noConditions,
  });
  // Somebody may have gone elsewhere meanwhile.
  if (journey && session.drawn === held) session.seek(held.generation, journey.stop.moment);
}
