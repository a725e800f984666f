/** What can stand where the user writes in the debug console. */
import type { DebugProtocol as Dap } from '@vscode/debugprotocol';
import type { CompletionView } from '../protocol/questions.ts';
import { consoleCommands } from './console-commands.ts';
import { frameOf } from './find-child.ts';
import type { Handler } from './requests.ts';

const types: { readonly [Kind in CompletionView['kind']]: Dap.CompletionItemType } = {
  variable: 'variable',
  property: 'property',
  method: 'method',
  function: 'function',
  class: 'class',
  keyword: 'keyword',
};

export const completions: Handler<'completions'> = async (session, { text, line, column, frameId }) => {
  const { firstLine, firstColumn } = session.dialect;
  const lines = text.split('\n');
  const index = Math.min(Math.max(0, (line ?? firstLine) - firstLine), lines.length - 1);
  const before = [...lines.slice(0, index), lines[index]!.slice(0, Math.max(0, column - firstColumn))].join('\n');
  if (/^\s*\.[a-z]*$/i.test(before)) return { targets: commandTargets() };
  const [, command = ''] = /^(\s*\.change\s+)/.exec(before) ?? [];
  const { moment, frame } = frameOf(session, frameId);
  const answer = await session.ask('completions', { moment, frame, text: before.slice(command.length) });
  return {
    targets: answer.completions.map(({ label, kind, detail }, index) => ({
      label,
      type: types[kind],
      // What is nearest comes first: clients would sort by the label, and begin with __defineGetter__.
      sortText: String(index).padStart(6, '0'),
      ...(detail === '' ? {} : { detail }),
    })),
  };
};

function commandTargets(): Dap.CompletionItem[] {
  return Object.entries(consoleCommands).map(([name, { does }]) => ({ label: name, type: 'keyword', detail: does }));
}
