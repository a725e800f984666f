/**
 * The simulated network: which fixture answers a request. Nothing leaves the machine; what no fixture answers gets a stand-in
 * that says so. The file is one of the run's (files.ts), so a replay meets the same answers.
 */
import { lineAt, lineStartsOf } from '../../line-starts.ts';
import type { Host } from '../host.ts';
import { resolving } from '../loading/loader-errors.ts';
import { directoriesUp, directoryOf, joinPath } from '../loading/paths.ts';
import {
  type Channel,
  fixtureFileName,
  type Fixtures,
  matches,
  noFixtures,
  parseFixtures,
  type Piece,
  type Route,
} from './fixtures.ts';

export interface Answer {
  readonly isStandIn: boolean;
  readonly latency: number;
  readonly status: number;
  readonly statusText: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly pieces: readonly Piece[];
  readonly fail: string | undefined;
  readonly never: boolean;
}

/** Of so many the words are said one by one. */
const mostStandIns = 10;

/** The fixtures of a run, read at the first request. */
export class Network {
  private readonly host: Host;
  private loaded: { readonly fixtures: Fixtures; readonly path: string | undefined } | undefined;
  /** Requests that somebody has been told of: their answers are no real server's. */
  private readonly standIns = new Set<string>();

  constructor(host: Host) {
    this.host = host;
  }

  answer(method: string, url: string): Answer {
    return this.route(method, url) ?? this.standIn(method, url.replace(/#.*$/s, ''), this.latency);
  }

  /** Undefined: no fixture is about that. */
  route(method: string, url: string): Answer | undefined {
    const { fixtures, path } = this.load();
    const target = url.replace(/#.*$/s, '');
    const route = fixtures.routes.find(
      (candidate) => (candidate.method ?? method) === method && matches(candidate.url, target),
    );
    return route && this.answerOf(route, fixtures.latency, path!);
  }

  /** Undefined: no fixture is about that URL. */
  channel(kind: 'sockets' | 'events', url: string): (Channel & { readonly latency: number }) | undefined {
    const { fixtures } = this.load();
    const found = fixtures[kind].find((candidate) => matches(candidate.url, url));
    return found && { ...found, latency: found.latency ?? fixtures.latency };
  }

  get latency(): number {
    return this.load().fixtures.latency;
  }

  /** Says that an answer is none of a real server's; once of each request, and of many that there are more. */
  tellOfStandIn(what: string): void {
    const { size } = this.standIns;
    if (size > mostStandIns || this.standIns.has(what)) return;
    this.standIns.add(what);
    if (size > 0) {
      const words =
        size < mostStandIns
          ? `${what} is answered by a stand-in, too.`
          : 'Other requests are answered by stand-ins, too.';
      this.host.print('warn', `Underhood: ${words}`);
      return;
    }
    const where = this.load().path ?? `${fixtureFileName} beside the program`;
    this.host.print(
      'warn',
      `Underhood: ${what} is answered by a stand-in, because nothing leaves this machine. Describe the answer in ${where}.`,
    );
  }

  private answerOf(route: Route, latency: number, path: string): Answer {
    const { status, statusText, headers, fail, never, file } = route;
    const answer = {
      isStandIn: false,
      latency: route.latency ?? latency,
      status,
      statusText: statusText ?? reasonPhrases[status] ?? '',
      headers,
      pieces: route.pieces,
      fail,
      never,
    };
    if (file === undefined) return answer;
    const bodyPath = joinPath(directoryOf(path), file);
    const text = this.textOf(bodyPath);
    if (text !== undefined) return { ...answer, pieces: [{ text, delay: 0 }] };
    this.host.print(
      'warn',
      `Underhood: ${path}: the body of ${route.url} is to be ${bodyPath}, which is not there or cannot be read`,
    );
    return { ...answer, pieces: [] };
  }

  private standIn(method: string, url: string, latency: number): Answer {
    this.tellOfStandIn(`${method} ${url}`);
    const body = {
      underhood: 'stand-in',
      request: `${method} ${url}`,
      message: `No fixture answers this request, and nothing leaves this machine: describe the answer in ${fixtureFileName}.`,
    };
    return {
      isStandIn: true,
      latency,
      status: 200,
      statusText: 'OK',
      headers: [
        ['content-type', 'application/json'],
        ['x-underhood', 'stand-in'],
      ],
      pieces: [{ text: JSON.stringify(body, null, 2), delay: 0 }],
      fail: undefined,
      never: false,
    };
  }

  private load(): { readonly fixtures: Fixtures; readonly path: string | undefined } {
    if (this.loaded !== undefined) return this.loaded;
    const { environment } = this.host;
    const named = environment.networkFile;
    const directory = directoryOf(environment.fileName);
    const paths =
      named === undefined
        ? directoriesUp(directory).map((folder) => joinPath(folder, fixtureFileName))
        : [joinPath(directory, named)];
    const texts = resolving(this.host, () => paths.map((path) => this.host.files.text(path)));
    const index = texts.findIndex((text) => text !== undefined);
    const path = paths[index];
    const text = texts[index];
    if (path === undefined || text === undefined) {
      if (named !== undefined) this.host.print('warn', `Underhood: ${paths[0]}: there are no network fixtures there`);
      this.loaded = { fixtures: noFixtures, path: undefined };
      return this.loaded;
    }
    const fixtures = parseFixtures(text);
    this.loaded = { fixtures, path };
    const starts = lineStartsOf(text);
    for (const { message, offset } of fixtures.problems) {
      const line = lineAt(starts, offset);
      this.host.print('warn', `Underhood: ${path}:${line + 1}:${offset - starts[line]! + 1}: ${message}`);
    }
    return this.loaded;
  }

  private textOf(path: string): string | undefined {
    return resolving(this.host, () => this.host.files.text(path));
  }
}

const reasonPhrases: Readonly<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  204: 'No Content',
  206: 'Partial Content',
  301: 'Moved Permanently',
  302: 'Found',
  303: 'See Other',
  304: 'Not Modified',
  307: 'Temporary Redirect',
  308: 'Permanent Redirect',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  410: 'Gone',
  415: 'Unsupported Media Type',
  418: "I'm a Teapot",
  422: 'Unprocessable Entity',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};
