/**
 * How a run ends when nothing is left to do: a process emits beforeExit and exit.
 * Node: EmitProcessBeforeExit and EmitProcessExit in src/api/hooks.cc.
 */
import { RunStopped } from '../engine/index.ts';
import { type Host, ProcessExit } from './host.ts';
import { emitProcessEvent, hasProcessListener } from './process-events.ts';
import { handleUnsettledAwait } from './unsettled.ts';
import { whatWaits } from './waiting.ts';

/** False: it ended with an exception. */
type InTurn = (name: string, run: () => void) => boolean;

/** False: nobody listens. */
export function emitBeforeExit(host: Host, inTurn: InTurn): boolean {
  if (!host.description.hasProcess || !hasProcessListener(host, 'beforeExit')) return false;
  inTurn('beforeExit', () => emitProcessEvent(host, 'beforeExit', [host.exitCode ?? 0]));
  return true;
}

/**
 * An error in a listener makes the code 1, unless somebody has said another. `drain`: what of the listeners' doing still runs,
 * unless one of them threw.
 */
export function emitExit(host: Host, inTurn: InTurn, drain: () => void): void {
  if (!host.description.hasProcess || host.isExiting) return;
  host.isExiting = true;
  handleUnsettledAwait(host);
  const isUnset = host.exitCode === undefined;
  if (!hasProcessListener(host, 'exit')) return;
  try {
    if (inTurn('exit', () => emitProcessEvent(host, 'exit', [host.exitCode ?? 0]))) drain();
  } catch (thrown) {
    const hasFailed = thrown instanceof ProcessExit && host.firstError !== undefined;
    throw hasFailed && isUnset && (host.exitCode ?? 0) === 0 ? new ProcessExit(1) : thrown;
  }
}

export function finishRun(host: Host): void {
  const { firstError, exitCode = 0 } = host;
  // It has not come to its exit: something keeps it open.
  const waitsFor = host.description.hasProcess && !host.isExiting ? whatWaits(host) : [];
  host.finish(
    firstError === undefined
      ? { outcome: 'completed', exitCode, ...(waitsFor.length === 0 ? {} : { waitsFor }) }
      : { outcome: 'error', exitCode: exitCode === 0 ? 1 : exitCode, error: firstError },
  );
}

/** What was thrown through the loop ends the run, unless it is meant for somebody further out. */
export function finishBy(host: Host, thrown: unknown): void {
  const { firstError } = host;
  if (thrown instanceof ProcessExit) {
    const { exitCode } = thrown;
    host.finish(
      firstError === undefined ? { outcome: 'completed', exitCode } : { outcome: 'error', exitCode, error: firstError },
    );
  } else if (thrown instanceof RunStopped && thrown.reason !== 'moment' && thrown.reason !== 'files') {
    host.finish({ outcome: 'limit', limit: thrown.reason, exitCode: 3 });
  } else throw thrown;
}
