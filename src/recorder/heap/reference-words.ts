/** References and roots in words: how a retaining path reads. */
import type { RootKind } from '../../engine/index.ts';
import type { HeapRootGroup } from '../../protocol/heap-views.ts';
import type { Edge } from './reached-objects.ts';
import { type ReferenceKind, referenceKinds } from './references.ts';

export const rootWords: Readonly<Record<RootKind, string>> = {
  stack: 'a variable of a function that runs',
  frame: 'a function that runs',
  global: 'the global object',
  scriptContext: 'let, const and class of the script',
  builtins: 'the surroundings',
  microtasks: 'a microtask that waits',
  job: 'the job that runs',
  keptAlive: 'a WeakRef that this job has looked at',
  host: 'the event loop',
};

/** What the host calls what it holds of a timer. */
const timerWords: Readonly<Record<string, string>> = { callback: 'its callback', args: 'its arguments' };

/** `line`: where a timer was started, as far as that is known. */
export function rootText({ root, timer, name, frame }: Edge, line?: number): string {
  if (frame !== undefined) return `the frame of ${frame}`;
  const base = rootWords[root ?? 'builtins'];
  if (timer === undefined) return base;
  const where = line === undefined ? 'that waits' : `started at line ${line}`;
  const what = timerWords[name] ?? `its ${name}`;
  return `${base}: a ${timer.isInterval ? 'setInterval' : 'setTimeout'} ${where}, ${what}`;
}

export function referenceText({ kind, name }: Pick<Edge, 'kind' | 'name'>): string {
  return name === '' ? referenceKinds[kind] : `${referenceKinds[kind]} ${name}`;
}

/** What a root is called where what it refers to stands below it. */
export function rootName({ root, timer, frame }: Edge, line?: number): string {
  if (frame !== undefined) return frame;
  if (timer === undefined) return rootWords[root ?? 'builtins'];
  return `${timer.isInterval ? 'setInterval' : 'setTimeout'}${line === undefined ? '' : ` of line ${line}`}`;
}

/** In the order in which they are drawn. */
export const rootGroups: Readonly<Record<RootKind, HeapRootGroup>> = {
  frame: 'frame',
  stack: 'frame',
  job: 'frame',
  keptAlive: 'frame',
  scriptContext: 'global',
  global: 'global',
  microtasks: 'waits',
  host: 'waits',
  builtins: 'surroundings',
};

/** References of one kind from and to objects of one kind, by the first and the last name that they have; '' where there is none. */
export function labelOf(kind: ReferenceKind, first: string | number, last: string | number): string {
  if (first === '') return '';
  const isOne = first === last;
  switch (kind) {
    case 'property':
    case 'getter':
    case 'setter':
      return isOne ? `.${first}` : `.${first}, …`;
    case 'element':
      return isOne ? `[${first}]` : `[${first} … ${last}]`;
    case 'value':
      return typeof first === 'string' ? `[${first}${isOne ? '' : ', …'}]` : '';
    case 'key':
      return '';
    default:
      return isOne ? String(first) : `${first}, …`;
  }
}

/** The kind alone. */
export function kindText(kind: ReferenceKind): string {
  return referenceKinds[kind].replace(/of entry$/, 'of an entry').replace(/ of$/, '');
}
