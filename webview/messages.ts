/** Messages of the host, checked before they are believed: version, type, and the shape of every field that is used. */
import type { HostToPage } from '../src/protocol/page-messages.ts';

/** The message, or undefined where it is not one of ours or is of another version. */
export function parseHostMessage(data: unknown): HostToPage | undefined {
  if (!isRecord(data) || data['v'] !== 1 || typeof data['type'] !== 'string') return undefined;
  if (!Object.hasOwn(shapes, data['type'])) return undefined;
  return matches(data, shapes[data['type'] as HostToPage['type']]) ? (data as unknown as HostToPage) : undefined;
}

type Check = (value: unknown) => boolean;
type Shape = Readonly<Record<string, Check>>;

const number: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const text: Check = (value) => typeof value === 'string';
const list: Check = (value) => Array.isArray(value);
const oneOf =
  (...names: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && names.includes(value);
const record =
  (shape: Shape): Check =>
  (value) =>
    isRecord(value) && matches(value, shape);

const column: Check = (value) => ArrayBuffer.isView(value) && 'length' in value;

const chunk: Check = (value) => {
  if (!isRecord(value) || !matches(value, chunkShape)) return false;
  const length = (value['type'] as Uint8Array).length;
  return ['step', 'position', 'a', 'b', 'c'].every((name) => (value[name] as Int32Array).length === length);
};

const chunkShape: Shape = {
  start: number,
  type: column,
  step: column,
  position: column,
  a: column,
  b: column,
  c: column,
  texts: list,
  lists: column,
  scripts: list,
  functions: list,
};

const status: Check = (value) => {
  if (!isRecord(value) || typeof value['kind'] !== 'string') return false;
  switch (value['kind']) {
    case 'noFile':
    case 'rerunning':
    case 'running':
    case 'fresh':
    case 'edited':
      return true;
    case 'stale':
    case 'failed':
      return text(value['reason']);
    case 'unsupported':
      return text(value['fileName']) && text(value['reason']);
    default:
      return false;
  }
};

const shapes: { readonly [T in HostToPage['type']]: Shape } = {
  run: {
    generation: number,
    fileName: text,
    source: text,
    runtime: oneOf('node', 'browser'),
    inputs: (value) => value === undefined || number(value),
  },
  chunk: { generation: number, chunk },
  done: { generation: number, summary: record({ outcome: oneOf('completed', 'error', 'limit'), steps: number }) },
  status: { status },
  seek: { generation: number, event: number, step: (value) => value === undefined || number(value) },
  inspected: { generation: number, moment: record({ event: number, frames: list }) },
  expanded: { generation: number, request: number, children: list },
  answered: { generation: number, request: number },
  showShapes: { generation: number, shapes: (value) => list(value) && (value as unknown[]).every(number) },
  command: { command: oneOf('first', 'back', 'playPause', 'forward', 'last') },
};

function matches(value: Record<string, unknown>, shape: Shape): boolean {
  return Object.entries(shape).every(([name, check]) => check(value[name]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
