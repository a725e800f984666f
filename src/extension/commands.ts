/**
 * Every command, once. Titles, icons and when-clauses are in package.json; a test holds the two lists against each other.
 */
import * as vscode from 'vscode';
import type { TransportCommand } from '../protocol/page-messages.ts';
import type { RuntimeName } from '../protocol/run.ts';
import type { StepKind } from '../protocol/questions.ts';
import { debugDocument } from './debugging/configurations.ts';
import { goToLastChange } from './debugging/last-change.ts';
import type { DebugSessions } from './debugging/sessions.ts';
import type { Stepping } from './debugging/stepping.ts';
import { describeMoment } from './documents.ts';
import type { Documents } from './documents.ts';
import { openExample } from './examples.ts';
import type { HazardPages } from './hazard-page.ts';
import type { Log } from './log.ts';
import type { Pages } from './pages.ts';
import { scriptOf } from './script-documents.ts';
import type { Session } from './session.ts';
import { readSettings, writeSetting } from './settings.ts';
import { verifyInV8 } from './verify.ts';
import type { VerifyInNode } from './verify.ts';

/** What commands act on. */
export interface CommandContext {
  readonly extensionUri: vscode.Uri;
  readonly session: Session;
  readonly pages: Pages;
  readonly debugging: DebugSessions;
  readonly steps: Stepping;
  readonly documents: Documents;
  readonly log: Log;
  /** Undefined in browsers. */
  readonly verifyInNode: VerifyInNode | undefined;
  readonly hazardPages: HazardPages;
  /** Keeps the file that is followed, or follows the active editor again. */
  readonly pin: (isPinned: boolean) => void;
}

export interface Command {
  /** Internal commands are not in the palette: links and pages call them, with arguments. */
  readonly internal?: true;
  readonly run: (context: CommandContext, ...args: readonly unknown[]) => unknown;
}

export const commandTable = {
  'underhood.showRun': { run: ({ pages }) => pages.panel.focus() },
  'underhood.openInEditor': { run: ({ pages }) => pages.tab.show() },
  'underhood.debug': {
    // Whoever looks at the view wants to see it move; VS Code's own view would take its place.
    run: ({ pages }, uri) => debugDocument(uriOf(uri), { suppressDebugView: pages.panel.visible }),
  },
  'underhood.runWithoutDebugging': { run: (_context, uri) => debugDocument(uriOf(uri), { noDebug: true }) },
  'underhood.stepOver': { run: stepping('over') },
  'underhood.stepInto': { run: stepping('in') },
  'underhood.stepOut': { run: stepping('out') },
  'underhood.stepBack': { run: stepping('back') },
  'underhood.rerun': { run: rerun },
  'underhood.pin': { run: ({ pin }) => pin(true) },
  'underhood.unpin': { run: ({ pin }) => pin(false) },
  'underhood.goOn': { run: ({ session }) => session.goOn() },
  'underhood.goToLine': { run: goToLine },
  'underhood.first': { run: transport('first') },
  'underhood.back': { run: transport('back') },
  'underhood.playPause': { run: transport('playPause') },
  'underhood.forward': { run: transport('forward') },
  'underhood.last': { run: transport('last') },
  'underhood.useNode': { run: useRuntime('node') },
  'underhood.useBrowser': { run: useRuntime('browser') },
  'underhood.muteHazards': { run: ({ session }) => writeSetting('hazards.enabled', false, session.document?.uri) },
  'underhood.unmuteHazards': { run: ({ session }) => writeSetting('hazards.enabled', true, session.document?.uri) },
  'underhood.toggleValues': { run: toggle('annotations.values') },
  'underhood.toggleCounts': { run: toggle('annotations.counts') },
  'underhood.toggleFunctionLenses': { run: toggle('annotations.functions') },
  'underhood.describeMoment': { run: describe },
  'underhood.verify': { run: verifyInV8 },
  'underhood.openExamples': { run: openExamples },
  'underhood.showLog': { run: ({ log }) => log.channel.show() },
  'underhood.reportIssue': { run: ({ log }) => log.reportIssue() },
  'underhood.showShapes': { internal: true, run: showShapes },
  'underhood.explainHazard': { internal: true, run: explainHazard },
  'underhood.turnRuleOff': { internal: true, run: turnRuleOff },
  'underhood.goToMoment': { internal: true, run: goToMoment },
  'underhood.goToLastChange': { internal: true, run: ({ debugging }, variable) => goToLastChange(debugging, variable) },
} as const satisfies Readonly<Record<`underhood.${string}`, Command>>;

export function registerCommands(context: CommandContext): vscode.Disposable {
  const registrations = Object.entries<Command>(commandTable).map(([name, command]) =>
    vscode.commands.registerCommand(name, async (...args: unknown[]) => {
      try {
        return await command.run(context, ...args);
      } catch (error) {
        context.log.fault(name, error instanceof Error ? (error.stack ?? error.message) : String(error));
        return undefined;
      }
    }),
  );
  return vscode.Disposable.from(...registrations);
}

function transport(command: TransportCommand): Command['run'] {
  return async ({ pages }) => {
    if (!pages.live) await pages.show();
    pages.command(command);
  };
}

function stepping(kind: StepKind): Command['run'] {
  return ({ steps }) => steps.step(kind);
}

/** What is debugged runs again under its debugger. */
async function rerun({ session, debugging }: CommandContext): Promise<void> {
  if (debugging.current) await vscode.commands.executeCommand('workbench.action.debug.restart');
  else session.runAnew();
}

/** Menus of editors pass on what they are the menu of. */
function uriOf(value: unknown): vscode.Uri | undefined {
  return value instanceof vscode.Uri ? value : undefined;
}

function useRuntime(runtime: RuntimeName): Command['run'] {
  return ({ session }) => writeSetting('runtime', runtime, session.document?.uri);
}

function toggle(name: 'annotations.values' | 'annotations.counts' | 'annotations.functions'): Command['run'] {
  return () => {
    const uri = vscode.window.activeTextEditor?.document.uri;
    return writeSetting(name, !readSettings(uri)[name], uri);
  };
}

async function showShapes({ session, pages }: CommandContext, generation: unknown, shapes: unknown): Promise<void> {
  const { drawn } = session;
  if (!drawn || drawn.generation !== generation || !Array.isArray(shapes)) return;
  const numbers = shapes.filter((shape) => Number.isSafeInteger(shape)) as number[];
  await pages.postShown({ v: 1, type: 'showShapes', generation: drawn.generation, shapes: numbers });
}

function explainHazard({ hazardPages }: CommandContext, hazard: unknown): void {
  if (typeof hazard === 'string') hazardPages.show(hazard);
}

async function turnRuleOff(_context: CommandContext, hazard: unknown, uri: unknown): Promise<void> {
  if (typeof hazard !== 'string') return;
  const scope = uriOf(uri);
  await writeSetting('hazards.rules', { ...readSettings(scope)['hazards.rules'], [hazard]: 'off' }, scope);
}

async function goToLine({ session, pages }: CommandContext): Promise<void> {
  const run = session.fresh;
  // From the walkthrough, for example, the run's editor is not the active one.
  const editor = vscode.window.activeTextEditor ?? (run && (await vscode.window.showTextDocument(run.document)));
  const script = editor && run ? scriptOf(run, editor.document) : -1;
  if (!editor || !run || run !== session.held || script < 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('There is no run of this text: it is still running, or it cannot be run as it is.'),
    );
    return;
  }
  const { document, selection } = editor;
  const first = document.lineAt(selection.start.line);
  const last = document.lineAt(selection.end.line);
  const start = document.offsetAt(first.range.start) + first.firstNonWhitespaceCharacterIndex;
  const end = document.offsetAt(last.range.end);
  const after = session.cursor.moment?.event ?? -1;
  const found = await session.requests.ask(run.generation, 'find', { after, script, start, end });
  if (!found) return;
  const { event } = found;
  if (event < 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Line {0} does not execute in this run.', selection.start.line + 1),
    );
    return;
  }
  session.seek(run.generation, { event });
  await pages.show();
}

async function goToMoment({ session, pages }: CommandContext, generation: unknown, event: unknown): Promise<void> {
  const { drawn } = session;
  if (!drawn || drawn.generation !== generation || !Number.isSafeInteger(event)) return;
  session.seek(drawn.generation, { event: event as number });
  await pages.show();
}

async function describe({ session, documents }: CommandContext): Promise<void> {
  const { held, cursor } = session;
  const { moment } = cursor;
  const view = held && moment ? await session.requests.inspect(held.generation, moment.event) : undefined;
  if (!held || !view) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No moment is chosen: open the Underhood view first.'));
    return;
  }
  const document = await documents.open('moment.txt', describeMoment(held, view));
  await vscode.window.showTextDocument(document, { preview: true, viewColumn: vscode.ViewColumn.Beside });
}

async function openExamples({ extensionUri }: CommandContext, name: unknown): Promise<void> {
  await openExample(extensionUri, typeof name === 'string' ? name : undefined);
}
