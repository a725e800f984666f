/** What each message of the sidebar's page does. */
import * as vscode from 'vscode';
import { failedText } from '../protocol/page-messages.ts';
import type { VariableView } from '../protocol/moment.ts';
import type { EngineAsked, EngineQuestion } from '../protocol/engine-questions.ts';
import type { DebugSessions } from './debugging/sessions.ts';
import { scheme } from './documents.ts';
import type { Documents } from './documents.ts';
import { openExample } from './examples.ts';
import { addressOf } from './files.ts';
import type { Inputs } from './inputs.ts';
import type { Highlight } from './highlight.ts';
import type { Page, PageMessage } from './page.ts';
import type { Pages } from './pages.ts';
import { hasText } from './run.ts';
import type { Run } from './run.ts';
import { documentOf } from './script-documents.ts';
import type { Session } from './session.ts';
import { writeSetting } from './settings.ts';

export interface PageContext {
  readonly extensionUri: vscode.Uri;
  readonly session: Session;
  /** This document is only looked at: no reason to follow it. */
  readonly passOver: (document: vscode.TextDocument) => void;
  readonly pages: Pages;
  readonly debugging: DebugSessions;
  readonly highlight: Highlight;
  readonly documents: Documents;
  readonly inputs: Inputs;
  readonly highlightLine: (document: vscode.TextDocument) => boolean;
  readonly drawn: (event: number) => void;
  /** The page's cursor rests at a moment. */
  readonly momentSettled: () => void;
}

/** Of one value. */
const shownChildren = 200;

type Handlers = {
  readonly [Type in PageMessage['type']]: (
    context: PageContext,
    message: Extract<PageMessage, { type: Type }>,
    page: Page,
  ) => unknown;
};

const handlers: Handlers = {
  moment({ session, pages, debugging, highlight, highlightLine, momentSettled }, message, page) {
    const run = session.drawn;
    const { generation, event, script, position, settled, moved } = message;
    const moment = { generation, event, script, position, settled };
    if (run?.generation !== generation || !session.cursor.told(moment, moved)) return;
    if (moved) {
      pages.post({ v: 1, type: 'seek', generation, event }, page);
      debugging.moved(moment);
    }
    if (settled) momentSettled();
    // VS Code highlights where its debugger stands.
    if (debugging.isAt(event)) highlight.clear();
    else if (highlightLine(run.document)) highlight.show(run, moment);
  },
  async inspect({ session, pages }, { generation, event }) {
    if (session.held?.generation !== generation) return;
    const moment = await session.requests.inspect(generation, event);
    // Every page shows this moment, and of several questions for it only one is answered.
    if (moment) pages.post({ v: 1, type: 'inspected', generation, moment });
  },
  async expand({ session }, { generation, request, event, path }, page) {
    if (session.held?.generation !== generation) return;
    const answer = await session.requests.ask(generation, 'children', {
      moment: { event },
      path,
      count: shownChildren,
    });
    if (!answer) return;
    const { children, total } = answer;
    const shown = total > shownChildren ? [...children, notShown(total - shownChildren)] : children;
    page.post({ v: 1, type: 'expanded', generation, request, children: shown });
  },
  async ask({ session }, { generation, request, question, asked }, page) {
    const isHeld = session.held?.generation === generation;
    // Both were checked when the message came.
    const answer = isHeld
      ? await session.requests.ask(
          generation,
          question as EngineQuestion,
          asked as unknown as EngineAsked<EngineQuestion>,
        )
      : undefined;
    page.post({ v: 1, type: 'answered', generation, request, ...(answer === undefined ? {} : { answer }) });
  },
  reveal,
  revealProblem,
  input({ session, inputs }, { generation, input }) {
    const run = session.drawn;
    // Moments of a run from before the edit mean nothing in another one, and a debugger has its own way to change its run.
    if (run?.generation !== generation || run !== session.fresh || session.isDebugged) return;
    inputs.add(run.document, input);
    session.rerun();
  },
  clearInputs({ session, inputs }, { generation }) {
    const run = session.drawn;
    if (run?.generation !== generation || session.isDebugged) return;
    inputs.clear(run.document);
    session.rerun();
  },
  saveInputs({ session, inputs }, { generation }) {
    const run = session.drawn;
    return run?.generation === generation ? inputs.save(run.document) : undefined;
  },
  goOn({ session }, { generation }) {
    if (session.drawn?.generation === generation) session.goOn();
  },
  restart: ({ debugging }) => debugging.current && vscode.commands.executeCommand('workbench.action.debug.restart'),
  setRuntime: ({ session }, { runtime }) => writeSetting('runtime', runtime, session.document?.uri),
  setRaces: ({ session }, { order }) => writeSetting('races', order, session.document?.uri),
  setTierBudgets: ({ session }, { budgets }) => writeSetting('tierBudgets', budgets, session.document?.uri),
  openExamples: ({ extensionUri }) => openExample(extensionUri),
  drawn({ session, drawn }, { generation, event }) {
    if (session.drawn?.generation === generation) drawn(event);
  },
};

export async function handlePageMessage(context: PageContext, page: Page, message: PageMessage): Promise<void> {
  const handler = handlers[message.type] as (context: PageContext, message: PageMessage, page: Page) => unknown;
  await handler(context, message, page);
}

function notShown(count: number): VariableView {
  return { name: '…', value: vscode.l10n.t('{0} more', count), type: '', path: [], expandable: false };
}

/** Shows a source without taking the keyboard away from the page. */
async function reveal(
  context: PageContext,
  { script, position, end }: { script: number; position: number; end?: number },
  page: Page,
): Promise<void> {
  const { session, documents } = context;
  const document = await documentToReveal(session, documents, script, position);
  if (!document || position < 0) return;
  const run = session.drawn;
  const isText =
    script === failedText || (run && documentOf(run, script) === document) || document.uri.scheme === scheme;
  const at = isText ? document.positionAt(position) : undefined;
  const range = at && new vscode.Range(at, end === undefined ? at : document.positionAt(end));
  await showBeside(context, page, document, range);
}

/** What could not be loaded: the place in the other file, or the specifier in the main one. */
async function revealProblem(context: PageContext, { generation }: { generation: number }, page: Page): Promise<void> {
  const run = context.session.drawn;
  const problem = run?.summary?.problem;
  if (run?.generation !== generation || !problem) return;
  const { place, start } = problem;
  const document = place ? await openFile(run, place.path) : hasText(run) ? run.document : undefined;
  const offset = place ? (place.offset ?? 0) : start;
  if (!document || offset < 0) return;
  const at = document.positionAt(offset);
  await showBeside(context, page, document, new vscode.Range(at, at));
}

async function showBeside(
  { session, passOver }: PageContext,
  page: Page,
  document: vscode.TextDocument,
  range: vscode.Range | undefined,
): Promise<void> {
  // Whoever looks at a frame in another file goes on looking at this run.
  if (document !== session.document) passOver(document);
  const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  const viewColumn = shown?.viewColumn ?? columnBeside(page);
  await vscode.window.showTextDocument(document, {
    preserveFocus: true,
    // A preview takes the place of another, which may be the very file that runs.
    preview: document !== session.document && !isPreview(session.document),
    ...(range === undefined ? {} : { selection: range }),
    ...(viewColumn === undefined ? {} : { viewColumn }),
  });
}

/** A page in a tab is not to be covered by what it shows. */
function columnBeside(page: Page): vscode.ViewColumn | undefined {
  const column = page.column();
  if (column === undefined) return undefined;
  const other = vscode.window.tabGroups.all.find((group) => group.viewColumn !== column);
  return other?.viewColumn ?? vscode.ViewColumn.Beside;
}

async function documentToReveal(
  session: Session,
  documents: Documents,
  script: number,
  position: number,
): Promise<vscode.TextDocument | undefined> {
  const { drawn, status, document } = session;
  if (script === failedText) {
    const isAboutText = status.kind === 'stale' || status.kind === 'failed';
    return isAboutText && status.offset === position ? document : undefined;
  }
  const info = drawn?.scripts[script];
  if (!drawn || !info) return undefined;
  switch (info.kind) {
    case 'main':
    case 'file':
      // An older run's offsets mean nothing in a main file that was edited since.
      return documentOf(drawn, script) ?? (info.kind === 'file' ? openFile(drawn, info.name) : undefined);
    case 'eval':
      return info.source === undefined
        ? undefined
        : documents.open(`run-${drawn.generation}/eval-${script}.js`, info.source);
    case 'builtin':
      return undefined;
  }
}

async function openFile(run: Run, path: string): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(addressOf(run.document.uri, path));
  } catch {
    // It is gone from the disk; the run still shows what was there.
    return undefined;
  }
}

function isPreview(document: vscode.TextDocument | undefined): boolean {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  const uri = document?.uri.toString();
  return tabs.some(
    ({ input, isPreview: is }) => is && input instanceof vscode.TabInputText && input.uri.toString() === uri,
  );
}
