/** What each message of the sidebar's page does. */
import * as vscode from 'vscode';
import type { PageToHost } from '../protocol.ts';
import type { Documents } from './documents.ts';
import { openExample } from './examples.ts';
import type { Highlight } from './highlight.ts';
import type { Panel } from './panel.ts';
import { isCurrent } from './run.ts';
import type { Session } from './session.ts';
import { writeSetting } from './settings.ts';

export interface PageContext {
  readonly extensionUri: vscode.Uri;
  readonly session: Session;
  readonly panel: Panel;
  readonly highlight: Highlight;
  readonly documents: Documents;
  readonly highlightLine: (document: vscode.TextDocument) => boolean;
  readonly drawn: (event: number) => void;
}

type Handled = Exclude<PageToHost, { type: 'ready' }>;
type Handlers = {
  readonly [Type in Handled['type']]: (context: PageContext, message: Extract<Handled, { type: Type }>) => unknown;
};

const handlers: Handlers = {
  moment({ session, highlight, highlightLine }, { generation, event, script, position, settled }) {
    const run = session.drawn;
    if (run?.generation !== generation) return;
    const moment = { generation, event, script, position, settled };
    session.momentChanged(moment);
    if (highlightLine(run.document)) highlight.show(run, moment);
  },
  async inspect({ session, panel }, { generation, event }) {
    if (session.held?.generation !== generation) return;
    const moment = await session.requests.inspect(generation, event);
    if (moment) panel.post({ v: 1, type: 'inspected', generation, moment });
  },
  async expand({ session, panel }, { generation, request, event, path }) {
    if (session.held?.generation !== generation) return;
    const children = await session.requests.expand(generation, event, path);
    if (children) panel.post({ v: 1, type: 'expanded', generation, request, children });
  },
  reveal,
  goOn({ session }, { generation }) {
    if (session.drawn?.generation === generation) session.goOn();
  },
  setRuntime: ({ session }, { runtime }) => writeSetting('runtime', runtime, session.document?.uri),
  openExamples: ({ extensionUri }) => openExample(extensionUri),
  drawn({ session, drawn }, { generation, event }) {
    if (session.drawn?.generation === generation) drawn(event);
  },
};

export async function handlePageMessage(context: PageContext, message: Handled): Promise<void> {
  const handler = handlers[message.type] as (context: PageContext, message: Handled) => unknown;
  await handler(context, message);
}

/** Shows a source without taking the keyboard away from the page. */
async function reveal(
  { session, documents }: PageContext,
  { script, position }: { script: number; position: number },
): Promise<void> {
  const document = script === 0 ? mainDocument(session, position) : await evalDocument(session, documents, script);
  if (!document || position < 0) return;
  const at = document.positionAt(position);
  const viewColumn = vscode.window.visibleTextEditors.find((editor) => editor.document === document)?.viewColumn;
  await vscode.window.showTextDocument(document, {
    preserveFocus: true,
    preview: script !== 0,
    selection: new vscode.Range(at, at),
    ...(viewColumn === undefined ? {} : { viewColumn }),
  });
}

/** The file, if the offset means something in the text that it has now. */
function mainDocument({ drawn, status, document }: Session, position: number): vscode.TextDocument | undefined {
  // What does not parse is told by its place in the very text that does not.
  const isAboutText = status.kind === 'stale' || status.kind === 'failed';
  if (isAboutText && status.offset === position) return document;
  // An older run's offsets mean nothing in a text that was edited since.
  return drawn && isCurrent(drawn) ? drawn.document : undefined;
}

async function evalDocument(
  session: Session,
  documents: Documents,
  script: number,
): Promise<vscode.TextDocument | undefined> {
  const run = session.drawn;
  const source = run?.scripts[script]?.source;
  if (!run || source === undefined) return undefined;
  return documents.open(`run-${run.generation}/eval-${script}.js`, source);
}
