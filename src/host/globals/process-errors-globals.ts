/** process.setUncaughtExceptionCaptureCallback. Node: lib/internal/process/execution.js. */
import { isCallable, JSObject, type Native } from '../../engine/index.ts';
import type { Host } from '../host.ts';
import { throwInvalidType, throwNodeError } from '../node-errors.ts';

type Define = (key: string, length: number, native: Native) => void;

export function installCaptureCallback(host: Host, define: Define): void {
  const { isolate } = host;
  define('setUncaughtExceptionCaptureCallback', 1, (_isolate, _receiver, [callback]) => {
    if (callback === null) host.captureException = undefined;
    else if (!(callback instanceof JSObject) || !isCallable(callback))
      throwInvalidType(isolate, 'fn', 'of type function or null', callback);
    else if (host.captureException !== undefined)
      throwNodeError(
        isolate,
        'Error',
        'ERR_UNCAUGHT_EXCEPTION_CAPTURE_ALREADY_SET',
        '`process.setupUncaughtExceptionCapture()` was called while a capture callback was already active',
      );
    else host.captureException = callback;
    return undefined;
  });
  define('hasUncaughtExceptionCaptureCallback', 0, () => host.captureException !== undefined);
}
