/**
 * Network fixtures: what the simulated network answers, from one JSON file of the workspace. schemas/network.schema.json says the
 * same to editors. What is wrong is left out and told of, with its place; the rest holds.
 */
import { JsonProblem, type JsonNode, parsePositionedJson, plainValue } from './positioned-json.ts';

export const fixtureFileName = 'underhood.network.json';
const defaultLatency = 30;

export interface Piece {
  /** Text; bytes come from texts only. */
  readonly text: string;
  /** In ms after the piece before it. */
  readonly delay: number;
}

export interface Route {
  readonly url: string;
  /** In upper case; undefined: any. */
  readonly method: string | undefined;
  readonly status: number;
  readonly statusText: string | undefined;
  readonly headers: readonly (readonly [string, string])[];
  readonly latency: number | undefined;
  readonly pieces: readonly Piece[];
  /** A file with the body, as it is written. */
  readonly file: string | undefined;
  /** The connection fails, for this reason. */
  readonly fail: string | undefined;
  readonly never: boolean;
}

export interface SocketMessage extends Piece {
  /** For events: their name and id. */
  readonly event: string | undefined;
  readonly id: string | undefined;
}

/** A WebSocket's or an EventSource's other side. */
export interface Channel {
  readonly url: string;
  readonly latency: number | undefined;
  readonly messages: readonly SocketMessage[];
  /** Answers to what the program sends: `to` as in URLs, with `*`. */
  readonly replies: readonly (Piece & { readonly to: string })[];
  readonly close: { readonly delay: number; readonly code: number; readonly reason: string } | undefined;
  readonly fail: string | undefined;
  readonly never: boolean;
}

export interface Fixtures {
  readonly latency: number;
  readonly routes: readonly Route[];
  readonly sockets: readonly Channel[];
  readonly events: readonly Channel[];
  readonly problems: readonly FixtureProblem[];
}

export interface FixtureProblem {
  readonly message: string;
  readonly offset: number;
}

export const noFixtures: Fixtures = { latency: defaultLatency, routes: [], sockets: [], events: [], problems: [] };

export function parseFixtures(text: string): Fixtures {
  const problems: FixtureProblem[] = [];
  let root: JsonNode;
  try {
    root = parsePositionedJson(text.replace(/^\uFEFF/, ' '));
  } catch (error) {
    if (!(error instanceof JsonProblem)) throw error;
    return { ...noFixtures, problems: [{ message: error.message, offset: error.offset }] };
  }
  const file = new Members(root, 'the file', problems);
  const list = <Entry>(key: string, read: (members: Members) => Entry | undefined): Entry[] =>
    file.list(key).flatMap((node, index) => read(new Members(node, `${key}[${index}]`, problems)) ?? []);
  const fixtures = {
    latency: file.number('latency', 0) ?? defaultLatency,
    routes: list('routes', readRoute),
    sockets: list('sockets', readChannel),
    events: list('events', readChannel),
    problems,
  };
  file.finish(['$schema']);
  return fixtures;
}

function readRoute(members: Members): Route | undefined {
  const url = members.text('url');
  if (url === undefined) members.missing('url');
  const body = ['text', 'json', 'file', 'chunks'].filter((key) => members.has(key));
  if (body.length > 1) members.problem(body[1]!, `an answer has one body: "${body[0]}" or "${body[1]}"`);
  const json = members.take('json');
  const given = members.text('text');
  const text = json === undefined ? given : JSON.stringify(plainValue(json), null, 2);
  const pieces = members.list('chunks').flatMap((node, index) => members.piece(node, `chunks[${index}]`) ?? []);
  const redirect = members.text('redirect');
  const headers = members.headers('headers');
  const hasType = headers.some(([name]) => name.toLowerCase() === 'content-type');
  const type = json === undefined ? 'text/plain;charset=UTF-8' : 'application/json';
  const file = members.text('file');
  const status = members.number('status', 200, 599) ?? (redirect === undefined ? 200 : 302);
  const hasBody = body.length > 0;
  const route: Route = {
    url: url ?? '',
    method: members.text('method')?.toUpperCase(),
    status,
    statusText: members.text('statusText'),
    headers: [
      ...(hasBody && !hasType ? [['content-type', file === undefined ? type : typeOfFile(file)] as const] : []),
      ...(redirect === undefined ? [] : [['location', redirect] as const]),
      ...headers,
    ],
    latency: members.number('latency', 0),
    pieces: text === undefined ? pieces : [{ text, delay: 0 }],
    file,
    fail: members.reason('fail'),
    never: members.boolean('never'),
  };
  members.finish();
  return url === undefined ? undefined : route;
}

function readChannel(members: Members): Channel | undefined {
  const url = members.text('url');
  if (url === undefined) members.missing('url');
  const close = members.take('close');
  const closing = close && new Members(close, `${members.path}.close`, members.problems);
  const channel: Channel = {
    url: url ?? '',
    latency: members.number('latency', 0),
    messages: members.list('messages').flatMap((node, index) => members.message(node, `messages[${index}]`) ?? []),
    replies: members.list('replies').flatMap((node, index) => members.reply(node, `replies[${index}]`) ?? []),
    close: closing && {
      delay: closing.number('delay', 0) ?? 0,
      code: closing.number('code', 1000, 4999) ?? 1000,
      reason: closing.text('reason') ?? '',
    },
    fail: members.reason('fail'),
    never: members.boolean('never'),
  };
  closing?.finish();
  members.finish();
  return url === undefined ? undefined : channel;
}

const typesByExtension: Readonly<Record<string, string>> = {
  json: 'application/json',
  html: 'text/html;charset=UTF-8',
  css: 'text/css;charset=UTF-8',
  js: 'text/javascript;charset=UTF-8',
  svg: 'image/svg+xml',
  xml: 'application/xml',
  csv: 'text/csv;charset=UTF-8',
};

function typeOfFile(path: string): string {
  return typesByExtension[path.slice(path.lastIndexOf('.') + 1)] ?? 'text/plain;charset=UTF-8';
}

/** The members of an object, each taken once; what is of another kind than it should be is told of and left out. */
class Members {
  readonly path: string;
  readonly problems: FixtureProblem[];
  private readonly node: JsonNode;
  private readonly taken = new Set<string>();

  constructor(node: JsonNode, path: string, problems: FixtureProblem[]) {
    this.node = node;
    this.path = path;
    this.problems = problems;
    if (node.kind !== 'object') problems.push({ message: `${path} must be an object`, offset: node.start });
  }

  has(key: string): boolean {
    return this.node.kind === 'object' && this.node.members.has(key);
  }

  take(key: string): JsonNode | undefined {
    this.taken.add(key);
    return this.node.kind === 'object' ? this.node.members.get(key)?.value : undefined;
  }

  problem(key: string, message: string): void {
    const member = this.node.kind === 'object' ? this.node.members.get(key) : undefined;
    this.problems.push({ message: `${this.path}: ${message}`, offset: member?.start ?? this.node.start });
  }

  missing(key: string): void {
    if (this.node.kind === 'object') this.problem('', `"${key}" is missing`);
  }

  text(key: string): string | undefined {
    const node = this.take(key);
    if (node === undefined || node.kind === 'string') return node?.value;
    this.problem(key, `"${key}" must be a string`);
    return undefined;
  }

  number(key: string, least: number, most = Infinity): number | undefined {
    const node = this.take(key);
    if (node === undefined) return undefined;
    if (node.kind === 'number' && node.value >= least && node.value <= most) return node.value;
    const range = most === Infinity ? `a number of at least ${least}` : `a number from ${least} to ${most}`;
    this.problem(key, `"${key}" must be ${range}`);
    return undefined;
  }

  boolean(key: string): boolean {
    const node = this.take(key);
    if (node !== undefined && node.kind !== 'boolean') this.problem(key, `"${key}" must be true or false`);
    return node?.kind === 'boolean' && node.value;
  }

  /** true, or the reason. */
  reason(key: string): string | undefined {
    const node = this.take(key);
    if (node === undefined || (node.kind === 'boolean' && !node.value)) return undefined;
    if (node.kind === 'string') return node.value;
    if (node.kind !== 'boolean') this.problem(key, `"${key}" must be true, or a reason such as "ECONNRESET"`);
    return 'ECONNREFUSED';
  }

  list(key: string): readonly JsonNode[] {
    const node = this.take(key);
    if (node !== undefined && node.kind !== 'array') this.problem(key, `"${key}" must be a list`);
    return node?.kind === 'array' ? node.items : [];
  }

  headers(key: string): [string, string][] {
    const node = this.take(key);
    if (node === undefined) return [];
    const members = new Members(node, `${this.path}.${key}`, this.problems);
    if (node.kind !== 'object') return [];
    return [...node.members].flatMap(([name, { value }]) => {
      if (!/^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/.test(name))
        members.problem(name, `"${name}" cannot be the name of a header`);
      else if (value.kind === 'string') return [[name, value.value] as [string, string]];
      else if (value.kind === 'number') return [[name, String(value.value)] as [string, string]];
      else members.problem(name, `"${name}" must be a string`);
      return [];
    });
  }

  /** A text, or an object with its delay. */
  piece(node: JsonNode, name: string): Piece | undefined {
    if (node.kind === 'string') return { text: node.value, delay: 0 };
    const members = new Members(node, `${this.path}.${name}`, this.problems);
    const piece = members.content();
    members.finish();
    return piece;
  }

  message(node: JsonNode, name: string): SocketMessage | undefined {
    if (node.kind === 'string') return { text: node.value, delay: 0, event: undefined, id: undefined };
    const members = new Members(node, `${this.path}.${name}`, this.problems);
    const message = { ...members.content(), event: members.text('event'), id: members.text('id') };
    members.finish();
    return message;
  }

  reply(node: JsonNode, name: string): (Piece & { readonly to: string }) | undefined {
    const members = new Members(node, `${this.path}.${name}`, this.problems);
    const reply = { to: members.text('to') ?? '*', ...members.content() };
    members.finish();
    return reply;
  }

  private content(): Piece {
    const json = this.take('json');
    const text = json === undefined ? this.text('text') : JSON.stringify(plainValue(json));
    return { text: text ?? '', delay: this.number('delay', 0) ?? 0 };
  }

  /** What nobody asked for is a mistake. */
  finish(known: readonly string[] = []): void {
    if (this.node.kind !== 'object') return;
    for (const key of this.node.members.keys()) {
      if (!this.taken.has(key) && !known.includes(key)) this.problem(key, `"${key}" is not known here`);
    }
  }
}

/** Whether a URL is meant: the whole of it, or only its path and query; `*` stands for any characters. */
export function matches(pattern: string, url: string): boolean {
  if (pattern.startsWith('/')) return matchesText(pattern, url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, ''));
  return matchesText(pattern, url) || (!pattern.includes('*') && `${pattern}/` === url);
}

export function matchesText(pattern: string, text: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const [index, part] of rest.entries()) {
    const isLast = index === rest.length - 1;
    const found = isLast ? (text.endsWith(part) ? text.length - part.length : -1) : text.indexOf(part, at);
    if (found < at) return false;
    at = found + part.length;
  }
  return at === text.length;
}
