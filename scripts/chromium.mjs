// Which browser the tests drive: the one named in CHROMIUM, else a Chromium or Chrome that is installed in a usual place.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The browser's program file, or undefined where there is none. */
export const findChromium = () => process.env.CHROMIUM ?? usualPlaces.find((file) => existsSync(file));

/** Starts the browser without a window. */
export function launchChromium() {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('No Chromium or Chrome found; name one in the variable CHROMIUM.');
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
