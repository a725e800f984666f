/** The way in on the desktop and on remotes: the engine runs in a thread of worker_threads. */
import { realpath } from 'node:fs/promises';
import * as vscode from 'vscode';
import { activateWith } from './activate.ts';
import type { UnderhoodApi } from './activate.ts';
import { documentOf } from '../verify/report.ts';
import { verifyRun } from '../verify/verify.ts';
import type { VerifyInNode } from './verify.ts';
import { threadStarter } from './worker-thread.ts';

export function activate(context: vscode.ExtensionContext): UnderhoodApi {
  const path = vscode.Uri.joinPath(context.extensionUri, 'dist', 'worker.js').fsPath;
  return activateWith(context, { startWorker: threadStarter(path), realPath: realpath, verifyInNode });
}

const verifyInNode: VerifyInNode = async (claims, request) => {
  const verified = await verifyRun(claims, request);
  return verified.ok ? { document: documentOf(verified.run) } : verified;
};
