/**
 * Values in the text while an Underhood session stands still: at the ends of lines, and for hovers. VS Code asks every provider
 * of a language, whoever debugs: so these are there only as long as a session of ours lives, and other debuggers keep theirs.
 */
import type { DebugProtocol as Dap } from '@vscode/debugprotocol';
import * as vscode from 'vscode';
import { languages } from '../follow.ts';
import { debugType } from './configurations.ts';
import { expressionAt, namesIn } from './names.ts';

/** What a line shows of a value. */
const longestValue = 80;

/** Names of a frame, by scope from the innermost outwards. */
interface NamedScope {
  /** Of the function that runs, not of those around it. */
  readonly isOwn: boolean;
  readonly range: vscode.Range | undefined;
  readonly values: ReadonlyMap<string, string>;
}

export function registerValuesInText(): vscode.Disposable {
  const selector = languages.map((language) => ({ language }));
  return vscode.Disposable.from(
    vscode.languages.registerInlineValuesProvider(selector, { provideInlineValues }),
    vscode.languages.registerEvaluatableExpressionProvider(selector, { provideEvaluatableExpression }),
  );
}

function provideEvaluatableExpression(
  document: vscode.TextDocument,
  position: vscode.Position,
): vscode.EvaluatableExpression | undefined {
  if (vscode.debug.activeDebugSession?.type !== debugType) return undefined;
  // A line is not enough where a comment or a chain began above it, and a whole file is more than a hover is worth.
  const first = document.lineAt(Math.max(0, position.line - 100)).range.start;
  const last = document.lineAt(position.line).range.end;
  const base = document.offsetAt(first);
  const found = expressionAt(document.getText(new vscode.Range(first, last)), document.offsetAt(position) - base);
  if (!found) return undefined;
  const range = new vscode.Range(document.positionAt(base + found.start), document.positionAt(base + found.end));
  return new vscode.EvaluatableExpression(range, document.getText(range));
}

async function provideInlineValues(
  document: vscode.TextDocument,
  viewPort: vscode.Range,
  { frameId, stoppedLocation }: vscode.InlineValueContext,
  token: vscode.CancellationToken,
): Promise<vscode.InlineValue[]> {
  const session = vscode.debug.activeDebugSession;
  if (session?.type !== debugType) return [];
  const scopes = await scopesOf(session, frameId, token);
  if (!scopes || token.isCancellationRequested) return [];
  // Below the line that runs nothing has happened yet.
  const first = Math.max(viewPort.start.line, functionStart(scopes));
  const last = Math.min(viewPort.end.line, stoppedLocation.end.line, document.lineCount - 1);
  if (last < first) return [];
  const start = new vscode.Position(first, 0);
  const base = document.offsetAt(start);
  const values: vscode.InlineValue[] = [];
  const shown = new Set<string>();
  for (const { text, start: offset, isProperty } of namesIn(
    document.getText(new vscode.Range(start, document.lineAt(last).range.end)),
  )) {
    if (isProperty) continue;
    const at = document.positionAt(base + offset);
    const value = scopes
      .find((scope) => scope.values.has(text) && (scope.range?.contains(at) ?? true))
      ?.values.get(text);
    const key = `${at.line} ${text}`;
    if (value === undefined || shown.has(key)) continue;
    shown.add(key);
    const end = document.positionAt(base + offset + text.length);
    values.push(new vscode.InlineValueText(new vscode.Range(at, end), `${text} = ${shortened(value)}`));
  }
  return values;
}

async function scopesOf(
  session: vscode.DebugSession,
  frameId: number,
  token: vscode.CancellationToken,
): Promise<NamedScope[] | undefined> {
  try {
    const { scopes } = (await session.customRequest('scopes', { frameId })) as Dap.ScopesResponse['body'];
    const named: NamedScope[] = [];
    for (const scope of scopes) {
      if (token.isCancellationRequested) return undefined;
      if (scope.expensive || scope.presentationHint === 'registers') continue;
      const { variables } = (await session.customRequest('variables', {
        variablesReference: scope.variablesReference,
      })) as Dap.VariablesResponse['body'];
      const worthIt = variables.filter(
        ({ name, type, value }) => name !== 'this' && type !== 'function' && value !== '<value unavailable>',
      );
      named.push({
        isOwn: isOwn(scope),
        range: rangeOf(scope),
        values: new Map(worthIt.map(({ name, value }) => [name, value])),
      });
    }
    return named;
  } catch {
    // The session has ended or gone on meanwhile: it will be asked again where it stops next.
    return undefined;
  }
}

/** Where the function begins that runs: names above it are of others. */
function functionStart(scopes: readonly NamedScope[]): number {
  const lines = scopes.flatMap(({ isOwn: own, range }) => (own && range ? [range.start.line] : []));
  return lines.length === 0 ? 0 : Math.min(...lines);
}

function isOwn({ presentationHint }: Dap.Scope): boolean {
  return presentationHint === 'locals' || presentationHint === 'arguments';
}

/** DAP's lines and columns count from 1 for VS Code. */
function rangeOf({ line, column = 1, endLine, endColumn = 1 }: Dap.Scope): vscode.Range | undefined {
  return line === undefined || endLine === undefined
    ? undefined
    : new vscode.Range(line - 1, column - 1, endLine - 1, endColumn - 1);
}

function shortened(value: string): string {
  return value.length <= longestValue ? value : `${value.slice(0, longestValue - 1)}…`;
}
