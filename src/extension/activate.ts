/**
 * Composes the extension, in either kind of extension host, as a list of disposables. Nothing runs here that takes time:
 * the worker starts with the first run.
 */
import * as vscode from 'vscode';
import type { Finding, FreeForm } from '../protocol/findings.ts';
import type { PanelStatus } from '../protocol/page-messages.ts';
import type { RunSummary } from '../protocol/run.ts';
import { Annotations } from './annotations/annotations.ts';
import { registerCodeActions } from './code-actions.ts';
import { registerCommands } from './commands.ts';
import { DebugSessions } from './debugging/sessions.ts';
import { Stepping } from './debugging/stepping.ts';
import { Diagnostics } from './diagnostics.ts';
import { Documents } from './documents.ts';
import { WorkspaceFiles } from './files.ts';
import type { RealPath } from './files.ts';
import { followActiveEditor, languages } from './follow.ts';
import type { Follow } from './follow.ts';
import { HazardPages } from './hazard-page.ts';
import { Highlight } from './highlight.ts';
import { registerHovers } from './hovers.ts';
import { Inputs } from './inputs.ts';
import { createLog } from './log.ts';
import { handlePageMessage } from './page-handlers.ts';
import type { PageContext } from './page-handlers.ts';
import { Pages } from './pages.ts';
import { isCurrent, progress } from './run.ts';
import { Session } from './session.ts';
import { readSettings, section } from './settings.ts';
import type { Settings } from './settings.ts';
import type { VerifyInNode } from './verify.ts';
import type { StartWorker } from './worker-client.ts';

/** What the tests in the extension host look at. It is no interface for other extensions. */
export interface UnderhoodApi {
  readonly status: () => PanelStatus;
  /** What the run is of that the page draws. */
  readonly document: () => vscode.TextDocument | undefined;
  /** The number of the run that the page draws; it grows with each run. */
  readonly generation: () => number | undefined;
  readonly summary: () => RunSummary | undefined;
  /** Events of the drawn run that have arrived. */
  readonly events: () => number;
  readonly findings: (document: vscode.TextDocument) => readonly Finding[];
  readonly freeForms: (document: vscode.TextDocument) => readonly FreeForm[];
  readonly highlightedLine: () => number | undefined;
  readonly highlightedDocument: () => vscode.TextDocument | undefined;
  /** What stands at the end of a line, base 0. */
  readonly lineText: (document: vscode.TextDocument, line: number) => string | undefined;
  readonly pageIsLive: () => boolean;
  readonly tabIsLive: () => boolean;
  /** The events that the pages, each for itself, said they are at. */
  readonly pageMoments: () => readonly number[];
  /** The one cursor. */
  readonly momentEvent: () => number | undefined;
  /** The last event that the page said it has drawn. */
  readonly drawnEvent: () => number | undefined;
}

/** What the two kinds of extension host do in their own ways. */
export interface HostParts {
  readonly startWorker: StartWorker;
  readonly realPath?: RealPath;
  readonly verifyInNode?: VerifyInNode;
}

export function activateWith(
  context: vscode.ExtensionContext,
  { startWorker, realPath, verifyInNode }: HostParts,
): UnderhoodApi {
  const { extensionUri, extension, subscriptions } = context;
  const packageJson = extension.packageJSON as { version: string };
  const log = createLog(extension.id, packageJson.version);
  const diagnostics = new Diagnostics();
  const documents = new Documents();
  const highlight = new Highlight();
  const contextKeys = createContextKeys();
  let drawnEvent: number | undefined;

  const settings = (document: vscode.TextDocument) => readSettings(document.uri);
  const files = new WorkspaceFiles({ changed: (path) => session.fileChanged(path) }, realPath);
  const inputs = new Inputs();
  const session: Session = new Session({
    startWorker,
    log,
    settings,
    files,
    inputs,
    wanted: (document) => pages.visible || showsFindings(settings(document)),
    events: {
      page: (message) => pages.post(message),
      hazards: (run, report) => diagnostics.show(run, report, settings(run.document)),
      withdrawn: (document) => diagnostics.withdraw(document),
      changed: () => {
        const { drawn, canGoOn } = session;
        if (!drawn || !isCurrent(drawn)) highlight.clear();
        contextKeys({ 'underhood.hasRun': drawn !== undefined, 'underhood.canGoOn': canGoOn });
        describePanel();
        annotations.changed();
      },
    },
  });
  const annotations = new Annotations({
    session,
    settings,
    selector: languages.map((language) => ({ language })),
  });
  const pages: Pages = new Pages(extensionUri, {
    ready: (page) => {
      session.tellAll((message) => page.post(message));
      pages.sendAwaited();
    },
    message: (page, message) => {
      handlePageMessage(pageContext, page, message).catch((error: unknown) => log.fault(message.type, String(error)));
    },
    visibility: () => {
      if (pages.visible) session.resume();
      else highlight.clear();
    },
    focus: () => contextKeys({ 'underhood.pageHasFocus': pages.haveFocus }),
    rejected: (value) => log.channel.warn('a message of the page was not understood', value),
  });
  const debugging = new DebugSessions(session, {
    changed: () => {
      const { drawn, cursor, isDebugged } = session;
      highlight.clear();
      // The debugger's highlight is gone with it.
      if (!isDebugged && drawn && cursor.moment && pages.visible && settings(drawn.document).highlightLine)
        highlight.show(drawn, cursor.moment);
      annotations.changed();
      describePanel();
    },
  });
  const hazardPages = new HazardPages(extensionUri, startWorker);
  let follow: Follow | undefined;
  const describePanel = (): void => {
    const name = session.drawn?.fileName;
    const isPinned = follow?.isPinned === true;
    contextKeys({ 'underhood.isPinned': isPinned });
    const described = (of: string): string =>
      session.isDebugged ? vscode.l10n.t('{0}, debugged', of) : isPinned ? vscode.l10n.t('{0}, pinned', of) : of;
    pages.describe(name, name === undefined ? undefined : described(name));
  };
  const pageContext: PageContext = {
    extensionUri,
    session,
    passOver: (document) => follow?.passOver(document),
    pages,
    debugging,
    highlight,
    documents,
    inputs,
    highlightLine: (document) => settings(document).highlightLine,
    drawn: (event) => (drawnEvent = event),
    momentSettled: () => annotations.changed(),
  };

  /** What is kept beside a file belongs to its runs. */
  const loadInputs = async (document: vscode.TextDocument): Promise<void> => {
    if ((await inputs.load(document)) && session.document === document) session.rerun();
  };
  const pin = (isPinned: boolean): void => follow?.pin(isPinned);

  subscriptions.push(
    log,
    diagnostics,
    documents,
    highlight,
    annotations,
    session,
    files,
    pages,
    debugging,
    hazardPages,
    registerCommands({
      extensionUri,
      session,
      pages,
      debugging,
      steps: new Stepping(session, debugging),
      documents,
      log,
      hazardPages,
      verifyInNode,
      pin,
    }),
    registerCodeActions({ report: (document) => diagnostics.report(document) }),
    registerHovers({ report: (document) => diagnostics.report(document), drawn: () => session.drawn }),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      // The same event tells that a document became dirty or was saved: that is no change of its text.
      if (contentChanges.length > 0) session.textChanged(document);
    }),
    vscode.workspace.onDidCloseTextDocument((document) => session.closed(document)),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (!change.affectsConfiguration(section)) return;
      diagnostics.withdrawAll();
      highlight.clear();
      annotations.changed();
      session.rerun();
    }),
    (follow = followActiveEditor((target) => {
      session.follow(target);
      describePanel();
      if (target.kind === 'document') void loadInputs(target.document);
    })),
  );
  log.channel.info(
    `Underhood ${packageJson.version}, ${vscode.env.uiKind === vscode.UIKind.Web ? 'web' : 'desktop'} window`,
  );

  return {
    status: () => session.status,
    document: () => session.drawn?.document,
    generation: () => session.drawn?.generation,
    summary: () => session.drawn?.summary,
    events: () => (session.drawn ? progress(session.drawn).events : 0),
    findings: (document) => diagnostics.report(document)?.findings ?? [],
    freeForms: (document) => diagnostics.report(document)?.freeForms ?? [],
    highlightedLine: () => highlight.line,
    highlightedDocument: () => highlight.document,
    lineText: (document, line) => annotations.lineText(document, line),
    pageIsLive: () => pages.panel.page?.live ?? false,
    tabIsLive: () => pages.tab.page?.live ?? false,
    pageMoments: () => pages.moments,
    momentEvent: () => session.cursor.moment?.event,
    drawnEvent: () => drawnEvent,
  };
}

/** Whether a run is of use to somebody who does not look at the view. */
function showsFindings(settings: Settings): boolean {
  return (
    settings['hazards.enabled'] ||
    settings['annotations.values'] ||
    settings['annotations.counts'] ||
    settings['annotations.functions']
  );
}

/** Context keys for when-clauses, set only when they change. */
function createContextKeys(): (keys: Readonly<Record<`underhood.${string}`, boolean>>) => void {
  const known = new Map<string, boolean>();
  return (keys) => {
    for (const [key, value] of Object.entries(keys)) {
      if (known.get(key) === value) continue;
      known.set(key, value);
      void vscode.commands.executeCommand('setContext', key, value);
    }
  };
}
