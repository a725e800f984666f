/**
 * Which document the view follows: the active editor's, where it is JavaScript or TypeScript. Decides only; what to do about it is the
 * session's affair.
 */
import * as vscode from 'vscode';

/** The languages that run, by VS Code's ids. */
export const languages = ['javascript', 'javascriptreact', 'typescript', 'typescriptreact'] as const;

export type Target =
  | { readonly kind: 'none' }
  | { readonly kind: 'unsupported'; readonly fileName: string; readonly reason: string }
  | { readonly kind: 'document'; readonly document: vscode.TextDocument };

/** Panels and inputs that are editors to the API but not to anybody who looks at them. */
const passingSchemes = ['output', 'debug', 'comment', 'vscode-scm', 'vscode-interactive-input', 'underhood'];

export interface Follow extends vscode.Disposable {
  readonly isPinned: boolean;
  /** The document that is followed now stays so, whichever editor is active, until it is closed. */
  pin(isPinned: boolean): void;
  /** The view shows this document beside the run: as long as that editor is active nobody has chosen another program. */
  passOver(document: vscode.TextDocument): void;
}

/** Calls back with the target now, and whenever it may have changed. */
export function followActiveEditor(changed: (target: Target) => void): Follow {
  let target: Target = { kind: 'none' };
  let isPinned = false;
  let passedOver: { readonly document: vscode.TextDocument; wasActive: boolean } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const update = (): void => {
    clearTimeout(timer);
    const editor = vscode.window.activeTextEditor;
    if (passedOver && editor?.document === passedOver.document) passedOver.wasActive = true;
    // It takes a while until it is active, and then counts until another one is.
    else if (passedOver?.wasActive && editor) passedOver = undefined;
    const held = isPinned || passedOver?.wasActive ? kept(target, isOpen) : undefined;
    isPinned &&= held !== undefined;
    target = held ?? targetOf(editor, target);
    changed(target);
  };
  // Between two editors there is none for an instant: wait before the page is told that there is nothing to show.
  const updateSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(update, 250);
  };
  const subscriptions = [
    vscode.window.onDidChangeActiveTextEditor((editor) => (editor ? update() : updateSoon())),
    vscode.window.tabGroups.onDidChangeTabs(updateSoon),
    // A change of language closes the document and opens it again.
    vscode.workspace.onDidOpenTextDocument(updateSoon),
    vscode.workspace.onDidCloseTextDocument(updateSoon),
  ];
  update();
  return {
    get isPinned() {
      return isPinned;
    },
    pin(wanted) {
      isPinned = wanted && target.kind === 'document';
      update();
    },
    passOver: (document) => {
      const isActive = vscode.window.activeTextEditor?.document === document;
      if (!isActive) passedOver = { document, wasActive: false };
    },
    dispose() {
      clearTimeout(timer);
      vscode.Disposable.from(...subscriptions).dispose();
    },
  };
}

export function targetOf(editor: vscode.TextEditor | undefined, before: Target): Target {
  if (!editor) return fileWithoutEditor() ?? kept(before, isOpen) ?? { kind: 'none' };
  const { document } = editor;
  if (passingSchemes.includes(document.uri.scheme)) return kept(before, isVisible) ?? { kind: 'none' };
  if (!isProgram(document)) return kept(before, isVisible) ?? { kind: 'none' };
  return { kind: 'document', document };
}

export function baseName(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

/** Where no extension knows these endings, they still say what a file is. */
function isProgram({ languageId, uri }: vscode.TextDocument): boolean {
  // Declarations only.
  if (/\.d(?:\.\w+)?\.[cm]?ts$/.test(uri.path)) return false;
  return languages.some((language) => language === languageId) || /\.[cm][jt]s$/.test(uri.path);
}

/** The former document, as long as the user still has it: a view beside settings or a walkthrough need not go blank. */
function kept(before: Target, isStillThere: (document: vscode.TextDocument) => boolean): Target | undefined {
  if (before.kind !== 'document' || !isProgram(before.document)) return undefined;
  return isStillThere(before.document) ? before : undefined;
}

/** In another column, for example. */
function isVisible(document: vscode.TextDocument): boolean {
  return vscode.window.visibleTextEditors.some((editor) => editor.document === document);
}

/** In a tab. VS Code keeps the document of a closed tab for a while, so the document itself does not tell. */
function isOpen(document: vscode.TextDocument): boolean {
  const inputs = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ input }) => input));
  const uri = document.uri.toString();
  return inputs.some((input) => input instanceof vscode.TabInputText && input.uri.toString() === uri);
}

/** VS Code keeps very large files from extensions: there is a tab and no editor. Say so rather than "no file". */
function fileWithoutEditor(): Target | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (!(input instanceof vscode.TabInputText) || !/\.(?:[cm]?[jt]s|[jt]sx)$/.test(input.uri.path)) return undefined;
  const open = vscode.workspace.textDocuments.some((document) => document.uri.toString() === input.uri.toString());
  if (open) return undefined;
  const reason = vscode.l10n.t('This file is too large: VS Code does not hand it to extensions.');
  return { kind: 'unsupported', fileName: baseName(input.uri), reason };
}
