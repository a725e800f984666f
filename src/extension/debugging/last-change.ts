/** "Go back to where this got its value": from a row of the Variables view to the moment at which it was written last. */
import type { DebugProtocol as Dap } from '@vscode/debugprotocol';
import * as vscode from 'vscode';
import { debugType } from './configurations.ts';
import type { DebugSessions } from './sessions.ts';

/** What VS Code hands to commands of that menu. */
interface VariableContext {
  readonly sessionId?: string;
  readonly container?: { readonly variablesReference?: number };
  readonly variable?: { readonly name?: string };
}

export async function goToLastChange(debugging: DebugSessions, context: unknown): Promise<void> {
  const { container, variable, sessionId } = (context ?? {}) as VariableContext;
  const session = debugging.current;
  const name = variable?.name;
  const variablesReference = container?.variablesReference;
  if (session?.type !== debugType || (sessionId !== undefined && sessionId !== session.id)) return;
  if (name === undefined || variablesReference === undefined) return;
  const info = (await session.customRequest('dataBreakpointInfo', {
    variablesReference,
    name,
  })) as Dap.DataBreakpointInfoResponse['body'];
  if (info.dataId === null) return void vscode.window.showInformationMessage(info.description);
  await session.customRequest('underhood/lastChange', { dataId: info.dataId });
}
