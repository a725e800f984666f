/**
 * Globals that the real runtimes have and Underhood does not simulate yet: using one says so by name instead of claiming
 * that it is not defined. Simplified: typeof gives 'undefined', so that feature detection takes its other way.
 */
import type { RuntimeName } from '../../protocol/run.ts';

const node = ['URLPattern'];

const browser = ['SharedWorker', 'URLPattern'];

export const unsimulatedGlobals: Readonly<Record<RuntimeName, ReadonlySet<string>>> = {
  node: new Set(node),
  browser: new Set(browser),
};
