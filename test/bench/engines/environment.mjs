/** No limit but the parent's patience.
 * @type {import('../../../src/protocol/run.ts').RunEnvironment}
 */
export const environment = {
  runtime: 'node',
  sourceKind: 'commonjs',
  fileName: '/bench/program.js',
  seed: 1,
  startTime: Date.UTC(2026, 0, 1, 12),
  timeZone: 'UTC',
  locale: 'en-US',
  maxSteps: Number.MAX_SAFE_INTEGER,
  maxEvents: 2 ** 30,
  maxVirtualMs: 3_600_000_000,
};
