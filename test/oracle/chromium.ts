/**
 * What a real Chromium prints for a program: one browser for all of them, and as many pages as are asked at once. A page is empty and
 * comes from a route, so that nothing leaves the machine; its only script is the program, at the end of the body.
 */
import type { Browser, CDPSession } from 'playwright-core';
import { launchChromium } from '../../scripts/chromium.mjs';
import { type FixtureServer, startFixtureServer } from './fixture-server.ts';

/** A secure context, which some of the web's APIs ask for. */
const origin = 'http://localhost/';
const pageText = '<!doctype html><html><head></head><body><script src="program.js"></script></body></html>';
/** Nothing more is expected when a page has been silent for so long. */
const silence = 250;

export interface ChromiumJudge {
  /** The console and the errors that nobody handled, in their order, as `underhood run --runtime=browser` prints them. */
  print(source: string, options?: PrintOptions): Promise<string>;
  close(): Promise<void>;
}

export interface PrintOptions {
  /** In ms: how long the program waits for at least. */
  readonly lasts?: number;
  /** What is not expected to change any more: a page that has printed it is not waited for any longer than `silence`. */
  readonly expected?: string;
  /** Network fixtures: a server on this machine answers as they say. Interception would have an order of its own. */
  readonly network?: string | undefined;
}

export async function startChromium(): Promise<ChromiumJudge> {
  const browser = await launchChromium();
  const idle: JudgePage[] = [];
  return {
    print: async (source, options = {}) => {
      if (options.network !== undefined) return await printBesideServer(browser, source, options.network, options);
      const page = idle.pop() ?? (await openPage(browser));
      const text = await page.print(source, options);
      idle.push(page);
      return text;
    },
    close: () => browser.close(),
  };
}

/** What a server on this machine answers: interception would have an order of its own. */
async function printBesideServer(
  browser: Browser,
  source: string,
  network: string,
  options: PrintOptions,
): Promise<string> {
  const server = await startFixtureServer(network, (url) => documentAt(url, source));
  const page = await openPage(browser, server);
  try {
    return await page.print(source, options);
  } finally {
    await page.close();
    await server.close();
  }
}

interface JudgePage {
  print(source: string, options: PrintOptions): Promise<string>;
  close(): Promise<void>;
}

/**
 * A page of a context of its own, which can be used again: another load has another world, and what the last one has stored is
 * cleared. It asks a server on this machine, or gets documents without one.
 */
async function openPage(browser: Browser, server?: FixtureServer): Promise<JudgePage> {
  const context = await browser.newContext({
    locale: 'en-US',
    timezoneId: 'UTC',
    // Chromium does not ask proxies for what is on its own machine, unless it is told to.
    ...(server === undefined ? {} : { proxy: { server: server.address, bypass: '<-loopback>' } }),
  });
  const page = await context.newPage();
  let program = '';
  let lines: string[] = [];
  let lastLine = 0;
  const session = await context.newCDPSession(page);
  await listen(session, (line) => {
    lines.push(line);
    lastLine = performance.now();
  });
  // Simulated networks have no cache, whose locks let requests for one URL wait for each other.
  if (server !== undefined) {
    await session.send('Network.enable');
    await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  } else
    await context.route('**/*', (route) => {
      const { type, text } = documentAt(route.request().url(), program) ?? { type: 'text/html', text: pageText };
      return route.fulfill({ contentType: type, body: text });
    });
  // A program may have dialogs, which block the page until somebody closes them.
  page.on('dialog', (dialog) => void dialog.dismiss());
  return {
    print: async (source, { lasts = 0, expected }) => {
      await page.goto('about:blank');
      await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
      program = source;
      lines = [];
      lastLine = performance.now();
      // As in a new page, nothing but the empty document is before it in its history.
      await session.send('Page.resetNavigationHistory');
      await page.goto(origin);
      const loaded = performance.now();
      const text = (): string => lines.map((line) => `${line}\n`).join('');
      const isDone = (): boolean => {
        const now = performance.now();
        if (now - lastLine < silence || now - loaded < silence + lasts) return false;
        return text() === expected || now - loaded > 2 * silence + 1.5 * lasts;
      };
      while (!isDone()) await new Promise((resolve) => setTimeout(resolve, 20));
      return text();
    },
    close: () => context.close(),
  };
}

function documentAt(url: string, source: string): { readonly type: string; readonly text: string } | undefined {
  if (url.endsWith('.js')) return { type: 'text/javascript', text: source };
  if (url === origin) return { type: 'text/html; charset=utf-8', text: pageText };
  return url.endsWith('/favicon.ico') ? { type: 'image/x-icon', text: '' } : undefined;
}

/** Console and errors come by one channel, so that their order is kept. */
async function listen(session: CDPSession, tell: (line: string) => void): Promise<void> {
  session.on('Runtime.consoleAPICalled', ({ args }) => tell(args.map(textOf).join(' ')));
  session.on('Runtime.exceptionThrown', ({ exceptionDetails: { text, exception } }) =>
    tell(exception === undefined ? text : `${text} ${textOf(exception)}`),
  );
  await session.send('Runtime.enable');
}

interface RemoteObject {
  readonly type: string;
  readonly subtype?: string;
  readonly value?: unknown;
  readonly description?: string;
  readonly unserializableValue?: string;
}

/** Programs print texts and other primitives: how objects look on the console is another question. */
function textOf({ type, subtype, value, description, unserializableValue }: RemoteObject): string {
  if (type === 'string') return String(value);
  if (subtype === 'error') return withoutFrames(description ?? '');
  return unserializableValue ?? description ?? String(subtype ?? value ?? type);
}

/** The frames of stacks are judged elsewhere: the address of the program differs. */
export function withoutFrames(text: string): string {
  return text.replace(/\n {4,}at [^\n]*/g, '');
}
