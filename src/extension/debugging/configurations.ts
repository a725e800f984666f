/**
 * Launch configurations: what is not said is filled in, so that F5 works without a launch.json, on a document that was never
 * saved too, and "Debug this file" is offered wherever VS Code offers configurations.
 */
import * as vscode from 'vscode';
import type { LaunchAttributes } from '../../debug/debuggee.ts';
import { isProgram, programOf } from './program.ts';

export const debugType = 'underhood';

type Configuration = vscode.DebugConfiguration &
  Partial<LaunchAttributes> & { readonly stopOnEntry?: boolean; readonly noDebug?: boolean };

export const configurationProvider: vscode.DebugConfigurationProvider = {
  provideDebugConfigurations: () => [thisFile()],

  /** Before `${file}` is replaced: VS Code knows no path of what is in no file. */
  resolveDebugConfiguration(_folder, configuration: Configuration) {
    const isEmpty = (configuration.request ?? '') === '';
    const filled: Configuration = {
      ...(isEmpty ? thisFile() : {}),
      ...withoutEmpty(configuration),
      type: debugType,
      request: 'launch',
      name: configuration.name === '' || configuration.name === undefined ? thisFile().name : configuration.name,
    };
    const { program } = filled;
    const document = currentDocument();
    if (program === undefined || program === '${file}') {
      if (!document) return withoutProgram();
      // Nobody said where to stop: the first line is better than a run that is over before it was seen.
      const stopOnEntry = filled.stopOnEntry ?? (isEmpty && filled.noDebug !== true && !hasBreakpoints());
      return { ...filled, program: programOf(document.uri), stopOnEntry };
    }
    return filled;
  },
};

function thisFile(): vscode.DebugConfiguration {
  return {
    type: debugType,
    request: 'launch',
    name: vscode.l10n.t('Underhood: Debug this file'),
    program: '${file}',
  };
}

/** Unsaved text is debugged as it is: nothing is saved for it. */
export async function debugDocument(
  uri: vscode.Uri | undefined,
  options: Pick<vscode.DebugSessionOptions, 'noDebug' | 'suppressDebugView'>,
): Promise<boolean> {
  const document = uri ?? currentDocument()?.uri;
  if (!document) return withoutProgram() === undefined;
  const configuration: Configuration = {
    ...thisFile(),
    program: programOf(document),
    ...(options.noDebug === true ? {} : { stopOnEntry: !hasBreakpoints() }),
  };
  const folder = vscode.workspace.getWorkspaceFolder(document);
  return vscode.debug.startDebugging(folder, configuration, { ...options, suppressSaveBeforeStart: true });
}

/** The active editor's, or the one program beside a view or a panel that has the focus. */
function currentDocument(): vscode.TextDocument | undefined {
  const editors = [vscode.window.activeTextEditor, ...vscode.window.visibleTextEditors];
  return editors.map((editor) => editor?.document).find((document) => document && isProgram(document));
}

function hasBreakpoints(): boolean {
  return vscode.debug.breakpoints.some(({ enabled }) => enabled);
}

function withoutProgram(): undefined {
  const text = 'Open the JavaScript or TypeScript file that you want to debug: Underhood runs the active editor.';
  void vscode.window.showInformationMessage(vscode.l10n.t(text));
  return undefined;
}

function withoutEmpty(configuration: Configuration): Partial<Configuration> {
  return Object.fromEntries(Object.entries(configuration).filter(([, value]) => value !== undefined && value !== ''));
}
