/** How the tests of the workbench wait: for conditions, however slow the machine is. */
import type { Locator } from 'playwright-core';

/** How long anything may take on a machine that does much else: nothing is found out by waiting less. */
export const patienceMs = 40_000;

/** Waits until what is read fits; the error tells what was read last. */
export async function eventually<T>(
  read: () => Promise<T>,
  fits: (value: T) => boolean,
  what: string,
  milliseconds = patienceMs,
): Promise<T> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const value = await read();
    if (fits(value)) return value;
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}; last was ${JSON.stringify(value)}.`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

export async function within(milliseconds: number, work: Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  await Promise.race([work, new Promise((resolve) => (timer = setTimeout(resolve, milliseconds)))]);
  clearTimeout(timer);
}

/** Does it again where it has not led to what it is to lead to. */
export async function doUntil(act: () => Promise<void>, result: Locator): Promise<void> {
  for (let attempt = 0; attempt < 5; attempt++) {
    await act();
    if (await isDone(result.waitFor({ timeout: 8_000 }))) return;
  }
  throw new Error(`It never led to ${String(result)}.`);
}

/** Whether it came to its end. */
export function isDone(step: Promise<void>): Promise<boolean> {
  return step.then(
    () => true,
    () => false,
  );
}
