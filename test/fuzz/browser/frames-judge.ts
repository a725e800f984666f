/**
 * What a real Chromium prints for random programs: many at once, each in a frame of its own of one page. They share the thread, and
 * so what is slow for one is slow for all; the order within each is its own.
 */
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../../scripts/chromium.mjs';

/** In ms, behind the last timer. */
const margin = 150;

export interface FramesJudge {
  /** What each prints within `lasts` ms, line by line. */
  print(sources: readonly string[], lasts: number): Promise<string[][]>;
  close(): Promise<void>;
}

export async function startFramesJudge(): Promise<FramesJudge> {
  const browser: Browser = await launchChromium();
  const context = await browser.newContext();
  await context.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><body>' }));
  const page = await context.newPage();
  await page.goto('http://localhost/');
  return {
    print: (sources, lasts) => printInFrames(page, sources, lasts + margin),
    close: () => browser.close(),
  };
}

async function printInFrames(page: Page, sources: readonly string[], patience: number): Promise<string[][]> {
  const run = `async ({ sources, patience }) => {
    const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
    const results = sources.map(() => []);
    const frames = sources.map((_, index) => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      frame.contentWindow.console.log = (text) => void results[index].push(text);
      return frame;
    });
    await pause(30);
    for (const [index, { contentDocument }] of frames.entries()) {
      const script = contentDocument.createElement('script');
      script.textContent = sources[index];
      contentDocument.body.append(script);
      await pause(0);
    }
    await pause(patience);
    for (const frame of frames) frame.remove();
    return results;
  }`;
  return await page.evaluate(`(${run})(${JSON.stringify({ sources, patience })})`);
}
