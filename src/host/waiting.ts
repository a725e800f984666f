/**
 * What keeps a process open at its end although nothing more happens in it by itself: Node would wait on. libuv: the handles and
 * requests for which uv_loop_alive says yes.
 */
import type { Isolate, Script } from '../engine/index.ts';
import { lineAt, lineStartsOf } from '../line-starts.ts';
import type { Waiting } from '../protocol/run.ts';
import { Agent } from './agents/agent.ts';
import type { Host } from './host.ts';
import type { Request } from './requests.ts';
import { programFrame, sourceOffsetOf } from './source-position.ts';

/** Where in the program something began. */
export interface Site {
  readonly script: Script;
  readonly offset: number;
}

/** The innermost place of the program's own files: not of its packages, where there is another. */
export function siteOf(isolate: Isolate): Site | undefined {
  const frames = [...isolate.frames()].filter(({ shared }) => shared.script.kind !== 'builtin');
  const frame = frames.findLast(({ shared }) => !/[/\\]node_modules[/\\]/.test(shared.script.name));
  const found = frame ?? programFrame(isolate);
  return found && { script: found.shared.script, offset: sourceOffsetOf(found) };
}

export function whatWaits(host: Host): readonly Waiting[] {
  const requests = host.requests.all().filter(({ isRefed, due }) => isRefed && due === Infinity);
  const others = [...host.agent.holders].flatMap((holder) =>
    holder instanceof Agent ? [{ id: -1, words: `the worker ${holder.name}` }] : [],
  );
  return [
    ...requests.map((request) => ({ id: request.id, words: `${wordsOf(request)}${placeOf(request)}` })),
    ...others,
  ];
}

function wordsOf({ kind, name }: Request): string {
  if (kind === 'server' && name.startsWith(':')) return `requests to the server on port ${name.slice(1)}`;
  if (kind === 'server') return `connections to the server on ${name}`;
  return kind === 'message' ? `messages at a ${name}` : name.replace('net.Socket: ', '');
}

/** `script:line`, behind what it is about; the name of a test says its own. */
function placeOf({ site, kind }: Request): string {
  if (site === undefined || site.offset < 0 || kind === 'test') return '';
  const { name, source } = site.script;
  return ` (${name.slice(name.lastIndexOf('/') + 1)}:${lineAt(lineStartsOf(source), site.offset) + 1})`;
}
